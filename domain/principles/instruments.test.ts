/** The kinds of instruments against the article: which hypothesis and variable, how intrusive, and what each is good for. */
import { describe, expect, test } from 'vitest';
import { channels, type DilemmaId, dilemmaIds } from '../vocabulary/levels.ts';
import { hypotheses } from '../variables/channels.ts';
import { instrumentKinds } from './instruments.ts';

const kinds = new Map(instrumentKinds.map((kind) => [kind.id, kind]));

test('one kind for every channel, and no two of one name', () => {
  expect(instrumentKinds.map(({ channel }) => channel as string).sort()).toEqual([...channels].sort());
  expect(kinds.size).toBe(channels.length);
});

test.each(instrumentKinds.map((kind) => [kind.id, kind] as const))(
  '%s acts on the variable of its hypothesis',
  (_id, { hypothesis, variable, channel }) => {
    const own = hypotheses.find(({ id }) => id === hypothesis);
    expect(own?.variable).toBe(variable);
    expect(own?.channels).toContain(channel);
  },
);

/** From a word (1) to a person's career (6); the least strength at which it is worth applying; whether duties are set, checked or sanctioned. */
test.each([
  ['discourse', 1, 1, false],
  ['technicalSupport', 1, 2, false],
  ['datesAndTargets', 2, 2, true],
  ['interestCoordination', 2, 2, false],
  ['planning', 2, 2, false],
  ['leaderParticipation', 3, 3, false],
  ['coordinatingBody', 3, 3, false],
  ['assessment', 4, 3, true],
  ['fiscalLinkage', 4, 3, true],
  ['inspection', 5, 4, true],
  ['personnel', 5, 3, false],
  ['accountability', 6, 5, true],
])('%s: intrusiveness %i, strength %i, binding %s', (id, intrusiveness, strength, binding) => {
  expect(kinds.get(id)).toMatchObject({ intrusiveness, strength, binding });
});

test('they stand from the least intrusive to the most', () => {
  const order = instrumentKinds.map(({ intrusiveness }) => intrusiveness);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

describe('what helps against what', () => {
  const against: Readonly<Record<DilemmaId, readonly string[]>> = {
    deliberationWithoutDecision: ['discourse', 'interestCoordination', 'leaderParticipation'],
    decisionWithoutAction: ['assessment', 'datesAndTargets', 'inspection'],
    actionWithoutResult: ['assessment', 'technicalSupport'],
    collectiveIrresponsibility: ['coordinatingBody', 'datesAndTargets'],
    freeRiding: ['assessment', 'fiscalLinkage', 'interestCoordination'],
    symbolicCompliance: ['accountability', 'assessment', 'inspection'],
    distortedImplementation: ['accountability', 'inspection'],
    unequalVoice: ['interestCoordination'],
    skewedResponsibility: ['fiscalLinkage', 'interestCoordination', 'technicalSupport'],
    weakCoordinator: ['coordinatingBody'],
    vagueAgreement: ['datesAndTargets'],
    partialSuperior: ['interestCoordination'],
    fragmentation: ['coordinatingBody', 'datesAndTargets', 'discourse', 'personnel', 'planning'],
    campaignGovernance: ['leaderParticipation', 'planning'],
    accountabilityGap: ['accountability', 'assessment'],
    leadershipTurnover: ['leaderParticipation', 'personnel'],
    underIntervention: ['assessment', 'datesAndTargets', 'inspection'],
    // More of a superior is no remedy for too much of it.
    overIntervention: [],
    interventionDependence: ['technicalSupport'],
  };
  test.each(dilemmaIds)('%s', (id) => {
    expect(
      instrumentKinds
        .filter(({ helps }) => helps.includes(id))
        .map((kind) => kind.id)
        .sort(),
    ).toEqual(against[id]);
  });
  test('nothing helps against what is no dilemma', () => {
    for (const { helps } of instrumentKinds) for (const id of helps) expect(dilemmaIds).toContain(id);
  });
});
