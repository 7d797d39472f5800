import { describe, expect, test } from 'vitest';
import { ashby, duty, found, north, parties, province, said } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'deliberationWithoutDecision';
const raised = factOf('topicRaised', { topic: 't', title: { zh: '公交', en: 'Buses' } }, { on: '2010-01-01', id: 'raised' });
const meeting = (on: string) => factOf('meetingHeld', { title: titled('m'), topics: ['t'], attendees: [] }, { on, id: `meeting:${on}` });
const consensus = (who: string[], on = '2010-02-01') =>
  factOf('consensusRecorded', { topic: 't', parties: who }, { on, id: `consensus:${on}` });

test('what it says: for how long, how many meetings, whose consensus, on which facts', () => {
  const facts = [raised, meeting('2010-01-10'), meeting('2010-01-20'), consensus([north])];
  // 2010-01-01 to 2012-12-31 are 1,095 days.
  expect(found('2012-12-31', id, facts)).toEqual([
    {
      id,
      key: 'deliberationWithoutDecision:t',
      status: 'active',
      since: '2011-01-01',
      severity: 1,
      subjects: ['t'],
      evidence: ['raised', 'meeting:2010-01-10', 'meeting:2010-01-20', 'consensus:2010-02-01'],
      explanation: {
        zh: '议题“公交”提出1,095天、开会2次，2方中1方有共识，既未议定也未撤回。',
        en: 'Topic “Buses”: raised 1,095 days ago, 2 meetings, consensus of 1 of 2 parties, neither decided nor withdrawn.',
      },
    },
  ]);
});

describe('since the first of both thresholds', () => {
  const three = (last: string) => [raised, meeting('2010-02-01'), meeting('2010-03-01'), meeting(last)];
  test('three meetings before the year is over', () => {
    expect(found('2012-06-01', id, three('2010-12-31'))).toMatchObject([{ since: '2010-12-31' }]);
  });
  test('the year before the third meeting', () => {
    expect(found('2012-06-01', id, three('2011-01-02'))).toMatchObject([{ since: '2011-01-01' }]);
  });
  test('a meeting without a date hides the day that the meetings give, not the day that the time gives', () => {
    const undated = factOf(
      'meetingHeld',
      { title: titled('m'), topics: ['t'], attendees: [] },
      { occurred: { first: '2010-01-05', last: '2010-11-01', precision: 'unknown' } },
    );
    const facts = [raised, meeting('2010-02-01'), meeting('2010-03-01'), undated];
    expect(found('2010-12-31', id, facts)).toMatchObject([{ since: null }]);
    expect(found('2011-01-01', id, facts)).toMatchObject([{ since: '2011-01-01' }]);
    // A fourth that has none changes nothing about the first three.
    const late = factOf(
      'meetingHeld',
      { title: titled('m'), topics: ['t'], attendees: [] },
      { occurred: { first: '2010-05-05', last: '2010-11-01', precision: 'unknown' } },
    );
    expect(found('2010-12-31', id, [...three('2010-04-01'), late])).toMatchObject([{ since: '2010-04-01' }]);
  });
});

describe('what decides a topic', () => {
  const assigned = (topic?: string) =>
    factOf(
      'obligationAssigned',
      {
        obligation: 'd',
        by: province,
        terms: { title: titled('d'), origin: 'assigned', liable: parties, ...(topic === undefined ? {} : { topic }) },
      },
      { on: '2010-06-01' },
    );
  test.each([
    ['nothing', [], 1],
    ['consensus of one of two', [consensus([ashby])], 1],
    ['consensus of both, one after the other', [consensus([ashby]), consensus([north], '2010-03-01')], 0],
    ['its assignment', [assigned('t')], 0],
    ['the assignment of something else', [assigned('u')], 1],
    ['the assignment of something without a topic', [assigned()], 1],
    ['a duty that was agreed on it', [duty('d', { topic: 't' })], 1],
    ['its withdrawal', [factOf('topicWithdrawn', { topic: 't' }, { on: '2010-06-01' })], 0],
  ])('%s', (_what, facts, count) => {
    expect(found('2012-01-01', id, [raised, ...facts])).toHaveLength(count);
  });
});

test('no topic, nothing to tell; topics that are decided or young, absent', () => {
  expect(said('2010-06-01', id, [])).toEqual({ verdict: 'undetermined', zh: '尚无议题记录。', en: 'No topic is on record.', evidence: [] });
  expect(said('2010-06-01', id, [raised])).toEqual({
    verdict: 'absent',
    zh: '各议题均已议定、已撤回，或未到阈值。',
    en: 'Every topic is decided, withdrawn, or below the thresholds.',
    evidence: ['raised'],
  });
});
