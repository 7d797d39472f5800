/** Did a series change its level or its slope when somebody intervened? Segmented regression with errors that allow for autocorrelation. */
import { studentAbove, studentQuantile } from '@gongze/statistics';
import { answered, type Notice, refused, type SurvivalAnswer } from './answer.ts';
import { inverse, times } from './linear.ts';

export interface SeriesPoint {
  readonly time: number;
  readonly value: number;
}

export interface InterruptedOptions {
  /** Time of the intervention; points at or after it count as after. */
  readonly at: number;
  /** Lags of autocorrelation that the errors allow for; by default ⌊4 (n/100)^(2/9)⌋. */
  readonly lag?: number;
  readonly level: number;
}

export interface InterruptedDocument {
  readonly at: number;
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly lag: number;
  readonly df: number;
  /** Terms: intercept, slope before, change of level, change of slope. */
  readonly coefficients: readonly Readonly<Record<string, string | number>>[];
  readonly vcov: readonly (readonly number[])[];
  /** Of the residuals, in order of time: about 2 without autocorrelation of the first order. */
  readonly durbinWatson: number;
  readonly fitted: readonly { readonly time: number; readonly value: number; readonly fitted: number; readonly expected: number }[];
  readonly notices: readonly Notice[];
}

const termNames = ['intercept', 'slope', 'level change', 'slope change'] as const;
const size = termNames.length;
/** Points on each side: two fix a line, a third says how well. */
const sideMin = 3;

function rowOf(time: number, at: number): Float64Array {
  const after = time >= at ? 1 : 0;
  return Float64Array.of(1, time - at, after, after * (time - at));
}

function outer(into: Float64Array, a: Float64Array, b: Float64Array, weight: number): void {
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) into[i * size + j] = (into[i * size + j] as number) + weight * (a[i] as number) * (b[j] as number);
}

/** Σ eₜ² xₜxₜᵀ + Σ_{l ≤ L} (1 − l/(L + 1)) Σₜ eₜeₜ₋ₗ (xₜxₜ₋ₗᵀ + xₜ₋ₗxₜᵀ). */
function neweyWest(rows: readonly Float64Array[], residuals: readonly number[], lag: number): Float64Array {
  const spread = new Float64Array(size * size);
  for (let l = 0; l <= lag; l += 1) {
    const weight = 1 - l / (lag + 1);
    for (let t = l; t < rows.length; t += 1) {
      const product = weight * (residuals[t] as number) * (residuals[t - l] as number);
      outer(spread, rows[t] as Float64Array, rows[t - l] as Float64Array, product);
      if (l > 0) outer(spread, rows[t - l] as Float64Array, rows[t] as Float64Array, product);
    }
  }
  return spread;
}

/**
 * value = a + b (t − T) + [t ≥ T] (c + d (t − T)) by least squares: c is the jump at the intervention, d the change of slope. Variance by
 * Newey and West with Bartlett's weights, times n/(n − 4); tests by Student's t with n − 4 degrees of freedom.
 *
 * Points are taken in order of time and lags counted in points. `expected` continues the line from before.
 * Refuses: `badSetting` for a lag that is none, `nothingLeft` with fewer than three points on a side, `collinear` where times coincide.
 * Source: A. K. Wagner et al., Segmented regression analysis of interrupted time series studies, Journal of Clinical Pharmacy and
 * Therapeutics 27, 2002, 299–309; W. K. Newey and K. D. West, Econometrica 55, 1987, 703–708.
 */
export function interruptedDocument(points: readonly SeriesPoint[], options: InterruptedOptions): SurvivalAnswer<InterruptedDocument> {
  const { at, level } = options;
  const series = [...points].sort((a, b) => a.time - b.time);
  const n = series.length;
  const before = series.filter(({ time }) => time < at).length;
  if (before < sideMin || n - before < sideMin)
    return refused(
      'nothingLeft',
      `干预前有${before}个点、干预后有${n - before}个点；每侧至少需要${sideMin}个。`,
      `There are ${before} points before the intervention and ${n - before} after it; each side needs at least ${sideMin}.`,
    );
  const lag = options.lag ?? Math.floor(4 * (n / 100) ** (2 / 9));
  if (!(Number.isInteger(lag) && lag >= 0 && lag < n))
    return refused('badSetting', `滞后阶数须为0至${n - 1}的整数。`, `The lag has to be a whole number from 0 to ${n - 1}.`);
  const rows = series.map(({ time }) => rowOf(time, at));
  const gram = new Float64Array(size * size);
  const moment = new Float64Array(size);
  for (const [t, row] of rows.entries()) {
    outer(gram, row, row, 1);
    for (let i = 0; i < size; i += 1) moment[i] = (moment[i] as number) + (row[i] as number) * (series[t]?.value ?? 0);
  }
  const solved = inverse(gram, size);
  if ('singularAt' in solved)
    return refused('collinear', '某一侧的时间全都相同，画不出斜率。', 'On one side all times are the same, so there is no slope.');
  const beta = times(solved.inverse, moment);
  const predicted = rows.map((row) => row.reduce((sum, value, i) => sum + value * (beta[i] as number), 0));
  const residuals = series.map(({ value }, t) => value - (predicted[t] as number));
  const spread = neweyWest(rows, residuals, lag);
  const df = n - size;
  const variance = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solution = times(solved.inverse, times(spread, times(solved.inverse, unit)));
    for (let row = 0; row < size; row += 1) variance[row * size + column] = ((solution[row] as number) * n) / df;
  }
  const t95 = studentQuantile((1 + level) / 2, df);
  const squares = residuals.reduce((sum, value) => sum + value * value, 0);
  const steps = residuals.slice(1).reduce((sum, value, t) => sum + (value - (residuals[t] as number)) ** 2, 0);
  return answered({
    ...{ at, n, before, after: n - before, lag, df },
    coefficients: termNames.map((term, i) => {
      const coef = beta[i] as number;
      const se = Math.sqrt(variance[i * size + i] as number);
      return { term, coef, se, t: coef / se, p: 2 * studentAbove(Math.abs(coef / se), df), lower: coef - t95 * se, upper: coef + t95 * se };
    }),
    vcov: Array.from({ length: size }, (_, row) => [...variance.subarray(row * size, (row + 1) * size)]),
    durbinWatson: steps / squares,
    fitted: series.map(({ time, value }, t) => ({
      ...{ time, value, fitted: predicted[t] as number },
      expected: (beta[0] as number) + (beta[1] as number) * (time - at),
    })),
    notices: [],
  });
}
