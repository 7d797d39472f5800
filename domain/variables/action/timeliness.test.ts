import { expect, test } from 'vitest';
import { caseOn, duty, dueOn } from '../../testing/dilemmas.ts';
import { factOf } from '../../testing/facts.ts';
import { timeliness } from './timeliness.ts';

const due = (id: string) => duty(id, dueOn('2010-12-31'));
const done = (id: string, on: string) => factOf('obligationFulfilled', { obligation: id }, { on, id: `done:${id}` });
const at = (asOf: string, ...facts: Parameters<typeof caseOn>[1]) => timeliness(caseOn(asOf, facts));

test('in time, late, and not met: on which facts, in which words', () => {
  // 365 days late earn nothing: (1 + 0 + 0 + 0) ÷ 4.
  const facts = [due('a'), done('a', '2010-12-31'), due('b'), done('b', '2011-12-31'), due('c'), due('e')];
  expect(at('2012-01-01', ...facts)).toEqual({
    id: 'timeliness',
    name: { zh: '履约及时性', en: 'Timeliness' },
    value: 0.25,
    evidence: ['c', 'e', 'done:a', 'done:b'],
    explanation: {
      zh: '4项到期义务中按期完成1项，逾期补办1项，未完成2项。',
      en: '1 of 4 due obligations were met in time, 1 late; 2 are not met.',
    },
  });
});

test('of one that was met, nothing is said of what is late', () => {
  expect(at('2011-06-01', due('a'), done('a', '2010-12-01')).explanation).toEqual({
    zh: '1项到期义务中按期完成1项，未完成0项。',
    en: '1 of 1 due obligation was met in time; 0 are not met.',
  });
});

test('the day after the due date is the first on which anything is due', () => {
  expect(at('2010-12-31', due('a'))).toEqual({
    id: 'timeliness',
    name: { zh: '履约及时性', en: 'Timeliness' },
    value: null,
    evidence: [],
    explanation: {
      zh: '尚无可判断是否按期的到期义务。',
      en: 'No obligation has fallen due of which it is known whether it was met in time.',
    },
  });
  expect(at('2011-01-01', due('a')).value).toBe(0);
  expect(at('2012-01-01', duty('a')).value).toBeNull();
});
