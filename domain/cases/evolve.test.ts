/** What single facts do to the state, where the order or a repetition of facts decides. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { factOf, stateOf, titled } from '../testing/facts.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import { resolveHistory } from './corrections.ts';

const [north, ashby] = ['610100', '610400'] as const;
const parties = [north, ashby];
const drafted = (acceptedBy: readonly string[] = []) =>
  factOf(
    'obligationDrafted',
    { obligation: 'd', title: titled('d'), origin: 'agreed', liable: parties, acceptedBy: [...acceptedBy] },
    { on: '2010-01-01' },
  );
const accepted = (by: string, on: string) => factOf('obligationAccepted', { obligation: 'd', by }, { on });
const obligationAfter = (...facts: Fact[]) => {
  const obligation = stateOf(facts).obligations.get('d' as never);
  if (obligation === undefined) throw new Error('no obligation');
  return obligation;
};

describe('acceptance', () => {
  test('a joint duty takes effect with the last acceptance, and once', () => {
    expect(obligationAfter(drafted(), accepted(north, '2010-02-01')).inEffect).toBeUndefined();
    const both = [drafted(), accepted(north, '2010-02-01'), accepted(ashby, '2010-03-01')];
    expect(obligationAfter(...both)).toMatchObject({ status: 'inEffect', inEffect: { on: '2010-03-01' } });
    expect(obligationAfter(...both, accepted(ashby, '2011-01-01')).inEffect?.on).toBe('2010-03-01');
  });
  test('who accepts contests no more', () => {
    const contested = factOf('obligationContested', { obligation: 'd', by: north }, { on: '2010-01-15' });
    expect([...obligationAfter(drafted(), contested).contested.keys()]).toEqual([north]);
    expect(obligationAfter(drafted(), contested).status).toBe('contested');
    expect([...obligationAfter(drafted(), contested, accepted(north, '2010-02-01')).contested.keys()]).toEqual([]);
  });
  test('a contest of a duty in effect is on record and changes no status', () => {
    const contested = factOf('obligationContested', { obligation: 'd', by: north }, { on: '2010-06-01' });
    expect(obligationAfter(drafted(parties), contested).status).toBe('inEffect');
  });
});

describe('consensus', () => {
  const consensus = (who: string[], on: string) => factOf('consensusRecorded', { topic: 't', parties: who }, { on });
  const signed = (on: string) =>
    factOf('agreementSigned', { agreement: `a-${on}`, title: titled('a'), parties, topics: ['t'], framework: false }, { on });
  const datesAfter = (...facts: Fact[]) =>
    [...(stateOf(facts).topics.get('t' as never)?.consensus ?? [])].map(([who, { on }]) => [who, on]);
  test('dates from the first time that it is stated or signed', () => {
    expect(datesAfter(consensus([north], '2010-01-01'), consensus(parties, '2011-01-01'))).toEqual([
      [north, '2010-01-01'],
      [ashby, '2011-01-01'],
    ]);
    expect(datesAfter(consensus([north], '2010-01-01'), signed('2010-06-01'), signed('2011-06-01'))).toEqual([
      [north, '2010-01-01'],
      [ashby, '2010-06-01'],
    ]);
  });
});

describe('verification', () => {
  const reviewed = (on: string) => factOf('obligationReviewed', { obligation: 'd', by: '610000', completion: 'complete' }, { on });
  const lookedBack = (holds: boolean) => factOf('obligationLookedBack', { obligation: 'd', holds }, { on: '2011-02-01' });
  test('dates from the first assessment as complete, and falls with a look-back that it does not pass', () => {
    expect(obligationAfter(drafted(parties), reviewed('2010-06-01'), reviewed('2010-08-01')).verified?.on).toBe('2010-06-01');
    expect(obligationAfter(drafted(parties), reviewed('2010-06-01'), lookedBack(true)).verified?.on).toBe('2010-06-01');
    expect(obligationAfter(drafted(parties), reviewed('2010-06-01'), lookedBack(false)).verified).toBeUndefined();
  });
});

describe('readings', () => {
  const read = (value: number, on: string, last = '2016-12-31') =>
    factOf('indicatorRead', { indicator: 'i', subject: north, period: { first: '2014-01-01', last }, value, unit: 'u' }, { on });
  const values = (...facts: Fact[]) => [...stateOf(facts).readings.values()].flat().map(({ value }) => value);
  test('stand by the end of their period, of one period by the order of recording', () => {
    expect(values(read(1, '2017-01-01'), read(2, '2017-02-01'), read(3, '2018-01-01', '2015-12-31'))).toEqual([3, 1, 2]);
  });
});

describe('instruments', () => {
  const applied = (instrument: string, on: string, more: object = {}) =>
    factOf(
      'instrumentApplied',
      {
        instrument,
        title: titled(instrument),
        channel: 'organisation',
        strength: 3,
        tier: '610000',
        by: '610000',
        targets: parties,
        direct: true,
        binding: false,
        ...more,
      },
      { on, initiative: 'superior' },
    );
  const ends = (...facts: Fact[]) => [...stateOf(facts).instruments.values()].map(({ instrument, ended }) => [instrument, ended?.on]);
  test('end where another replaces them, and where their intervention closes', () => {
    expect(ends(applied('a', '2010-01-01'), applied('b', '2011-01-01', { replaces: 'a' }))).toEqual([
      ['a', '2011-01-01'],
      ['b', undefined],
    ]);
    const open = factOf('interventionOpened', { intervention: 'v', tier: '610000', title: titled('v'), grounds: [] }, { on: '2010-01-01' });
    const closed = factOf('interventionClosed', { intervention: 'v' }, { on: '2012-01-01' });
    expect(ends(open, applied('a', '2010-02-01', { intervention: 'v' }), applied('b', '2010-02-01'), closed)).toEqual([
      ['a', '2012-01-01'],
      ['b', undefined],
    ]);
  });
  test('keep the first end', () => {
    const withdrawn = factOf('instrumentWithdrawn', { instrument: 'a' }, { on: '2010-06-01' });
    expect(ends(applied('a', '2010-01-01'), withdrawn, applied('b', '2011-01-01', { replaces: 'a' }))[0]).toEqual(['a', '2010-06-01']);
  });
});

describe('bodies', () => {
  const body = factOf(
    'bodyEstablished',
    { body: 'body:b', title: titled('b'), kind: 'joint', members: [north], powers: ['assess'] },
    { on: '2010-01-01' },
  );
  const over = (...facts: Fact[]) => stateOf([body, ...facts]).bodies.get('body:b' as never)?.over;
  const upgraded = (more: object) => factOf('bodyUpgraded', { body: 'body:b', ...more }, { on: '2011-01-01' });
  test('have their powers over their members, unless said otherwise', () => {
    expect(over()).toEqual([north]);
    expect(over(upgraded({ members: parties }))).toEqual(parties);
    expect(over(upgraded({ members: parties, over: [ashby] }))).toEqual([ashby]);
    expect(over(upgraded({ rank: 5 }))).toEqual([north]);
  });
});

describe('what was known', () => {
  const fact = factOf('partyJoined', { party: north }, { on: '2010-01-01', knownFrom: '2010-06-01', id: 'joined' });
  const correction = (on: string, id: string, version: number) =>
    factOf(
      'factCorrected',
      { target: 'joined', replacement: { occurred: { first: on, last: on, precision: 'day', setBy: 'source' } }, reason: titled('r') },
      { on: '2011-01-01', id, version },
    );
  const dates = (facts: readonly Fact[], knownOn?: string) =>
    resolveHistory(facts, knownOn === undefined ? undefined : isoDateOf(knownOn)).facts.map(({ occurred }) => occurred.first);
  test('a fact counts from the day on which it was published', () => {
    expect(dates([fact], '2010-05-31')).toEqual([]);
    expect(dates([fact], '2010-06-01')).toEqual(['2010-01-01']);
  });
  test('the later of two corrections counts; one that was retracted does not', () => {
    const [first, second] = [correction('2009-01-01', 'c1', 101), correction('2008-01-01', 'c2', 102)];
    const retraction = factOf('factRetracted', { target: 'c2', reason: titled('r') }, { on: '2012-01-01', version: 103 });
    expect(dates([fact, first, second])).toEqual(['2008-01-01']);
    expect(dates([fact, second, first])).toEqual(['2008-01-01']);
    expect(dates([fact, first, second, retraction])).toEqual(['2009-01-01']);
    expect(dates([fact, second, retraction])).toEqual(['2010-01-01']);
  });
});
