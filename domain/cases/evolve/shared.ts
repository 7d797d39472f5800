import type { EventType, FactOf } from '../../events/catalogue.ts';
import { toDayNumber } from '../../vocabulary/dates.ts';
import { refOf } from '../order.ts';
import type { Act, CaseState, Dated } from '../state.ts';
import type { Fact } from '../../events/catalogue.ts';

/** A payload together with the fact that carries it. */
export function datedOf<T extends EventType>(fact: FactOf<T>): Dated<FactOf<T>['payload']> {
  return { payload: fact.payload, ref: refOf(fact as unknown as Fact), initiative: fact.initiative };
}

/** Keeps the acts in the order of their days, whenever they are told. */
export function recordAct(state: CaseState, fact: Fact, kind: Act['kind']): void {
  const { id, first, on, dated } = refOf(fact);
  const day = toDayNumber(on);
  let at = state.acts.length;
  while (at > 0 && (state.acts[at - 1] as Act).day > day) at--;
  state.acts.splice(at, 0, { day, id, initiative: fact.initiative, kind, dated, spanDays: dated ? day - toDayNumber(first) : 0 });
}

/** Notes a fact that refers to something unknown; the fold goes on. */
export function unmatched(state: CaseState, fact: Fact): void {
  state.unmatched.push(fact.id);
}
