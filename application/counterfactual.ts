/**
 * What would change a result: the case is computed again without each fact behind it, and with each threshold moved
 * through its range until the result turns. Exact, not estimated; the cost is a report for every question asked.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import { type ParameterName, type Parameters, parametersWith } from '@gongze/domain/vocabulary/parameters';

export interface Variant {
  readonly withoutFact?: string;
  readonly parameters?: Parameters;
}

export interface Question {
  readonly evidence: readonly string[];
  readonly thresholds: readonly ParameterName[];
  /** Values by which the user has replaced defaults already. */
  readonly overrides: Readonly<Record<string, number>>;
  readonly parameters: Parameters;
  readonly reportOf: (variant: Variant) => CaseReport;
  /** What the result comes to, in one word. */
  readonly resultOf: (report: CaseReport) => string;
}

export type Change =
  /** Without this fact the result would be another. */
  | { readonly kind: 'fact'; readonly fact: string; readonly result: string }
  /** From this value of the threshold on the result would be another. */
  | { readonly kind: 'threshold'; readonly parameter: ParameterName; readonly value: number; readonly result: string }
  /** No value in the range of the threshold changes the result. */
  | { readonly kind: 'noEffect'; readonly parameter: ParameterName };

const FACTS_MAX = 40;
/** Share of the range below which two values of a threshold count as one. */
const PRECISION = 0.005;

function isWhole(parameters: Parameters, name: ParameterName): boolean {
  const { unit } = parameters.entry(name);
  return unit === 'days' || unit === 'months' || unit === 'count' || unit === 'level';
}

function resultAt(question: Question, name: ParameterName, value: number): string | undefined {
  const parameters = parametersWith({ ...question.overrides, [name]: value });
  return 'faults' in parameters ? undefined : question.resultOf(question.reportOf({ parameters }));
}

/** Between a value that keeps the result and one that turns it, the turning value nearest to the first. */
function turningValue(
  question: Question,
  name: ParameterName,
  present: number,
  far: number,
  now: string,
): { value: number; result: string } {
  const whole = isWhole(question.parameters, name);
  let kept = present;
  let turned = far;
  let result = resultAt(question, name, far) ?? now;
  const enough = whole ? 1 : Math.max(PRECISION, Math.abs(present) * PRECISION);
  while (Math.abs(turned - kept) > enough) {
    const middle = whole ? Math.trunc((kept + turned) / 2) : Math.round(((kept + turned) / 2) * 1000) / 1000;
    if (middle === kept || middle === turned) break;
    const other = resultAt(question, name, middle);
    if (other === undefined || other === now) kept = middle;
    else {
      turned = middle;
      result = other;
    }
  }
  return { value: turned, result };
}

function thresholdChanges(question: Question, name: ParameterName, now: string): Change[] {
  const { value, range } = question.parameters.entry(name);
  const changes: Change[] = [];
  for (const far of range) {
    if (far === value) continue;
    const result = resultAt(question, name, far);
    if (result === undefined || result === now) continue;
    changes.push({ kind: 'threshold', parameter: name, ...turningValue(question, name, value, far, now) });
  }
  return changes.length > 0 ? changes : [{ kind: 'noEffect', parameter: name }];
}

/** Facts first, then thresholds. At most 40 facts are tried. */
export function whatWouldChange(question: Question, now: string): Change[] {
  const facts = question.evidence.slice(0, FACTS_MAX).flatMap((fact): Change[] => {
    const result = question.resultOf(question.reportOf({ withoutFact: fact }));
    return result === now ? [] : [{ kind: 'fact', fact, result }];
  });
  return [...facts, ...question.thresholds.flatMap((name) => thresholdChanges(question, name, now))];
}
