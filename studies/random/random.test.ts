import { describe, expect, test } from 'vitest';
import { philox4x32 } from './philox.ts';
import { sobolPoints } from './sobolSequence.ts';
import { Stream, streamState } from './stream.ts';

/** Row, dimension, value. */
const SCIPY: readonly [number, number, number][] = [
  [1, 0, 0.5],
  [2, 1, 0.25],
  [5, 3, 0.375],
  [9, 20, 0.6875],
  [33, 80, 0.296875],
  [50, 159, 0.703125],
  [63, 100, 0.578125],
  [40, 140, 0.265625],
  [21, 63, 0.71875],
];

type Four = [number, number, number, number];

describe('Philox4x32-10: the known answers of Random123 1.14 (D. E. Shaw Research, BSD licence)', () => {
  test.each<[Four, [number, number], Four]>([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('counter %o key %o', (counter, key, expected) => expect(philox4x32(counter, key)).toEqual(expected));
});

describe('xoshiro128**: the reference values of its authors for the state 1, 2, 3, 4', () => {
  test('ten numbers', () => {
    const stream = new Stream([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => stream.next())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('streams', () => {
  test('the state is Philox at seed, purpose and number', () => {
    const beyond = 2 ** 32 * 7 + 5;
    expect(streamState(beyond, 'run', beyond)).toEqual(philox4x32([5, 7, 1, 0], [5, 7]));
    expect(streamState(1, 'run', 2)).not.toEqual(streamState(1, 'prior', 2));
  });
  test('uniform and normal numbers have the moments they should', () => {
    const stream = Stream.named(7, 'run', 0);
    const n = 200_000;
    let [mean, square, normalMean, normalSquare] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const u = stream.uniform();
      const z = stream.normal();
      mean += u / n;
      square += (u * u) / n;
      normalMean += z / n;
      normalSquare += (z * z) / n;
    }
    // Five standard errors.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.0033);
    expect(Math.abs(square - 1 / 3)).toBeLessThan(0.0034);
    expect(Math.abs(normalMean)).toBeLessThan(0.0112);
    expect(Math.abs(normalSquare - 1)).toBeLessThan(0.0159);
  });
});

describe('Sobol sequence', () => {
  test('the first ten points in three dimensions, as Joe and Kuo list them', () => {
    expect([...sobolPoints(10, 3)]).toEqual(
      [
        [0, 0, 0],
        [0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25],
        [0.25, 0.75, 0.75],
        [0.375, 0.375, 0.625],
        [0.875, 0.875, 0.125],
        [0.625, 0.125, 0.875],
        [0.125, 0.625, 0.375],
        [0.1875, 0.3125, 0.9375],
        [0.6875, 0.8125, 0.4375],
      ].flat(),
    );
  });
  test('single coordinates of 160 dimensions, as SciPy computes them', () => {
    const points = sobolPoints(64, 160);
    const at = (row: number, column: number) => points[row * 160 + column];
    expect(SCIPY.map(([row, column]) => at(row, column))).toEqual(SCIPY.map(([, , value]) => value));
  });
  test('every dimension visits each of 2^k equal intervals once, shifted or not', () => {
    for (const seed of [undefined, 5]) {
      const points = sobolPoints(256, 160, seed);
      for (let d = 0; d < 160; d++) {
        const cells = new Set(Array.from({ length: 256 }, (_, i) => Math.floor((points[i * 160 + d] as number) * 256)));
        expect(cells.size).toBe(256);
      }
    }
  });
});
