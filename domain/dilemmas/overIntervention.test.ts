import { describe, expect, test } from 'vitest';
import { duty, found, instrument, north, province, said, sometime } from '../testing/dilemmas.ts';
import { factOf, type PayloadInput } from '../testing/facts.ts';

const id = 'overIntervention';
const opening = (extra: Partial<PayloadInput<'interventionOpened'>> = {}) =>
  factOf(
    'interventionOpened',
    { intervention: 'v', tier: province, title: { zh: '督导', en: 'Guidance' }, grounds: [], ...extra },
    { on: '2010-01-01', id: 'opening' },
  );
const closed = (on: string) => factOf('interventionClosed', { intervention: 'v' }, { on });
const read = (on: string, met: boolean) => factOf('exitCriteriaRead', { intervention: 'v', met, by: province }, { on, id: `read:${on}` });

describe('past its sunset', () => {
  const sunset = opening({ sunset: '2011-12-31' });
  test('from the day after it on: since when, how grave, on which facts', () => {
    expect(found('2011-12-31', id, [sunset])).toEqual([]);
    expect(found('2012-01-01', id, [sunset])).toMatchObject([{ since: '2012-01-01' }]);
    // 2011-12-31 to 2012-12-30 are 365 of 730 days, over a base of 0.4.
    expect(found('2012-12-30', id, [sunset])).toEqual([
      {
        id,
        key: 'overIntervention:v:sunset',
        status: 'active',
        since: '2012-01-01',
        subjects: [province, 'v'],
        severity: 0.9,
        evidence: ['opening'],
        explanation: { zh: '“督导”应于2011年12月31日到期退出，至今未结束。', en: '“Guidance” was to end on 31 December 2011 and goes on.' },
      },
    ]);
  });
  test('not if it ended, or has none', () => {
    expect(found('2012-06-01', id, [sunset, closed('2012-03-01')])).toEqual([]);
    expect(found('2012-06-01', id, [opening()])).toEqual([]);
  });
});

describe('after its exit criteria were met', () => {
  test('90 days after the second reading in a row: since when, on which facts', () => {
    const facts = [opening(), read('2010-06-01', false), read('2010-07-01', true), read('2010-08-01', true)];
    // 2010-08-01 + 90 days = 2010-10-30.
    expect(found('2010-10-29', id, facts)).toEqual([]);
    expect(found('2010-10-30', id, facts)).toEqual([
      {
        id,
        key: 'overIntervention:v:exit',
        status: 'active',
        since: '2010-10-30',
        subjects: [province, 'v'],
        severity: 0.4,
        evidence: ['opening', 'read:2010-06-01', 'read:2010-07-01', 'read:2010-08-01'],
        explanation: {
          zh: '“督导”的退出条件已于2010年8月1日达成，逾90天仍未退出。',
          en: 'The exit criteria of “Guidance” were met on 1 August 2010; more than 90 days later it goes on.',
        },
      },
    ]);
    // 73 more days are a tenth of 730.
    expect(found('2011-01-11', id, facts)[0]?.severity).toBeCloseTo(0.5, 12);
    expect(found('2011-01-11', id, [...facts, closed('2010-11-01')])).toEqual([]);
  });
  test.each([
    ['one reading', [true]],
    ['one of two', [false, true]],
    ['the last not', [true, true, false]],
  ])('%s is not enough', (_what, met) => {
    expect(found('2012-01-01', id, [opening(), ...met.map((own, i) => read(`2010-0${i + 2}-01`, own))])).toEqual([]);
  });
});

describe('a take-over', () => {
  const own = (extra: object = {}) => instrument('i', '2010-02-01', { substitution: true, strength: 1, ...extra });
  test('since it was applied, on which facts', () => {
    expect(found('2010-06-01', id, [own()])).toEqual([
      {
        id,
        key: 'overIntervention:i:substitution',
        status: 'active',
        since: '2010-02-01',
        severity: 0.6,
        subjects: [province, 'i'],
        evidence: ['i'],
        explanation: {
          zh: '“i”由上级代行了一方自己的职责，属于接管而非协助。',
          en: "Through “i” the superior performs a party's own duty: a take-over, not help.",
        },
      },
    ]);
  });
  test('not one that ended, that says it is none, or that only guides', () => {
    expect(found('2010-06-01', id, [own(), factOf('instrumentWithdrawn', { instrument: 'i' }, { on: '2010-03-01' })])).toEqual([]);
    expect(found('2010-06-01', id, [own({ until: '2010-05-31' })])).toEqual([]);
    expect(found('2010-06-01', id, [own({ substitution: false })])).toEqual([]);
    expect(found('2010-06-01', id, [own({ direct: false })])).toEqual([]);
  });
  test('of unknown day', () => {
    expect(found('2011-06-01', id, [instrument('i', '', { substitution: true }, { occurred: sometime })])).toMatchObject([{ since: null }]);
  });
});

describe('what it was for is reached', () => {
  const verified = (obligation: string, on: string) => factOf('obligationClosedOut', { obligation }, { on, id: `verified:${obligation}` });
  const road = duty('road', { liable: [north] });
  const bridge = duty('bridge', { liable: [north] }, { on: '2010-06-01' });
  const strong = (name: string, extra: object = {}) => instrument(name, '2010-02-01', extra);
  test('a risk, 90 days after the last was verified: of whom, by which instruments', () => {
    // 2011-01-01 + 90 days = 2011-04-01.
    const facts = [road, strong('i'), verified('road', '2011-01-01')];
    expect(found('2011-03-31', id, facts)).toEqual([]);
    expect(found('2011-04-01', id, facts)).toEqual([
      {
        id,
        key: 'overIntervention:610000:aims',
        status: 'risk',
        since: '2011-04-01',
        severity: 0.3,
        subjects: [province, 'i'],
        evidence: ['i'],
        explanation: {
          zh: 'Province的1项强手段所针对的在案义务均已核验，而未见其终止的记载；是否另设新目标，记录未载。',
          en: 'All duties on record that 1 strong instrument of Province was for are verified, and no end is on record; whether new aims were set, the record does not say.',
        },
      },
    ]);
  });
  test('several of one superior are one finding, since the first', () => {
    const facts = [
      road,
      bridge,
      strong('i', { obligations: ['bridge'] }),
      strong('j', { obligations: ['road'] }),
      verified('road', '2011-01-01'),
      verified('bridge', '2011-02-01'),
    ];
    expect(found('2012-01-01', id, facts)).toMatchObject([
      {
        since: '2011-04-01',
        subjects: [province, 'i', 'j'],
        evidence: ['i', 'j'],
        explanation: {
          zh: expect.stringContaining('Province的2项强手段'),
          en: expect.stringContaining('that 2 strong instruments of Province were for are verified'),
        },
      },
    ]);
  });
  test('unnamed, it was for what was owed when it began, and for nothing later', () => {
    expect(found('2012-01-01', id, [road, bridge, strong('i'), verified('road', '2011-01-01')])).toHaveLength(1);
    const early = duty('bridge', { liable: [north] }, { on: '2010-02-01' });
    expect(found('2012-01-01', id, [road, early, strong('i'), verified('road', '2011-01-01')])).toEqual([]);
    expect(found('2012-01-01', id, [road, early, strong('i', { obligations: ['road'] }), verified('road', '2011-01-01')])).toHaveLength(1);
  });
  test.each([
    ['a weak instrument', { strength: 3 }],
    ['one within an intervention, which has terms of its own', { intervention: 'v' }],
    ['one that ran its course', { until: '2011-02-01' }],
    ['one that was for nothing on record', { obligations: ['other'] }],
  ])('not: %s', (_what, extra) => {
    expect(found('2012-01-01', id, [road, opening(), strong('i', extra), verified('road', '2011-01-01')])).toEqual([]);
  });
  test('nothing that was verified on an unknown day', () => {
    const undated = factOf('obligationClosedOut', { obligation: 'road' }, { occurred: { ...sometime, last: '2011-01-01' } });
    expect(found('2012-01-01', id, [road, strong('i'), undated])).toEqual([]);
  });
});

test('what it says where it finds nothing', () => {
  const present = instrument('i', '2010-02-01', { strength: 1 });
  expect(said('2010-06-01', id, [present])).toEqual({
    verdict: 'undetermined',
    zh: '介入未记载退出条件和期限，只能就已核验的目标判断。',
    en: 'No exit criteria and no sunset are on record; only verified aims can be judged.',
    evidence: ['i'],
  });
  const absent = {
    verdict: 'absent',
    zh: '没有超期、越位或达标后仍不退出的介入。',
    en: 'No intervention is past its end, beyond its role, or still there after its exit.',
  };
  expect(said('2010-06-01', id, [])).toEqual({ ...absent, evidence: [] });
  expect(said('2010-06-01', id, [opening({ sunset: '2011-12-31' }), present])).toEqual({ ...absent, evidence: ['i'] });
});
