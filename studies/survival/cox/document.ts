/** Cox regression with its tests, ready to print. Names of fields are those of R's `coxph`, `cox.zph` and `basehaz`. */
import { chiSquareAbove, zOf } from '@gongze/statistics';
import { answered, type Notice, refused, type SurvivalAnswer } from '../answer.ts';
import type { SurvivalData } from '../data.ts';
import { asRows, inverseForm, times } from '../linear.ts';
import { concordance, type Concordance } from './concordance.ts';
import { predictors, type TieMethod } from './deathTimes.ts';
import { type Design, designOf } from './design.ts';
import { type CoxFit, fitCox } from './fit.ts';
import { proportionality, type ProportionalityRow, type TimeTransform } from './proportionality.ts';
import { baselineHazard, type BaselineHazard, scoreResiduals, scoreSpread } from './residuals.ts';

export interface CoxOptions {
  readonly ties: TieMethod;
  readonly level: number;
  /** Variances that do not trust the model; they are taken as well where the data name clusters. */
  readonly robust: boolean;
  /** Beside "km" and "identity". */
  readonly transform?: TimeTransform;
}

export interface Test {
  readonly test: number;
  readonly df: number;
  readonly pvalue: number;
}

export interface CoxDocument {
  readonly ties: TieMethod;
  readonly n: number;
  readonly nevent: number;
  /** term, coef, hr, se, (robust_se,) z, p, hr_lower95, hr_upper95; z and p from the robust error where there is one. */
  readonly coefficients: readonly Readonly<Record<string, string | number>>[];
  readonly vcov: readonly (readonly number[])[];
  readonly naive_vcov?: readonly (readonly number[])[];
  readonly loglik_null: number;
  readonly loglik: number;
  readonly lr: Test;
  readonly wald: Test;
  readonly score: Test;
  readonly robust_score?: Test;
  readonly concordance: Concordance;
  readonly iter: number;
  readonly zph_km: readonly ProportionalityRow[];
  readonly zph_identity: readonly ProportionalityRow[];
  readonly zph_log?: readonly ProportionalityRow[];
  readonly zph_rank?: readonly ProportionalityRow[];
  readonly basehaz: BaselineHazard;
  readonly strata: readonly string[];
  readonly AIC: number;
  readonly notices: readonly Notice[];
}

function testOf(test: number, df: number): Test {
  return { test, df, pvalue: chiSquareAbove(test, df) };
}

/** From the scale of the design to that of the data. */
function unscaled(matrix: Float64Array, { terms, scale }: Design): Float64Array {
  return matrix.map((value, at) => value / ((scale[Math.floor(at / terms)] as number) * (scale[at % terms] as number)));
}

/** V S V. */
function sandwich(variance: Float64Array, spread: Float64Array, size: number): Float64Array {
  const column = (matrix: Float64Array, at: number): Float64Array =>
    Float64Array.from({ length: size }, (_, row) => matrix[row * size + at] as number);
  const result = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) {
    const solved = times(variance, times(spread, column(variance, at)));
    for (let row = 0; row < size; row += 1) result[row * size + at] = solved[row] as number;
  }
  return result;
}

interface Robust {
  readonly variance: Float64Array;
  readonly score: number | undefined;
}

function robustOf(data: SurvivalData, design: Design, fit: CoxFit): Robust {
  const efron = fit.ties === 'efron';
  const spread = scoreSpread(design, scoreResiduals(design, fit.beta, efron), data.cluster);
  const atZero = scoreSpread(design, scoreResiduals(design, new Float64Array(design.terms), efron), data.cluster);
  return { variance: sandwich(fit.variance, spread, design.terms), score: inverseForm(atZero, fit.atZero.score) };
}

function coefficientRows(
  names: readonly string[],
  beta: Float64Array,
  naive: Float64Array,
  robust: Float64Array | undefined,
  level: number,
) {
  const zLevel = zOf(level);
  const percent = Number((level * 100).toPrecision(12));
  return names.map((term, at) => {
    const coef = beta[at] as number;
    const error = (matrix: Float64Array): number => Math.sqrt(matrix[at * names.length + at] as number);
    const used = error(robust ?? naive);
    const z = coef / used;
    return {
      ...{ term, coef, hr: Math.exp(coef), se: error(naive), ...(robust && { robust_se: used }), z, p: chiSquareAbove(z * z, 1) },
      [`hr_lower${percent}`]: Math.exp(coef - zLevel * used),
      [`hr_upper${percent}`]: Math.exp(coef + zLevel * used),
    };
  });
}

/** Fewer events than this for each coefficient, and estimates are hardly to be trusted. */
const eventsPerTerm = 5;

function noticesOf(data: SurvivalData, events: number, terms: number): Notice[] {
  if (events >= eventsPerTerm * terms) return [...data.notices];
  const text = {
    zh: `${events}个事件、${terms}个系数：每个系数不足${eventsPerTerm}个事件，估计不稳，近似检验偏乐观。`,
    en: `${events} events for ${terms} coefficients, fewer than ${eventsPerTerm} each: estimates are unstable and the tests too hopeful.`,
  };
  return [...data.notices, { kind: 'fewEvents', text }];
}

/**
 * Cox's proportional hazards regression: coefficients, likelihood-ratio, Wald and score tests, concordance, test of proportionality,
 * baseline hazard. With clusters, or if asked for, variances are the sandwich over clusters (or rows).
 *
 * Refuses: what {@link designOf} and {@link fitCox} refuse, and `badSetting` for robust variances with exact ties.
 * Source: D. R. Cox, Regression models and life-tables, Journal of the Royal Statistical Society B 34, 1972, 187–220;
 * D. Y. Lin and L. J. Wei, The robust inference for the Cox proportional hazards model, JASA 84, 1989, 1074–1078.
 */
export function coxDocument(data: SurvivalData, options: CoxOptions): SurvivalAnswer<CoxDocument> {
  const { ties, level, transform } = options;
  const wantsRobust = options.robust || data.cluster !== undefined;
  if (wantsRobust && ties === 'exact')
    return refused(
      'badSetting',
      '精确法没有稳健方差。请用 --ties efron 或 breslow。',
      'There is no robust variance with exact ties. Use --ties efron or breslow.',
    );
  const designed = designOf(data);
  if (!designed.ok) return designed;
  const design = designed.value;
  const names = data.covariates.terms.map(({ name }) => name);
  const fitted = fitCox(design, names, ties);
  if (!fitted.ok) return fitted;
  const fit = fitted.value;
  const { terms, scale } = design;
  const efron = ties === 'efron';
  const robust = wantsRobust ? robustOf(data, design, fit) : undefined;
  const naive = unscaled(fit.variance, design);
  const sandwiched = robust && unscaled(robust.variance, design);
  const wald = inverseForm(robust?.variance ?? fit.variance, fit.beta) ?? Number.NaN;
  const events = design.event.reduce((sum, value) => sum + value, 0);
  const zph = (by: TimeTransform): ProportionalityRow[] => proportionality(data, design, fit.beta, efron, by);
  return answered({
    ...{ ties, n: data.rows, nevent: events },
    coefficients: coefficientRows(
      names,
      fit.beta.map((value, at) => value / (scale[at] as number)),
      naive,
      sandwiched,
      level,
    ),
    vcov: asRows(sandwiched ?? naive, terms),
    ...(sandwiched && { naive_vcov: asRows(naive, terms) }),
    loglik_null: fit.atZero.logLikelihood,
    loglik: fit.logLikelihood,
    lr: testOf(2 * (fit.logLikelihood - fit.atZero.logLikelihood), terms),
    wald: testOf(wald, terms),
    score: testOf(fit.scoreTest, terms),
    ...(robust?.score !== undefined && { robust_score: testOf(robust.score, terms) }),
    concordance: concordance(design, predictors(design, fit.beta), data.cluster),
    iter: fit.iterations,
    zph_km: zph('km'),
    zph_identity: zph('identity'),
    ...(transform === 'log' && { zph_log: zph('log') }),
    ...(transform === 'rank' && { zph_rank: zph('rank') }),
    basehaz: baselineHazard(design, fit.beta, efron),
    strata: data.strata.labels.length > 1 ? data.strata.labels : [],
    AIC: 2 * terms - 2 * fit.logLikelihood,
    notices: noticesOf(data, events, terms),
  });
}
