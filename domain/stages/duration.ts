/** Median of durations of which some are still running and some are known only between bounds. */
import { intervalCensored, intervalQuantile, kaplanMeier, survivalQuantile } from '@gongze/statistics';

/** Days, `left <= right`; `right` is infinity while it runs. */
export interface Duration {
  readonly left: number;
  readonly right: number;
}

/** Above this, intervals are taken at their middle: the exact estimate would cost more than a moved slider may. */
const exactUpTo = 60;

/**
 * Median in days: Kaplan–Meier where every duration is exact or open, its interval-censored extension (Turnbull)
 * otherwise, with the middle of the median's interval. `null` while fewer than half have ended.
 */
export function medianDuration(durations: readonly Duration[]): number | null {
  if (durations.length === 0) return null;
  const exact = durations.every(({ left, right }) => left === right || right === Number.POSITIVE_INFINITY);
  if (exact || durations.length > exactUpTo) {
    const observations = durations.map(({ left, right }) =>
      right === Number.POSITIVE_INFINITY ? { time: left, happened: false } : { time: (left + right) / 2, happened: true },
    );
    return survivalQuantile(kaplanMeier(observations), 0.5).time ?? null;
  }
  const median = intervalQuantile(intervalCensored(durations, { gapMax: 1e-8, iterationsMax: 500 }), 0.5);
  return median?.midpoint ?? null;
}
