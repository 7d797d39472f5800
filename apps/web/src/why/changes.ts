/**
 * What would change a result: the case is folded again without each fact behind it, and with each threshold moved
 * until the result turns. A generator, so that the page can work on it in small steps and be interrupted.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { type ParameterName, type Parameters, parametersWith } from '@gongze/domain/vocabulary/parameters';
import type { Engine } from '../engine/engine.ts';

export interface Question {
  readonly engine: Pick<Engine, 'variant' | 'parameters'>;
  readonly asOf: IsoDate;
  readonly evidence: readonly string[];
  readonly thresholds: readonly ParameterName[];
  readonly result: (report: CaseReport) => string | undefined;
}

export type Change =
  | { readonly kind: 'fact'; readonly fact: string; readonly effect: 'gone' | 'other' }
  | { readonly kind: 'threshold'; readonly name: ParameterName; readonly value: number }
  | { readonly kind: 'idle'; readonly name: ParameterName };

const FACTS_MAX = 16;

function reportWith({ engine, asOf }: Question, name: ParameterName, value: number): CaseReport | undefined {
  const parameters = parametersWith({ [name]: value });
  return 'faults' in parameters ? undefined : engine.variant({ parameters: parameters as Parameters })(asOf);
}

/** Of two values between which the result turns, the one nearest to the present value at which it has turned. */
function* turningPoint(
  question: Question,
  name: ParameterName,
  present: number,
  far: number,
  now: string | undefined,
): Generator<undefined, number> {
  const whole = ['days', 'months', 'count', 'level'].includes(question.engine.parameters.entry(name).unit);
  const precision = whole ? 1 : 0.01;
  let kept = present;
  let turned = far;
  while (Math.abs(turned - kept) > precision) {
    const middle = whole ? Math.round((kept + turned) / 2) : Math.round(((kept + turned) / 2) * 100) / 100;
    if (middle === kept || middle === turned) break;
    const report = reportWith(question, name, middle);
    if (report !== undefined && question.result(report) === now) kept = middle;
    else turned = middle;
    yield undefined;
  }
  return turned;
}

/** Yields a change, or `undefined` after a step without one. */
export function* whatWouldChange(question: Question, now: string | undefined): Generator<Change | undefined> {
  for (const fact of question.evidence.slice(0, FACTS_MAX)) {
    const result = question.result(question.engine.variant({ without: fact })(question.asOf));
    yield result === now ? undefined : { kind: 'fact', fact, effect: result === undefined ? 'gone' : 'other' };
  }
  for (const name of question.thresholds) {
    const { value, range } = question.engine.parameters.entry(name);
    let found = false;
    for (const far of range) {
      const report = far === value ? undefined : reportWith(question, name, far);
      yield undefined;
      if (report === undefined || question.result(report)?.split(' ')[0] === now?.split(' ')[0]) continue;
      const coarse: Question = { ...question, result: (other) => question.result(other)?.split(' ')[0] };
      yield { kind: 'threshold', name, value: yield* turningPoint(coarse, name, value, far, now?.split(' ')[0]) };
      found = true;
    }
    if (!found) yield { kind: 'idle', name };
  }
}
