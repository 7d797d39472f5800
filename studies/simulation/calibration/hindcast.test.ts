import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../testing/reports.ts';
import { carriedOf, conditionsOf, recordedFrom } from './condition.ts';
import { hindcast } from './hindcast.ts';
import { indexOfRun, monthsBetween, observe } from './observe.ts';
import { crps, crpsOfIgnorance, quantile } from './scores.ts';

describe('scores', () => {
  test('one number scores its absolute error [exact]', () => expect(crps([0.3], 0.8)).toBeCloseTo(0.5, 12));
  test('the definition, pair by pair', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 20 }), share, (ensemble, y) => {
        const n = ensemble.length;
        const error = ensemble.reduce((sum, x) => sum + Math.abs(x - y) / n, 0);
        const spread = ensemble.flatMap((a) => ensemble.map((b) => Math.abs(a - b))).reduce((sum, gap) => sum + gap, 0) / (2 * n * n);
        expect(crps(ensemble, y)).toBeCloseTo(error - spread, 10);
      }),
    );
  });
  test('knowing nothing is the limit of an even ensemble', () => {
    const even = Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000);
    for (const y of [0, 0.3, 1]) expect(crps(even, y)).toBeCloseTo(crpsOfIgnorance(y), 3);
  });
  test('quantiles interpolate [exact]', () =>
    expect([0, 0.25, 0.5, 1].map((level) => quantile([4, 1, 3, 2], level))).toEqual([1, 1.75, 2.5, 4]));
});

describe('the index of delivery', () => {
  const duties = [
    { id: 'dated', from: 0, months: 10, path: false },
    { id: 'path', from: 2, months: 20, path: true },
  ];
  test('full effort fulfils on the day, half of it takes twice as long [exact]', () => {
    expect(indexOfRun({ duties, month: 10 }, new Float64Array(30).fill(1))).toBe(1);
    expect(indexOfRun({ duties, month: 10 }, new Float64Array(30).fill(0.5))).toBe(0.25);
    expect(indexOfRun({ duties, month: 20 }, new Float64Array(30).fill(0.5))).toBe(0.75);
  });
  test('months between days', () => expect(monthsBetween('2013-09-01', '2015-12-31')).toBe(27));
});

describe('the two cases', () => {
  test('Xi’an and Xianyang: nothing due was done by 2011, three of five by 2023', () => {
    const at = reportsOf('xixian');
    // Roads, metro, buses and bridge were due; by 2023 the metro, the bridge and its approach are open (the approach was due in 2014).
    expect(observe(at('2011-12-31'), '2002-12-01')?.index).toBe(0);
    expect(observe(at('2023-12-31'), '2002-12-01')?.index).toBeCloseTo(3 / 5, 12);
  });
  test('Beijing, Tianjin, Hebei: behind only on the level of 60 in 2015, all met in 2017', () => {
    const at = reportsOf('jingjinji');
    const index = observe(at('2015-12-31'), '2013-09-01')?.index as number;
    // Beijing by its two yardsticks: 1 and (89.5 − 80.6)/(89.5 − 60)/0.35; the region and Hebei 1.
    const beijing = (1 + (89.5 - 80.6) / (89.5 - 60) / 0.35) / 2;
    expect(index).toBeCloseTo((beijing + 1 + 1) / 3, 9);
    expect(observe(at('2017-12-31'), '2013-09-01')?.index).toBe(1);
  });
  test('conditions are what the facts say', () => {
    const { parties, parameters } = conditionsOf(reportsOf('jingjinji')('2015-12-31'));
    expect(parties).toBe(3);
    expect(parameters['spec']).toBeCloseTo(0.3, 12);
  });
  test('interventions stand in the months of the joint work in which they began, with their kinds, and the same as what-if reads', () => {
    const report = reportsOf('jingjinji')('2015-12-31');
    const { months, interventions } = recordedFrom(report, '2013-09-01');
    expect(months).toBe(0);
    // The action plan of September 2013 acts from the first month; assessments sanction.
    expect(Math.min(...interventions.map(({ from }) => from))).toBe(0);
    expect(interventions.some(({ kind, strength }) => kind === 'sanction' && strength === 4)).toBe(true);
    // September 2013 to December 2015.
    const told = carriedOf(report, '2013-09-01').interventions;
    expect(interventions.map(({ from }) => from - 27)).toEqual(told.map(({ from }) => from));
    const weak = recordedFrom(reportsOf('xixian')('2011-12-31'), '2002-12-01').interventions;
    expect(new Set(weak.map(({ kind }) => kind))).toEqual(new Set(['coordination']));
    expect(Math.max(...weak.map(({ strength }) => strength))).toBe(3);
  });
  test('a forecast is repeatable, and uses nothing after the cut-off but what is judged', () => {
    const at = reportsOf('xixian');
    const input = { start: '2002-12-01', known: [at('2010-12-31'), at('2011-12-31')], judged: at('2023-12-31'), runs: 300, seed: 2 };
    const found = hindcast(input);
    expect(hindcast(input)).toEqual(found);
    expect(found).toMatchObject({ cutOff: '2011-12-31', judgedOn: '2023-12-31', crps: { persistence: 0.6 } });
    // What is judged only scores: another outcome leaves the forecast of the same duties alone.
    const spoiled = {
      ...input.judged,
      obligations: input.judged.obligations.map((duty) => ({ ...duty, fulfilledOn: duty.dueOn === null ? duty.fulfilledOn : null })),
    };
    expect(hindcast({ ...input, judged: spoiled })?.forecast).toEqual(found?.forecast);
  });
});
