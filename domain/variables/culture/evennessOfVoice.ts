/**
 * C6 evennessOfVoice 话语均衡度: Pielou's J = H ÷ ln S over the positions stated, by party; S counts every party, so one
 * that never spoke makes the voices less even. Unknown below `unequalVoice.positionsMin` positions, or with fewer than
 * two parties. Cost: linear in positions.
 * Source: E. C. Pielou, Journal of Theoretical Biology 13, 1966, 131–144.
 */
import { pielouEvenness } from '@gongze/statistics';
import type { FactRef } from '../../cases/state.ts';
import { both, decimal, listed } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import { type Component, known, unknown } from '../component.ts';
import { partyOfIn } from '../parties.ts';

const head = { id: 'evennessOfVoice', name: both('话语均衡度', 'Evenness of voice') };

export function evennessOfVoice(situation: Situation): Component {
  const min = situation.parameters.get('unequalVoice.positionsMin');
  const partyOf = partyOfIn(situation);
  const counts = new Map<ActorId, number>(situation.parties.map((party) => [party, 0]));
  const refs: FactRef[] = [];
  for (const topic of situation.state.topics.values()) {
    for (const { party: actor, ref } of topic.positions) {
      const party = partyOf(actor);
      if (party === undefined) continue;
      counts.set(party, (counts.get(party) ?? 0) + 1);
      refs.push(ref);
    }
  }
  if (refs.length < min || counts.size < 2) {
    return unknown(
      head,
      both(
        `立场表达记录${refs.length}次，少于${min}次或不足两方，不足以判断。`,
        `${refs.length} stated ${refs.length === 1 ? 'position is' : 'positions are'} on record; it takes ${min} and two parties to tell.`,
      ),
      refs,
    );
  }
  const evenness = pielouEvenness([...counts.values()]);
  const each = listed([...counts].map(([party, n]) => both(`${situation.nameOf(party).zh}${n}次`, `${situation.nameOf(party).en} ${n}`)));
  return known(
    head,
    evenness,
    refs,
    both(
      `立场表达共${refs.length}次（${each.zh}），均衡度为${decimal(evenness)}。`,
      `${refs.length} positions were stated (${each.en}); their evenness is ${decimal(evenness)}.`,
    ),
  );
}
