/** What is carried over, held against runs that never heard of it: the same superior told as a policy, and the same run not cut in two. */
import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../testing/reports.ts';
import { acceptedCount, acceptedSet } from '../calibration/accepted.ts';
import { carriedOf } from '../calibration/condition.ts';
import { type OutputName, outputNames, Runner } from '../ensemble/outputs.ts';
import { readScenario } from '../scenario/scenario.ts';
import { Beginning, type Carried } from './carried.ts';
import { Kernel, scalar } from './kernel.ts';
import { parameterSet } from './parameters.ts';
import { noIntervention, type Policy, policyNumbersOf } from './policy.ts';

const parties = 5;
const only = { sanction: { sanction: 1, subsidy: 0, coordination: 0 }, subsidy: { sanction: 0, subsidy: 1, coordination: 0 } } as const;

/** Delivery, self-coordination and damage of each month. */
function told(carried: Carried | undefined, policy: Policy, months: number, member = 0, run = 3): number[][] {
  const kernel = new Kernel(parties);
  new Beginning(carried, months).begin(kernel, parameterSet(acceptedSet(member)), policyNumbersOf(policy), 9, run);
  return Array.from({ length: months }, () => {
    kernel.advance();
    return [kernel.scalars[scalar.Q] as number, kernel.scalars[scalar.K] as number, kernel.strength];
  });
}
const mean = (rows: readonly number[][]): number => rows.reduce((sum, [Q = 0]) => sum + Q, 0) / rows.length;

describe('what is carried over', () => {
  test.each(['sanction', 'subsidy'] as const)('%s in force acts as the same superior told as a policy, to the last bit', (kind) => {
    const policy: Policy = { ...noIntervention, ...only[kind], onset: 'month', onsetMonth: 0, strength: 4, exit: 'abrupt', holdMonths: 30 };
    const carried = { months: 0, interventions: [{ kind, strength: 4, tier: 0, from: 0, until: 30 }] };
    expect(told(carried, noIntervention, 60)).toEqual(told(undefined, policy, 60));
  });
  test('a run that is put back is the same run: its months are the last ones of the whole', () => {
    const policy: Policy = { ...noIntervention, ...only.sanction, onset: 'month', onsetMonth: 6, strength: 5, exit: 'none' };
    const carried = { months: 40, interventions: [{ kind: 'sanction', strength: 5, tier: 0, from: -34 } as const] };
    expect(told(carried, noIntervention, 50)).toEqual(told(undefined, policy, 90).slice(40));
  });
  test('damage, cost and burden count from the first month', () => {
    const kernel = new Kernel(parties);
    const carried = { months: 24, interventions: [{ kind: 'sanction', strength: 5, tier: 0, from: -24, until: 0 } as const] };
    new Beginning(carried, 12).begin(kernel, parameterSet(), policyNumbersOf(noIntervention), 1, 0);
    expect([kernel.scalars[scalar.month], kernel.scalars[scalar.damage], kernel.scalars[scalar.cost], kernel.borne[0]]).toEqual([
      0, 0, 0, 0,
    ]);
    kernel.advance();
    expect(kernel.strength).toBe(0);
  });
  test('dependence and recovery ask about the exit of the policy, though what had been begun before never ends', () => {
    const policy: Policy = {
      ...noIntervention,
      ...only.sanction,
      onset: 'month',
      onsetMonth: 10,
      strength: 5,
      exit: 'abrupt',
      holdMonths: 20,
    };
    const carried: Carried = { months: 12, interventions: [{ kind: 'subsidy', strength: 1, tier: 0, from: -5 }] };
    const kernel = new Kernel(parties);
    const runner = new Runner(kernel, 90);
    const average = (from: number, to: number): number => runner.series.subarray(from, to).reduce((sum, Q) => sum + Q, 0) / (to - from);
    const at = (name: OutputName): number => runner.values[outputNames.indexOf(name)] as number;
    for (const run of [0, 1, 2]) {
      new Beginning(carried, 90).begin(kernel, parameterSet(acceptedSet(run)), policyNumbersOf(policy), 9, run);
      runner.finish();
      // It acts in months 10 … 29.
      expect(at('dependence')).toBeCloseTo(average(6, 30) - average(54, 78), 12);
      expect(at('intervened')).toBe(90);
    }
    // Without a policy the exit is that of what had been begun.
    const ends: Carried = { months: 12, interventions: [{ kind: 'sanction', strength: 5, tier: 0, from: -5, until: 15 }] };
    new Beginning(ends, 90).begin(kernel, parameterSet(acceptedSet(0)), policyNumbersOf(noIntervention), 9, 0);
    runner.finish();
    expect(at('dependence')).toBeCloseTo(average(0, 15) - average(39, 63), 12);
  });
  test('of a kind the strongest acts, kinds add up, and never beyond full strength', () => {
    const one = { tier: 0, from: 0 } as const;
    const strengths = (interventions: Carried['interventions'], policy = noIntervention) =>
      told({ months: 0, interventions }, policy, 1).map(([, , u]) => u)[0];
    expect(strengths([{ ...one, kind: 'sanction', strength: 2 }])).toBeCloseTo(0.4, 12);
    expect(
      strengths([
        { ...one, kind: 'sanction', strength: 2 },
        { ...one, kind: 'sanction', strength: 1 },
      ]),
    ).toBeCloseTo(0.4, 12);
    expect(
      strengths([
        { ...one, kind: 'sanction', strength: 2 },
        { ...one, kind: 'subsidy', strength: 2 },
      ]),
    ).toBeCloseTo(0.8, 12);
    const more: Policy = { ...noIntervention, ...only.subsidy, onset: 'month', strength: 5 };
    expect(strengths([{ ...one, kind: 'sanction', strength: 2 }], more)).toBe(1);
  });
  test('a sanction in force lifts delivery of nearly every member of the ensemble', () => {
    const carried = { months: 24, interventions: [{ kind: 'sanction', strength: 4, tier: 0, from: -24 } as const] };
    const gains = Array.from({ length: acceptedCount }, (_, member) => {
      const of = (one: Carried): number =>
        Array.from({ length: 4 }, (__, run) => mean(told(one, noIntervention, 24, member, run))).reduce((a, b) => a + b, 0) / 4;
      return of(carried) - of({ months: 24, interventions: [] });
    });
    expect(gains.filter((gain) => gain > 0).length).toBeGreaterThan(0.9 * acceptedCount);
  });
});

describe('from a case', () => {
  test('instruments with their kind, strength, tier and since when; what is over has its end', () => {
    const { months, interventions } = carriedOf(reportsOf('jingjinji')('2018-08-31'), '2013-09-01');
    expect(months).toBe(59);
    // Responsibility letters of January 2014, strength 4, by the State Council: the nearest common superior of the three.
    expect(interventions).toContainEqual({ kind: 'sanction', strength: 4, tier: 0, from: -55 });
    // The award fund of October 2013.
    expect(interventions).toContainEqual({ kind: 'subsidy', strength: 3, tier: 0, from: -58 });
    // The meeting of 15 May 2014 acted in its month and is over.
    expect(interventions).toContainEqual({ kind: 'coordination', strength: 3, tier: 0, from: -51, until: -50 });
  });
  test('nothing that begins after the date is known', () => {
    expect(carriedOf(reportsOf('xixian')('2011-01-31'), '2004-07-31').interventions).toEqual([]);
  });
});

test.each([
  [{ months: -1 }, '0 ≤ months'],
  [{ months: Number.NaN }, 'months'],
  [{ interventions: [{ kind: 'magic' }] }, 'sanction, subsidy, coordination'],
  [{ interventions: [{ kind: 'sanction', strength: 6 }] }, '0 ≤ strength ≤ 5'],
  [{ interventions: [{ kind: 'sanction', force: 1 }] }, 'force'],
  [{ interventions: 3 }, 'carried'],
])('a scenario with carried %j is refused with what would be right', (carried, part) => {
  const read = readScenario({ carried });
  expect(read.ok ? '' : read.refusals.map(({ message }) => message.en).join()).toContain(part);
});
