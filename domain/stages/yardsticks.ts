/** Where an indicator stands against a target and the path to it. The yardstick decides the diagnosis. */
import { type CaseState, type Reading, readingKey } from '../cases/state.ts';
import type { Yardstick } from '../events/schemas.ts';
import type { IsoDate } from '../vocabulary/dates.ts';

export type Position = 'ahead' | 'behind' | 'met' | 'missed' | 'unknown';

export interface YardstickPosition {
  readonly yardstick: Yardstick;
  /** Reading that was judged: the first whose period reaches the due date, else the latest. */
  readonly reading: Reading | undefined;
  /** Target in the unit of the indicator; `undefined` if it is relative to a baseline that is not known. */
  readonly targetLevel: number | undefined;
  /** Share of the way covered: (baseline − value) ÷ (baseline − target). May exceed 1 or be negative. */
  readonly attained: number | undefined;
  /** Share of the way due at the end of the period read, by the path. */
  readonly due: number | undefined;
  readonly position: Position;
}

/** Target in the unit of the indicator. */
export function targetLevelOf(yardstick: Yardstick): number | undefined {
  const { target, baseline } = yardstick;
  if (target.kind === 'level') return target.value;
  return baseline === undefined ? undefined : baseline.value * (1 + target.value / 100);
}

/** Share due at `on`: that of the last step of the path not after it; 0 before the first step. */
function shareDue(yardstick: Yardstick, on: IsoDate): number | undefined {
  if (yardstick.path === undefined) return undefined;
  let share = 0;
  for (const step of yardstick.path) if (step.on <= on) share = Math.max(share, step.share);
  return share;
}

function judgedReading(series: readonly Reading[] | undefined, yardstick: Yardstick): Reading | undefined {
  const comparable = (series ?? []).filter((reading) => reading.unit === yardstick.unit);
  const first = comparable.find((reading) => reading.period.last >= yardstick.dueOn);
  if (first === undefined) return comparable.at(-1);
  // Of several readings of the deciding period the last recorded counts.
  return comparable.findLast((reading) => reading.period.last === first.period.last);
}

function reaches(yardstick: Yardstick, value: number, target: number): boolean {
  return yardstick.direction === 'atMost' ? value <= target : value >= target;
}

/**
 * Position of a yardstick on `asOf`. Before the due date: ahead or behind the path. From the reading that covers
 * the due date on: met or missed. No reading, no target level or no path = unknown, never a guess.
 */
export function positionOf(state: CaseState, yardstick: Yardstick, asOf: IsoDate): YardstickPosition {
  const reading = judgedReading(state.readings.get(readingKey(yardstick.indicator, yardstick.subject)), yardstick);
  const targetLevel = targetLevelOf(yardstick);
  const base = yardstick.baseline?.value;
  const way = base === undefined || targetLevel === undefined ? 0 : base - targetLevel;
  const attained = reading === undefined || base === undefined || way === 0 ? undefined : (base - reading.value) / way;
  const due = reading === undefined ? undefined : shareDue(yardstick, reading.period.last);
  const known = { yardstick, reading, targetLevel, attained, due };
  if (reading === undefined || targetLevel === undefined) return { ...known, position: 'unknown' };
  if (reading.period.last >= yardstick.dueOn) {
    return { ...known, position: reaches(yardstick, reading.value, targetLevel) ? 'met' : 'missed' };
  }
  // What was reached when the last step (or the target) fell due is not known: an older reading says nothing about it.
  const lastStep = yardstick.path?.findLast((step) => step.on <= asOf)?.on;
  const stale = asOf > yardstick.dueOn || (lastStep !== undefined && reading.period.last < lastStep);
  if (stale || attained === undefined || due === undefined) return { ...known, position: 'unknown' };
  return { ...known, position: attained >= due ? 'ahead' : 'behind' };
}
