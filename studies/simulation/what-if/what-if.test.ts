/** What-if questions: identities that hold whatever the model says, and small examples worked by hand. */
import { describe, expect, test } from 'vitest';
import { acceptedCount } from '../calibration/accepted.ts';
import { planOf, runChunk } from '../ensemble/chunks.ts';
import { noIntervention } from '../model/policy.ts';
import { readScenario } from '../scenario/scenario.ts';
import { answer, type Step } from './answer.ts';
import { leastSufficient, strengthLadder } from './effect.ts';
import { disagreementOf, MemberTally } from './members.ts';
import { monthsToMarch, presetPolicies } from './policies.ts';
import { comparisonFile, comparisonOf, type Question, sweptOnsets } from './question.ts';

const members = [0, 3, 7, 41];
const question: Question = {
  id: 'q',
  title: { zh: '问', en: 'asked' },
  parties: 3,
  start: '2026-11',
  months: 60,
  parameters: { spec: 0.3 },
  members,
  policies: presetPolicies('2026-11'),
  examined: 'surge',
  seed: 7,
};

describe('policies', () => {
  test.each([
    ['2026-11', 4],
    ['2026-03', 0],
    ['2026-04', 11],
  ])('from %s to March are %d months', (start, months) => {
    expect(monthsToMarch(start)).toBe(months);
  });
  test('all are taken by the scenario file', () => {
    const read = readScenario(JSON.parse(JSON.stringify(comparisonFile(question))));
    expect(read).toMatchObject({ ok: true, value: { members, draw: 'accepted', variants: [{ id: 'none' }, {}, {}, {}] } });
  });
  test('onsets that are swept lie within the first half', () => {
    expect(sweptOnsets(120)).toEqual([0, 12, 24, 36, 48, 60]);
    expect(sweptOnsets(3).every((month) => month < 3)).toBe(true);
  });
});

describe('members of a scenario', () => {
  test.each([
    [[acceptedCount], 'accepted'],
    [[-1], 'accepted'],
    [[1.5], 'accepted'],
    [[1, 1], 'accepted'],
    [[], 'accepted'],
    [[1], 'prior'],
  ])('%j with draw %s is refused with the range', (wrong, draw) => {
    expect(readScenario({ members: wrong, draw })).toMatchObject({ ok: false, refusals: [{ where: 'members' }] });
  });
  test('only they are used: members of one set give what that set gives', () => {
    const scenario = comparisonOf({ ...question, members: [41] });
    const other = comparisonOf({ ...question, members: [3] });
    if (!scenario.ok || !other.ok) throw new Error('refused');
    const first = (one: typeof scenario.value) => [...(runChunk(planOf(one), 0).columns[0] as Float64Array)];
    expect(first(scenario.value)).not.toEqual(first(other.value));
  });
});

describe('what each member says', () => {
  test('their means, weighted, are the mean of the ensemble', () => {
    const read = comparisonOf(question);
    if (!read.ok) throw new Error('refused');
    const plan = planOf(read.value);
    const tally = new MemberTally(read.value, 'damage');
    let sum = 0;
    for (let index = 0; index < plan.chunksPerVariant; index++) {
      const chunk = runChunk(plan, index);
      tally.take(chunk);
      sum += chunk.columns[3]?.reduce((all, value) => all + value, 0) ?? Number.NaN;
    }
    const { members: told, byVariant } = tally.means();
    expect(told).toEqual(members);
    const mean = (byVariant[0] as number[]).reduce((all, value) => all + value, 0) / members.length;
    expect(mean).toBeCloseTo(sum / read.value.runs, 10);
  });
  test('disagreement by hand: three members, one gains, one loses, one does not care', () => {
    const read = comparisonOf({ ...question, policies: presetPolicies('2026-11').slice(0, 2), examined: 'guided' });
    if (!read.ok) throw new Error('refused');
    const found = disagreementOf(read.value, [
      [0.2, 0.5, 0.5],
      [0.9, 0.1, 0.52],
    ]);
    expect(found[1]).toEqual({ id: 'guided', gains: [-0.4, expect.closeTo(0.02, 12), 0.7], better: 1, worse: 1, best: 2 });
    expect(found[0]).toMatchObject({ better: 0, worse: 0, best: 1 });
  });
});

describe('the answer', () => {
  const steps = [...answer(question)];
  const last = (kind: Step['kind']) => steps.findLast((step) => step.kind === kind);
  test('comes in its order, and progress ends at the whole', () => {
    expect(steps.flatMap(({ kind }) => (kind === 'progress' ? [] : [kind]))).toEqual(['compared', 'swept', 'examined']);
    const progress = last('progress');
    if (progress?.kind !== 'progress') throw new Error('no progress');
    expect(progress.done).toBe(progress.total);
  });
  test('without an intervention there is no cost and no exit', () => {
    const compared = last('compared');
    if (compared?.kind !== 'compared') throw new Error('no answer');
    const [none, , surge] = compared.summary.variants;
    expect(none?.outputs.cost.mean).toBe(0);
    expect(none?.outputs.dependence.runs).toBe(0);
    // Strength 5 for twelve months, whatever else happens.
    expect(surge?.outputs.cost.mean).toBeCloseTo(12, 10);
    expect(compared.disagreement[0]?.gains.every((gain) => gain === 0)).toBe(true);
  });
  test('what the case fixes is not examined', () => {
    const examined = last('examined');
    if (examined?.kind !== 'examined') throw new Error('no answer');
    expect(examined.result?.parameters.some(({ name }) => name === 'spec')).toBe(false);
    expect(examined.result?.parameters.some(({ name }) => name === 'kappa')).toBe(true);
  });
  test('the policy examined against itself does not vary', () => {
    const same = [
      ...answer({
        ...question,
        months: 24,
        policies: [...presetPolicies('2026-11').slice(0, 1), { id: 'same', title: question.title, policy: noIntervention }],
        examined: 'same',
      }),
    ];
    expect(same.findLast((step) => step.kind === 'examined')).toEqual({ kind: 'examined', result: undefined });
  });
  test('a wrong question is refused with the range', () => {
    const [first] = [...answer({ ...question, months: -1 })];
    expect(first).toMatchObject({ kind: 'refused', refusals: [{ message: { en: expect.stringContaining('1 ≤ months ≤ 2400') } }] });
  });
});

describe('the least sufficient strength', () => {
  const rung = (strength: number, reached: number) => ({ strength, median: 0, low: 0, high: 0, reached });
  test('is the first that brings enough members there', () => {
    expect(leastSufficient([rung(1, 0.2), rung(2, 0.75), rung(3, 0.6)])).toBe(2);
    expect(leastSufficient([rung(1, 0.2), rung(2, 0.74)])).toBeUndefined();
  });
  test('a superior without any means moves nobody, whatever its strength', () => {
    const powerless = { Phi: 0, psi: 0, mon: 0, superiorReveals: 0, zeta: 0, zc: 0, chi: 0, coordinationRelief: 0 };
    const fit = { parties: 4, parameters: { ...powerless, am: 0 }, members: [0, 1], observed: undefined };
    const medians = strengthLadder(fit, { sanction: 1, subsidy: 0, coordination: 0 }, 1).map(({ median }) => median);
    expect(new Set(medians).size).toBe(1);
  });
});
