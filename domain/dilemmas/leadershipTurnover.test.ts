import { describe, expect, test } from 'vitest';
import { ashby, found, north, said, sometime } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'leadershipTurnover';
const change = (actor: string, on: string, options: object = {}) =>
  factOf('leaderChanged', { actor, post: titled('mayor') }, { on, id: `change:${actor}`, ...options });
const meeting = (on: string) => factOf('meetingHeld', { title: titled('m'), topics: [], attendees: [] }, { on, id: `meeting:${on}` });

test('silent for 180 days: since when, on which facts', () => {
  // 2010-01-01 + 180 days = 2010-06-30.
  expect(found('2010-06-29', id, [change(north, '2010-01-01')])).toEqual([]);
  expect(found('2010-06-30', id, [change(north, '2010-01-01')])).toEqual([
    {
      id,
      key: 'leadershipTurnover:610100',
      status: 'active',
      since: '2010-06-30',
      severity: 0.5,
      subjects: [north],
      evidence: ['change:610100'],
      explanation: {
        zh: 'Northford于2010年1月1日换届后180天内没有重申承诺的记录。',
        en: 'Within 180 days of the change of leader of Northford on 1 January 2010, no reaffirmation was recorded.',
      },
    },
  ]);
});

describe('what reaffirms', () => {
  const evidence = factOf('evidenceAttached', { obligation: 'd', title: titled('e') }, { on: '2010-03-01' });
  const drafted = factOf(
    'obligationDrafted',
    { obligation: 'd', title: titled('d'), origin: 'agreed', liable: [north] },
    { on: '2009-03-01' },
  );
  const accepted = factOf('obligationAccepted', { obligation: 'd', by: north }, { on: '2010-03-01' });
  test.each([
    ['a meeting within the term', [meeting('2010-06-30')], 0],
    ['a meeting the day after it', [meeting('2010-07-01')], 1],
    ['a meeting on the day of the change', [meeting('2010-01-01')], 1],
    ['a duty that is accepted', [drafted, accepted], 0],
    ['work on an old duty', [drafted, evidence], 1],
  ])('%s', (_what, facts, count) => {
    expect(found('2010-12-01', id, [change(north, '2010-01-01'), ...facts])).toHaveLength(count);
  });
});

test('activity that fell by half from one year to the next, though it was reaffirmed', () => {
  const before = [meeting('2009-03-01'), meeting('2009-06-01'), meeting('2009-09-01'), meeting('2009-12-01')];
  const after = [meeting('2010-03-01'), meeting('2010-05-01')];
  const at = (asOf: string, facts = after) => found(asOf, id, [change(north, '2010-01-01'), ...before, ...facts]);
  expect(at('2010-12-31')).toEqual([]);
  expect(at('2011-01-01')).toEqual([
    {
      id,
      key: 'leadershipTurnover:610100',
      status: 'active',
      since: '2011-01-01',
      severity: 0.5,
      subjects: [north],
      evidence: ['change:610100'],
      explanation: {
        zh: 'Northford于2010年1月1日换届前后各12个月的活动由4次降为2次。',
        en: 'From the 12 months before the change of leader of Northford on 1 January 2010 to the 12 months after it, activity fell from 4 to 2 acts.',
      },
    },
  ]);
  expect(at('2011-01-01', [...after, meeting('2010-08-01')])).toEqual([]);
  // Nothing before is nothing to fall from.
  expect(found('2011-01-01', id, [change(north, '2010-01-01'), meeting('2010-03-01')])).toEqual([]);
});

describe('which changes count', () => {
  test('the last of each party; not one without a date, not one of somebody else', () => {
    const twice = [
      factOf('leaderChanged', { actor: north, post: titled('mayor') }, { on: '2005-01-01', id: 'first' }),
      change(north, '2010-01-01'),
    ];
    expect(found('2010-12-01', id, twice).map(({ evidence }) => evidence)).toEqual([['change:610100']]);
    expect(found('2010-12-31', id, [change(north, '', { occurred: sometime })])).toEqual([]);
    expect(found('2012-12-31', id, [change('620100', '2010-01-01')])).toEqual([]);
    expect(found('2010-12-01', id, [change(north, '2010-01-01'), change(ashby, '2010-02-01')])).toHaveLength(2);
  });
  test('without one nothing can be told; where it was reaffirmed it is absent', () => {
    expect(said('2010-12-01', id, [])).toEqual({
      verdict: 'undetermined',
      zh: '没有换届记录。',
      en: 'No change of leaders is on record.',
      evidence: [],
    });
    expect(said('2010-12-01', id, [change(north, '2010-01-01'), meeting('2010-03-01')])).toEqual({
      verdict: 'absent',
      zh: '换届后承诺已重申，活动未明显减少。',
      en: 'Commitments were reaffirmed after changes and activity did not fall.',
      evidence: ['change:610100'],
    });
  });
});
