/**
 * The case matrix from cases of the ledger: raw measures of every case at a date, or over a window, each with the facts behind it.
 * Raw, because what counts as strong or weak is a decision: calibration makes it, with reasons.
 */
import type { OpenCase } from '@gongze/domain/report/open';
import type { CaseReport } from '@gongze/domain/report/schema';
import { channelNames } from '@gongze/domain/variables/channels';
import { addDays, daysBetween, type IsoDate } from '@gongze/domain/vocabulary/dates';
import { channels, variables } from '@gongze/domain/vocabulary/levels';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, refused } from '../answer.ts';
import { type CaseTable, caseTable } from './table.ts';

export interface Reading {
  /** `null` = the facts do not say. */
  readonly value: number | null;
  readonly evidence: readonly string[];
}

export type MeasureKind = 'issue' | 'variable' | 'component' | 'intervention' | 'outcome';

/** Something that can be read off every case. */
export interface Measure {
  /** Name of the column: short, and safe in an expression. */
  readonly id: string;
  readonly kind: MeasureKind;
  readonly name: Bilingual;
  /** Bounds of the measure. */
  readonly range: readonly [number, number];
  /** Over a window: the mean of what is known, the strongest, or the last. */
  readonly overWindow: 'mean' | 'most' | 'last';
  readonly read: (report: CaseReport, opened: OpenCase) => Reading;
}

const issueAttributes = {
  homogeneity: { zh: '议题同质性', en: 'homogeneity of the issue' },
  attention: { zh: '议题受关注度', en: 'attention to the issue' },
  weightInAppraisal: { zh: '考核权重', en: 'weight in appraisal' },
  spillover: { zh: '外溢性', en: 'spillover' },
} as const satisfies Record<string, Bilingual>;

const issueMeasures = Object.entries(issueAttributes).map(
  ([id, name]): Measure => ({
    id,
    kind: 'issue',
    name,
    range: [1, 5],
    overWindow: 'last',
    read: (_, { ordered }) => {
      const fact = ordered.find(({ type }) => type === 'caseOpened');
      if (fact?.type !== 'caseOpened') return { value: null, evidence: [] };
      const attribute = fact.payload.issue?.[id as keyof typeof issueAttributes];
      return { value: attribute?.level ?? null, evidence: attribute === undefined ? [] : [fact.id] };
    },
  }),
);

const variableNames: Readonly<Record<(typeof variables)[number], Bilingual>> = {
  culture: { zh: '文化情境', en: 'culture' },
  institution: { zh: '制度架构', en: 'institution' },
  action: { zh: '行动过程', en: 'action' },
};

const variableMeasures = variables.map(
  (variable): Measure => ({
    id: variable,
    kind: 'variable',
    name: variableNames[variable],
    range: [0, 1],
    overWindow: 'mean',
    read: (report) => {
      const { index, components } = report.variables[variable];
      return { value: index, evidence: [...new Set(components.flatMap(({ evidence }) => evidence))] };
    },
  }),
);

/** Strength of the direct instruments that were open at the date or before: 0 none, 1 to 5. */
function strengthOf(report: CaseReport, keep: (one: CaseReport['interventions'][number]) => boolean): Reading {
  const own = report.interventions.filter(keep);
  return { value: own.reduce((most, { strength }) => Math.max(most, strength), 0), evidence: own.flatMap(({ evidence }) => evidence) };
}

const interventionMeasures: readonly Measure[] = [
  {
    id: 'intervention',
    kind: 'intervention',
    name: { zh: '直接介入的最大强度', en: 'greatest strength of direct intervention' },
    range: [0, 5],
    overWindow: 'most',
    read: (report) => strengthOf(report, () => true),
  },
  {
    id: 'binding',
    kind: 'intervention',
    name: { zh: '有约束力手段的最大强度', en: 'greatest strength of binding instruments' },
    range: [0, 5],
    overWindow: 'most',
    read: (report) => strengthOf(report, ({ binding }) => binding),
  },
  ...channels.map(
    (channel): Measure => ({
      id: channel,
      kind: 'intervention',
      name: channelNames[channel],
      range: [0, 5],
      overWindow: 'most',
      read: (report) => strengthOf(report, (one) => one.channel === channel),
    }),
  ),
];

const outcomeMeasures: readonly Measure[] = [
  {
    id: 'conversion',
    kind: 'outcome',
    name: { zh: '责任转化效率', en: 'conversion efficiency' },
    range: [0, 1],
    overWindow: 'last',
    read: ({ stageFunnel }) => ({ value: stageFunnel.conversionEfficiency, evidence: stageFunnel.verified.evidence }),
  },
  {
    id: 'stage',
    kind: 'outcome',
    name: { zh: '所处阶段', en: 'stage reached' },
    range: [1, 3],
    overWindow: 'last',
    read: ({ stage, topics }) => ({ value: stage, evidence: topics.flatMap(({ evidence }) => evidence) }),
  },
];

/** Everything that can be read off any case. */
export const measures: readonly Measure[] = [...issueMeasures, ...variableMeasures, ...interventionMeasures, ...outcomeMeasures];

/** Components of the variables that a report has, as measures. */
export function componentMeasures(report: CaseReport): Measure[] {
  return variables.flatMap((variable) =>
    report.variables[variable].components.map(
      ({ id, name }): Measure => ({
        id: `${variable}.${id}`,
        kind: 'component',
        name,
        range: [0, 1],
        overWindow: 'mean',
        read: (own) => {
          const component = own.variables[variable].components.find((one) => one.id === id);
          return { value: component?.value ?? null, evidence: component?.evidence ?? [] };
        },
      }),
    ),
  );
}

export interface CaseAt {
  readonly name: string;
  readonly opened: OpenCase;
  /** The date, or the last day of the window. */
  readonly asOf: IsoDate;
  /** First day of the window; without it the case is read at the date. */
  readonly from?: IsoDate;
}

/** Readings of a window: its last day and days before it, a quarter apart. */
const readEveryDays = 91;

function datesOf({ asOf, from }: CaseAt): IsoDate[] {
  if (from === undefined || from >= asOf) return [asOf];
  const count = Math.ceil(daysBetween(from, asOf) / readEveryDays);
  return [
    from,
    ...Array.from({ length: count }, (_, at) => addDays(asOf, -readEveryDays * (count - 1 - at))).filter((date) => date > from),
  ];
}

function combined(readings: readonly Reading[], how: Measure['overWindow']): Reading {
  const known = readings.filter(({ value }) => value !== null);
  const last = readings.at(-1) ?? { value: null, evidence: [] };
  if (how === 'last') return last;
  if (known.length === 0) return { value: null, evidence: [] };
  const values = known.map(({ value }) => value as number);
  const value = how === 'most' ? Math.max(...values) : values.reduce((sum, one) => sum + one, 0) / values.length;
  return { value, evidence: [...new Set(known.flatMap(({ evidence }) => evidence))] };
}

/**
 * A table with a row for each case and a column for each measure.
 *
 * Cost: one report for each case and day read; a window is read four times a year.
 * Refuses: `emptyTable`, `duplicateCase`, `duplicateColumn`, `noConditions`.
 */
export function tableFromCases(cases: readonly CaseAt[], chosen: readonly Measure[]): Answer<CaseTable> {
  if (chosen.length === 0) return refused('noConditions', '没有选择任何指标。', 'No measure is chosen.');
  const readings = cases.map((one) => {
    const reports = datesOf(one).map((date) => one.opened.reportAt(date, { hypotheses: false }));
    return chosen.map((measure) =>
      combined(
        reports.map((report) => measure.read(report, one.opened)),
        measure.overWindow,
      ),
    );
  });
  return caseTable(
    cases.map(({ name }) => name),
    chosen.map(({ id }, at) => ({
      name: id,
      values: readings.map((row) => row[at]?.value ?? null),
      evidence: readings.map((row) => row[at]?.evidence ?? []),
    })),
  );
}
