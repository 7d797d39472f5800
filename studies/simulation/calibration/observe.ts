/**
 * What a case says that the model can be held against. Both the case and a simulated run are read by one index of delivery: over the
 * duties that can be judged on a day, the mean of
 *   1 or 0 for a dated duty that was due or is done, and
 *   min(1, way covered ÷ way due) for a duty with a yardstick and a path.
 * A run fulfils a duty once the effort spent on it, Σ Q, equals the months that were planned for it.
 */
import type { CaseReport } from '@gongze/domain/report/schema';

/** A duty as the model needs it: when work on it began and how many months were planned. */
export interface PlannedDuty {
  readonly id: string;
  /** Month of its beginning, from the start of the run. */
  readonly from: number;
  readonly months: number;
  /** A path turns what is done into a share of what is due. */
  readonly path: boolean;
}

export interface Observation {
  readonly on: string;
  /** Months from the start of the run to this day. */
  readonly month: number;
  /** 0 … 1. */
  readonly index: number;
  readonly duties: readonly PlannedDuty[];
}

/** Effort is a sum of shares: what is complete on paper may lack the last digit. */
const rounding = 1e-9;

export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

type Duty = CaseReport['obligations'][number];

interface Judged {
  readonly duty: PlannedDuty;
  readonly value: number;
}

/** The duty on that day, or `undefined` where nothing can be said of it. */
function judged(duty: Duty, start: string, on: string): Judged | undefined {
  const { id, from, dueOn, fulfilledOn, yardsticks } = duty;
  if (from === null) return undefined;
  const begun = Math.max(0, monthsBetween(start, from));
  const until = dueOn ?? fulfilledOn;
  if (until === null) return undefined;
  const planned = { id, from: begun, months: Math.max(1, monthsBetween(from, until)) };
  const read = yardsticks.filter(({ attained, path }) => attained !== null && path !== null && path > 0);
  if (read.length > 0) {
    const ratios = read.map(({ attained, path }) => Math.min(1, Math.max(0, (attained as number) / (path as number))));
    return { duty: { ...planned, path: true }, value: ratios.reduce((sum, one) => sum + one, 0) / ratios.length };
  }
  if (yardsticks.length > 0 && fulfilledOn === null) return undefined;
  // Without a date a duty is judged only once it is done: not to have done it breaks no date.
  if (dueOn === null) return undefined;
  if (fulfilledOn === null && dueOn > on) return undefined;
  return { duty: { ...planned, path: false }, value: fulfilledOn !== null && fulfilledOn <= on ? 1 : 0 };
}

/** @returns `undefined` where no duty can be judged on that day */
export function observe(report: CaseReport, start: string): Observation | undefined {
  const all = report.obligations.flatMap((duty) => judged(duty, start, report.asOf) ?? []);
  if (all.length === 0) return undefined;
  return {
    on: report.asOf,
    month: monthsBetween(start, report.asOf),
    index: all.reduce((sum, { value }) => sum + value, 0) / all.length,
    duties: all.map(({ duty }) => duty),
  };
}

/** The same index of a run with delivery `series` by month. */
export function indexOfRun({ duties, month }: Pick<Observation, 'duties' | 'month'>, series: ArrayLike<number>): number {
  let sum = 0;
  for (const { from, months, path } of duties) {
    let effort = 0;
    for (let m = from; m < month; m++) effort += series[m] as number;
    // On a path the way due grows with the months of effort that were planned so far, so it cancels.
    if (path) sum += Math.min(1, effort / Math.max(1, Math.min(month - from, months)));
    else sum += effort >= months - rounding ? 1 : 0;
  }
  return sum / duties.length;
}
