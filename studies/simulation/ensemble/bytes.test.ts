import { expect, test } from 'vitest';
import { readScenario } from '../scenario/scenario.ts';
import { decodeChunk, encodeChunk } from './bytes.ts';
import { planOf, runChunk } from './chunks.ts';
import { Merge } from './merge.ts';
import { outputs } from './outputs.ts';

function plan(content: unknown) {
  const read = readScenario(content);
  if (!read.ok) throw new Error('refused');
  return planOf(read.value);
}

test('every bit of a chunk comes back, also of one that is not full and of what is not defined', () => {
  const own = plan({ runs: 700, months: 30, parties: 3, sweep: { 'policy.strength': [1, 4] } });
  expect(own.chunks).toBe(4);
  for (let index = 0; index < own.chunks; index++) {
    const chunk = runChunk(own, index);
    // Without an exit there is no dependence: NaN is among the numbers.
    expect(chunk.columns.some((column) => column.some(Number.isNaN))).toBe(true);
    expect(decodeChunk(own, index, encodeChunk(chunk))).toEqual(chunk);
  }
});

test('numbers are little-endian doubles, whatever the machine', () => {
  const own = plan({ runs: 1, months: 1, parties: 2 });
  const chunk = runChunk(own, 0);
  const bytes = encodeChunk({ ...chunk, columns: chunk.columns.map((_, i) => Float64Array.of(i === 0 ? -2 : 0)) });
  // −2 is C0 00 00 00 00 00 00 00 by IEEE 754.
  expect([...bytes.slice(0, 8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0xc0]);
});

test('bytes of another length, or a chunk that the plan does not have, are refused', () => {
  const own = plan({ runs: 10, months: 5, parties: 2 });
  const bytes = encodeChunk(runChunk(own, 0));
  expect(() => decodeChunk(own, 0, bytes.slice(1))).toThrow(RangeError);
  expect(() => decodeChunk(own, 1, bytes)).toThrow(RangeError);
});

test('mean and spread are those of all runs, in whatever order and pieces they come', () => {
  const own = plan({ runs: 700, months: 30, parties: 3 });
  const chunks = Array.from({ length: own.chunks }, (_, index) => runChunk(own, index));
  const merge = new Merge(own);
  for (const chunk of [...chunks].reverse()) merge.add(chunk);
  const [variant] = merge.summary().variants;
  expect(variant?.runs).toBe(700);
  for (const [o, { name }] of outputs.entries()) {
    const values = chunks.flatMap(({ columns }) => [...(columns[o] as Float64Array)].filter((value) => !Number.isNaN(value)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const found = variant?.outputs[name];
    expect(found?.runs, name).toBe(values.length);
    if (values.length === 0) expect(found, name).toMatchObject({ mean: null, sd: null });
    else expect(found?.mean, name).toBeCloseTo(mean, 9);
    if (values.length > 1) expect(found?.sd, name).toBeCloseTo(Math.sqrt(squares / (values.length - 1)), 9);
  }
});

test('of one run there is a mean and no spread', () => {
  const own = plan({ runs: 1, months: 12, parties: 2 });
  const merge = new Merge(own);
  merge.add(runChunk(own, 0));
  const all = Object.values(merge.summary().variants[0]?.outputs ?? {});
  expect(all.some(({ runs }) => runs === 1)).toBe(true);
  for (const { runs, mean, sd } of all) expect([runs === 0, sd]).toEqual([mean === null, null]);
});
