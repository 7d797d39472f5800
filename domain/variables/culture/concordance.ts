/**
 * C3 concordance 立场一致性: how far the parties want the same.
 *
 * Per topic that was not withdrawn: 1 if the consensus of every party is on record and no position was stated after
 * it; else the share of pairs with the same latest position among the parties that stated one, if two did; else
 * nothing. Every open conflict between parties enters as one more item: 1 − pairs in conflict ÷ all pairs, so a
 * conflict of everybody enters as 0. Value = mean over topics and open conflicts; unknown without either.
 * A position is the name under which it was recorded: two names are two positions.
 * Cost: linear in positions, consensus and conflicts.
 */
import { mean } from '@gongze/statistics';
import type { FactRef, TopicState } from '../../cases/state.ts';
import { both } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { partiesBehind, type PartyOf, partyOfIn } from '../parties.ts';

const head = { id: 'concordance', name: both('立场一致性', 'Concordance of positions') };

interface Item {
  readonly value: number;
  readonly refs: readonly FactRef[];
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

function consensusOf(situation: Situation, topic: TopicState, partyOf: PartyOf): Item | undefined {
  const consented = new Set([...topic.consensus.keys()].map(partyOf));
  if (!situation.parties.every((party) => consented.has(party))) return undefined;
  const refs = [...topic.consensus.values()];
  const last = refs.reduce((day, ref) => (ref.on > day ? ref.on : day), topic.raised.on);
  const later = topic.positions.some(({ party, ref }) => partyOf(party) !== undefined && ref.on > last);
  return later ? undefined : { value: 1, refs };
}

function positionsOf(topic: TopicState, partyOf: PartyOf): Item | undefined {
  const latest = new Map<ActorId, { position: string; ref: FactRef }>();
  for (const { party: actor, position, ref } of topic.positions) {
    const party = partyOf(actor);
    if (party !== undefined) latest.set(party, { position, ref });
  }
  if (latest.size < 2) return undefined;
  const holders = new Map<string, number>();
  for (const { position } of latest.values()) holders.set(position, (holders.get(position) ?? 0) + 1);
  const same = [...holders.values()].reduce((sum, n) => sum + pairs(n), 0);
  return { value: same / pairs(latest.size), refs: [...latest.values()].map(({ ref }) => ref) };
}

function openConflicts(situation: Situation, partyOf: PartyOf): Item[] {
  const items: Item[] = [];
  for (const { payload, raised, resolved } of situation.state.conflicts.values()) {
    if (resolved !== undefined) continue;
    const involved = partiesBehind(situation, partyOf, payload.parties).size;
    if (involved >= 2) items.push({ value: 1 - pairs(involved) / pairs(situation.parties.length), refs: [raised] });
  }
  return items;
}

export function concordance(situation: Situation): Component {
  const partyOf = partyOfIn(situation);
  const topics: Item[] = [];
  let agreed = 0;
  for (const topic of situation.parties.length < 2 ? [] : situation.state.topics.values()) {
    if (topic.withdrawn !== undefined) continue;
    const consensus = consensusOf(situation, topic, partyOf);
    if (consensus !== undefined) agreed += 1;
    const item = consensus ?? positionsOf(topic, partyOf);
    if (item !== undefined) topics.push(item);
  }
  const conflicts = openConflicts(situation, partyOf);
  const items = [...topics, ...conflicts];
  const value = mean(items.map((item) => item.value));
  if (value === undefined) {
    return unknown(
      head,
      both('没有可比的立场、全体共识或冲突记录。', 'No comparable positions, consensus of all parties or conflicts are on record.'),
    );
  }
  return known(
    head,
    value,
    items.flatMap((item) => item.refs),
    both(
      `${topics.length}个议题可判断，其中${agreed}个已有各方共识；未解决的冲突${conflicts.length}起。`,
      `${counted(topics.length, 'topic', 'topics')} can be judged, ${agreed} of them with the consensus of every party; ${counted(conflicts.length, 'conflict is', 'conflicts are')} open.`,
    ),
  );
}
