/**
 * C5 leaderContinuity 领导连续性: share of the parties without a change of leader within the last
 * `leadershipTurnover.reaffirmationDays`, the time in which a new leader would have to take the commitment up again.
 * A change of unknown date says that leaders are recorded, not when. Unknown if no change of a party's leader is on
 * record at all: then nobody recorded leaders. Cost: linear in changes.
 */
import { both, listed } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { addDays } from '../../vocabulary/dates.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import { type Component, known, unknown } from '../component.ts';
import { partyOfIn } from '../parties.ts';
import { isWithin } from '../window.ts';

const head = { id: 'leaderContinuity', name: both('领导连续性', 'Continuity of leaders') };

export function leaderContinuity(situation: Situation): Component {
  const { parties, state, asOf, parameters } = situation;
  const days = parameters.get('leadershipTurnover.reaffirmationDays');
  const from = addDays(asOf, -days);
  const partyOf = partyOfIn(situation);
  const changes = state.leaderChanges.filter(({ payload }) => partyOf(payload.actor) !== undefined);
  if (changes.length === 0)
    return unknown(head, both('没有领导更替记录，无从判断。', 'No change of leaders is on record: nothing to tell by.'));
  const changed = new Set<ActorId | undefined>(
    changes.filter(({ ref }) => isWithin(ref, from)).map(({ payload }) => partyOf(payload.actor)),
  );
  const names = listed(parties.filter((party) => changed.has(party)).map(situation.nameOf));
  const kept = parties.length - changed.size;
  return known(
    head,
    kept / parties.length,
    changes.map(({ ref }) => ref),
    both(
      `近${days}天内，${parties.length}方中有${kept}方领导未变动${changed.size === 0 ? '' : `；变动的有${names.zh}`}。`,
      `In the last ${days} days the leaders of ${kept} of ${parties.length} parties did not change${changed.size === 0 ? '' : `; those of ${names.en} did`}.`,
    ),
  );
}
