import { describe, expect, test } from 'vitest';
import { caseOn, duty, north, parties, province } from '../../testing/dilemmas.ts';
import { factOf, titled } from '../../testing/facts.ts';
import { coordinatorAuthority } from './coordinatorAuthority.ts';

const head = { id: 'coordinatorAuthority', name: { zh: '协调机构权威', en: 'Authority of the coordinating body' } };
const body = (name: string, extra: object = {}) =>
  factOf(
    'bodyEstablished',
    { body: `body:${name}`, title: titled(name), kind: 'joint', members: parties, powers: ['coordinate'], ...extra } as never,
    { on: '2010-02-01', id: name },
  );
const abolished = (name: string) => factOf('bodyAbolished', { body: `body:${name}` }, { on: '2011-01-01', id: `end:${name}` });
const at = (...facts: Parameters<typeof caseOn>[1]) => coordinatorAuthority(caseOn('2012-01-01', facts));

test('the best of several: what it may, where it stands, on which facts', () => {
  const upgraded = factOf('bodyUpgraded', { body: 'body:b', powers: ['supervise', 'convene'] }, { on: '2010-06-01', id: 'up' });
  // 0.7 × 0.85 beside the parties, before 0.4 × 1 under the province.
  expect(at(body('a', { host: province }), body('b'), upgraded)).toEqual({
    ...head,
    value: expect.closeTo(0.595, 12),
    evidence: ['b', 'up'],
    explanation: {
      zh: expect.stringMatching(/^“b”最高权力为.*各方，与各方平行，权威值0\.6。$/),
      en: expect.stringMatching(/^“b” may .* the parties at most; it stands beside the parties: authority 0\.6\.$/),
    },
  });
});

describe('power times standing', () => {
  test.each([
    ['convene', undefined, 0.17],
    ['coordinate', undefined, 0.34],
    ['supervise', province, 0.7],
    ['assess', '000000', 0.9],
    ['sanction', north, 0.7],
    ['sanction', `${province}/office`, 1],
    ['sanction', `${north}/office`, 0.7],
    ['sanction', '620000', 0.85],
  ] as const)('%s, hosted by %s', (power, host, value) => {
    expect(at(body('b', { powers: [power], ...(host === undefined ? {} : { host }) })).value).toBeCloseTo(value, 12);
  });
  test('the highest of several powers, in whichever order', () => {
    expect(at(body('b', { powers: ['sanction', 'convene'], host: province })).value).toBe(1);
    expect(at(body('b', { powers: ['convene', 'sanction'], host: province })).value).toBe(1);
  });
  test('none at all', () => {
    expect(at(body('b', { powers: [], host: north }))).toEqual({
      ...head,
      value: 0,
      evidence: ['b'],
      explanation: {
        zh: '“b”尚无对各方的权力，设在其中一方，权威值0。',
        en: '“b” holds no power over the parties; it is hosted by one of the parties: authority 0.',
      },
    });
    expect(at(body('b', { powers: [], host: province })).explanation.en).toContain('; it is hosted by a superior of all parties: ');
  });
});

describe('without a body that reaches all', () => {
  test('unknown, where nothing joint is open and none was abolished', () => {
    for (const facts of [[], [body('p', { kind: 'party' })], [body('b', { over: [north] })], [duty('d', { liable: [north] })]]) {
      expect(at(...facts)).toEqual({
        ...head,
        value: null,
        evidence: [],
        explanation: {
          zh: '没有覆盖各方的协调机构记录，也没有未了结的共同义务。',
          en: 'No body that reaches every party is on record, and no joint obligation is open.',
        },
      });
    }
  });
  test('zero, where joint duties are open: how many', () => {
    expect(at(duty('d'), duty('e'))).toEqual({
      ...head,
      value: 0,
      evidence: ['d', 'e'],
      explanation: {
        zh: '目前没有覆盖各方的协调机构，未了结的共同义务2项。',
        en: 'No body reaches every party; 2 joint obligations are open.',
      },
    });
    expect(at(duty('d'), factOf('obligationFulfilled', { obligation: 'd' }, { on: '2010-03-01' })).value).toBeNull();
  });
  test('zero, where one was abolished, on that fact', () => {
    expect(at(body('b'), abolished('b'))).toEqual({
      ...head,
      value: 0,
      evidence: ['end:b'],
      explanation: {
        zh: '目前没有覆盖各方的协调机构（原有机构已撤销），未了结的共同义务0项。',
        en: 'No body reaches every party since the one before was abolished; 0 joint obligations are open.',
      },
    });
    expect(at(body('b'), abolished('b'), duty('d')).explanation.en).toContain('; 1 joint obligation is open.');
    expect(at(body('b'), abolished('b'), body('c')).value).toBeCloseTo(0.34, 12);
  });
});
