/**
 * The article's three hypotheses traced on a case, with the three older explanations as rivals.
 *
 * Every hypothesis is held against its own negation: the rivals do not exclude one another, so their posteriors need not sum to one.
 * Likelihoods are conventions of this product, wide on purpose, and there to be replaced. Of the rivals no sign is presumed: that
 * good and bad experience may both motivate, they ask only whether conversion moves with their variable while no superior acts.
 */
import type { OpenCase } from '@gongze/domain/report/open';
import type { CaseReport } from '@gongze/domain/report/schema';
import { addDays, isoDateOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Variable } from '@gongze/domain/vocabulary/levels';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered } from '../answer.ts';
import type { Evidence, Likelihood } from './evidence.ts';
import { type Updated, updated } from './updating.ts';

export type TracedId = 'H1' | 'H2' | 'H3' | 'cultural' | 'institutional' | 'rationalChoice';

export interface Traced {
  readonly id: TracedId;
  readonly statement: Bilingual;
  readonly evidence: readonly Evidence[];
  readonly result: Updated;
  /** Of a rival: the way in which conversion moved with its variable; null where it did not, or could not be read. */
  readonly sign: '+' | '−' | null;
}

/** Nothing is known before the evidence; that is a convention, and the range says how little it is worth. */
const openPrior: Likelihood = { low: 0.3, likely: 0.5, high: 0.7 };

const judged = {
  roseAfter: { ifTrue: { low: 0.5, likely: 0.7, high: 0.9 }, ifFalse: { low: 0.2, likely: 0.4, high: 0.6 } },
  stillBefore: { ifTrue: { low: 0.6, likely: 0.8, high: 0.95 }, ifFalse: { low: 0.3, likely: 0.5, high: 0.7 } },
  movesWith: { ifTrue: { low: 0.5, likely: 0.7, high: 0.9 }, ifFalse: { low: 0.2, likely: 0.4, high: 0.6 } },
} as const satisfies Record<string, { ifTrue: Likelihood; ifFalse: Likelihood }>;

const reasons = {
  roseAfter: {
    zh: '若假设成立，介入后指数多会上升；若不成立，指数也可能因其他原因上升。',
    en: 'If it holds, the index mostly rises after an intervention; if it does not, the index may rise for other reasons.',
  },
  stillBefore: {
    zh: '若假设成立，介入前同样长的时间里指数不应自行上升；自行上升则说明另有原因。',
    en: 'If it holds, the index should not have been rising by itself for as long before; if it was, something else was at work.',
  },
  movesWith: {
    zh: '若该解释成立，无上级介入时，转化应随其变量而动，方向不限。',
    en: 'If this explanation holds, conversion moves with its variable while no superior acts, whichever way.',
  },
} as const satisfies Record<string, Bilingual>;

/** Readings whose follow-ups overlap see the same months, and are one group. */
function groupsByOverlap(spans: readonly { readonly from: IsoDate; readonly to: IsoDate }[]): number[] {
  let group = -1;
  let end = '';
  return spans.map(({ from, to }) => {
    if (from > end) group += 1;
    if (to > end) end = to;
    return group;
  });
}

type HypothesisReport = CaseReport['hypotheses'][number];

/** Indexes are sums of rounded numbers: 0.55 − 0.5 is no more than 0.05. */
const rounding = 1e-9;

/** Days over which an index is read before a first instrument, as long as after it. */
const daysBefore = 365;

function evidenceFor(hypothesis: HypothesisReport, opened: OpenCase, changeMin: number): Evidence[] {
  const { id, variable } = hypothesis;
  const readings = [...hypothesis.readings].sort((a, b) => (a.on < b.on ? -1 : 1));
  const groups = groupsByOverlap(readings.map(({ on, afterOn }) => ({ from: isoDateOf(on), to: isoDateOf(afterOn) })));
  const after = readings.map(
    ({ instrument, on, change, evidence }, at): Evidence => ({
      id: `${id}.rose.${instrument}`,
      text: {
        zh: `${on}的手段之后，指数上升超过${changeMin}`,
        en: `After the instrument of ${on} the index rose by more than ${changeMin}`,
      },
      observed: change === null ? null : change > changeMin + rounding,
      ...judged.roseAfter,
      reason: reasons.roseAfter,
      group: `${id}.after.${groups[at]}`,
      facts: evidence,
    }),
  );
  const [first] = readings;
  if (first === undefined) return after;
  const on = addDays(isoDateOf(first.on), -1);
  const [before, then] = opened.seriesAt([addDays(on, -daysBefore), on]).map((point) => point[variable]);
  const moved = before === null || before === undefined || then === null || then === undefined ? null : then - before;
  const still: Evidence = {
    id: `${id}.still`,
    text: {
      zh: `${first.on}首次介入前的一年里，指数没有自行上升`,
      en: `In the year before the first instrument of ${first.on} the index did not rise by itself`,
    },
    observed: moved === null ? null : moved <= changeMin + rounding,
    ...judged.stillBefore,
    reason: reasons.stillBefore,
    group: `${id}.before`,
    facts: first.evidence,
  };
  return [...after, still];
}

interface Rival {
  readonly id: 'cultural' | 'institutional' | 'rationalChoice';
  readonly statement: Bilingual;
  readonly read: (report: CaseReport) => number | null;
}

const indexOf =
  (variable: Variable) =>
  (report: CaseReport): number | null =>
    report.variables[variable].index;

const rivals: readonly Rival[] = [
  {
    id: 'cultural',
    statement: { zh: '文化论：责任转化取决于关系与信任的基础。', en: 'Culture: conversion depends on relations and trust.' },
    read: indexOf('culture'),
  },
  {
    id: 'institutional',
    statement: {
      zh: '制度论：责任转化取决于规则与组织的完备。',
      en: 'Institutions: conversion depends on how complete rules and organisations are.',
    },
    read: indexOf('institution'),
  },
  {
    id: 'rationalChoice',
    statement: {
      zh: '理性选择论：责任转化取决于各方的净收益。',
      en: 'Rational choice: conversion depends on what each party gains on balance.',
    },
    read: (report) => report.variables.action.components.find(({ id }) => id === 'netIncentive')?.value ?? null,
  },
];

/** Whether a direct instrument was open at some time between two days. */
function intervenedBetween(report: CaseReport, from: string, to: string): boolean {
  return report.interventions.some((one) => one.from !== null && one.from <= to && (one.to === null || one.to >= from));
}

/** Changes of conversion and of a variable over the years in which no superior acted. */
function quietChanges(reports: readonly CaseReport[], read: Rival['read']): { readonly years: string; readonly same: number }[] {
  return reports.slice(1).flatMap((report, at) => {
    const before = reports[at] as CaseReport;
    if (intervenedBetween(reports.at(-1) as CaseReport, before.asOf, report.asOf)) return [];
    const [x, y] = [read(report), report.stageFunnel.conversionEfficiency];
    const [xBefore, yBefore] = [read(before), before.stageFunnel.conversionEfficiency];
    if (x === null || y === null || xBefore === null || yBefore === null) return [];
    // A year in which nothing moved says nothing about what moves with what.
    if (x === xBefore && y === yBefore) return [];
    return [{ years: `${before.asOf}–${report.asOf}`, same: Math.sign(x - xBefore) * Math.sign(y - yBefore) }];
  });
}

function rivalTraced(rival: Rival, reports: readonly CaseReport[]): Answer<Traced> {
  const changes = quietChanges(reports, rival.read);
  const total = changes.reduce((sum, { same }) => sum + same, 0);
  const evidence = changes.map(
    ({ years, same }): Evidence => ({
      id: `${rival.id}.${years}`,
      text: {
        zh: `${years}无上级直接介入，转化与该变量同动`,
        en: `${years}, without direct intervention, conversion moved with the variable`,
      },
      observed: same !== 0,
      ...judged.movesWith,
      reason: reasons.movesWith,
      // One case is one course of events: its years are not independent.
      group: rival.id,
      facts: (reports.at(-1) as CaseReport).stageFunnel.verified.evidence,
    }),
  );
  const result = updated(openPrior, evidence);
  if (!result.ok) return result;
  const sign = total > 0 ? '+' : total < 0 ? '−' : null;
  return answered({ id: rival.id, statement: rival.statement, evidence, result: result.value, sign });
}

/** Last days of the years of a case up to a date, and the date. */
function yearsOf(opened: OpenCase, asOf: IsoDate): IsoDate[] {
  const first = Number((opened.ordered[0]?.occurred.last ?? asOf).slice(0, 4));
  const last = Number(asOf.slice(0, 4));
  const ends = Array.from({ length: Math.max(0, last - first) }, (_, at) => isoDateOf(`${first + at}-12-31`));
  return [...ends.filter((end) => end < asOf), asOf];
}

/**
 * H1 to H3 and the three rivals on one case.
 *
 * @param changeMin by how much an index must rise to have risen (`hypotheses.changeMin`)
 * Cost: one full report, and a short one for every year of the case.
 */
export function traceArticle(opened: OpenCase, asOf: IsoDate, changeMin: number): Answer<Traced[]> {
  const report = opened.reportAt(asOf);
  const traced: Traced[] = [];
  for (const hypothesis of report.hypotheses) {
    const evidence = evidenceFor(hypothesis, opened, changeMin);
    const result = updated(openPrior, evidence);
    if (!result.ok) return result;
    traced.push({ id: hypothesis.id, statement: hypothesis.statement, evidence, result: result.value, sign: null });
  }
  const years = yearsOf(opened, asOf).map((date) => opened.reportAt(date, { hypotheses: false }));
  for (const rival of rivals) {
    const own = rivalTraced(rival, years);
    if (!own.ok) return own;
    traced.push(own.value);
  }
  return answered(traced);
}
