/** Test functions whose indices are known in closed form. */
import { describe, expect, test } from 'vitest';
import { convergence, type IndexOptions, sobolIndices } from './indices.ts';
import { elementaryEffects, morrisDesign } from './morris.ts';
import { saltelliDesign } from './saltelli.ts';

const ishigami = (x: ArrayLike<number>): number => {
  const [a, b, c] = [0, 1, 2].map((i) => (2 * (x[i] as number) - 1) * Math.PI) as [number, number, number];
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
};
const gWeights = [0, 1, 4.5, 9, 99, 99, 99, 99];
const gFunction = (x: ArrayLike<number>): number =>
  gWeights.reduce((product, a, i) => (product * (Math.abs(4 * (x[i] as number) - 2) + a)) / (1 + a), 1);

function analysed(f: (x: ArrayLike<number>) => number, dimensions: number, more: Partial<IndexOptions> = {}) {
  const options: IndexOptions = { dimensions, pairs: true, resamples: 200, level: 0.95, seed: 1, ...more };
  const design = saltelliDesign(2 ** 14, dimensions, options.pairs, options.seed);
  const point = new Float64Array(dimensions);
  const values = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    design.point(row, point);
    values[row] = f(point);
  }
  const found = sobolIndices(values, options);
  if (found === undefined) throw new Error('bug: no variance');
  return { found, values, options };
}

describe('Ishigami, a = 7, b = 0.1', () => {
  const first = [0.31390519114781146, 0.4424111447900409, 0];
  const total = [0.5575888552099592, 0.4424111447900409, 0.24368366406214773];
  const { found, values, options } = analysed(ishigami, 3);
  test('variance', () => expect(found.variance / 13.844587940719254).toBeCloseTo(1, 3));
  test.each([0, 1, 2])('parameter %d: first and total index within 0.01 and inside their intervals', (i) => {
    for (const [{ value, low, high }, exact] of [
      [found.first[i], first[i]],
      [found.total[i], total[i]],
    ] as [(typeof found.first)[0], number][]) {
      expect(Math.abs(value - exact)).toBeLessThan(0.01);
      expect(low <= exact && exact <= high).toBe(true);
    }
  });
  test('pairs: the first and third interact, nothing else does', () => {
    expect(Math.abs((found.pairs[0]?.[2]?.value as number) - 0.24368366406214773)).toBeLessThan(0.01);
    expect(Math.abs(found.pairs[0]?.[1]?.value as number)).toBeLessThan(0.01);
    expect(Math.abs(found.pairs[1]?.[2]?.value as number)).toBeLessThan(0.01);
    expect(found.pairs[2]?.[0]).toBeUndefined();
  });
  test('indices settle as the sample grows', () => {
    const steps = convergence(values, options);
    expect(steps.map(({ base }) => base)).toEqual([2048, 4096, 8192, 16384]);
    for (const { first: one } of steps) one.forEach((value, i) => void expect(Math.abs(value - (first[i] as number))).toBeLessThan(0.05));
  });
  test('without pairs the same first and total indices', () => {
    const without = analysed(ishigami, 3, { pairs: false }).found;
    expect(without.first.map(({ value }) => value)).toEqual(found.first.map(({ value }) => expect.closeTo(value, 12)));
    expect(without.pairs).toEqual([]);
  });
});

describe('Sobol G function', () => {
  const { found } = analysed(gFunction, 8, { pairs: false });
  const first = [0.716192, 0.179048, 0.023676, 0.007162, 0.000072, 0.000072, 0.000072, 0.000072];
  const total = [0.787144, 0.242198, 0.034317, 0.01046, 0.000105, 0.000105, 0.000105, 0.000105];
  test.each(first.map((_, i) => i))('parameter %d', (i) => {
    expect(Math.abs((found.first[i]?.value as number) - (first[i] as number))).toBeLessThan(0.01);
    expect(Math.abs((found.total[i]?.value as number) - (total[i] as number))).toBeLessThan(0.01);
    for (const [estimate, exact] of [
      [found.first[i], first[i]],
      [found.total[i], total[i]],
    ] as [(typeof found.first)[0], number][]) {
      // The exact values are printed with six digits.
      expect(estimate.low - 1e-6 <= exact && exact <= estimate.high + 1e-6).toBe(true);
    }
  });
});

describe('edges', () => {
  test('an output that does not vary has no indices', () => {
    expect(
      sobolIndices(new Float64Array(4 * 8).fill(3), { dimensions: 2, pairs: false, resamples: 10, level: 0.9, seed: 1 }),
    ).toBeUndefined();
  });
  test('the base is a power of 2', () => expect(() => saltelliDesign(100, 2, false, 1)).toThrow(RangeError));
});

describe('Morris', () => {
  const run = (f: (x: ArrayLike<number>) => number, dimensions: number, trajectories: number) => {
    const design = morrisDesign(trajectories, dimensions, 4, 3);
    const point = new Float64Array(dimensions);
    const values = Float64Array.from({ length: design.rows }, (_, row) => {
      design.point(row, point);
      expect(point.every((x) => x >= 0 && x <= 1)).toBe(true);
      return f(point);
    });
    return elementaryEffects(values, design);
  };
  test('a linear function: μ* is the slope, σ is 0 [exact]', () => {
    const found = run((x) => 3 * (x[0] as number) - 5 * (x[1] as number), 3, 20);
    expect(found.map(({ mu, muStar, sigma }) => [mu, muStar, sigma])).toEqual([
      [expect.closeTo(3, 12), expect.closeTo(3, 12), expect.closeTo(0, 12)],
      [expect.closeTo(-5, 12), expect.closeTo(5, 12), expect.closeTo(0, 12)],
      [expect.closeTo(0, 12), expect.closeTo(0, 12), expect.closeTo(0, 12)],
    ]);
  });
  test('Ishigami on the grid of four levels: μ* of the second parameter is 7.875 [exact]', () => {
    expect(run(ishigami, 3, 1000)[1]?.muStar).toBeCloseTo(7.875, 9);
  });
  test('the order of influence of the G function', () => {
    const stars = run(gFunction, 8, 500).map(({ muStar }) => muStar);
    expect(stars.slice(0, 4)).toEqual([...stars].sort((a, b) => b - a).slice(0, 4));
  });
});
