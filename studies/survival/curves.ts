/** Survival curves of groups, with what is read off them: medians, quantiles, restricted mean. Names of fields are those of R's `survfit`. */
import { type Confidence, type SurvivalCurve, type SurvivalEstimator, survivalQuantile } from '@gongze/statistics';
import { answered, type Notice, type SurvivalAnswer, tooManyGroups } from './answer.ts';
import type { SurvivalData } from './data.ts';
import { type GroupCurve, groupCurves } from './groupCurves.ts';
import { restrictedMean } from './rmst.ts';

export interface CurveOptions {
  readonly confidence: Confidence;
  readonly estimator: SurvivalEstimator;
  /** Shares by which quantiles are read, above 0 and below 1. */
  readonly quantiles: readonly number[];
}

/** `null` where there is no value. */
export type Maybe = number | null;

export interface CurveDocument {
  readonly time: readonly number[];
  readonly 'n.risk': readonly number[];
  readonly 'n.event': readonly number[];
  readonly 'n.censor': readonly number[];
  readonly surv: readonly number[];
  readonly 'std.err': readonly Maybe[];
  readonly lower: readonly Maybe[];
  readonly upper: readonly Maybe[];
  readonly cumhaz: readonly number[];
}

export type QuantileRow = Readonly<Record<string, string | Maybe>>;

export interface KaplanMeierDocument {
  readonly method: SurvivalEstimator;
  readonly conf: Confidence;
  readonly curves: Readonly<Record<string, CurveDocument>>;
  readonly table: readonly Readonly<Record<string, string | Maybe>>[];
  readonly quantiles: Readonly<Record<'quantile' | 'lower' | 'upper', readonly QuantileRow[]>>;
  readonly notices: readonly Notice[];
}

function curveDocument({ steps }: SurvivalCurve): CurveDocument {
  return {
    time: steps.map(({ time }) => time),
    'n.risk': steps.map(({ atRisk }) => atRisk),
    'n.event': steps.map(({ happened }) => happened),
    'n.censor': steps.map(({ censored }) => censored),
    surv: steps.map(({ survival }) => survival),
    'std.err': steps.map(({ standardError }) => standardError ?? null),
    lower: steps.map(({ lower }) => lower ?? null),
    upper: steps.map(({ upper }) => upper ?? null),
    cumhaz: steps.map(({ cumulativeHazard }) => cumulativeHazard),
  };
}

/** 0.5 as `q50`, 0.125 as `q12.5`. */
function quantileName(share: number): string {
  return `q${Number((share * 100).toPrecision(12))}`;
}

/** The mean is restricted to the last time of all groups, as R's table prints it. */
function tableRow({ label, rows, curve }: GroupCurve, tau: number): Readonly<Record<string, string | Maybe>> {
  const median = survivalQuantile(curve, 0.5);
  const { mean, standardError } = restrictedMean(curve, tau);
  const { level } = curve.confidence;
  let most = 0;
  for (const { atRisk } of curve.steps) if (atRisk > most) most = atRisk;
  return {
    stratum: label,
    records: rows,
    'n.max': most,
    'n.start': curve.steps[0]?.atRisk ?? 0,
    events: curve.happened,
    rmean: mean,
    'se(rmean)': standardError,
    median: median.time ?? null,
    [`${level}LCL`]: median.lower ?? null,
    [`${level}UCL`]: median.upper ?? null,
  };
}

function noticesOf(data: SurvivalData, curves: readonly GroupCurve[]): Notice[] {
  const notices = [...data.notices];
  const silent = curves.filter(({ curve }) => curve.happened === 0).map(({ label }) => label);
  if (silent.length > 0)
    notices.push({
      kind: 'allCensored',
      text: {
        zh: `${silent.join('、')}：尚无事件发生，曲线停在1，中位数未知。`,
        en: `${silent.join(', ')}: nothing has happened yet; the curve stays at 1 and there is no median.`,
      },
    });
  if (data.rows === 1)
    notices.push({
      kind: 'oneRow',
      text: { zh: '只有一行数据，看不出变异。', en: 'There is one row only, which says nothing about variation.' },
    });
  return notices;
}

/** Curves with their table and quantiles, ready to print. */
export function kaplanMeierDocument(data: SurvivalData, options: CurveOptions): SurvivalAnswer<KaplanMeierDocument> {
  const many = tooManyGroups(data.group.labels.length);
  if (many) return many;
  const curves = groupCurves(data, options.confidence, options.estimator);
  const tau = data.time.reduce((most, time) => Math.max(most, time), 0);
  const read = curves.map(({ label, curve }) => ({ label, at: options.quantiles.map((share) => survivalQuantile(curve, share)) }));
  const rowsOf = (key: 'time' | 'lower' | 'upper'): QuantileRow[] =>
    read.map(({ label, at }) => ({
      stratum: label,
      ...Object.fromEntries(options.quantiles.map((share, index) => [quantileName(share), at[index]?.[key] ?? null])),
    }));
  return answered({
    method: options.estimator,
    conf: options.confidence,
    curves: Object.fromEntries(curves.map(({ label, curve }) => [label, curveDocument(curve)])),
    table: curves.map((curve) => tableRow(curve, tau)),
    quantiles: { quantile: rowsOf('time'), lower: rowsOf('lower'), upper: rowsOf('upper') },
    notices: noticesOf(data, curves),
  });
}
