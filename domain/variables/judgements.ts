/** Sourced judgements that stand: of several about the same matter the last counts. */
import type { CaseState } from '../cases/state.ts';
import type { DilemmaId } from '../vocabulary/levels.ts';

type Judgement = CaseState['judgements'][number];

/** Last judgement on `dilemma` per obligation, agreement or set of subjects. */
export function standingJudgements(state: CaseState, dilemma: DilemmaId): Judgement[] {
  const latest = new Map<string, Judgement>();
  for (const judgement of state.judgements) {
    const { payload } = judgement;
    if (payload.dilemma === dilemma)
      latest.set(payload.obligation ?? payload.agreement ?? [...payload.subjects].sort().join('+'), judgement);
  }
  return [...latest.values()];
}
