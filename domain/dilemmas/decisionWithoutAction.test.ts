import { describe, expect, test } from 'vitest';
import { duty, dueOn, found, north, parties, province, reviewed, said } from '../testing/dilemmas.ts';
import { factOf, testCaseId, titled } from '../testing/facts.ts';

const id = 'decisionWithoutAction';
const late = (name: string, extra: object = {}) => duty(name, { ...dueOn('2010-12-31'), ...extra });

test('past due: how late, how far, on which facts, alone and as the case', () => {
  // 2010-12-31 to 2013-12-30 are 1,095 days.
  const facts = [late('d'), reviewed('d', '2011-03-01', { completion: 'limited' })];
  const evidence = ['d', 'review:d:2011-03-01'];
  expect(found('2013-12-30', id, facts)).toEqual([
    {
      id,
      key: 'decisionWithoutAction:case',
      status: 'active',
      since: '2011-01-31',
      severity: 1,
      subjects: [testCaseId],
      evidence,
      explanation: {
        zh: '到期义务权重的100%（1项，逾期未满宽限期或已有较大进展的不计）未见落实，最久逾期1,095天。',
        en: '100% of the weight that is due (1 duty, not counting those within the days of grace or well advanced) is not acted on; the oldest is 1,095 days past due.',
      },
    },
    {
      id,
      key: 'decisionWithoutAction:d',
      status: 'active',
      since: '2011-01-31',
      severity: 1,
      subjects: ['d', ...parties],
      evidence,
      explanation: {
        zh: '“d”应于2010年12月31日前完成，已逾期1,095天，完成程度不高于“有限”。',
        en: '“d” was due on 31 December 2010; it is 1,095 days past due and completion is limited at most.',
      },
    },
  ]);
});

test('without any word of how far, and of two duties the older', () => {
  const findings = found('2011-08-07', id, [late('d'), duty('e', dueOn('2011-06-30'))]);
  expect(findings.map(({ key, severity }) => [key, severity])).toEqual([
    ['decisionWithoutAction:case', 1],
    ['decisionWithoutAction:d', 0.2],
    ['decisionWithoutAction:e', expect.closeTo(38 / 1095, 12)],
  ]);
  expect(findings[0]?.explanation.en).toBe(
    '100% of the weight that is due (2 duties, not counting those within the days of grace or well advanced) is not acted on; the oldest is 219 days past due.',
  );
  expect(findings[0]?.evidence).toEqual(['d', 'e']);
  expect(findings[1]?.explanation).toEqual({
    zh: '“d”应于2010年12月31日前完成，已逾期219天，完成程度无记录。',
    en: '“d” was due on 31 December 2010; it is 219 days past due and completion is not on record.',
  });
});

describe('idle in a live register', () => {
  const live = (extra: object = {}) => duty('d', { liable: [north], ...extra }, { origin: 'live' });
  test('180 days after it took effect', () => {
    // 2010-01-01 + 180 days = 2010-06-30.
    expect(found('2010-06-29', id, [live()])).toEqual([]);
    expect(found('2010-06-30', id, [live()]).find(({ key }) => key.endsWith(':d'))).toEqual({
      id,
      key: 'decisionWithoutAction:d',
      status: 'active',
      since: '2010-06-30',
      severity: 0.3,
      subjects: ['d', north],
      evidence: ['d'],
      explanation: { zh: '“d”生效后至今无任何行动记录。', en: 'No action on “d” has been recorded since it took effect.' },
    });
  });
  test('once it is overdue as well, it stays stuck since it lay idle', () => {
    const facts = [live(dueOn('2010-12-31'))];
    expect(found('2011-01-30', id, facts).find(({ key }) => key.endsWith(':d'))).toMatchObject({ since: '2010-06-30', severity: 0.3 });
    expect(found('2011-01-31', id, facts).find(({ key }) => key.endsWith(':d'))).toMatchObject({
      since: '2010-06-30',
      explanation: { en: '“d” was due on 31 December 2010; it is 31 days past due and completion is not on record.' },
    });
  });
  test('a deadline before that day is what it is stuck since', () => {
    expect(found('2010-12-31', id, [live(dueOn('2010-03-31'))]).find(({ key }) => key.endsWith(':d'))?.since).toBe('2010-05-01');
  });
  test.each([
    ['fulfilled', factOf('obligationFulfilled', { obligation: 'd' }, { on: '2010-03-01' })],
    ['suspended', factOf('obligationSuspended', { obligation: 'd', by: north }, { on: '2010-03-01' })],
    ['discharged', factOf('obligationDischarged', { obligation: 'd' }, { on: '2010-03-01' })],
    ['reported on', factOf('progressReported', { obligation: 'd', by: north }, { on: '2010-03-01' })],
  ])('not if it was %s', (_what, fact) => expect(found('2011-01-01', id, [live(), fact])).toEqual([]));
});

describe('what it says where it finds nothing', () => {
  const silent = (more = '') => `尚无到期义务；归档案例中的沉默不能当作不作为。${more}`;
  test('nothing due', () => {
    expect(said('2010-06-01', id, [late('d')])).toEqual({
      verdict: 'undetermined',
      zh: silent(),
      en: 'Nothing is due yet; silence in an archive is no proof of inaction.',
      evidence: ['d'],
    });
    expect(said('2010-06-01', id, [])).toMatchObject({ verdict: 'undetermined', evidence: [] });
  });
  test('duties that bind nobody yet are said, and are not late', () => {
    const pending = duty('d', { ...dueOn('2010-12-31'), acceptedBy: [] }, { origin: 'live' });
    expect(said('2012-01-01', id, [pending])).toMatchObject({
      verdict: 'undetermined',
      zh: silent('1项义务尚未被全部承担方接受，尚不生效，不计逾期。'),
      en: 'Nothing is due yet; silence in an archive is no proof of inaction. 1 duty waits to be accepted: binding nobody yet, and not late.',
    });
  });
  test('what is due was done', () => {
    expect(said('2012-01-01', id, [late('d'), factOf('obligationFulfilled', { obligation: 'd' }, { on: '2010-12-01' })])).toEqual({
      verdict: 'absent',
      zh: '到期义务均已落实或在宽限期内。',
      en: 'What is due was acted on, or is within the grace period.',
      evidence: ['d'],
    });
  });
});

test('an assigned duty of which something else was said', () => {
  const assigned = factOf(
    'obligationAssigned',
    { obligation: 'd', by: province, terms: { title: titled('d'), origin: 'assigned', liable: [north], ...dueOn('2010-12-31') } },
    { on: '2010-01-01', id: 'd' },
  );
  const substantial = reviewed('d', '2011-02-01', { completion: 'substantial' });
  expect(found('2011-06-01', id, [assigned]).map(({ key }) => key)).toEqual(['decisionWithoutAction:case', 'decisionWithoutAction:d']);
  expect(found('2011-06-01', id, [assigned, substantial])).toEqual([]);
});
