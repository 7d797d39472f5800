/** What a rule about a dilemma is, and what it answers. One rule, one file; a rule never guesses over missing data. */
import type { FactRef } from '../cases/state.ts';
import { evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { DilemmaId, Variable } from '../vocabulary/levels.ts';
import type { ParameterName } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface Finding {
  readonly id: DilemmaId;
  /** Rule and subject. */
  readonly key: string;
  readonly status: 'active' | 'mitigated' | 'risk';
  /** First day on which the condition held; `null` = rests on facts of unknown date. */
  readonly since: IsoDate | null;
  /** 0–1; a convention that orders findings of one case, not a measurement. */
  readonly severity: number;
  readonly subjects: readonly string[];
  readonly evidence: readonly FactId[];
  readonly explanation: Bilingual;
}

/** Why a rule found nothing: the condition does not hold, or the facts do not carry an answer. */
export interface NoFinding {
  readonly verdict: 'absent' | 'undetermined';
  readonly explanation: Bilingual;
  readonly evidence: readonly FactId[];
}

export interface RuleAnswer {
  readonly findings: readonly Finding[];
  /** Said where `findings` is empty. */
  readonly otherwise: NoFinding;
}

export interface DilemmaRule {
  readonly id: DilemmaId;
  readonly name: Bilingual;
  /** Parameters it is judged by. */
  readonly thresholds: readonly ParameterName[];
  /** Variable that it is a failure of. */
  readonly variable: Variable;
  /** What usually helps. */
  readonly remedy: Bilingual;
  /** A failure of the parties to coordinate, and so a possible ground for intervention. */
  readonly isGround: boolean;
  readonly judge: (situation: Situation) => RuleAnswer;
}

export function absent(zh: string, en: string, refs: Iterable<FactRef | undefined> = []): NoFinding {
  return { verdict: 'absent', explanation: { zh, en }, evidence: evidenceOf(refs) };
}

export function undetermined(zh: string, en: string, refs: Iterable<FactRef | undefined> = []): NoFinding {
  return { verdict: 'undetermined', explanation: { zh, en }, evidence: evidenceOf(refs) };
}

/** `since` of a finding that rests on all of `refs`: the latest of them, or `null` if one of them is undated. */
export function sinceOf(refs: readonly FactRef[]): IsoDate | null {
  let since: IsoDate | null = null;
  for (const ref of refs) {
    if (!ref.dated) return null;
    if (since === null || ref.on > since) since = ref.on;
  }
  return since;
}

/** Clipped to 0–1. */
export function severityOf(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
