/** The page's own computations on the two shipped cases. */
import { editionFacts, loadCase } from '@gongze/cases';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { describe, expect, it } from 'vitest';
import { timelineModel } from '../timeline/model.ts';
import { markedBy } from '../view/selection.ts';
import { whyContent } from '../why/content.ts';
import { actorsOf, ownersOf, titleOf } from './describe.ts';
import { axisOf, createEngine, type Engine, sampleDates } from './engine.ts';

function engineOf(id: 'xixian' | 'jingjinji', edition: 'paper' | 'enriched' = 'enriched'): Engine {
  const { title, actors, ...file } = loadCase(id);
  const facts = editionFacts({ title, actors, ...file }, edition);
  return createEngine({ case: id, title, actors, facts, governments: [...gb2260().all()], size: facts.length }, edition, undefined);
}

const xixian = engineOf('xixian');
const on = isoDateOf('2012-01-31');
const report = xixian.reportAt(on);
const end = xixian.reportAt(isoDateOf('2026-11-24'));

describe('facts in words', () => {
  it('names every fact of both cases, with actors that are actors', () => {
    for (const engine of [xixian, engineOf('jingjinji')]) {
      for (const fact of engine.facts) {
        if (!['obligationAccepted', 'consensusRecorded', 'instrumentWithdrawn'].includes(fact.type))
          expect(titleOf(fact) ?? fact.type, fact.id).toBeTruthy();
        for (const actor of actorsOf(fact)) expect(actor, fact.id).not.toMatch(/^(agenda|decision|dispute|evaluation|standard|plan)$/);
      }
    }
  });

  it('gives what a superior did to the superior alone', () => {
    const applied = xixian.facts.find((fact) => fact.type === 'instrumentApplied' && fact.payload.tier === '610000');
    expect(applied && ownersOf(applied)).toEqual(['610000']);
  });
});

describe('time axis', () => {
  it('puts superiors above, and no fact of a party is lost', () => {
    const model = timelineModel(xixian, end);
    expect(model.superiors.map(({ id }) => id)).toEqual(['000000', '610000']);
    expect(model.parties.slice(0, 2).map(({ id }) => id)).toEqual(['610100', '610400']);
    const drawn = new Set([...model.superiors, ...model.bodies, ...model.parties].flatMap(({ facts }) => facts.map(({ id }) => id)));
    for (const group of model.undated) for (const id of group.ids) drawn.add(id);
    const spans = ['instrumentApplied', 'caseOpened'];
    for (const fact of xixian.facts) if (!spans.includes(fact.type)) expect(drawn.has(fact.id), fact.id).toBe(true);
  });

  it('covers whole years and today', () => {
    expect(axisOf(xixian.stops, isoDateOf('2026-11-24'))).toEqual({ first: '2002-01-01', last: '2026-12-31' });
    expect(axisOf(xixian.stops, isoDateOf('2027-03-31')).last).toBe('2027-12-31');
  });

  it('samples rising dates within its limit', () => {
    const dates = sampleDates(xixian.stops, isoDateOf('2002-01-01'), isoDateOf('2026-12-31'), 160);
    expect(dates.length).toBeLessThanOrEqual(161);
    expect([...dates].sort()).toEqual(dates);
    expect(new Set(dates).size).toBe(dates.length);
  });
});

describe('why', () => {
  it('answers for everything the page asks about', () => {
    const targets = [
      'sentence:',
      'variable:culture',
      'principle:necessity',
      'superior:610000',
      'step:agreed',
      ...report.findings.map(({ key }) => `finding:${key}`),
      ...report.verdicts.map(({ id }) => `verdict:${id}`),
      ...report.obligations.map(({ id }) => `duty:${id}`),
      ...report.advice.map(({ instrument }) => `advice:${instrument}`),
      ...report.topics.map(({ topic }) => `topic:${topic}`),
      ...report.framework.map(({ from, to }) => `edge:${from}>${to}`),
      ...report.mechanism.map(({ from, to }) => `edge:${from}>${to}`),
      ...report.variables.institution.components.map(({ id }) => `component:institution/${id}`),
    ];
    for (const target of targets) {
      const content = whyContent(report, target);
      expect(content, target).toBeDefined();
      for (const id of content?.evidence ?? []) expect(xixian.factById.has(id), `${target} ${id}`).toBe(true);
    }
  });

  it('says nothing about what is not there', () => {
    for (const target of ['finding:none', 'nonsense', 'toString:x', 'component:culture/none', 'component:x/y'])
      expect(whyContent(report, target)).toBeUndefined();
  });
});

describe('selection', () => {
  it('marks the facts behind a finding, and the findings on a fact', () => {
    const finding = report.findings.find(({ evidence }) => evidence.length > 0);
    const key = `finding:${finding?.key}`;
    const fact = finding?.evidence[0] ?? '';
    expect(markedBy(report, key).facts.has(fact)).toBe(true);
    expect(markedBy(report, `fact:${fact}`).keys.has(key)).toBe(true);
    expect(markedBy(report, undefined).keys.size).toBe(0);
    expect(markedBy(report, 'gibberish').keys.size).toBe(0);
  });

  it('marks what a government did', () => expect(markedBy(end, 'actor:610000').keys.size).toBeGreaterThan(1));
});
