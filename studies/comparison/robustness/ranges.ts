/**
 * How far a setting may move before the solution changes.
 * Source: I.-E. Oana and C. Q. Schneider, A Robustness Test Protocol for Applied QCA, Sociological Methods & Research 53(1), 2024, 57–88.
 */
export interface Range {
  /** Last value downwards, and upwards, with the same solution; null where none of the steps changed it. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface RangeOptions {
  readonly from: number;
  readonly step: number;
  readonly stepsMax: number;
  /** Values beyond these are not tried, and count as a change. */
  readonly least?: number;
  readonly most?: number;
}

/** A step of 0.01 taken thirty times is 0.3, not 0.30000000000000004. */
function stepped(from: number, step: number, times: number): number {
  return Number((from + step * times).toFixed(10));
}

/**
 * Goes from a value in equal steps, down and up, until the solution is another one.
 *
 * @param sameAt whether the solution at a value is that at `from`; false too where there is none
 */
export function rangeOf(sameAt: (value: number) => boolean, { from, step, stepsMax, least, most }: RangeOptions): Range {
  const lastSame = (way: 1 | -1): number | null => {
    for (let times = 1; times <= stepsMax; times += 1) {
      const value = stepped(from, way * step, times);
      const outside = (least !== undefined && value < least) || (most !== undefined && value > most);
      if (outside || !sameAt(value)) return stepped(from, way * step, times - 1);
    }
    return null;
  };
  return { lower: lastSame(-1), upper: lastSame(1) };
}
