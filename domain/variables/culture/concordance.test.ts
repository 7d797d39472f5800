import { describe, expect, test } from 'vitest';
import { factOf, titled } from '../../testing/facts.ts';
import { situationOn } from '../../testing/situations.ts';
import { concordance } from './concordance.ts';

const all = ['610100', '610300', '610400'] as const;
const [north, harrow, ashby] = all;
const opened = factOf('caseOpened', { title: titled('case'), parties: [...all] }, { on: '2000-01-01' });
const topic = (id: string) => factOf('topicRaised', { topic: id, title: titled(id) }, { on: '2010-01-01' });
const position = (party: string, name: string, on: string, of = 't') =>
  factOf('positionStated', { topic: of, party, position: name }, { on, id: `${of}:${party}:${on}` });
const consensus = (parties: string[], on: string, of = 't') =>
  factOf('consensusRecorded', { topic: of, parties }, { on, id: `consensus:${of}:${on}` });
const conflict = (id: string, parties: string[]) =>
  factOf('conflictRaised', { conflict: id, title: titled(id), parties }, { on: '2010-03-01', id });
const at = (...facts: Parameters<typeof situationOn>[1]) => concordance(situationOn('2011-01-01', [opened, ...facts]));

test('positions, consensus and conflicts: how many of each, on which facts', () => {
  // Two of three agree: 1 pair of 3. Consensus: 1. One pair of three in conflict: ⅔. Mean ⅔.
  const facts = [
    topic('t'),
    topic('u'),
    position(north, 'yes', '2010-02-01'),
    position(harrow, 'yes', '2010-02-02'),
    position(ashby, 'no', '2010-02-03'),
    consensus([...all], '2010-02-04', 'u'),
    conflict('c', [north, ashby]),
  ];
  expect(at(...facts)).toEqual({
    id: 'concordance',
    name: { zh: '立场一致性', en: 'Concordance of positions' },
    value: expect.closeTo(2 / 3, 12),
    evidence: ['t:610100:2010-02-01', 't:610300:2010-02-02', 't:610400:2010-02-03', 'consensus:u:2010-02-04', 'c'],
    explanation: {
      zh: '2个议题可判断，其中1个已有各方共识；未解决的冲突1起。',
      en: '2 topics can be judged, 1 of them with the consensus of every party; 1 conflict is open.',
    },
  });
});

describe('positions', () => {
  test.each([
    ['of one alone tell nothing', [position(north, 'yes', '2010-02-01')], null],
    ['of two that agree', [position(north, 'yes', '2010-02-01'), position(ashby, 'yes', '2010-02-01')], 1],
    ['of two that do not', [position(north, 'yes', '2010-02-01'), position(ashby, 'no', '2010-02-01')], 0],
    [
      'the last of each counts',
      [position(north, 'no', '2010-02-01'), position(north, 'yes', '2010-02-02'), position(ashby, 'yes', '2010-02-01')],
      1,
    ],
    ['of an organ are those of its party', [position(`${north}/roads`, 'yes', '2010-02-01'), position(ashby, 'yes', '2010-02-01')], 1],
    ['of somebody else count for nothing', [position('620100', 'yes', '2010-02-01'), position(ashby, 'yes', '2010-02-01')], null],
  ])('%s', (_what, facts, value) => expect(at(topic('t'), ...facts).value).toBe(value));
  test('of three, all the same and all different', () => {
    expect(at(topic('t'), ...all.map((party) => position(party, 'yes', '2010-02-01'))).value).toBe(1);
    expect(at(topic('t'), ...all.map((party) => position(party, party, '2010-02-01'))).value).toBe(0);
  });
});

describe('a consensus', () => {
  const disagree = (on: string) => [position(north, 'yes', on), position(ashby, 'no', on)];
  test('of all is 1, whatever was said before; a position after it opens it again', () => {
    expect(at(topic('t'), ...disagree('2010-02-01'), consensus([...all], '2010-02-02')).value).toBe(1);
    expect(at(topic('t'), ...disagree('2010-02-02'), consensus([...all], '2010-02-02')).value).toBe(1);
    expect(at(topic('t'), ...disagree('2010-02-03'), consensus([...all], '2010-02-02')).value).toBe(0);
    expect(at(topic('t'), position('620100', 'no', '2010-02-03'), consensus([...all], '2010-02-02')).value).toBe(1);
  });
  test('of two of three is none', () => {
    expect(at(topic('t'), consensus([north, ashby], '2010-02-02')).value).toBeNull();
    expect(at(topic('t'), consensus([north, ashby], '2010-02-02'), consensus([harrow], '2010-02-05')).value).toBe(1);
  });
});

describe('conflicts', () => {
  test.each([
    ['of all three', [...all], 0],
    ['of a pair', [north, ashby], 2 / 3],
  ])('%s', (_what, parties, value) => expect(at(conflict('c', parties)).value).toBeCloseTo(value, 12));
  test('that were resolved, or of one party with somebody else, are none', () => {
    expect(at(conflict('c', [...all]), factOf('conflictResolved', { conflict: 'c' }, { on: '2010-04-01' })).value).toBeNull();
    expect(at(conflict('c', [north, '620100'])).value).toBeNull();
  });
});

test('unknown without any; a topic that was withdrawn counts for nothing', () => {
  expect(at(topic('t'))).toEqual({
    id: 'concordance',
    name: { zh: '立场一致性', en: 'Concordance of positions' },
    value: null,
    evidence: [],
    explanation: {
      zh: '没有可比的立场、全体共识或冲突记录。',
      en: 'No comparable positions, consensus of all parties or conflicts are on record.',
    },
  });
  const withdrawn = factOf('topicWithdrawn', { topic: 't' }, { on: '2010-05-01' });
  expect(at(topic('t'), consensus([...all], '2010-02-02'), withdrawn).value).toBeNull();
});
