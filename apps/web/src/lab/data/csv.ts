/** A table of the reader's own: sets as they are, measures to be calibrated, two columns for times where they are named so. */
import { type Answer, answered } from '@gongze/studies/comparison/answer';
import { tableFromCsv } from '@gongze/studies/comparison/matrix/csv';
import type { Column } from '@gongze/studies/comparison/matrix/table';
import type { ColumnKind, LabColumn, LabData, LabTime } from './types.ts';

const timeNames = /^(time|months|days|时间|月数|天数)$/i;
const eventNames = /^(event|converted|status|事件|是否转化)$/i;
const outcomeNames = /^(y|outcome|conversion|conv|结果|转化|责任转化)$/i;
const interventionNames = /^(intervention|vert|binding|介入|纵向介入)$/i;

function kindOf(name: string): ColumnKind {
  if (timeNames.test(name) || eventNames.test(name)) return 'time';
  if (outcomeNames.test(name)) return 'outcome';
  return interventionNames.test(name) ? 'intervention' : 'other';
}

function rangeOf({ values }: Column): readonly [number, number] {
  const known = values.filter((value) => value !== null);
  const low = known.reduce((least, value) => Math.min(least, value), Infinity);
  const high = known.reduce((most, value) => Math.max(most, value), -Infinity);
  if (known.length === 0) return [0, 1];
  return low >= 0 && high <= 1 ? [0, 1] : [low, high > low ? high : low + 1];
}

function timesOf(cases: readonly string[], columns: readonly Column[]): LabTime[] {
  const time = columns.find(({ name }) => timeNames.test(name));
  const event = columns.find(({ name }) => eventNames.test(name));
  if (time === undefined || event === undefined) return [];
  return cases.flatMap((name, at) => {
    const [own, happened] = [time.values[at] ?? null, event.values[at] ?? null];
    if (own === null || happened === null || own < 0) return [];
    return [{ id: name, title: { zh: name, en: name }, case: name, time: own, event: happened === 0 ? 0 : 1 } as const];
  });
}

/** Reads a file. Refuses as `tableFromCsv` does. */
export function csvData(text: string, file: string): Answer<LabData> {
  const read = tableFromCsv(text);
  if (!read.ok) return read;
  const { cases, columns } = read.value;
  const shown = columns.filter(({ name, values }) => kindOf(name) !== 'time' && values.some((value) => value !== null));
  return answered({
    origin: 'csv',
    cases: cases.map((name) => ({ id: name, title: { zh: name, en: name } })),
    columns: shown.map(
      (column): LabColumn => ({
        id: column.name,
        title: { zh: column.name, en: column.name },
        kind: kindOf(column.name),
        range: rangeOf(column),
      }),
    ),
    raw: { cases, columns: shown },
    times: timesOf(cases, columns),
    unit: 'asGiven',
    source: file,
  });
}
