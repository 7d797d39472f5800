/**
 * Sobol indices from the evaluations of a Saltelli design: what share of the variance a parameter explains alone (S1), with all its
 * interactions (ST), and a pair together beyond both (S2). Intervals by bootstrap over the base points.
 *
 * S1: mean B(AB − A)/V (Saltelli et al. 2010, Table 2b). ST: mean (A − AB)²/2V (Jansen 1999). S2: mean (BA_j·AB_k − A·B)/V − S_j − S_k
 * (Saltelli 2002). V is the variance of A and B together; the values are centred first, which changes no index and spares digits.
 */
import { normalQuantile } from '@gongze/statistics';
import { Stream } from '../../random/stream.ts';
import { rowsPerPoint } from './saltelli.ts';

export interface Estimate {
  readonly value: number;
  /** Bounds of the interval at the level asked for. */
  readonly low: number;
  readonly high: number;
}

export interface SobolIndices {
  readonly variance: number;
  readonly mean: number;
  readonly first: readonly Estimate[];
  readonly total: readonly Estimate[];
  /** `[j][k]` for j < k; empty without pairs. */
  readonly pairs: readonly (readonly (Estimate | undefined)[])[];
}

export interface IndexOptions {
  readonly dimensions: number;
  readonly pairs: boolean;
  /** Resamples of the bootstrap. */
  readonly resamples: number;
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  readonly seed: number;
}

/** Products of one base point that every index is a mean of. */
interface Terms {
  readonly count: number;
  /** Columns: A, B, A² + B², then D of S1, D of ST, then pairs. */
  readonly width: number;
  readonly table: Float64Array;
}

function termsOf(values: Float64Array, { dimensions: d, pairs }: IndexOptions): Terms {
  const per = rowsPerPoint(d, pairs);
  const count = values.length / per;
  const width = 3 + 2 * d + (pairs ? (d * (d - 1)) / 2 : 0);
  const table = new Float64Array(count * width);
  let mean = 0;
  for (let i = 0; i < count; i++) mean += ((values[i * per] as number) + (values[i * per + per - 1] as number)) / (2 * count);
  for (let i = 0; i < count; i++) {
    const row = i * per;
    const a = (values[row] as number) - mean;
    const b = (values[row + per - 1] as number) - mean;
    let at = i * width;
    table[at++] = a;
    table[at++] = b;
    table[at++] = a * a + b * b;
    for (let j = 1; j <= d; j++) table[at++] = b * ((values[row + j] as number) - mean - a);
    for (let j = 1; j <= d; j++) table[at++] = (a - ((values[row + j] as number) - mean)) ** 2 / 2;
    if (!pairs) continue;
    for (let j = 1; j <= d; j++) {
      for (let k = j + 1; k <= d; k++) {
        table[at++] = ((values[row + d + j] as number) - mean) * ((values[row + k] as number) - mean) - a * b;
      }
    }
  }
  return { count, width, table };
}

/** Indices from column sums: the D of S1, the D of ST, the pairs; V comes last. */
function indicesOf(sums: Float64Array, count: number, d: number, pairs: boolean, into: Float64Array): void {
  const mean = ((sums[0] as number) + (sums[1] as number)) / (2 * count);
  const variance = (sums[2] as number) / (2 * count) - mean * mean;
  for (let j = 0; j < 2 * d; j++) into[j] = (sums[3 + j] as number) / count / variance;
  if (pairs) {
    let at = 2 * d;
    for (let j = 0; j < d; j++) {
      for (let k = j + 1; k < d; k++, at++)
        into[at] = (sums[3 + at] as number) / count / variance - (into[j] as number) - (into[k] as number);
    }
  }
  into[sums.length - 3] = variance;
}

/** Standard deviation of each index over resamples of the base points. */
function spread({ count, width, table }: Terms, { dimensions, pairs, resamples, seed }: IndexOptions): Float64Array {
  const indices = width - 3;
  const stream = Stream.named(seed, 'bootstrap', 0);
  const sums = new Float64Array(width);
  const drawn = new Float64Array(indices + 1);
  const [mean, square] = [new Float64Array(indices), new Float64Array(indices)];
  for (let resample = 0; resample < resamples; resample++) {
    sums.fill(0);
    for (let i = 0; i < count; i++) {
      const at = Math.floor((stream.next() / 0x1_0000_0000) * count) * width;
      for (let column = 0; column < width; column++) sums[column] = (sums[column] as number) + (table[at + column] as number);
    }
    indicesOf(sums, count, dimensions, pairs, drawn);
    for (let j = 0; j < indices; j++) {
      const value = drawn[j] as number;
      const delta = value - (mean[j] as number);
      mean[j] = (mean[j] as number) + delta / (resample + 1);
      square[j] = (square[j] as number) + delta * (value - (mean[j] as number));
    }
  }
  return square.map((sum) => Math.sqrt(sum / Math.max(1, resamples - 1)));
}

/**
 * Indices of the values of all rows of the design, in its order.
 *
 * Cost: O(resamples · N · D²). @returns `undefined` where the output does not vary at all
 */
export function sobolIndices(values: Float64Array, options: IndexOptions): SobolIndices | undefined {
  const { dimensions: d, pairs, level } = options;
  const terms = termsOf(values, options);
  const sums = new Float64Array(terms.width);
  for (let i = 0; i < terms.count; i++) {
    for (let column = 0; column < terms.width; column++)
      sums[column] = (sums[column] as number) + (terms.table[i * terms.width + column] as number);
  }
  const indices = new Float64Array(terms.width - 2);
  indicesOf(sums, terms.count, d, pairs, indices);
  const variance = indices[terms.width - 3] as number;
  if (!(variance > 0)) return undefined;
  const deviation = spread(terms, options);
  const z = normalQuantile((1 + level) / 2);
  const estimate = (j: number): Estimate => {
    const [value, half] = [indices[j] as number, z * (deviation[j] as number)];
    return { value, low: value - half, high: value + half };
  };
  const ofPair = (j: number, k: number): number => 2 * d + j * d - (j * (j + 1)) / 2 + (k - j - 1);
  const all = Array.from({ length: d }, (_, j) => j);
  const per = rowsPerPoint(d, pairs);
  let mean = 0;
  for (let i = 0; i < terms.count; i++) mean += ((values[i * per] as number) + (values[i * per + per - 1] as number)) / (2 * terms.count);
  return {
    variance,
    mean,
    first: all.map(estimate),
    total: all.map((j) => estimate(d + j)),
    pairs: pairs ? all.map((j) => all.map((k) => (j < k ? estimate(ofPair(j, k)) : undefined))) : [],
  };
}

/** Indices on rising shares of the base points, to see whether they have settled: N/8, N/4, N/2, N. */
export function convergence(values: Float64Array, options: IndexOptions): { base: number; first: number[]; total: number[] }[] {
  const per = rowsPerPoint(options.dimensions, options.pairs);
  const base = values.length / per;
  return [8, 4, 2, 1]
    .map((share) => base / share)
    .filter((n) => n >= 2 && Number.isInteger(n))
    .map((n) => {
      const found = sobolIndices(values.subarray(0, n * per), { ...options, resamples: 0 });
      return { base: n, first: found?.first.map(({ value }) => value) ?? [], total: found?.total.map(({ value }) => value) ?? [] };
    });
}
