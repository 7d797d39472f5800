import { describe, expect, test } from 'vitest';
import { duty, found, instrument, north, parties, province, said } from '../testing/dilemmas.ts';
import { factOf, type PayloadInput, testCaseId, titled } from '../testing/facts.ts';

const id = 'weakCoordinator';
type Body = PayloadInput<'bodyEstablished'>;
const body = (name: string, extra: Partial<Body> = {}) =>
  factOf(
    'bodyEstablished',
    { body: `body:${name}`, title: titled(name), kind: 'joint', members: parties, powers: ['coordinate'], ...extra },
    { on: '2010-02-01', id: `body:${name}` },
  );
const done = (obligation: string) => factOf('obligationFulfilled', { obligation }, { on: '2010-06-01' });

test('open joint duties and a body without the powers: how many, which bodies, on which facts', () => {
  const organ = body('o', { kind: 'superior', members: [], over: parties });
  expect(found('2012-01-01', id, [duty('d'), duty('e'), body('b'), organ])).toEqual([
    {
      id,
      key: 'weakCoordinator:case',
      status: 'active',
      since: '2010-01-01',
      severity: 0.7,
      subjects: [testCaseId, 'body:b', 'body:o'],
      evidence: ['d', 'e', 'body:b', 'body:o'],
      explanation: {
        zh: '2项共同义务未了结，而现有机构（b、o）均无权监督或考核全部各方。',
        en: '2 joint obligations are open and no body (b and o) may supervise or assess every party.',
      },
    },
  ]);
});

test('one duty, no body', () => {
  expect(found('2012-01-01', id, [duty('d'), duty('own', { liable: [north] })])).toMatchObject([
    {
      subjects: [testCaseId],
      evidence: ['d'],
      explanation: {
        zh: '1项共同义务未了结，而现有机构（没有协调机构）均无权监督或考核全部各方。',
        en: '1 joint obligation is open and no body (there is no coordinating body) may supervise or assess every party.',
      },
    },
  ]);
});

test('mitigated by an organ of the superior that coordinates by a strong act', () => {
  const organ = body('o', { kind: 'superior', members: [], over: parties, powers: ['assess'] });
  const act = instrument('i', '2010-03-01', { channel: 'organisation', strength: 4 });
  expect(found('2012-01-01', id, [duty('d'), organ, act])).toMatchObject([
    {
      status: 'mitigated',
      severity: 0.3,
      explanation: {
        zh: '共同机构仍无监督、考核权，但由上级的“o”代行协调，困境有所缓解。',
        en: 'The joint body still lacks power to supervise or assess; “o” of the superior coordinates instead, which mitigates it.',
      },
    },
  ]);
  const status = (...facts: Parameters<typeof found>[2]) => found('2012-01-01', id, [duty('d'), ...facts])[0]?.status;
  expect(status(organ, instrument('i', '2010-03-01', { channel: 'organisation', direct: false }))).toBe('active');
  expect(status(organ, instrument('i', '2010-03-01', { channel: 'planning' }))).toBe('active');
  expect(status(body('o', { powers: ['assess'], members: [north], over: parties }), act)).toBe('active');
});

describe('a body with the powers', () => {
  test.each([
    ['supervise', 'absent'],
    ['assess', 'absent'],
    ['coordinate', 'found'],
    ['convene', 'found'],
    ['sanction', 'found'],
  ] as const)('to %s: %s', (power, verdict) => {
    expect(said('2012-01-01', id, [duty('d'), body('b', { powers: [power] })]).verdict).toBe(verdict);
  });
  test('over one party, or of one party, has not got them', () => {
    expect(said('2012-01-01', id, [duty('d'), body('b', { powers: ['assess'], over: [north] })]).verdict).toBe('found');
    expect(said('2012-01-01', id, [duty('d'), body('b', { powers: ['assess'], members: [north], over: parties })]).verdict).toBe('found');
  });
  test('what it says, and that an upgrade counts', () => {
    const upgraded = factOf('bodyUpgraded', { body: 'body:b', powers: ['coordinate', 'supervise'] } as never, {
      on: '2011-01-01',
      id: 'up',
    });
    expect(said('2012-01-01', id, [duty('d'), body('b'), upgraded])).toEqual({
      verdict: 'absent',
      zh: '“b”有权监督或考核各方。',
      en: '“b” may supervise or assess every party.',
      evidence: ['body:b', 'up'],
    });
  });
});

test('nothing open, or nothing joint', () => {
  expect(said('2012-01-01', id, [duty('d'), done('d')])).toEqual({
    verdict: 'absent',
    zh: '没有未了结的共同义务。',
    en: 'No joint obligation is open.',
    evidence: [],
  });
  expect(said('2012-01-01', id, [duty('d', { liable: [north] })])).toEqual({
    verdict: 'undetermined',
    zh: '没有共同义务的记录。',
    en: 'No joint obligation is on record.',
    evidence: [],
  });
});

describe('since the chain of joint duties that is open began', () => {
  const at = (on: string, name: string) => duty(name, {}, { on });
  const end = (name: string, on: string) => factOf('obligationFulfilled', { obligation: name }, { on });
  const since = (...facts: Parameters<typeof found>[2]) => found('2014-01-01', id, facts).map((finding) => finding.since);
  test('a later duty that ended sooner does not break it', () => {
    // a: 2010–2012, b within it, c from 2011 on: no gap anywhere.
    expect(
      since(at('2010-01-01', 'a'), at('2010-06-01', 'b'), end('b', '2010-09-01'), at('2011-01-01', 'c'), end('a', '2012-01-01')),
    ).toEqual(['2010-01-01']);
  });
  test('a gap begins it anew', () => {
    expect(since(at('2010-01-01', 'a'), end('a', '2010-06-01'), at('2011-01-01', 'c'))).toEqual(['2011-01-01']);
  });
  test('an open one goes on for ever', () => {
    expect(since(at('2010-01-01', 'a'), at('2011-01-01', 'b'), end('b', '2011-06-01'), at('2012-01-01', 'c'))).toEqual(['2010-01-01']);
  });
  test('the abolition of a body that could, not of one that could not', () => {
    const abolished = (name: string, on: string) => factOf('bodyAbolished', { body: `body:${name}` }, { on });
    const strong = body('s', { powers: ['supervise'] });
    expect(since(at('2010-01-01', 'a'), strong, abolished('s', '2011-01-01'))).toEqual(['2011-01-01']);
    expect(since(at('2012-01-01', 'a'), strong, abolished('s', '2011-01-01'))).toEqual(['2012-01-01']);
    const ofOne = body('s', { powers: ['supervise'], members: [north], over: parties });
    expect(since(at('2010-01-01', 'a'), ofOne, abolished('s', '2011-01-01'))).toEqual(['2010-01-01']);
  });
});

test('a source that says so is heard beside it, and not where a body has the powers', () => {
  const judged = factOf('judgementRecorded', { dilemma: id, subjects: [province], holds: true, text: titled('j') }, { on: '2011-01-01' });
  expect(found('2012-01-01', id, [judged])).toHaveLength(1);
  expect(found('2012-01-01', id, [duty('d'), judged])).toHaveLength(2);
  expect(found('2012-01-01', id, [duty('d'), body('b', { powers: ['assess'] }), judged])).toEqual([]);
});
