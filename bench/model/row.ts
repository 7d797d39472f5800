/** A line of the bench. `holds` is undefined for what gates nothing. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly bound?: string;
  readonly holds?: boolean;
}

export function seconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

/** The quietest of several: other work on the machine adds to a run and never takes from it. */
export function quietest(times: number, work: () => void): number {
  return Math.min(...Array.from({ length: times }, () => seconds(work)));
}
