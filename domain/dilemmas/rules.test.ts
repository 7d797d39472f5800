/** What each rule says of itself: which variable fails, whether the parties fail, and which thresholds it is judged by. */
import { describe, expect, test } from 'vitest';
import { factOf, titled } from '../testing/facts.ts';
import { generateHistory } from '../testing/histories.ts';
import { situationOn } from '../testing/situations.ts';
import type { DilemmaId, Variable } from '../vocabulary/levels.ts';
import { defaultParameters, type ParameterName, type Parameters, standardParameters } from '../vocabulary/parameters.ts';
import type { Finding } from './rule.ts';
import { diagnose, partyRules, ruleOf, superiorRules } from './diagnose.ts';

const rules = [...partyRules, ...superiorRules];

/** The article: culture is how they get on, institution what binds them, action what they do. */
const failureOf: Readonly<Record<DilemmaId, Variable>> = {
  deliberationWithoutDecision: 'culture',
  unequalVoice: 'culture',
  leadershipTurnover: 'culture',
  overIntervention: 'culture',
  interventionDependence: 'culture',
  collectiveIrresponsibility: 'institution',
  skewedResponsibility: 'institution',
  weakCoordinator: 'institution',
  vagueAgreement: 'institution',
  partialSuperior: 'institution',
  fragmentation: 'institution',
  accountabilityGap: 'institution',
  underIntervention: 'institution',
  decisionWithoutAction: 'action',
  actionWithoutResult: 'action',
  freeRiding: 'action',
  symbolicCompliance: 'action',
  distortedImplementation: 'action',
  campaignGovernance: 'action',
};

test.each(rules.map((rule) => [rule.id, rule] as const))('%s: variable, name, remedy', (id, rule) => {
  expect(rule.variable).toBe(failureOf[id]);
  for (const text of [rule.name, rule.remedy]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[A-Z][a-z]/);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
  }
  expect(ruleOf(id)).toBe(rule);
});

test('a superior that takes sides is no failure of the parties, everything else between them is', () => {
  expect(partyRules.filter(({ isGround }) => !isGround).map(({ id }) => id)).toEqual(['partialSuperior']);
});

test('no rule goes by a name that is none', () => {
  expect(() => ruleOf('other' as DilemmaId)).toThrow('bug: no rule for other');
});

describe('thresholds', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s: known, each once', (_id, { thresholds }) => {
    for (const name of thresholds) expect(Object.keys(defaultParameters)).toContain(name);
    expect(new Set(thresholds).size).toBe(thresholds.length);
  });

  /** Names that each rule asks for over many histories: what it is judged by in fact. */
  const asked = new Map<DilemmaId, Set<ParameterName>>(rules.map(({ id }) => [id, new Set()]));
  const spied = (id: DilemmaId): Parameters => ({
    ...standardParameters(),
    get: (name) => {
      asked.get(id)?.add(name);
      return standardParameters().get(name);
    },
  });
  const opened = factOf('caseOpened', { title: titled('case'), parties: ['610100', '610400'] }, { on: '2000-01-01' });
  for (let seed = 1; seed <= 30; seed += 1) {
    const situation = situationOn('2024-12-31', seed === 1 ? [opened] : generateHistory(seed, { size: 60 }));
    const failures: Finding[] = [...diagnose(situation).findings];
    for (const rule of partyRules) rule.judge({ ...situation, parameters: spied(rule.id) });
    for (const rule of superiorRules) rule.judge({ ...situation, parameters: spied(rule.id) }, failures);
  }
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s: names every one it asks for', (id, { thresholds }) => {
    expect([...(asked.get(id) ?? [])].filter((name) => !thresholds.includes(name))).toEqual([]);
  });
});
