/** Curves and spans from the sampled past. */
import type { SeriesPoint } from '@gongze/domain/report/report';
import { type DayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import { type DilemmaId, dilemmaIds, type Variable } from '@gongze/domain/vocabulary/levels';

export interface DilemmaSpan {
  readonly key: string;
  readonly status: 'active' | 'mitigated' | 'risk';
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export interface DilemmaLane {
  readonly id: DilemmaId;
  readonly spans: readonly DilemmaSpan[];
}

const weight = { active: 3, mitigated: 2, risk: 1 } as const;

/** One lane per rule that found something: consecutive dates with the same graver status become one span. */
export function dilemmaLanes(series: readonly SeriesPoint[]): DilemmaLane[] {
  const open = new Map<string, { key: string; status: DilemmaSpan['status']; from: DayNumber; to: DayNumber }>();
  const spans = new Map<string, DilemmaSpan[]>();
  const close = (id: string) => {
    const span = open.get(id);
    open.delete(id);
    if (span !== undefined) spans.set(id, [...(spans.get(id) ?? []), span]);
  };
  for (const point of series) {
    const day = toDayNumber(point.asOf);
    const now = new Map<string, SeriesPoint['findings'][number]>();
    for (const finding of point.findings) {
      const other = now.get(finding.id);
      if (other === undefined || weight[finding.status] > weight[other.status]) now.set(finding.id, finding);
    }
    for (const id of [...open.keys()]) if (now.get(id)?.status !== open.get(id)?.status) close(id);
    for (const [id, { key, status }] of now) {
      const span = open.get(id);
      if (span === undefined) open.set(id, { key, status, from: day, to: day });
      else span.to = day;
    }
  }
  for (const id of [...open.keys()]) close(id);
  return dilemmaIds.flatMap((id) => (spans.has(id) ? [{ id, spans: spans.get(id) ?? [] }] : []));
}

/** Runs of known values; what lies between two runs is unknown and is hatched, never drawn as zero. */
export function runsOf(series: readonly SeriesPoint[], variable: Variable): { day: DayNumber; value: number }[][] {
  const runs: { day: DayNumber; value: number }[][] = [];
  let run: { day: DayNumber; value: number }[] = [];
  for (const point of series) {
    const value = point[variable];
    if (value !== null) run.push({ day: toDayNumber(point.asOf), value });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Days between runs, where nothing is known. */
export function gapsOf(
  runs: readonly (readonly { day: DayNumber }[])[],
  first: DayNumber,
  last: DayNumber,
): { from: DayNumber; to: DayNumber }[] {
  const gaps: { from: DayNumber; to: DayNumber }[] = [];
  let from = first;
  for (const run of runs) {
    const start = run[0]?.day ?? from;
    if (start > from) gaps.push({ from, to: start });
    from = run.at(-1)?.day ?? from;
  }
  if (from < last) gaps.push({ from, to: last });
  return gaps;
}

/** The stop before or after a date. */
export function stepFrom(stops: readonly IsoDate[], asOf: IsoDate, direction: 1 | -1): IsoDate | undefined {
  return direction === 1 ? stops.find((stop) => stop > asOf) : stops.findLast((stop) => stop < asOf);
}
