import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfidenceType } from './confidence.ts';
import { kaplanMeier, type Observation, survivalAt, survivalCurve, survivalQuantile } from './kaplanMeier.ts';

interface ReferenceCurve {
  readonly time: number[];
  readonly 'n.risk': number[];
  readonly 'n.event': number[];
  readonly 'n.censor': number[];
  readonly surv: number[];
  readonly 'std.err': (number | null)[];
  readonly lower: (number | null)[];
  readonly upper: (number | null)[];
}
interface ReferenceQuantiles {
  readonly stratum: string;
  readonly q25: number | null;
  readonly q50: number | null;
  readonly q75: number | null;
}
interface Reference {
  readonly title: string;
  readonly output: {
    readonly curves: Record<string, ReferenceCurve>;
    /** Of a single curve only the three numbers. */
    readonly quantiles: Record<'quantile' | 'lower' | 'upper', readonly ReferenceQuantiles[] | readonly (number | null)[]>;
  };
}

function repeated(count: number | undefined, observation: Observation): Observation[] {
  return Array.from({ length: count ?? 0 }, () => observation);
}

/** The observations behind a published curve: its counts of events and censorings say all. */
function observationsOf(curve: Pick<ReferenceCurve, 'time' | 'n.event' | 'n.censor'>): Observation[] {
  return curve.time.flatMap((time, index) => [
    ...repeated(curve['n.censor'][index], { time, happened: false }),
    ...repeated(curve['n.event'][index], { time, happened: true }),
  ]);
}

function expectClose(actual: number | undefined, expected: number | null | undefined, what: string): void {
  if (expected === null || expected === undefined) expect(actual, what).toBeUndefined();
  else expect(Math.abs((actual ?? Number.NaN) - expected), `${what}: ${actual} instead of ${expected}`).toBeLessThan(1e-12);
}

const folder = new URL('../../../shared/reference/survival/expected/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('KM_')) : [];

describe.skipIf(files.length === 0)('R survival 3.5-3, where the reference values are at hand', () => {
  test.each(files)('%s', (file) => {
    const { title, output } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Reference;
    const type = /conf\.type=(\S+)/.exec(title)?.[1] as ConfidenceType;
    for (const [stratum, reference] of Object.entries(output.curves)) {
      const curve = kaplanMeier(observationsOf(reference), { type, level: 0.95 });
      expect(curve.steps.map(({ time }) => time)).toEqual(reference.time);
      expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual(reference['n.risk']);
      for (const [index, step] of curve.steps.entries()) {
        expectClose(step.survival, reference.surv[index], `survival ${index}`);
        expectClose(step.standardError, reference['std.err'][index], `error ${index}`);
        expectClose(step.lower, reference.lower[index], `lower ${index}`);
        expectClose(step.upper, reference.upper[index], `upper ${index}`);
      }
      for (const [index, name] of (['q25', 'q50', 'q75'] as const).entries()) {
        const found = survivalQuantile(curve, (index + 1) / 4);
        const of = (which: keyof typeof output.quantiles): number | null => {
          const rows = output.quantiles[which];
          const value = rows
            .map((row) => (typeof row === 'object' && row !== null ? row : undefined))
            .find((row) => row?.stratum === stratum)?.[name];
          return value === undefined ? (rows[index] as number | null) : value;
        };
        expectClose(found.time, of('quantile'), `${stratum} ${name}`);
        expectClose(found.lower, of('lower'), `${stratum} ${name} lower`);
        expectClose(found.upper, of('upper'), `${stratum} ${name} upper`);
      }
    }
  });
});

// Maintained arm of the acute myelogenous leukaemia trial (Miller, Survival Analysis, 1981, page 49); limits by R 4.2.2, survival 3.5-3.
const maintained = observationsOf({
  time: [9, 13, 18, 23, 28, 31, 34, 45, 48, 161],
  'n.event': [1, 1, 1, 1, 0, 1, 1, 0, 1, 0],
  'n.censor': [0, 1, 0, 0, 1, 0, 0, 1, 0, 1],
});

describe('maintained chemotherapy', () => {
  test('survival and its error', () => {
    const { steps, observations, happened } = kaplanMeier(maintained);
    expect([observations, happened]).toEqual([11, 7]);
    expectClose(steps[2]?.survival, 0.715909090909091, 'survival at 18');
    expectClose(steps[2]?.standardError, 0.139664970557228, 'error at 18');
    expectClose(steps[9]?.survival, 0.184090909090909, 'survival at 161');
  });

  test('limits on two scales', () => {
    expectClose(kaplanMeier(maintained).steps[2]?.lower, 0.488426287422128, 'log, lower');
    expectClose(kaplanMeier(maintained).steps[2]?.upper, 1, 'log, upper');
    const arcsin = kaplanMeier(maintained, { type: 'arcsin', level: 0.95 });
    expectClose(arcsin.steps[2]?.lower, 0.42010524961191, 'arcsin, lower');
    expectClose(arcsin.steps[2]?.upper, 0.934577885035896, 'arcsin, upper');
  });

  test('median 31 with limits 18 and none', () => {
    expect(survivalQuantile(kaplanMeier(maintained), 0.5)).toEqual({ time: 31, lower: 18, upper: undefined });
  });
});

describe('conventions', () => {
  const at = (...times: number[]): Observation[] => times.map((time) => ({ time, happened: true }));
  const open = (...times: number[]): Observation[] => times.map((time) => ({ time, happened: false }));

  test('a curve that rests on one half gives the middle of the rest', () => {
    expect(survivalQuantile(kaplanMeier(at(1, 2, 4, 7)), 0.5).time).toBe(3);
  });
  test('a curve that ends on one half gives the middle to the last time observed', () => {
    expect(survivalQuantile(kaplanMeier([...at(1, 2), ...open(8, 10)]), 0.5).time).toBe(6);
  });
  test('no median while more than half are open', () => {
    expect(survivalQuantile(kaplanMeier([...at(1), ...open(2, 3)]), 0.5).time).toBeUndefined();
  });
  test('what is open at the time of a happening is at risk then', () => {
    expect(kaplanMeier([...at(5), ...open(5)]).steps).toMatchObject([{ time: 5, atRisk: 2, happened: 1, censored: 1, survival: 0.5 }]);
  });
  test('nothing observed', () => {
    const curve = kaplanMeier([]);
    expect(curve.steps).toEqual([]);
    expect(survivalQuantile(curve, 0.5)).toEqual({ time: undefined, lower: undefined, upper: undefined });
    expect(survivalAt(curve, 3)).toBe(1);
  });
  test('before the first happening only the plain and log scales have limits', () => {
    const observations = [...open(1), ...at(2)];
    expect(kaplanMeier(observations, { type: 'plain', level: 0.95 }).steps[0]).toMatchObject({ lower: 1, upper: 1 });
    expect(kaplanMeier(observations, { type: 'log-log', level: 0.95 }).steps[0]).toMatchObject({ lower: undefined, upper: undefined });
  });
  test('refusals', () => {
    expect(() => kaplanMeier(at(-1))).toThrow(RangeError);
    expect(() => kaplanMeier(at(Number.NaN))).toThrow(RangeError);
    expect(() => kaplanMeier(at(1), { type: 'log', level: 1 })).toThrow(RangeError);
    expect(() => survivalQuantile(kaplanMeier(at(1)), 0)).toThrow(RangeError);
  });
});

const observation = fc.record({ time: fc.integer({ min: 0, max: 30 }), happened: fc.boolean() });

test('without censoring the curve is one less the empirical distribution', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), fc.integer({ min: 0, max: 31 }), (times, at) => {
      const curve = kaplanMeier(times.map((time) => ({ time, happened: true })));
      expect(survivalAt(curve, at)).toBeCloseTo(times.filter((time) => time > at).length / times.length, 12);
    }),
  );
});

test('the curve falls, lies within its limits, and does not depend on the order of observations', () => {
  const type = fc.constantFrom<ConfidenceType>('plain', 'log', 'log-log', 'logit', 'arcsin');
  fc.assert(
    fc.property(fc.array(observation, { minLength: 1, maxLength: 40 }), type, (observations, scale) => {
      const curve = kaplanMeier(observations, { type: scale, level: 0.9 });
      expect(kaplanMeier([...observations].reverse(), curve.confidence)).toEqual(curve);
      let before = 1;
      for (const { survival, lower, upper } of curve.steps) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(lower ?? 0).toBeLessThanOrEqual(survival + 1e-12);
        expect(upper ?? 1).toBeGreaterThanOrEqual(survival - 1e-12);
        before = survival;
      }
    }),
  );
});

test('Fleming and Harrington: e to the minus sum of d/n, whose variance sums d/n²', () => {
  const tallies = [
    { time: 1, atRisk: 5, happened: 1, censored: 0 },
    { time: 2, atRisk: 4, happened: 2, censored: 0 },
    { time: 3, atRisk: 2, happened: 0, censored: 1 },
    { time: 5, atRisk: 1, happened: 1, censored: 0 },
  ];
  const curve = survivalCurve(tallies, 5, { type: 'plain', level: 0.95 }, 'fleming-harrington');
  const hazards = [1 / 5, 1 / 5 + 2 / 4, 1 / 5 + 2 / 4, 1 / 5 + 2 / 4 + 1];
  const variances = [1 / 25, 1 / 25 + 2 / 16, 1 / 25 + 2 / 16, 1 / 25 + 2 / 16 + 1];
  for (const [at, step] of curve.steps.entries()) {
    expect(step.cumulativeHazard).toBeCloseTo(hazards[at] as number, 12);
    expect(step.survival).toBeCloseTo(Math.exp(-(hazards[at] as number)), 12);
    expect(step.standardError).toBeCloseTo(step.survival * Math.sqrt(variances[at] as number), 12);
  }
  expect(curve.steps).toHaveLength(4);
});
