import { expect, test } from 'vitest';
import { ashby, duty, dueOn, found, north, parties, reviewed, said } from '../testing/dilemmas.ts';
import { factOf } from '../testing/facts.ts';

const id = 'collectiveIrresponsibility';
const due = dueOn('2010-12-31');

test('what it says: owed by whom, how late, on which facts', () => {
  // 2010-12-31 to 2013-12-30 are 1,095 days.
  expect(found('2013-12-30', id, [duty('d', due), reviewed('d', '2011-05-01', { completion: 'limited' })])).toEqual([
    {
      id,
      key: 'collectiveIrresponsibility:d',
      status: 'active',
      since: '2011-01-01',
      severity: 1,
      subjects: ['d', ...parties],
      evidence: ['d', 'review:d:2011-05-01'],
      explanation: {
        zh: '“d”由Northford、Ashby共同承担，既无牵头单位也未划分份额，已逾期1,095天。',
        en: '“d” is owed by Northford and Ashby together; nobody leads, nothing is shared out, and it is 1,095 days past due.',
      },
    },
  ]);
  // 219 days are a fifth of 1,095.
  expect(found('2011-08-07', id, [duty('d', due)])).toMatchObject([{ severity: 0.2, evidence: ['d'] }]);
});

test('how many make it collective is a parameter', () => {
  const overrides = { 'collectiveIrresponsibility.liableMin': 3 };
  expect(found('2011-06-01', id, [duty('d', due)], overrides)).toEqual([]);
  expect(found('2011-06-01', id, [duty('d', { ...due, liable: [...parties, '610300'] })], overrides)).toHaveLength(1);
});

test('duties that split it up end it', () => {
  const measured = {
    ...due,
    topic: 't',
    yardsticks: [
      {
        yardstick: 'y',
        indicator: 'pm25',
        subject: north,
        unit: 'u',
        direction: 'atMost',
        dueOn: '2010-12-31',
        target: { kind: 'level', value: 60 },
      },
    ],
  } as const;
  const joint = duty('d', { ...measured, yardsticks: [...measured.yardsticks] });
  const own = [north, ashby].map((actor) => duty(`own:${actor}`, { ...measured, yardsticks: [...measured.yardsticks], liable: [actor] }));
  expect(found('2011-06-01', id, [joint])).toHaveLength(1);
  expect(found('2011-06-01', id, [joint, ...own.slice(1)])).toHaveLength(1);
  expect(found('2011-06-01', id, [joint, ...own])).toEqual([]);
});

test('without a joint duty nothing can be told; with one that is led, it is absent', () => {
  expect(said('2011-06-01', id, [duty('d', { ...due, liable: [north] })])).toEqual({
    verdict: 'undetermined',
    zh: '没有共同义务的记录。',
    en: 'No joint obligation is on record.',
    evidence: [],
  });
  expect(said('2011-06-01', id, [duty('d', { ...due, lead: north })])).toEqual({
    verdict: 'absent',
    zh: '共同义务有牵头单位、份额，或尚未错过节点。',
    en: 'Joint obligations have a lead or shares, or have missed no milestone.',
    evidence: ['d'],
  });
});

test('a source may say so of a case in which no duty shows it', () => {
  const judged = (holds: boolean, on: string) =>
    factOf(
      'judgementRecorded',
      { dilemma: id, subjects: [...parties], holds, text: { zh: '无人负责', en: 'Nobody answers' } },
      { on, id: on },
    );
  expect(found('2011-06-01', id, [judged(true, '2010-05-01')])).toEqual([
    {
      id,
      key: 'collectiveIrresponsibility:judged:610100+610400',
      status: 'active',
      since: '2010-05-01',
      severity: 0.5,
      subjects: parties,
      evidence: ['2010-05-01'],
      explanation: {
        zh: '有来源的判断（涉及Northford、Ashby）：无人负责',
        en: 'Judgement of a source (about Northford and Ashby): Nobody answers',
      },
    },
  ]);
  expect(found('2011-06-01', id, [judged(true, '2010-05-01'), judged(false, '2010-06-01')])).toEqual([]);
  const undated = factOf(
    'judgementRecorded',
    { dilemma: id, subjects: [north], holds: true, text: { zh: '无人负责', en: 'Nobody answers' } },
    { occurred: { first: '2010-01-01', last: '2011-01-01', precision: 'unknown' } },
  );
  expect(found('2011-06-01', id, [undated])).toMatchObject([
    {
      since: null,
      explanation: {
        zh: '有来源的判断（涉及Northford）：无人负责（来源未注明日期）',
        en: 'Judgement of a source (about Northford): Nobody answers (the source gives no date)',
      },
    },
  ]);
});
