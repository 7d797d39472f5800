/** Going through the times of an observation, with who is still at risk at each. */
import type { SurvivalData } from './data.ts';

export interface AtTime {
  readonly time: number;
  /** By group: how many are observed just before this time. The arrays are overwritten at the next time. */
  readonly atRisk: Int32Array;
  readonly censored: Int32Array;
  /** By group and kind of event, kinds of a group side by side. */
  readonly happened: Int32Array;
}

/** Adds to one element. */
export function raise(array: Float64Array | Int32Array | number[], at: number, by: number): void {
  array[at] = (array[at] as number) + by;
}

/** Row numbers by rising value. */
export function byValue(rows: Uint32Array, value: Float64Array): Uint32Array {
  return rows.slice().sort((a, b) => (value[a] as number) - (value[b] as number) || a - b);
}

export function allRows(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => at);
}

/**
 * Visits every distinct time among `rows` at which one ends, rising. Who ends at a time is at risk then; who starts at it is not yet.
 * Cost: O(n log n + times × groups).
 */
export function eachTime(
  { time, start, events, causes, group }: SurvivalData,
  rows: Uint32Array,
  visit: (at: AtTime) => void,
  codes: Int32Array = group.codes,
  groups: number = group.labels.length,
): void {
  const kinds = causes.length;
  const atRisk = new Int32Array(groups);
  const censored = new Int32Array(groups);
  const happened = new Int32Array(groups * kinds);
  const ends = byValue(rows, time);
  const starts = start && byValue(rows, start);
  if (!starts) for (const row of rows) raise(atRisk, codes[row] as number, 1);
  let entered = 0;
  for (let from = 0; from < ends.length; ) {
    const now = time[ends[from] as number] as number;
    if (starts && start)
      for (; entered < starts.length && (start[starts[entered] as number] as number) < now; entered += 1)
        raise(atRisk, codes[starts[entered] as number] as number, 1);
    censored.fill(0);
    happened.fill(0);
    let to = from;
    for (; to < ends.length && time[ends[to] as number] === now; to += 1) {
      const row = ends[to] as number;
      const code = codes[row] as number;
      const kind = events[row] as number;
      if (kind === 0) raise(censored, code, 1);
      else raise(happened, code * kinds + kind - 1, 1);
    }
    visit({ time: now, atRisk, censored, happened });
    for (; from < to; from += 1) raise(atRisk, codes[ends[from] as number] as number, -1);
  }
}
