/** Rules about the superior: they are judged after the parties' own failures, and on them. */
import type { Situation } from '../stages/situation.ts';
import type { DilemmaRule, Finding, RuleAnswer } from './rule.ts';

export interface SuperiorRule extends Omit<DilemmaRule, 'isGround' | 'judge'> {
  readonly judge: (situation: Situation, failures: readonly Finding[]) => RuleAnswer;
}
