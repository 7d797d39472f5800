/**
 * The most-similar comparison that the article argues from: two cases, the same date, the same measures, with what
 * differs marked; and every intervention of one case read over the other case for the same days. A comparison of two
 * cases shows where they differ, not why.
 */
import { ruleOf } from '../dilemmas/diagnose.ts';
import { both, grouped, percent } from '../stages/explain.ts';
import { channelNames } from '../variables/channels.ts';
import { addDays, earliest, isoDateOf, type IsoDate } from '../vocabulary/dates.ts';
import { type Channel, channels, type Variable, variables } from '../vocabulary/levels.ts';
import type { Parameters } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { OpenCase } from './open.ts';
import type { CaseReport } from './schema.ts';

export type ComparisonGroup = 'conditions' | 'intervention' | 'variables' | 'dilemmas' | 'outcome';

export interface ComparisonCell {
  /** Number behind the text, where there is one; `null` = unknown. */
  readonly value: number | null;
  readonly text: Bilingual;
  readonly evidence: readonly string[];
}

export interface ComparisonRow {
  readonly group: ComparisonGroup;
  readonly measure: string;
  readonly name: Bilingual;
  readonly cells: readonly [ComparisonCell, ComparisonCell];
  /** `null` where one of the two is unknown. */
  readonly differs: boolean | null;
}

/** An intervention in one case, with both cases before it and when it is read again. */
export interface ParallelReading {
  readonly hypothesis: 'H1' | 'H2' | 'H3';
  readonly variable: Variable;
  readonly instrument: string;
  readonly channel: Channel;
  readonly on: string;
  readonly afterOn: string;
  readonly own: { readonly before: number | null; readonly after: number | null };
  readonly other: { readonly before: number | null; readonly after: number | null };
}

export interface CaseComparison {
  readonly asOf: string;
  readonly cases: readonly [string, string];
  readonly titles: readonly [Bilingual, Bilingual];
  readonly rows: readonly ComparisonRow[];
  /** Interventions of the first case, and of the second. */
  readonly parallel: readonly [readonly ParallelReading[], readonly ParallelReading[]];
}

const unknownCell: ComparisonCell = { value: null, text: both('未知', 'unknown'), evidence: [] };

/** A variable, as it stands on the time axis and everywhere else: 0.61. */
function indexCell(value: number | null, evidence: readonly string[] = []): ComparisonCell {
  if (value === null) return unknownCell;
  const text = value.toFixed(2);
  return { value, text: both(text, text), evidence };
}

function shareCell(value: number | null, evidence: readonly string[] = []): ComparisonCell {
  return value === null ? unknownCell : { value, text: percent(value), evidence };
}
function countCell(value: number, evidence: readonly string[] = []): ComparisonCell {
  return { value, text: both(grouped(value), grouped(value)), evidence };
}
function textCell(text: Bilingual, evidence: readonly string[] = []): ComparisonCell {
  return { value: null, text, evidence };
}

type CellOf = (report: CaseReport) => ComparisonCell;
type Differs = (a: ComparisonCell, b: ComparisonCell) => boolean | null;

const differsAsShare =
  (parameters: Parameters): Differs =>
  (a, b) =>
    a.value === null || b.value === null ? null : Math.abs(a.value - b.value) > parameters.get('comparison.shareAlikeMax');
const differsAsNumber: Differs = (a, b) => (a.value === null || b.value === null ? null : a.value !== b.value);
const differsAsText: Differs = (a, b) => a.text.en !== b.text.en;

function row(
  group: ComparisonGroup,
  measure: string,
  name: Bilingual,
  cellOf: CellOf,
  differs: Differs,
  reports: readonly [CaseReport, CaseReport],
): ComparisonRow {
  const cells = [cellOf(reports[0]), cellOf(reports[1])] as const;
  return { group, measure, name, cells, differs: differs(...cells) };
}

function conditions(reports: readonly [CaseReport, CaseReport]): ComparisonRow[] {
  return [
    row('conditions', 'parties', both('当事方', 'parties'), (report) => countCell(report.parties.length), differsAsNumber, reports),
    row(
      'conditions',
      'rungs',
      both('共同上级层级数', 'rungs of the ladder'),
      (report) => countCell(report.ladder.length),
      differsAsNumber,
      reports,
    ),
    row(
      'conditions',
      'agreedItems',
      both('已议定事项', 'items agreed'),
      (report) => countCell(report.stageFunnel.agreed.items, report.stageFunnel.agreed.evidence),
      differsAsNumber,
      reports,
    ),
  ];
}

/** Strongest direct use of a channel up to the date. */
function channelCell(channel: Channel): CellOf {
  return (report) => {
    const own = report.interventions.filter((one) => one.channel === channel);
    if (own.length === 0) return { value: 0, text: both('无记录', 'none recorded'), evidence: [] };
    const strength = Math.max(...own.map((one) => one.strength));
    return {
      value: strength,
      text: both(`${own.length}项，最强${strength}/5`, `${own.length}, strongest ${strength}/5`),
      evidence: own.flatMap((one) => one.evidence),
    };
  };
}

function interventionRows(reports: readonly [CaseReport, CaseReport], parameters: Parameters): ComparisonRow[] {
  const first: CellOf = ({ interventions }) => {
    const [one] = interventions;
    return one?.from ? textCell(both(one.from, one.from), one.evidence) : textCell(both('无记录', 'none recorded'));
  };
  const binding: CellOf = ({ interventions }) =>
    countCell(
      interventions.filter((one) => one.binding).length,
      interventions.filter((one) => one.binding).flatMap((one) => one.evidence),
    );
  return [
    row('intervention', 'firstDirect', both('首次直接介入', 'first direct intervention'), first, differsAsText, reports),
    row(
      'intervention',
      'binding',
      both('有约束力的手段', 'instruments that bind'),
      binding,
      (a, b) => (a.value === 0) !== (b.value === 0),
      reports,
    ),
    ...channels.map((channel) =>
      row(
        'intervention',
        channel,
        channelNames[channel],
        channelCell(channel),
        (a, b) => Math.abs((a.value ?? 0) - (b.value ?? 0)) > parameters.get('comparison.strengthAlikeMax'),
        reports,
      ),
    ),
  ];
}

/** Means over the components that both cases know: indexes over different components are not compared. */
function differsOnCommon(variable: Variable, reports: readonly [CaseReport, CaseReport], parameters: Parameters): boolean | null {
  const [first, second] = reports.map((report) => new Map(report.variables[variable].components.map(({ id, value }) => [id, value])));
  const common = [...(first ?? [])].flatMap(([id, own]) => {
    const other = second?.get(id);
    return own === null || other === null || other === undefined ? [] : [own - other];
  });
  return common.length === 0
    ? null
    : Math.abs(common.reduce((sum, gap) => sum + gap, 0) / common.length) > parameters.get('comparison.shareAlikeMax');
}

function variableRows(reports: readonly [CaseReport, CaseReport], parameters: Parameters): ComparisonRow[] {
  return variables.flatMap((variable) => [
    row(
      'variables',
      variable,
      reports[0].variables[variable].name,
      (report) =>
        indexCell(
          report.variables[variable].index,
          report.variables[variable].components.flatMap((one) => one.evidence),
        ),
      () => differsOnCommon(variable, reports, parameters),
      reports,
    ),
    ...reports[0].variables[variable].components.map(({ id, name }) =>
      row(
        'variables',
        `${variable}.${id}`,
        name,
        (report) => {
          const component = report.variables[variable].components.find((one) => one.id === id);
          return indexCell(component?.value ?? null, component?.evidence);
        },
        differsAsShare(parameters),
        reports,
      ),
    ),
  ]);
}

function dilemmaRows(reports: readonly [CaseReport, CaseReport]): ComparisonRow[] {
  const said: Record<string, Bilingual> = {
    found: both('成立', 'found'),
    mitigated: both('缓解', 'mitigated'),
    risk: both('风险', 'risk'),
    absent: both('未成立', 'not found'),
    undetermined: both('未能判定', 'undetermined'),
  };
  return reports[0].verdicts.map(({ id }) =>
    row(
      'dilemmas',
      id,
      ruleOf(id).name,
      (report) => {
        const verdict = report.verdicts.find((one) => one.id === id);
        return textCell(said[verdict?.verdict ?? 'undetermined'] as Bilingual, verdict?.evidence);
      },
      (a, b) => ([a, b].some((cell) => cell.text.en === 'undetermined') ? null : a.text.en !== b.text.en),
      reports,
    ),
  );
}

function outcomeRows(reports: readonly [CaseReport, CaseReport], parameters: Parameters): ComparisonRow[] {
  const overdue: CellOf = ({ obligations }) => {
    const dated = obligations.filter((one) => one.dueOn !== null);
    const late = dated.filter((one) => one.overdueSince !== null && one.fulfilledOn === null);
    return dated.length === 0
      ? unknownCell
      : {
          ...shareCell(
            late.length / dated.length,
            late.flatMap((one) => one.evidence),
          ),
          text: both(`${dated.length}项中${late.length}项`, `${late.length} of ${dated.length}`),
        };
  };
  return [
    row(
      'outcome',
      'stage',
      both('所处阶段', 'stage'),
      (report) => (report.stage === null ? unknownCell : countCell(report.stage)),
      differsAsNumber,
      reports,
    ),
    row(
      'outcome',
      'conversionEfficiency',
      both('责任转化效率', 'conversion efficiency'),
      (report) => shareCell(report.stageFunnel.conversionEfficiency, report.stageFunnel.verified.evidence),
      differsAsShare(parameters),
      reports,
    ),
    row('outcome', 'overdue', both('逾期未了的义务', 'duties past due'), overdue, differsAsShare(parameters), reports),
  ];
}

/** Interventions of a case, each with the same variable of both cases on the days of the reading. */
function parallelOf(report: CaseReport, other: OpenCase, asOf: IsoDate): ParallelReading[] {
  const wanted = report.hypotheses.flatMap(({ id, variable, readings }) => readings.map((reading) => ({ id, variable, reading })));
  const dates = [
    ...new Set(wanted.flatMap(({ reading }) => [addDays(isoDateOf(reading.on), -1), earliest(isoDateOf(reading.afterOn), asOf)])),
  ].sort();
  const series = new Map(other.seriesAt(dates).map((point) => [point.asOf, point]));
  return wanted.map(({ id, variable, reading }) => ({
    hypothesis: id,
    variable,
    instrument: reading.instrument,
    channel: reading.channel,
    on: reading.on,
    afterOn: reading.afterOn,
    own: { before: reading.before, after: reading.after },
    other: {
      before: series.get(addDays(isoDateOf(reading.on), -1))?.[variable] ?? null,
      after: series.get(earliest(isoDateOf(reading.afterOn), asOf))?.[variable] ?? null,
    },
  }));
}

/** Compares two opened cases on one date, by the parameters of the first. Cost: one full report each, and one pass over each case. */
export function compareCases(a: OpenCase, b: OpenCase, asOf: IsoDate): CaseComparison {
  const reports = [a.reportAt(asOf), b.reportAt(asOf)] as const;
  const { parameters } = a.input;
  return {
    asOf,
    cases: [reports[0].case, reports[1].case],
    titles: [reports[0].title, reports[1].title],
    rows: [
      ...conditions(reports),
      ...interventionRows(reports, parameters),
      ...variableRows(reports, parameters),
      ...dilemmaRows(reports),
      ...outcomeRows(reports, parameters),
    ],
    parallel: [parallelOf(reports[0], b, asOf), parallelOf(reports[1], a, asOf)],
  };
}
