import { describe, expect, test } from 'vitest';
import { ashby, caseOn, duty, dueOn, north, parties, reviewed, sometime } from '../../testing/dilemmas.ts';
import { factOf, titled } from '../../testing/facts.ts';
import { evaluation } from './evaluation.ts';

const head = { id: 'evaluation', name: { zh: '评估', en: 'Evaluation' } };
const due = duty('d', dueOn('2010-12-31'));
const published = (on: string) => factOf('evaluationPublished', { title: titled('e'), by: '610000' }, { on, id: `published:${on}` });
const body = (extra: object = {}) =>
  factOf(
    'bodyEstablished',
    { body: 'body:b', title: titled('b'), kind: 'joint', members: parties, powers: ['assess'], ...extra } as never,
    { on: '2010-02-01', id: 'body' },
  );
const at = (asOf: string, ...facts: Parameters<typeof caseOn>[1]) => evaluation(caseOn(asOf, facts));

test('evaluations and reviews of the last 24 months: how many, on which facts', () => {
  const facts = [
    due,
    published('2011-03-01'),
    reviewed('d', '2011-04-01', { completion: 'limited' }),
    reviewed('d', '2011-05-01', { completion: 'limited' }),
  ];
  expect(at('2012-01-01', ...facts)).toEqual({
    ...head,
    value: 1,
    evidence: ['published:2011-03-01', 'review:d:2011-04-01', 'review:d:2011-05-01'],
    explanation: {
      zh: '近24个月发布评估1次，独立审核义务2次。',
      en: 'In the last 24 months 1 evaluation was published and 2 independent reviews of obligations recorded.',
    },
  });
  // The window is open at its beginning.
  expect(at('2013-02-28', due, published('2011-03-01')).value).toBe(1);
  expect(at('2013-03-01', due, published('2011-03-01')).value).toBe(0);
});

describe('whose review counts', () => {
  const by = (actor: string) => reviewed('d', '2011-04-01', { by: actor, completion: 'limited' });
  test.each([
    ['a government', '610000', 1],
    ['an organ', `${ashby}/audit`, 1],
    ['a body of the case', 'body:b', 1],
    ['a newspaper', 'body:press', 0.5],
  ])('%s', (_who, actor, value) => expect(at('2012-01-01', due, body(), by(actor)).value).toBe(value));
  test('not one of unknown day', () => {
    expect(at('2012-01-01', due, reviewed('d', '', { completion: 'limited' }, { occurred: sometime })).value).toBe(0);
  });
});

describe('nobody looked', () => {
  test('though a body may: half, on the body', () => {
    expect(at('2012-01-01', due, body())).toEqual({
      ...head,
      value: 0.5,
      evidence: ['body'],
      explanation: {
        zh: '“b”有权考核各方，但近24个月没有评估结果。',
        en: '“b” may assess every party, but no result was published in the last 24 months.',
      },
    });
  });
  test.each([
    ['there is no body', []],
    ['it may not assess', [body({ powers: ['supervise'] })]],
    ['it may assess one only', [body({ over: [north] })]],
    ['it was abolished', [body(), factOf('bodyAbolished', { body: 'body:b' }, { on: '2011-01-01' })]],
  ])('and %s: nothing', (_what, facts) => {
    expect(at('2012-01-01', due, ...facts)).toEqual({
      ...head,
      value: 0,
      evidence: [],
      explanation: {
        zh: '已有事项到期，近24个月没有评估，也没有可考核各方的机构。',
        en: 'Matters are due, no evaluation was published in the last 24 months and no body may assess every party.',
      },
    });
  });
});

describe('nothing is due yet', () => {
  const nothing = {
    ...head,
    value: null,
    evidence: [],
    explanation: { zh: '尚无到期事项，评估无从谈起。', en: 'Nothing is due yet, so there is nothing to evaluate.' },
  };
  test('on the due date, without a date, discharged, or waiting to be accepted', () => {
    expect(at('2010-12-31', due)).toEqual(nothing);
    expect(at('2011-01-01', due).value).toBe(0);
    expect(at('2012-01-01', duty('d'))).toEqual(nothing);
    expect(at('2012-01-01', due, factOf('obligationDischarged', { obligation: 'd' }, { on: '2010-06-01' }))).toEqual(nothing);
    expect(at('2012-01-01', duty('d', { ...dueOn('2010-12-31'), acceptedBy: [] }, { origin: 'live' }))).toEqual(nothing);
  });
  test('a step of a path that asks for something is due the day after it', () => {
    const stepped = (share: number) =>
      duty('d', {
        liable: [north],
        yardsticks: [
          {
            yardstick: 'y',
            indicator: 'i',
            subject: north,
            unit: 'u',
            direction: 'atMost',
            dueOn: '2020-12-31',
            target: { kind: 'level', value: 1 },
            path: [{ on: '2010-06-30', share }],
          },
        ],
      });
    expect(at('2010-06-30', stepped(0.5))).toEqual(nothing);
    expect(at('2010-07-01', stepped(0.5)).value).toBe(0);
    expect(at('2010-07-01', stepped(0))).toEqual(nothing);
  });
});
