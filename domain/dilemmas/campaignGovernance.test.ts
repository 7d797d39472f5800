import { describe, expect, test } from 'vitest';
import { found, instrument, parties, said, sometime } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'campaignGovernance';
// Half a window: round(6 × 30.44 ÷ 2) = 91 days. Act on 2010-07-01: peak after 2010-04-01 to 2010-09-30, fall until 2011-03-30.
const act = instrument('i', '2010-07-01');
const meeting = (on: string) => factOf('meetingHeld', { title: titled('m'), topics: [], attendees: [] }, { on, id: `m:${on}` });
const peak = ['2010-06-20', '2010-07-10', '2010-08-01', '2010-09-30'].map(meeting);

test('a peak around the act, and half of it after: how often, how much less, when it is seen, on which facts', () => {
  const facts = [act, ...peak, meeting('2010-10-01'), meeting('2011-03-30')];
  expect(found('2011-03-29', id, facts)).toEqual([]);
  expect(found('2011-03-30', id, facts)).toEqual([
    {
      id,
      key: 'campaignGovernance:i',
      status: 'active',
      since: '2011-03-30',
      severity: 0.5,
      subjects: parties,
      evidence: ['i', 'm:2010-06-20', 'm:2010-07-10', 'm:2010-08-01', 'm:2010-09-30'],
      explanation: {
        zh: '2010年7月1日上级行动前后各方活动4次，其后6个月回落50%。',
        en: "Around the superior's act of 1 July 2010 the parties acted 4 times; in the 6 months after, 50% less.",
      },
    },
  ]);
  expect(found('2011-03-30', id, [...facts, meeting('2010-12-01')])).toEqual([]);
});

describe('the windows', () => {
  test('the first day of the peak is the day after half a window before', () => {
    const [, ...three] = peak;
    expect(found('2011-06-01', id, [act, meeting('2010-04-02'), ...three])).toHaveLength(1);
    expect(found('2011-06-01', id, [act, meeting('2010-04-01'), ...three])).toEqual([]);
  });
  test('as much in as long a time before is no peak', () => {
    const before = ['2009-10-05', '2009-12-01', '2010-02-01', '2010-04-01'].map(meeting);
    expect(found('2011-06-01', id, [act, ...peak, ...before])).toEqual([]);
    expect(found('2011-06-01', id, [act, ...peak, ...before.slice(1)])).toHaveLength(1);
  });
});

test('the latest wave counts, and an earlier one where the later act made none', () => {
  const later = instrument('j', '2012-07-01');
  const again = ['2012-06-20', '2012-07-10', '2012-08-01', '2012-09-30'].map(meeting);
  expect(found('2013-06-01', id, [act, later, ...peak, ...again])).toMatchObject([{ key: 'campaignGovernance:j' }]);
  expect(found('2013-06-01', id, [act, later, ...peak])).toMatchObject([{ key: 'campaignGovernance:i' }]);
});

describe('what it says where it finds nothing', () => {
  const few = (count: number) => ({
    verdict: 'undetermined',
    zh: `各方活动记录仅${count}次，看不出起落。`,
    en: `Only ${count} acts of the parties are on record: no rise and fall can be read.`,
    evidence: [],
  });
  const absent = {
    verdict: 'absent',
    zh: '各方活动没有随上级行动起落。',
    en: 'Activity of the parties does not rise and fall with the superior.',
    evidence: [],
  };
  test('too few acts, or no act of a superior that can be placed', () => {
    expect(said('2011-06-01', id, [act, ...peak.slice(0, 3)])).toEqual(few(3));
    expect(said('2011-06-01', id, [act, ...peak, meeting('2011-01-01'), meeting('2011-02-01'), meeting('2011-03-01')])).toEqual(absent);
    expect(said('2011-06-01', id, peak)).toEqual(few(4));
    expect(said('2011-06-01', id, [...peak, instrument('i', '2010-07-01', { direct: false })])).toEqual(few(4));
    expect(said('2011-06-01', id, [...peak, instrument('i', '', {}, { occurred: sometime })])).toEqual(few(4));
  });
});
