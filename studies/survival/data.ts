/** From a table to durations that can be analysed: complete rows, times checked and nearly equal ones merged, levels coded. */
import { answered, type Notice, refused, type Refused, type SurvivalAnswer } from './answer.ts';
import { causesOf, eventsOf, type Grouping, groupingOf, numbersOf } from './codes.ts';
import { cellsOf, isUnknown, type SurvivalTable } from './table.ts';
import { type Covariates, covariatesOf, type CovariateSpec, specsOf } from './covariates.ts';

export interface SurvivalAsked {
  readonly time: string;
  readonly event: string;
  /** Where an observation begins, for late entry and covariates that change: the row counts in (start, time]. */
  readonly start?: string;
  readonly group?: readonly string[];
  readonly strata?: readonly string[];
  /** Rows of the same unit, for robust variances. */
  readonly cluster?: string;
  /** Covariates, each a column, or `factor(column)` for numbers that are names; `strata(column)` adds a stratum. */
  readonly covariates?: readonly string[];
  /** Level of a covariate that the others are compared with; by default the first. */
  readonly baselines?: Readonly<Record<string, string>>;
  /** Value of the event column that means it happened. */
  readonly eventValue?: string;
  /** The event column holds several kinds of events. */
  readonly competing?: boolean;
}

export interface SurvivalData {
  readonly rows: number;
  readonly time: Float64Array;
  readonly start: Float64Array | undefined;
  /** 0 = not happened; else the kind, which is 1 unless there are several. */
  readonly events: Int32Array;
  readonly causes: readonly string[];
  readonly group: Grouping;
  readonly strata: Grouping;
  readonly cluster: Grouping | undefined;
  readonly covariates: Covariates;
  readonly notices: readonly Notice[];
}

/** Times that differ by less, as a share of the mean time, are the same: 0.1 + 0.2 and 0.3. As R's `timefix` does. */
const mergedWithin = Math.sqrt(Number.EPSILON);

/** Puts all times that are nearly equal on the first of them. Returns how many distinct times went. */
function merge(columns: readonly Float64Array[]): number {
  const sorted = Float64Array.from(columns.flatMap((column) => [...column])).sort();
  const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
  const mean = distinct.reduce((sum, value) => sum + Math.abs(value), 0) / distinct.length;
  const target = new Map<number, number>();
  let current = distinct[0] as number;
  for (let at = 1; at < distinct.length; at += 1) {
    const value = distinct[at] as number;
    const gap = value - (distinct[at - 1] as number);
    if (gap <= mergedWithin || gap / mean <= mergedWithin) target.set(value, current);
    else current = value;
  }
  if (target.size > 0) for (const column of columns) for (const [row, value] of column.entries()) column[row] = target.get(value) ?? value;
  return target.size;
}

interface Columns {
  readonly [name: string]: readonly string[];
}

/** The cells of all columns asked for, without rows in which one of them is unknown. */
function complete(table: SurvivalTable, names: readonly string[]): SurvivalAnswer<{ columns: Columns; left: number; rows: number }> {
  const found: (readonly string[])[] = [];
  for (const name of names) {
    const cells = cellsOf(table, name);
    if (!cells.ok) return cells;
    found.push(cells.value);
  }
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row += 1) if (found.every((cells) => !isUnknown(cells[row] as string))) kept.push(row);
  if (kept.length === 0)
    return refused(
      'nothingLeft',
      '每一行都有未知的单元格，没有可用的行。请补全数据，或少用几列。',
      'Every row has an unknown cell, so that none is left. Fill in the data, or ask for fewer columns.',
    );
  const whole = kept.length === table.rows;
  const columns = Object.fromEntries(
    names.map((name, at) => [
      name,
      whole ? (found[at] as readonly string[]) : kept.map((row) => (found[at] as readonly string[])[row] as string),
    ]),
  );
  return answered({ columns, left: table.rows - kept.length, rows: kept.length });
}

function badTimes(asked: SurvivalAsked, time: Float64Array, start: Float64Array | undefined): Refused | undefined {
  const negative = [time, ...(start ? [start] : [])].flatMap((column, at) => (column.some((value) => value < 0) ? [at] : []))[0];
  if (negative !== undefined && start === undefined) {
    const name = asked.time;
    return refused(
      'negativeTime',
      `“${name}”列中有负数。时间应从起点量起，不小于0。`,
      `Column "${name}" holds negative times. Measure times from the beginning, so that none is below 0.`,
      [name],
    );
  }
  const row = start?.findIndex((value, at) => value >= (time[at] as number)) ?? -1;
  if (row < 0) return undefined;
  return refused(
    'startNotBefore',
    `有一行的起始时间${start?.[row]}不早于结束时间${time[row]}。起始时间必须早于结束时间。`,
    `A row starts at ${start?.[row]}, which is not before its end at ${time[row]}. Every row has to start before it ends.`,
    [asked.start ?? '', asked.time],
  );
}

function noticesOf(left: number, merged: number, oneTwo: boolean): Notice[] {
  const notices: Notice[] = [];
  if (left > 0)
    notices.push({
      kind: 'rowsLeftOut',
      text: { zh: `有${left}行因单元格未知而未计入。`, en: `${left} rows with unknown cells were left out.` },
    });
  if (merged > 0)
    notices.push({
      kind: 'timesMerged',
      text: {
        zh: `有${merged}个时间与另一时间仅差舍入误差，已视为相同。`,
        en: `${merged} times differ from another only by rounding and count as the same.`,
      },
    });
  if (oneTwo)
    notices.push({
      kind: 'oneTwoEvents',
      text: { zh: '事件列只有1和2：2表示已发生。', en: 'The event column holds 1 and 2: 2 means that it happened.' },
    });
  return notices;
}

/** Every column once. */
function namesAsked(asked: SurvivalAsked, specs: readonly CovariateSpec[]): string[] {
  const { time, event, start, group = [], strata = [], cluster } = asked;
  const optional = [start, cluster].filter((name) => name !== undefined);
  return [...new Set([time, event, ...optional, ...group, ...strata, ...specs.map(({ column }) => column)])];
}

/**
 * Durations as asked. Rows with an unknown cell in a column that is used are left out and told.
 *
 * Refuses: `unknownColumn`, `nothingLeft`, `notNumber`, `negativeTime`, `startNotBefore`, `badEvent`, `badSetting`.
 */
export function prepareSurvival(table: SurvivalTable, asked: SurvivalAsked): SurvivalAnswer<SurvivalData> {
  const specs = specsOf(asked.covariates ?? []);
  const read = complete(table, namesAsked(asked, specs));
  if (!read.ok) return read;
  const { columns, left, rows } = read.value;
  const cells = (name: string): readonly string[] => columns[name] as readonly string[];
  const time = numbersOf(asked.time, cells(asked.time));
  if (!time.ok) return time;
  const start = asked.start === undefined ? undefined : numbersOf(asked.start, cells(asked.start));
  if (start && !start.ok) return start;
  const bad = badTimes(asked, time.value, start?.value);
  if (bad) return bad;
  const merged = merge([time.value, ...(start ? [start.value] : [])]);
  const events = asked.competing ? undefined : eventsOf(asked.event, cells(asked.event), asked.eventValue);
  if (events && !events.ok) return events;
  const kinds = events ? { events: events.value.events, causes: [asked.event] } : causesOf(cells(asked.event));
  const covariates = covariatesOf(
    specs.filter(({ kind }) => kind !== 'strata'),
    columns,
    asked.baselines ?? {},
  );
  if (!covariates.ok) return covariates;
  const grouped = (names: readonly string[]): Grouping =>
    groupingOf(
      names.map((name) => ({ name, cells: cells(name) })),
      rows,
    );
  const strata = [...(asked.strata ?? []), ...specs.filter(({ kind }) => kind === 'strata').map(({ column }) => column)];
  return answered({
    rows,
    time: time.value,
    start: start?.value,
    ...kinds,
    group: grouped(asked.group ?? []),
    strata: grouped(strata),
    cluster: asked.cluster === undefined ? undefined : grouped([asked.cluster]),
    covariates: covariates.value,
    notices: noticesOf(left, merged, events?.value.oneTwo ?? false),
  });
}
