import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactRef } from '../cases/state.ts';
import { caseReportSchema } from '../report/schema.ts';
import { deadlineOf, factOf, titled } from '../testing/facts.ts';
import { generateHistory } from '../testing/histories.ts';
import { situationOn } from '../testing/situations.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import { channels } from '../vocabulary/levels.ts';
import { channelNames, hypotheses } from './channels.ts';
import { edgeEvidenceMax, followedBy, isAfter } from './edge.ts';
import { frameworkEdges, mechanismEdges } from './links.ts';
import { componentRegistry, readVariables } from './variables.ts';

const north = '610100';
const ashby = '610400';
const opened = factOf('caseOpened', { title: titled('case'), parties: [north, ashby] }, { on: '2010-01-01' });
const anyHistory = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  size: fc.integer({ min: 1, max: 250 }),
  year: fc.integer({ min: 1999, max: 2022 }),
  origin: fc.constantFrom('live' as const, 'archive' as const),
});

const instrument = (name: string, channel: (typeof channels)[number], on: string, direct = true) =>
  factOf(
    'instrumentApplied',
    {
      instrument: name,
      title: titled(name),
      channel,
      strength: 3,
      tier: '610000',
      by: '610000',
      targets: [north, ashby],
      direct,
      binding: true,
    },
    { on, initiative: 'superior' },
  );
const measured = (obligation: string, dueOn: string, on: string) =>
  factOf(
    'obligationDrafted',
    {
      obligation,
      title: titled(obligation),
      topic: 't',
      origin: 'agreed',
      liable: [north],
      acceptedBy: [north],
      measure: titled('m'),
      deadline: deadlineOf(dueOn),
    },
    { on },
  );

describe('followedBy', () => {
  const ref = (id: string, first: string, last = first): FactRef => ({
    id: id as FactId,
    first: isoDateOf(first),
    on: isoDateOf(last),
    dated: true,
  });
  it('pairs an effect with the nearest cause that certainly came before it', () => {
    const causes = [ref('old', '2010-01-01'), ref('near', '2011-06-01'), ref('overlapping', '2011-01-01', '2011-12-31')];
    const effect = ref('effect', '2011-07-01');
    expect(followedBy(causes, [effect], 24).map(({ id }) => id)).toEqual(['near', 'effect']);
    expect(followedBy([causes[0] as FactRef], [effect], 12)).toEqual([]);
    expect(followedBy(causes, [{ ...effect, dated: false }], 24)).toEqual([]);
    expect(isAfter(effect, ref('same', '2011-07-01'))).toBe(false);
  });
});

describe('mechanismEdges', () => {
  const edge = (facts: Parameters<typeof situationOn>[1], from: string, to: string) => {
    const situation = situationOn('2014-01-01', facts);
    return mechanismEdges(situation, readVariables(situation)).find((own) => own.from === from && own.to === to);
  };

  it('names only channels, components, variables and stages that exist, every component once', () => {
    const situation = situationOn('2014-01-01', []);
    const edges = mechanismEdges(situation, readVariables(situation));
    expect(edges.every(({ basis, evidence }) => basis === 'article' && evidence.length === 0)).toBe(true);
    const components = componentRegistry.map(({ component }) => component);
    for (const { component, variable } of componentRegistry)
      expect(edges.filter(({ from, to }) => from === component && to === variable)).toHaveLength(1);
    for (const { from, to } of edges) {
      expect([...channels, ...components, 'culture', 'institution', 'action']).toContain(from);
      expect([...components, 'culture', 'institution', 'action', 'stage1', 'stage2', 'stage3']).toContain(to);
    }
    expect(Object.keys(channelNames)).toEqual([...channels]);
    for (const { channels: own, paths } of hypotheses)
      for (const channel of own) expect(paths.some(([path]) => path === channel)).toBe(true);
  });

  it('rests on facts where the component counts a fact after an instrument of the channel', () => {
    const assessment = instrument('assessment', 'assessment', '2011-01-01');
    const duty = measured('d', '2012-06-01', '2010-02-01');
    const done = factOf('obligationFulfilled', { obligation: 'd' }, { on: '2012-01-01' });
    expect(edge([opened, duty, done, assessment], 'assessment', 'timeliness')).toMatchObject({
      basis: 'facts',
      evidence: [assessment.id, done.id],
    });
    expect(edge([opened, duty, done], 'assessment', 'timeliness')).toMatchObject({ basis: 'article', evidence: [] });
    const later = instrument('assessment', 'assessment', '2012-01-01');
    expect(edge([opened, duty, done, later], 'assessment', 'timeliness')).toMatchObject({ basis: 'article' });
  });

  it('does not take the instruments themselves for what followed them', () => {
    const document = (name: string, on: string) =>
      factOf(
        'instrumentApplied',
        {
          instrument: name,
          title: titled(name),
          channel: 'policyDocument',
          strength: 2,
          tier: '610000',
          by: '610000',
          targets: [north],
          direct: false,
          binding: false,
          provisions: { [north]: 0.5, [ashby]: 0.5 },
        },
        { on, initiative: 'superior' },
      );
    expect(edge([opened, document('a', '2012-06-01'), document('b', '2013-06-01')], 'policyDocument', 'evenHandedness')).toMatchObject({
      basis: 'article',
    });
  });

  it('reaches the first stage by the consensus of every party, not of one', () => {
    const raised = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2010-02-01' });
    const meeting = factOf(
      'meetingHeld',
      { title: titled('m'), topics: ['t'], attendees: [{ actor: north }, { actor: ashby }] },
      { on: '2010-03-01' },
    );
    const agreed = (...parties: string[]) => factOf('consensusRecorded', { topic: 't', parties }, { on: '2010-06-01' });
    const both = agreed(north, ashby);
    expect(edge([opened, raised, meeting, both], 'culture', 'stage1')).toMatchObject({ basis: 'facts', evidence: [both.id] });
    expect(edge([opened, raised, meeting, agreed(north)], 'culture', 'stage1')).toMatchObject({ basis: 'article', evidence: [] });
  });

  it('carries component and stage by the facts that they count', () => {
    const duty = measured('d', '2012-06-01', '2010-02-01');
    expect(edge([opened, duty], 'individualisationCoverage', 'institution')).toMatchObject({ basis: 'facts', evidence: [duty.id] });
    expect(edge([opened, duty], 'institution', 'stage2')).toMatchObject({ basis: 'facts', evidence: [duty.id] });
    expect(edge([opened, duty], 'action', 'stage3')).toMatchObject({ basis: 'article' });
    // Known from silence alone: there is a value, and no fact that carries it.
    expect(edge([opened, duty], 'interactionIntensity', 'culture')).toMatchObject({ basis: 'article', evidence: [] });
  });
});

describe('frameworkEdges', () => {
  const edges = (facts: Parameters<typeof situationOn>[1]) => {
    const situation = situationOn('2014-01-01', facts);
    return frameworkEdges(situation, readVariables(situation));
  };
  const linked = (facts: Parameters<typeof situationOn>[1]) =>
    edges(facts)
      .filter(({ basis }) => basis === 'facts')
      .map(({ from, to }) => `${from}>${to}`);
  const meeting = (on: string, body?: string) =>
    factOf('meetingHeld', { title: titled('m'), topics: ['t'], attendees: [{ actor: north }], ...(body && { body }) }, { on });
  const signed = factOf(
    'agreementSigned',
    { agreement: 'a', title: titled('a'), parties: [north, ashby], topics: ['t'], framework: true },
    { on: '2011-01-01' },
  );

  it('asserts nine edges on the word of the article where there are no facts', () => {
    expect(edges([]).map(({ from, to, basis }) => `${from}>${to}:${basis}`)).toEqual([
      'culture>institution:article',
      'culture>action:article',
      'institution>culture:article',
      'institution>action:article',
      'action>culture:article',
      'action>institution:article',
      'culture+institution+action>deliberationWithoutDecision:article',
      'culture+institution+action>decisionWithoutAction:article',
      'culture+institution+action>actionWithoutResult:article',
    ]);
  });

  it('links each pair of variables by its own facts', () => {
    expect(linked([opened, meeting('2010-06-01'), signed])).toEqual(['culture>institution']);
    expect(linked([opened, signed, meeting('2011-06-01')])).toEqual([]);
    const body = factOf(
      'bodyEstablished',
      { body: 'body:b', title: titled('b'), kind: 'joint', members: [north, ashby], powers: [] },
      { on: '2010-02-01' },
    );
    expect(linked([opened, body, meeting('2010-06-01', 'body:b')])).toEqual(['institution>culture']);
    const owed = factOf(
      'obligationDrafted',
      { obligation: 'd', title: titled('d'), topic: 't', agreement: 'a', origin: 'agreed', liable: [north] },
      { on: '2011-01-01' },
    );
    const progress = factOf('progressReported', { obligation: 'd', by: north }, { on: '2012-01-01' });
    expect(linked([opened, signed, owed, progress])).toEqual(['culture>action', 'institution>action']);
    const done = factOf('obligationFulfilled', { obligation: 'd' }, { on: '2012-01-01' });
    const amended = factOf('agreementAmended', { agreement: 'a', text: titled('x') }, { on: '2012-06-01' });
    expect(linked([opened, signed, owed, done, amended])).toEqual([
      'culture>action',
      'institution>action',
      'action>culture',
      'action>institution',
    ]);
  });

  it('links the combination to a dilemma where a variable is weak and its facts are on record', () => {
    const duty = measured('d', '2011-06-01', '2010-02-01');
    const found = edges([opened, duty]).find(({ to }) => to === 'decisionWithoutAction');
    expect(found).toMatchObject({ from: 'culture+institution+action', basis: 'facts', evidence: [duty.id] });
    // Trust 1/3 and silence twice 0: culture 1/9; timeliness and evaluation 0; individualised: institution 1.
    expect(found?.label.zh).toBe('偏弱的变量：文化情境0.11、行动过程0；本案有决而不行的事实或判断。');
  });

  it('finds no deliberation without decision where all agree; one who has not yet is enough', () => {
    const raised = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2010-01-01' });
    const weak = measured('d', '2011-06-01', '2010-02-01');
    const met = ['2010-02-01', '2010-03-01', '2010-04-01'].map((on) => meeting(on));
    const agreed = (parties: string[]) => factOf('consensusRecorded', { topic: 't', parties }, { on: '2010-05-01' });
    const basisOf = (facts: Parameters<typeof situationOn>[1]) =>
      edges([opened, weak, raised, ...met, ...facts]).find(({ to }) => to === 'deliberationWithoutDecision')?.basis;
    expect(basisOf([])).toBe('facts');
    expect(basisOf([agreed([north])])).toBe('facts');
    expect(basisOf([agreed([north, ashby])])).toBe('article');
  });

  it('blames no variable for a dilemma while none is weak', () => {
    const situation = situationOn('2014-01-01', [opened, measured('d', '2011-06-01', '2010-02-01')], { 'advice.deficientBelow': 0 });
    expect(frameworkEdges(situation, readVariables(situation)).find(({ to }) => to === 'decisionWithoutAction')).toMatchObject({
      basis: 'article',
    });
  });

  it('stays short, within the shape of the report, for any history', () => {
    fc.assert(
      fc.property(anyHistory, ({ seed, size, year, origin }) => {
        const situation = situationOn(`${year}-06-30`, generateHistory(seed, { size, origin }));
        const readings = readVariables(situation);
        const all = [...frameworkEdges(situation, readings), ...mechanismEdges(situation, readings)];
        expect(caseReportSchema.shape.framework.parse(all)).toEqual(all);
        for (const { basis, evidence, label } of all) {
          expect(evidence.length > 0).toBe(basis === 'facts');
          expect(evidence.length).toBeLessThanOrEqual(edgeEvidenceMax);
          expect(`${label.zh}${label.en}`).not.toMatch(/undefined|NaN|Infinity/);
        }
      }),
      { numRuns: 40 },
    );
  });
});
