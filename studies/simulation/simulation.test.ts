/** Scenarios, ensembles and histories: what is refused, what does not depend on how it is computed, what is the same process. */
import { factSchema } from '@gongze/domain/events/catalogue';
import { openCase } from '@gongze/domain/report/report';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { describe, expect, test } from 'vitest';
import { acceptedCount, acceptedSet } from './calibration/accepted.ts';
import { acceptedDraws, acceptedOf, acceptedSeed, passRates } from './calibration/accepted.data.ts';
import { calibrationOf, confirms, screen } from './calibration/calibrate.ts';
import { priorDraw } from './calibration/prior.ts';
import { chunkRuns, planOf, runChunk } from './ensemble/chunks.ts';
import { Merge } from './ensemble/merge.ts';
import { outputNames } from './ensemble/outputs.ts';
import { simulateHistory } from './history/history.ts';
import { priorParameters } from './model/parameters.ts';
import { patternIds, readingsOf, shown } from './patterns/patterns.ts';
import { readScenario, type Scenario, withRuns } from './scenario/scenario.ts';
import { sensitivityPlan } from './sensitivity/analysis.ts';

function scenarioOf(content: Readonly<Record<string, unknown>>): Scenario {
  const read = readScenario(content);
  if (!read.ok) throw new Error(read.refusals.map(({ message }) => message.en).join('; '));
  return read.value;
}
const policy = { onsetMonth: 12, strength: 4, holdMonths: 24, exit: 'linear', taperMonths: 12 };
const small = { parties: ['610100', '610400'], start: '2020-01', months: 84, runs: 2 * chunkRuns + 7, policy };

describe('what is refused', () => {
  const said = (content: unknown) => {
    const read = readScenario(content);
    return read.ok ? [] : read.refusals.map(({ kind, message }) => `${kind} ${message.en} ${message.zh}`);
  };
  test.each<[unknown, string]>([
    [{ parameters: { cost: 0.1 } }, 'unknownParameter there is no parameter named cost'],
    [{ parameters: { c: 9 } }, 'outOfRange parameters.c = 9 is out of range: 0 ≤ c ≤ 2'],
    [{ parameters: { c: Number.NaN } }, 'notANumber parameters.c'],
    [{ parameters: { c: '0.1' } }, 'notANumber parameters.c'],
    [{ months: -1 }, 'outOfRange months = -1 is out of range: 1 ≤ months ≤ 2400'],
    [{ months: 1.5 }, 'notWhole months'],
    [{ runs: 10_000_000_000 }, 'outOfRange runs = 10000000000 is out of range: 1 ≤ runs ≤ 10000000'],
    [{ seed: -1 }, 'outOfRange seed'],
    [{ parties: 1 }, '2 ≤ parties ≤ 20'],
    [{ parties: 21 }, '2 ≤ parties ≤ 20'],
    [{ parties: ['610100', '610100'] }, 'each once'],
    [{ policy: { strength: 6 } }, '0 ≤ strength ≤ 5'],
    [{ policy: { sanction: 0.9 } }, 'add up to 1'],
    [{ policy: { exit: 'never' } }, 'none, abrupt, linear'],
    [{ policy: { power: 1 } }, 'there is no parameter named power'],
    [{ sweep: { 'policy.strength': [1, 9] } }, '0 ≤ strength ≤ 5'],
    [
      { sweep: { 'policy.onsetMonth': Array.from({ length: 30 }, (_, i) => i), 'policy.strength': Array.from({ length: 30 }, () => 1) } },
      'at most',
    ],
    [{ variants: [] }, 'not empty'],
    [{ variants: [{ id: 'a' }, { id: 'a' }] }, 'ids are given once'],
    [{ colour: 'red' }, 'there is no parameter named colour'],
    [{ start: '2020-13' }, 'YYYY-MM'],
    [{ resources: [1] }, '6 numbers'],
    [null, 'a JSON object'],
    [[], 'a JSON object'],
  ])('%o', (content, part) => {
    const found = said(content);
    expect(found.join('\n')).toContain(part);
    for (const one of found) expect(one).toMatch(/\p{Script=Han}/u);
  });
  test('also from the command line, and of an analysis', () => {
    const scenario = scenarioOf({});
    expect(withRuns(scenario, { runs: 1e10 }).ok).toBe(false);
    expect(withRuns(scenario, { seed: 0.5 }).ok).toBe(false);
    for (const request of [
      { base: 100 },
      { method: 'guess' },
      { output: 'joy' },
      { parameters: ['none'] },
      { replicates: 0 },
      { variant: 'b' },
    ]) {
      expect(sensitivityPlan(scenario, request).ok, JSON.stringify(request)).toBe(false);
    }
  });
  test('nothing of a plain scenario', () => expect(said({})).toEqual([]));
});

describe('an ensemble', () => {
  const scenario = scenarioOf({ ...small, variants: [{ id: 'none', policy: { onset: 'never' } }, { id: 'with' }] });
  const plan = planOf(scenario);
  const inOrder = (order: readonly number[]) => {
    const merge = new Merge(plan);
    for (const index of order) merge.add(runChunk(plan, index));
    return merge.summary();
  };
  const all = Array.from({ length: plan.chunks }, (_, i) => i);
  const whole = inOrder(all);
  test('does not depend on the order in which chunks come in', () => {
    expect(inOrder(all.toReversed())).toEqual(whole);
  });
  test('goes on from a checkpoint as if it had not stopped', () => {
    const first = new Merge(plan);
    for (const index of all.slice(0, 3)) first.add(runChunk(plan, index));
    const kept = JSON.parse(JSON.stringify(first.checkpoint()));
    const second = new Merge(plan);
    second.restore(kept);
    expect(second.merged).toBe(3);
    expect(second.summary().partial).toBe(true);
    for (const index of all.slice(3)) second.add(runChunk(plan, index));
    expect(second.summary()).toEqual(whole);
  });
  test('means and quantiles are those of all runs', () => {
    const chunks = all.slice(0, plan.chunksPerVariant).map((index) => runChunk(plan, index));
    outputNames.forEach((name, o) => {
      const values = chunks.flatMap(({ columns }) => [...(columns[o] as Float64Array)]).filter((value) => !Number.isNaN(value));
      const found = whole.variants[0]?.outputs[name];
      expect(found?.runs).toBe(values.length);
      if (values.length === 0) return;
      expect(found?.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
      const sorted = values.toSorted((a, b) => a - b);
      const range = name === 'dependence' ? 2 : ['damage', 'cost', 'recovery', 'intervened'].includes(name) ? scenario.months : 1;
      const median = sorted[Math.ceil(values.length / 2) - 1] as number;
      expect(Math.abs((found?.quantiles[2] as number) - median)).toBeLessThanOrEqual(range / 1000 + 1e-12);
    });
  });
  test('variants run on common random numbers: what differs is the policy', () => {
    const [none, own] = [0, 1].map((v) => whole.variants[v]?.delivery.mean.slice(0, 12));
    expect(none).toEqual(own);
    expect(whole.variants[1]?.outputs.cost.mean).toBeGreaterThan(0);
  });
  test('a sweep is every combination', () => {
    const swept = scenarioOf({ sweep: { 'policy.onsetMonth': [0, 24], 'policy.strength': [1, 3, 5] } });
    expect(swept.variants.map(({ swept: own }) => own)).toEqual(
      [0, 24].flatMap((month) => [1, 3, 5].map((strength) => ({ 'policy.onsetMonth': month, 'policy.strength': strength }))),
    );
    expect(swept.variants.every(({ policy: own }) => own.onset === 'month')).toBe(true);
  });
});

describe('one run told as a case', () => {
  const scenario = scenarioOf({
    ...small,
    draw: 'accepted',
    policy: { ...policy, exit: 'performance', thetaExit: 0.6, escalateEvery: 6, tiersAbove: 1 },
  });
  const plan = planOf(scenario);
  const columns = runChunk(plan, 0).columns;
  const tiers = ['610000', '000000'];
  test.each([0, 1, 5, 17])('run %i has the trajectory of the ensemble', (run) => {
    const { delivery } = simulateHistory(scenario, { run, tiers });
    const mean = delivery.reduce((sum, Q) => sum + Q, 0) / scenario.months;
    expect(columns[outputNames.indexOf('meanQ')]?.[run]).toBeCloseTo(mean, 12);
    expect(columns[outputNames.indexOf('damage')]?.[run]).toBeCloseTo(scenario.months * (1 - mean), 9);
  });
  test('every fact is valid, simulated, and says so', () => {
    const { facts, caseId, title } = simulateHistory(scenario, { run: 2, tiers });
    expect(title.zh).toContain('模拟');
    expect(title.en).toContain('Simulated');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const fact of facts) {
      expect(factSchema(fact.type).safeParse(fact).success).toBe(true);
      expect([fact.origin, fact.recordedBy.mode, fact.streamId]).toEqual(['model', 'model', caseId]);
    }
  });
  test('folds and is diagnosed by the same report as a real case', () => {
    const { facts, caseId, title, actors } = simulateHistory(scenario, { run: 2, tiers });
    const open = openCase({
      caseId: caseId as CaseId,
      title,
      actors,
      edition: 'enriched',
      facts,
      parameters: standardParameters(),
      governments: gb2260(),
    });
    const report = open.reportAt(isoDateOf('2026-12-31'));
    expect(report.parties).toEqual(['610100', '610400']);
    expect(report.obligations.length).toBe(14);
    expect(report.interventions.length).toBeGreaterThan(0);
    expect(report.interventions.every(({ strength }) => strength >= 1 && strength <= 5)).toBe(true);
  });
  test('the same seed tells the same history', () => {
    expect(simulateHistory(scenario, { run: 4, tiers })).toEqual(simulateHistory(scenario, { run: 4, tiers }));
  });
});

describe('calibration', () => {
  test('the accepted ensemble is what screening the prior accepts', () => {
    const upTo = 120;
    const found = calibrationOf(acceptedSeed, acceptedOf.runs, screen(acceptedSeed, 0, upTo, acceptedOf.runs));
    expect(found.accepted).toEqual(acceptedDraws.filter((number) => number < upTo));
    // Within five standard errors of the rates of all draws.
    for (const id of patternIds) {
      const rate = passRates[id];
      expect(Math.abs(found.passRates[id] - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / upTo));
    }
  });
  test('its members show all seven patterns, and are used in turn', () => {
    const member = acceptedDraws[1] as number;
    expect(acceptedSet(1)).toEqual(priorDraw(acceptedSeed, member));
    expect(acceptedSet(1 + acceptedCount)).toBe(acceptedSet(1));
    expect(Object.values(shown(readingsOf(acceptedSet(1), acceptedOf.runs, member))).every(Boolean)).toBe(true);
    expect(confirms(acceptedSeed, member)).toBe(true);
  });
  test('draws lie within the prior and depend on their number alone', () => {
    const draw = priorDraw(3, 77);
    for (const { name, prior } of priorParameters) {
      expect(draw[name]).toBeGreaterThanOrEqual(prior[0]);
      expect(draw[name]).toBeLessThanOrEqual(prior[1]);
    }
    expect(priorDraw(3, 77)).toEqual(draw);
    expect(priorDraw(3, 78)).not.toEqual(draw);
  });
});
