/**
 * I4 procedureAndCustom 程序与惯例: of the four matters agenda, decision, dispute and evaluation, the share for which a rule
 * or a custom holds for every party, whoever adopted it. Standards and plans are no procedure.
 * Unknown if no rule on these matters and no custom is on record at all. Cost: linear in rules and customs.
 */
import type { FactRef } from '../../cases/state.ts';
import { both, listed } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import type { Bilingual } from '../../vocabulary/text.ts';
import { type Component, known, unknown } from '../component.ts';
import { partyOfIn, reachesAll } from '../parties.ts';

const head = { id: 'procedureAndCustom', name: both('程序与惯例', 'Procedure and custom') };

const matters = {
  agenda: both('议题', 'agenda'),
  decision: both('决策', 'decision'),
  dispute: both('争议', 'dispute'),
  evaluation: both('评估', 'evaluation'),
} as const satisfies Record<string, Bilingual>;
type Matter = keyof typeof matters;

const isMatter = (subject: string): subject is Matter => Object.hasOwn(matters, subject);

export function procedureAndCustom(situation: Situation): Component {
  const partyOf = partyOfIn(situation);
  const { rules, customs } = situation.state;
  const covered = new Set<Matter>();
  const refs: FactRef[] = [];
  const take = (subject: string, actors: Parameters<typeof reachesAll>[2], ref: FactRef) => {
    if (!isMatter(subject)) return;
    refs.push(ref);
    if (reachesAll(situation, partyOf, actors)) covered.add(subject);
  };
  for (const { payload, ref } of rules) take(payload.subject, payload.scope, ref);
  for (const { payload, ref } of customs) take(payload.subject, payload.among, ref);
  if (refs.length === 0) {
    return unknown(
      head,
      both(
        '没有议题、决策、争议或评估方面的规则和惯例记录。',
        'No rule or custom on agenda, decision, dispute or evaluation is on record.',
      ),
    );
  }
  const all = Object.keys(matters) as Matter[];
  const names = (chosen: readonly Matter[]) => listed(chosen.map((matter) => matters[matter]));
  const has = names(all.filter((matter) => covered.has(matter)));
  const lacks = names(all.filter((matter) => !covered.has(matter)));
  return known(
    head,
    covered.size / all.length,
    refs,
    both(
      `四类事项中${covered.size}类有适用于各方的规则或惯例${covered.size === 0 ? '' : `（${has.zh}）`}${covered.size === all.length ? '' : `，缺${lacks.zh}`}。`,
      `A rule or custom for every party covers ${covered.size} of 4 matters${covered.size === 0 ? '' : ` (${has.en})`}${covered.size === all.length ? '' : `; ${lacks.en} ${all.length - covered.size === 1 ? 'is' : 'are'} missing`}.`,
    ),
  );
}
