/**
 * Saltelli's design: two independent samples A and B of Sobol points, and for every parameter A with that column of B (and B with that
 * column of A, for pairs). N·(2D + 2) evaluations with pairs, N·(D + 2) without.
 *
 * Saltelli et al., Comput Phys Commun 181:259, 2010.
 */
import { sobolPoints } from '../../random/sobolSequence.ts';

export interface SaltelliDesign {
  readonly base: number;
  readonly dimensions: number;
  readonly pairs: boolean;
  /** Number of evaluations. */
  readonly rows: number;
  /** Point of row `row` in [0, 1)^D, written into `into`. Rows: A_i, AB^1_i … AB^D_i, [BA^1_i … BA^D_i,] B_i for i = 0 … N − 1. */
  readonly point: (row: number, into: Float64Array) => void;
}

/** Evaluations a base point costs. */
export function rowsPerPoint(dimensions: number, pairs: boolean): number {
  return (pairs ? 2 * dimensions : dimensions) + 2;
}

/** @param base N, a power of 2, on which Sobol points are balanced */
export function saltelliDesign(base: number, dimensions: number, pairs: boolean, seed: number): SaltelliDesign {
  if (!(base >= 2 && Number.isInteger(Math.log2(base)))) throw new RangeError(`the base is a power of 2: ${base}`);
  const points = sobolPoints(base, 2 * dimensions, seed);
  const per = rowsPerPoint(dimensions, pairs);
  return {
    base,
    dimensions,
    pairs,
    rows: base * per,
    point: (row, into) => {
      const which = row % per;
      const from = Math.floor(row / per) * 2 * dimensions;
      const isB = which === per - 1 || which > dimensions;
      const swapped = which === 0 || which === per - 1 ? -1 : (which - 1) % dimensions;
      for (let d = 0; d < dimensions; d++) into[d] = points[from + d + (isB !== (d === swapped) ? dimensions : 0)] as number;
    },
  };
}
