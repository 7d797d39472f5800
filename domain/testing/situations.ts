/** A situation for tests: facts, a date, a small tree of governments, and thresholds to change. */
import { inFoldOrder } from '../cases/order.ts';
import { resolveHistory } from '../cases/corrections.ts';
import { fold } from '../cases/fold.ts';
import type { Fact } from '../events/catalogue.ts';
import { type Situation, situationOf } from '../stages/situation.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import { governmentTree } from '../vocabulary/governments/build.ts';
import type { Government, GovernmentTree } from '../vocabulary/governments/tree.ts';
import type { GovernmentCode } from '../vocabulary/ids.ts';
import { type Parameters, parametersWith } from '../vocabulary/parameters.ts';
import { countUpTo } from '../cases/order.ts';
import { testCaseId } from './facts.ts';

function government(code: string, en: string, tier: Government['tier'], parent?: string): Government {
  return {
    code: code as GovernmentCode,
    name: { zh: en, en },
    tier,
    parents: parent === undefined ? [] : [{ code: parent as GovernmentCode }],
  };
}

/** Centre above one province with three cities, and another province with one. */
export const smallTree: GovernmentTree = governmentTree({
  id: 'small',
  vintage: 'test',
  governments: [
    government('000000', 'Centre', 'centre'),
    government('610000', 'Province', 'province', '000000'),
    government('620000', 'Other province', 'province', '000000'),
    government('610100', 'Northford', 'prefecture', '610000'),
    government('610300', 'Harrow', 'prefecture', '610000'),
    government('610400', 'Ashby', 'prefecture', '610000'),
    government('620100', 'Millbrook', 'prefecture', '620000'),
  ],
});

/** The situation that the facts make on the date. */
export function situationOn(asOf: string, facts: readonly Fact[], overrides: Record<string, number> = {}): Situation {
  const parameters = parametersWith(overrides);
  if ('faults' in parameters) throw new RangeError(JSON.stringify(parameters.faults));
  const ordered = inFoldOrder(resolveHistory(facts).facts);
  const date = isoDateOf(asOf);
  const state = fold(testCaseId, ordered, countUpTo(ordered, date));
  return situationOf({ state, asOf: date, parameters: parameters as Parameters, governments: smallTree, actors: {} });
}
