/**
 * Where positions converge, statement by statement and across groups, so that a large group cannot outvote a small one. A group's
 * agreement is estimated as (agree + 1) ÷ (answered + 2), where “pass” counts as answered; the consensus of a statement is the product
 * over the groups (Small, Bjorkegren, Erkkilä, Shaw and Megill 2021, “Polis: scaling deliberation by mapping high dimensional opinion
 * spaces”). Who said nothing is listed as silent and agrees to nothing: a statement is shared only if every group answered.
 */
import type { StatementState } from '../cases/state.ts';
import { type ActorId, governmentOf, type TopicId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { Situation } from './situation.ts';

export interface GroupVoice {
  readonly group: string;
  readonly agree: readonly ActorId[];
  readonly disagree: readonly ActorId[];
  readonly pass: readonly ActorId[];
  readonly silent: readonly ActorId[];
  /** (agree + 1) ÷ (answered + 2), 0–1; ½ where nobody answered. */
  readonly agreement: number;
}

export interface StatementConvergence {
  readonly statement: string;
  readonly topic: TopicId;
  readonly text: Bilingual;
  readonly groups: readonly GroupVoice[];
  /** Product of the groups' agreement, 0–1. */
  readonly consensus: number;
  /**
   * `shared`: in every group more agree than disagree · `rejected`: in every group more disagree · `divided`: groups differ, or are
   * split in themselves · `open`: a group has not said anything.
   */
  readonly verdict: 'shared' | 'rejected' | 'divided' | 'open';
}

/** Which group an actor speaks for. Default: its government, so that the departments of one city are one voice. */
export type GroupOf = (actor: ActorId) => string;

const ownGovernment: GroupOf = (actor) => governmentOf(actor) ?? actor;

function voiceOf({ answers }: StatementState, group: string, members: readonly ActorId[], groupOf: GroupOf): GroupVoice {
  const said = [...answers].filter(([actor]) => groupOf(actor) === group);
  const of = (answer: 'agree' | 'disagree' | 'pass'): ActorId[] => said.filter(([, own]) => own.answer === answer).map(([actor]) => actor);
  const agree = of('agree');
  return {
    group,
    agree,
    disagree: of('disagree'),
    pass: of('pass'),
    // A department that answers speaks for its city.
    silent: members.filter((actor) => !said.some(([own]) => own === actor || ownGovernment(own) === ownGovernment(actor))),
    agreement: (agree.length + 1) / (said.length + 2),
  };
}

function verdictOf(groups: readonly GroupVoice[]): StatementConvergence['verdict'] {
  const said = ({ agree, disagree, pass }: GroupVoice): number => agree.length + disagree.length + pass.length;
  if (groups.some((group) => said(group) === 0)) return 'open';
  if (groups.every(({ agree, disagree }) => agree.length > disagree.length)) return 'shared';
  return groups.every(({ agree, disagree }) => disagree.length > agree.length) ? 'rejected' : 'divided';
}

/** Statements of all topics that were not withdrawn, those nearest to consensus first. Cost: statements × (answers + parties). */
export function convergence({ state, parties }: Situation, groupOf: GroupOf = ownGovernment): StatementConvergence[] {
  const members = new Map<string, ActorId[]>();
  for (const party of parties) members.set(groupOf(party), [...(members.get(groupOf(party)) ?? []), party]);
  return [...state.statements.values()]
    .filter(({ topic }) => state.topics.get(topic)?.withdrawn === undefined)
    .map((own): StatementConvergence => {
      const groups = [...members].map(([group, actors]) => voiceOf(own, group, actors, groupOf));
      const consensus = groups.reduce((product, { agreement }) => product * agreement, 1);
      return { statement: own.statement, topic: own.topic, text: own.text, groups, consensus, verdict: verdictOf(groups) };
    })
    .sort((a, b) => b.consensus - a.consensus || (a.statement < b.statement ? -1 : 1));
}
