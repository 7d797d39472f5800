import { expect, test } from 'vitest';
import { ashby, caseOn, north, sometime } from '../../testing/dilemmas.ts';
import { factOf, titled } from '../../testing/facts.ts';
import { leaderContinuity } from './leaderContinuity.ts';

const change = (actor: string, on: string, options: object = {}) =>
  factOf('leaderChanged', { actor, post: titled('mayor') }, { on, id: `change:${actor}:${on}`, ...options });
const at = (asOf: string, ...facts: Parameters<typeof caseOn>[1]) => leaderContinuity(caseOn(asOf, facts));

test('one of two changed, within 180 days: of whom, on which facts', () => {
  // 2010-01-01 + 180 days = 2010-06-30, on which the time is over.
  const facts = [change(north, '2009-03-01'), change(ashby, '2010-01-01')];
  expect(at('2010-06-29', ...facts)).toEqual({
    id: 'leaderContinuity',
    name: { zh: '领导连续性', en: 'Continuity of leaders' },
    value: 0.5,
    evidence: [`change:${north}:2009-03-01`, `change:${ashby}:2010-01-01`],
    explanation: {
      zh: '近180天内，2方中有1方领导未变动；变动的有Ashby。',
      en: 'In the last 180 days the leaders of 1 of 2 parties did not change; those of Ashby did.',
    },
  });
  expect(at('2010-06-30', ...facts)).toMatchObject({
    value: 1,
    explanation: { zh: '近180天内，2方中有2方领导未变动。', en: 'In the last 180 days the leaders of 2 of 2 parties did not change.' },
  });
});

test('two changes of one party are one, and so is one of an organ of it', () => {
  expect(at('2010-03-01', change(north, '2010-01-01'), change(`${north}/roads`, '2010-02-01')).value).toBe(0.5);
  expect(at('2010-03-01', change(north, '2010-01-01'), change(ashby, '2010-02-01'))).toMatchObject({
    value: 0,
    explanation: { en: 'In the last 180 days the leaders of 0 of 2 parties did not change; those of Northford and Ashby did.' },
  });
});

test('one of unknown day shows that leaders are recorded; one of somebody else does not', () => {
  expect(at('2010-12-31', change(north, '', { occurred: sometime })).value).toBe(1);
  expect(at('2010-12-31', change('620100', '2010-10-01'))).toEqual({
    id: 'leaderContinuity',
    name: { zh: '领导连续性', en: 'Continuity of leaders' },
    value: null,
    evidence: [],
    explanation: { zh: '没有领导更替记录，无从判断。', en: 'No change of leaders is on record: nothing to tell by.' },
  });
});
