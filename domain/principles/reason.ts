/** A reason for an answer: what was asked, whether it is met (`null` = the facts do not say), and by which facts. */
import type { FactId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface Reason {
  readonly id: string;
  readonly met: boolean | null;
  readonly text: Bilingual;
  readonly evidence: readonly FactId[];
}

export interface Answer {
  /** `null` = undetermined. */
  readonly holds: boolean | null;
  readonly since: string | null;
  readonly reasons: readonly Reason[];
}

export function reason(id: string, met: boolean | null, zh: string, en: string, evidence: readonly FactId[] = []): Reason {
  return { id, met, text: { zh, en }, evidence };
}

/** All met → true; one unmet → false; else unknown. */
export function allMet(reasons: readonly Reason[]): boolean | null {
  if (reasons.some((one) => one.met === false)) return false;
  return reasons.every((one) => one.met === true) ? true : null;
}
