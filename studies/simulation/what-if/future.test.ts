/** The fan of the future, held against a plain count of the same runs. */
import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../testing/reports.ts';
import { acceptedSet } from '../calibration/accepted.ts';
import { Beginning } from '../model/carried.ts';
import { Kernel, scalar } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { policyNumbersOf } from '../model/policy.ts';
import { type Future, futureOf, futureSeed } from './future.ts';
import { presetPolicies } from './policies.ts';
import { runsPerMember } from './question.ts';

const report = reportsOf('xixian')('2012-01-31');
const months = 30;

function fan(policy: 'none' | 'surge'): Future {
  const told = futureOf(report, policy, months);
  if (!told.ok) throw new Error('refused');
  return told.value;
}

describe('the fan of the future', () => {
  const found = fan('surge');
  test('its bands hold half and nine tenths of the runs, month by month', () => {
    const { parties, parameters, carried, members = [] } = found.fit;
    const policy = presetPolicies('2012-01').find(({ id }) => id === 'surge')?.policy;
    if (policy === undefined) throw new Error('no such policy');
    const runs = runsPerMember * members.length;
    expect(found.runs).toBe(runs);
    const byMonth = Array.from({ length: months }, () => [] as number[]);
    const kernel = new Kernel(parties);
    for (let run = 0; run < runs; run++) {
      const set = parameterSet({ ...acceptedSet(members[run % members.length] as number), ...parameters });
      new Beginning(carried, months).begin(kernel, set, policyNumbersOf(policy), futureSeed, run);
      for (const values of byMonth) {
        kernel.advance();
        values.push(kernel.scalars[scalar.Q] as number);
      }
    }
    // Told to 1/200; a full band may end on either side of a value that many runs share.
    const cell = 1 / 200 + 1e-9;
    const within = (values: readonly number[], low: number, high: number): number =>
      values.filter((value) => value >= low - cell && value <= high + cell).length / runs;
    byMonth.forEach((values, m) => {
      const at = (row: readonly number[]): number => row[m] as number;
      expect(within(values, at(found.half.low), at(found.half.high))).toBeGreaterThanOrEqual(0.5);
      expect(within(values, at(found.wide.low), at(found.wide.high))).toBeGreaterThanOrEqual(0.9);
      expect(within(values, 0, at(found.median))).toBeGreaterThanOrEqual(0.5);
      expect(within(values, at(found.median), 1)).toBeGreaterThanOrEqual(0.5);
    });
  });
  test('the same case on the same date has the same fan; another policy has another', () => {
    expect(fan('surge')).toEqual(found);
    expect(fan('none').median).not.toEqual(found.median);
  });
  test('where superiors are at work and the duties are done, no further intervention does not mean a stall', () => {
    const told = futureOf(reportsOf('jingjinji')('2015-12-31'), 'none', 24);
    if (!told.ok) throw new Error('refused');
    expect(told.value.median.at(-1)).toBeGreaterThan(0.5);
  });
  test('it begins in the month of the report', () => {
    expect(found.start).toBe('2012-01');
    expect(found.median).toHaveLength(months);
  });
});
