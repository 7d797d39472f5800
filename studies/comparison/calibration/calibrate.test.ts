import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted } from '../testing/references.ts';
import { anchorMemberships, type Calibration, calibrate } from './calibrate.ts';
import { suggestedThresholds } from './thresholds.ts';

const anchors = { exclusion: 20, crossover: 50, inclusion: 80 };
const one = (value: number, calibration: Calibration): number => accepted(calibrate([value], calibration))[0] as number;

describe('at the anchors', () => {
  test.each([
    ['share95', anchorMemberships.share95],
    ['logOdds3', anchorMemberships.logOdds3],
  ] as const)('a logistic curve of %s passes through them, rising and falling', (_, anchorMembership) => {
    const rising = { method: 'logistic', ...anchors, anchorMembership } as const;
    const falling = { method: 'logistic', exclusion: 80, crossover: 50, inclusion: 20, anchorMembership } as const;
    expect(one(50, rising)).toBeCloseTo(0.5, 12);
    expect(one(80, rising)).toBeCloseTo(anchorMembership, 12);
    expect(one(20, rising)).toBeCloseTo(1 - anchorMembership, 12);
    expect(one(20, falling)).toBeCloseTo(anchorMembership, 12);
    expect(Math.log(anchorMemberships.logOdds3 / (1 - anchorMemberships.logOdds3))).toBeCloseTo(3, 12);
  });
  test('powers are straight at 1, and bend apart from it', () => {
    const straight = { method: 'powers', ...anchors, below: 1, above: 1 } as const;
    expect([20, 35, 50, 65, 80, 90].map((value) => one(value, straight))).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
    // ½·(15/30)² below, 1 − ½·(15/30)³ above.
    expect(one(35, { ...straight, below: 2 })).toBeCloseTo(0.125, 12);
    expect(one(65, { ...straight, above: 3 })).toBeCloseTo(0.9375, 12);
    expect(one(65, { ...straight, exclusion: 80, inclusion: 20 })).toBeCloseTo(0.25, 12);
  });
  test('a bell is in between, an inverted one outside', () => {
    const left = { exclusion: 10, crossover: 20, inclusion: 30 };
    const right = { exclusion: 60, crossover: 50, inclusion: 40 };
    const values = [5, 15, 20, 35, 50, 55, 70];
    const inside = { method: 'bell', left, right, below: 1, above: 1 } as const;
    expect(values.map((value) => one(value, inside))).toEqual([0, 0.25, 0.5, 1, 0.5, 0.25, 0]);
    const turned = { exclusion: 30, crossover: 20, inclusion: 10 };
    const outside = { ...inside, left: turned, right: { exclusion: 40, crossover: 50, inclusion: 60 } };
    expect(values.map((value) => one(value, outside))).toEqual([1, 0.75, 0.5, 0, 0.5, 0.75, 1]);
  });
  test('a value equal to a crisp threshold goes up', () => {
    expect(accepted(calibrate([1, 2, 3, 4, null], { method: 'crisp', thresholds: [4, 2] }))).toEqual([0, 1, 1, 2, null]);
  });
  test('relative: the share beyond the lowest category', () => {
    // Half of five cases lie above 1 at 2 and 3: F(1)=.4, F(2)=.8, F(3)=1.
    const values = accepted(calibrate([1, 1, 2, 2, 3], { method: 'relative' }));
    [0, 0, 2 / 3, 2 / 3, 1].forEach((wanted, at) => {
      expect(values[at]).toBeCloseTo(wanted, 12);
    });
  });
});

test('indirect: five different values and five coefficients fit the rough groups themselves; a value equal to a threshold stays below', () => {
  const values = accepted(calibrate([1, 2, 3, 4, 5], { method: 'indirect', thresholds: [2, 4] })) as number[];
  [0, 0, 0.5, 0.5, 1].forEach((wanted, at) => {
    expect(values[at]).toBeCloseTo(wanted, 5);
  });
});

const increasing: fc.Arbitrary<Calibration> = fc.constantFrom(
  { method: 'logistic', ...anchors, anchorMembership: 0.95 },
  { method: 'powers', ...anchors, below: 2, above: 0.5 },
  { method: 'distribution', ...anchors },
);

test('more of the measure is never less of a rising set, and memberships stay between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), increasing, (drawn, calibration) => {
      const values = [...drawn, 20, 50, 80].sort((a, b) => a - b);
      const memberships = accepted(calibrate(values, calibration)) as number[];
      for (const [at, value] of memberships.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (at > 0) expect(value).toBeGreaterThanOrEqual((memberships[at - 1] as number) - 1e-12);
      }
    }),
  );
});

test.each<[Calibration, (number | null)[], string]>([
  [{ method: 'logistic', exclusion: 50, crossover: 20, inclusion: 80, anchorMembership: 0.95 }, [1], 'badAnchors'],
  [{ method: 'logistic', ...anchors, anchorMembership: 0.5 }, [1], 'badAnchors'],
  [{ method: 'powers', ...anchors, below: 0, above: 1 }, [1], 'badAnchors'],
  [{ method: 'crisp', thresholds: [5] }, [1, 2], 'badAnchors'],
  [{ method: 'crisp', thresholds: [] }, [1, 2], 'badAnchors'],
  [{ method: 'relative' }, [1, 1], 'badAnchors'],
  [{ method: 'indirect', thresholds: [1] }, [-1, 2], 'badAnchors'],
  [{ method: 'relative' }, [null], 'missingValue'],
])('%j on %j is refused: %s', (calibration, values, kind) => {
  expect(calibrate(values, calibration)).toMatchObject({ ok: false, refusal: { kind } });
});

test('suggested thresholds lie in the widest gaps', () => {
  expect(accepted(suggestedThresholds([1, 2, 10, 11, 30], 2))).toEqual([6, 20.5]);
  expect(suggestedThresholds([1, 1, 1], 1)).toMatchObject({ ok: false, refusal: { kind: 'badSetting' } });
});
