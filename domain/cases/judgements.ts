/** Sourced judgements that stand: of several about the same matter the last counts. */
import type { DilemmaId } from '../vocabulary/levels.ts';
import type { CaseState } from './state.ts';

type Judgement = CaseState['judgements'][number];

/** What a judgement is about: an obligation, an agreement, or else its subjects together. */
export function matterOf({ payload }: Judgement): string {
  return payload.obligation ?? payload.agreement ?? [...payload.subjects].sort().join('+');
}

/** Last judgement on `dilemma` about each matter. */
export function standingJudgements(state: CaseState, dilemma: DilemmaId): Judgement[] {
  const latest = new Map<string, Judgement>();
  for (const judgement of state.judgements) if (judgement.payload.dilemma === dilemma) latest.set(matterOf(judgement), judgement);
  return [...latest.values()];
}
