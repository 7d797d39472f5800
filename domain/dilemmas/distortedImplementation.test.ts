import { expect, test } from 'vitest';
import { duty, found, north, parties, reviewed, said, sometime } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'distortedImplementation';

test.each([
  ['substituted', 0.8, '“d”经评估以他项代替。', '“d” was assessed as replaced by something else.'],
  ['diluted', 0.6, '“d”经评估打了折扣。', '“d” was assessed as diluted.'],
] as const)('%s', (substitution, severity, zh, en) => {
  expect(found('2011-01-01', id, [duty('d'), reviewed('d', '2010-06-01', { substitution })])).toEqual([
    {
      id,
      key: 'distortedImplementation:d',
      status: 'active',
      since: '2010-06-01',
      severity,
      subjects: ['d', ...parties],
      evidence: ['review:d:2010-06-01'],
      explanation: { zh, en },
    },
  ]);
});

test('an assessment of unknown day shows no beginning', () => {
  expect(found('2012-01-01', id, [duty('d'), reviewed('d', '', { substitution: 'diluted' }, { occurred: sometime })])).toMatchObject([
    { since: null },
  ]);
});

test('silence clears nobody, and the latest word of a source does', () => {
  const silent = [duty('d'), duty('e'), ...['d', 'e'].map((own) => reviewed(own, '2010-06-01', { completion: 'complete' }))];
  const judged = (holds: boolean, on: string, dilemma: 'distortedImplementation' | 'fragmentation' = id) =>
    factOf('judgementRecorded', { dilemma, subjects: [north], holds, text: titled('j') }, { on });
  expect(said('2011-01-01', id, [duty('d')])).toMatchObject({
    verdict: 'undetermined',
    zh: '没有独立评估，无从判断是否变通。',
    en: 'There is no independent assessment, so this cannot be told.',
  });
  expect(said('2011-01-01', id, silent)).toMatchObject({
    verdict: 'undetermined',
    zh: '在案的2项评估都没有说明是否变通。',
    en: 'None of the 2 assessments on record says whether something was replaced or diluted.',
  });
  expect(said('2011-01-01', id, [...silent, judged(false, '2010-07-01')])).toMatchObject({
    verdict: 'absent',
    zh: '最近的有来源判断认为没有变通。',
    en: 'The latest judgement of a source says that nothing is replaced or diluted.',
  });
  expect(said('2011-01-01', id, [...silent, judged(false, '2010-07-01', 'fragmentation')])).toMatchObject({ verdict: 'undetermined' });
  expect(said('2011-01-01', id, [...silent, judged(false, '2010-07-01'), judged(true, '2010-08-01')])).toMatchObject({ verdict: 'found' });
});
