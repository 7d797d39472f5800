import { describe, expect, test } from 'vitest';
import { duty, found, north, parties, reviewed, said, sometime } from '../testing/dilemmas.ts';
import { factOf } from '../testing/facts.ts';

const id = 'symbolicCompliance';
type Level = 'none' | 'notStarted' | 'limited' | 'substantial' | 'complete';
const reported = (completion: Level, obligation = 'd') =>
  factOf('obligationReported', { obligation, by: north, completion }, { on: '2010-06-01', id: `report:${obligation}` });
const assessed = (completion: Level, obligation = 'd') => reviewed(obligation, '2010-07-01', { completion });

test('said to be complete, seen as limited: since when, of whom, on which facts', () => {
  expect(found('2011-01-01', id, [duty('d'), reported('complete'), assessed('limited')])).toEqual([
    {
      id,
      key: 'symbolicCompliance:d',
      status: 'active',
      since: '2010-07-01',
      // Two of three steps.
      severity: expect.closeTo(2 / 3, 12),
      subjects: ['d', ...parties],
      evidence: ['report:d', 'review:d:2010-07-01'],
      explanation: {
        zh: '“d”自报大体完成或完成，独立评估却不高于“有限”。',
        en: '“d” is reported as substantially done or complete; the independent assessment says limited at most.',
      },
    },
  ]);
});

describe('the two bounds', () => {
  test.each([
    ['complete', 'notStarted', [1]],
    ['substantial', 'notStarted', [2 / 3]],
    ['substantial', 'limited', [1 / 3]],
    ['complete', 'substantial', []],
    ['limited', 'notStarted', []],
    ['complete', 'none', []],
  ] as const)('%s seen as %s', (said_, seen, severities) => {
    const all = found('2011-01-01', id, [duty('d'), reported(said_), assessed(seen)]).map(({ severity }) => severity);
    expect(all).toHaveLength(severities.length);
    for (const [i, severity] of severities.entries()) expect(all[i]).toBeCloseTo(severity, 12);
  });
});

test('what is done, or has only one of both, is not compared', () => {
  const done = factOf('obligationFulfilled', { obligation: 'd' }, { on: '2010-12-01' });
  const nothing = {
    verdict: 'undetermined',
    zh: '未了结的义务中没有同时具备自报与独立评估的。',
    en: 'No open obligation has both a self-report and an independent assessment.',
    evidence: [],
  };
  expect(said('2011-01-01', id, [duty('d'), reported('complete'), assessed('limited'), done])).toEqual(nothing);
  expect(said('2011-01-01', id, [duty('d'), reported('complete')])).toEqual(nothing);
  expect(said('2011-01-01', id, [duty('d'), assessed('limited')])).toEqual(nothing);
  expect(said('2011-01-01', id, [duty('d'), reported('complete'), assessed('none')])).toEqual(nothing);
  const two = ['d', 'e'].flatMap((own) => [duty(own), reported('substantial', own), assessed('substantial', own)]);
  expect(said('2011-01-01', id, two)).toMatchObject({
    verdict: 'absent',
    zh: '2项可比义务中自报与评估没有这种差距。',
    en: 'Self-report and assessment do not part this way in the 2 obligations that can be compared.',
  });
});

test('an assessment of unknown day: since when is not known', () => {
  const undated = reviewed('d', '', { completion: 'limited' }, { occurred: sometime });
  expect(found('2011-01-01', id, [duty('d'), reported('complete'), undated])).toMatchObject([{ since: null }]);
});
