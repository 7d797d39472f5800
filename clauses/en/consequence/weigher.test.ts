import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weigher } from './weigher.ts';

const hundredths = fc.integer({ min: -400, max: 400 }).map((weight) => weight / 100);

test('says what the plain sum of all weights says', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), hundredths), { maxLength: 40 }), hundredths, hundredths, (shapes, bias, limit) => {
      const features = shapes.map(([holds], index) => [String(index), () => holds] as const);
      const above = weigher(
        features,
        shapes.map(([, weight]) => weight),
        bias,
      );
      expect(above(undefined, limit)).toBe(shapes.reduce((sum, [holds, weight]) => (holds ? sum + weight : sum), bias) > limit);
    }),
  );
});

test('asks no more than decides', () => {
  let asked = 0;
  const ask = (holds: boolean) => (): boolean => {
    asked++;
    return holds;
  };
  const above = weigher(
    [
      ['light', ask(true)],
      ['heavy', ask(true)],
      ['lighter', ask(false)],
    ],
    [0.2, 3, -0.1],
    -1,
  );
  expect([above(undefined, 0), asked]).toEqual([true, 1]);
});
