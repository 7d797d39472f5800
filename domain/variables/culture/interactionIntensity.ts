/**
 * C2 interactionIntensity 互动强度: how often the parties deal with each other of their own accord.
 *
 * Days with a dated act of consultation, commitment or exchange that the parties set going themselves, within
 * `culture.windowMonths`, per year, over `culture.meetingsPerYearFull`, at most 1. Acts of one day count once, so that
 * a text recorded clause by clause counts no more than the meeting that adopted it; a standard or plan that a party
 * adopts for itself alone is no interaction. What a superior or society set going does not count.
 * Unknown if no act was ever recorded. Without an act in the window: 0 where the case was kept live throughout it
 * (`silenceSpeaks`), else unknown, because silence in an archive is weak evidence.
 * Cost: logarithmic in acts plus the acts in the window; linear in rules.
 */
import { actsSince } from '../../stages/activity.ts';
import { both, decimal } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import type { DayNumber } from '../../vocabulary/dates.ts';
import type { FactId } from '../../vocabulary/ids.ts';
import { type Component, known, unknown } from '../component.ts';
import { partiesBehind, partyOfIn } from '../parties.ts';
import { silenceSpeaks, windowStart } from '../window.ts';

const head = { id: 'interactionIntensity', name: both('互动强度', 'Interaction intensity') };
const kinds: readonly string[] = ['consultation', 'commitment', 'exchange'];

function ownRules(situation: Situation): Set<FactId> {
  const partyOf = partyOfIn(situation);
  return new Set(
    situation.state.rules.filter(({ payload }) => partiesBehind(situation, partyOf, payload.scope).size < 2).map(({ ref }) => ref.id),
  );
}

export function interactionIntensity(situation: Situation): Component {
  const months = situation.parameters.get('culture.windowMonths');
  const full = situation.parameters.get('culture.meetingsPerYearFull');
  const from = windowStart(situation, months);
  const own = ownRules(situation);
  const acts = actsSince(situation.state, from).filter(
    (act) => act.dated && act.initiative === 'self' && kinds.includes(act.kind) && !own.has(act.id),
  );
  if (situation.state.acts.length === 0) return unknown(head, both('没有任何互动记录。', 'No interaction is on record.'));
  if (acts.length === 0 && !silenceSpeaks(situation, from)) {
    return unknown(
      head,
      both(
        `近${months}个月没有各方自主互动的记录；案卷并非全程在线记录，不能据此认定没有互动。`,
        `No interaction of the parties' own accord is on record in the last ${months} months; the case was not kept live throughout, so this does not show that there was none.`,
      ),
    );
  }
  const days = new Set<DayNumber>(acts.map((act) => act.day)).size;
  const perYear = (days * 12) / months;
  const value = full === 0 ? 1 : Math.min(1, perYear / full);
  const component = known(
    head,
    value,
    [],
    both(
      `近${months}个月各方有${days}个自主互动日，年均${decimal(perYear)}个，满分为年均${decimal(full)}个。`,
      `In the last ${months} months the parties dealt with each other of their own accord on ${days} ${days === 1 ? 'day' : 'days'}: ${decimal(perYear)} a year, where ${decimal(full)} count as full.`,
    ),
  );
  return { ...component, evidence: acts.map((act) => act.id) };
}
