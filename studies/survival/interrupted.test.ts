import { expect, test } from 'vitest';
import { interruptedDocument } from './interrupted.ts';
import { seriesOf } from './series.ts';
import { survivalTable } from './table.ts';
import { accepted } from './testing/tables.ts';

test('a broken line is found exactly', () => {
  const points = Array.from({ length: 12 }, (_, time) => ({ time, value: 3 + 2 * time + (time >= 6 ? 5 - 1.5 * (time - 6) : 0) }));
  const { coefficients, before, after, fitted } = accepted(interruptedDocument(points, { at: 6, level: 0.95 }));
  const coefs = coefficients.map(({ coef }) => coef as number);
  for (const [at, value] of [15, 2, 5, -1.5].entries()) expect(coefs[at]).toBeCloseTo(value, 10);
  expect([before, after]).toEqual([6, 6]);
  expect(fitted.at(-1)?.expected).toBeCloseTo(25, 10);
});

/** (XᵀX)⁻¹ Xᵀ Ω X (XᵀX)⁻¹ with Ω written out; the two halves of a broken line are two separate lines. */
test('errors are those of the formula with the whole matrix of weights', () => {
  const noise = [0.3, -1.2, 0.8, 0.1, -0.4, 1.9, -0.7, 0.2, 1.1, -2.1, 0.5, 0.9, -0.6, 0.4];
  const at = 6;
  const lag = 3;
  const points = noise.map((value, time) => ({ time, value: value + 0.5 * time }));
  const line = (from: number, to: number): { weights: number[][]; residuals: number[] } => {
    const side = points.slice(from, to);
    const x = side.map(({ time }) => time - at);
    const [n, sx, sxx] = [x.length, x.reduce((s, v) => s + v, 0), x.reduce((s, v) => s + v * v, 0)];
    const det = n * sxx - sx * sx;
    const weights = [x.map((v) => (sxx - sx * v) / det), x.map((v) => (n * v - sx) / det)];
    const [a, b] = weights.map((w) => w.reduce((s, v, i) => s + v * (side[i]?.value ?? 0), 0)) as [number, number];
    return { weights, residuals: side.map(({ value }, i) => value - a - b * (x[i] as number)) };
  };
  const [first, second] = [line(0, at), line(at, points.length)];
  const residuals = [...first.residuals, ...second.residuals];
  const zeros = (count: number): number[] => new Array<number>(count).fill(0);
  const own = (side: number): number[] => [...(first.weights[side] as number[]), ...zeros(points.length - at)];
  const other = (side: number): number[] => [...zeros(at), ...(second.weights[side] as number[])];
  const rows = [own(0), own(1), other(0).map((v, i) => v - (own(0)[i] as number)), other(1).map((v, i) => v - (own(1)[i] as number))];
  const { coefficients } = accepted(interruptedDocument(points, { at, lag, level: 0.95 }));
  for (const [k, row] of rows.entries()) {
    let variance = 0;
    for (const [i, u] of row.entries())
      for (const [j, v] of row.entries())
        variance += u * v * Math.max(0, 1 - Math.abs(i - j) / (lag + 1)) * (residuals[i] as number) * (residuals[j] as number);
    expect(coefficients[k]?.['se']).toBeCloseTo(Math.sqrt((variance * points.length) / (points.length - 4)), 10);
  }
});

test('too few points on a side are refused', () => {
  const points = [1, 2, 3, 4, 5].map((time) => ({ time, value: time }));
  expect(interruptedDocument(points, { at: 4, level: 0.95 })).toMatchObject({ ok: false, refusal: { kind: 'nothingLeft' } });
});

test('the matrix of variances has the squared errors on its diagonal and is symmetric', () => {
  const points = [0.3, -1.2, 0.8, 0.1, -0.4, 1.9, -0.7, 0.2, 1.1, -2.1].map((noise, time) => ({ time, value: noise + 2 * time }));
  const { coefficients, vcov } = accepted(interruptedDocument(points, { at: 5, lag: 2, level: 0.95 }));
  expect(vcov.map((row) => row.length)).toEqual([4, 4, 4, 4]);
  for (const [i, { se }] of coefficients.entries()) {
    expect(vcov[i]?.[i]).toBeCloseTo((se as number) ** 2, 12);
    for (let j = 0; j < i; j += 1) expect(vcov[i]?.[j]).toBeCloseTo(vcov[j]?.[i] as number, 12);
  }
});

test('a series is two columns of a table, without the rows of which one is unknown', () => {
  const table = accepted(survivalTable('month,pm,note\n1,80.5,a\n2,,b\n,70,c\n4,64,d\n'));
  expect(accepted(seriesOf(table, 'month', 'pm'))).toEqual([
    { time: 1, value: 80.5 },
    { time: 4, value: 64 },
  ]);
  expect(seriesOf(table, 'month', 'note')).toMatchObject({ ok: false, refusal: { kind: 'notNumber' } });
  expect(seriesOf(table, 'note', 'pm')).toMatchObject({ ok: false, refusal: { kind: 'notNumber' } });
  expect(seriesOf(table, 'year', 'pm')).toMatchObject({ ok: false, refusal: { kind: 'unknownColumn' } });
  expect(seriesOf(table, 'month', 'so2')).toMatchObject({ ok: false, refusal: { kind: 'unknownColumn' } });
  const empty = accepted(survivalTable('month,pm\n1,\n,2\n'));
  expect(seriesOf(empty, 'month', 'pm')).toMatchObject({ ok: false, refusal: { kind: 'nothingLeft' } });
});
