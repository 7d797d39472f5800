import { describe, expect, test } from 'vitest';
import { found, parties, said, sometime } from '../testing/dilemmas.ts';
import { factOf, type PayloadInput, titled } from '../testing/facts.ts';

const id = 'vagueAgreement';
const signed = (extra: Partial<PayloadInput<'agreementSigned'>>, name = 'a', options: object = {}) =>
  factOf(
    'agreementSigned',
    { agreement: name, title: titled(name), parties, topics: [], framework: false, ...extra },
    { on: '2010-01-01', id: name, ...options },
  );
const clause = (name: string, operability?: number, bindingness?: number, weight?: number) => ({
  clause: name,
  ...(operability === undefined ? {} : { operability }),
  ...(bindingness === undefined ? {} : { bindingness }),
  ...(weight === undefined ? {} : { weight }),
});
const judgement = { operability: 0.4, bindingness: 0.2, by: { zh: '某报', en: 'A newspaper' } };

test('by its clauses: which share of their weight, how low, on which facts', () => {
  const amended = factOf('agreementAmended', { agreement: 'a', text: titled('more') }, { on: '2010-06-01', id: 'amended' });
  // Scores 0.3 of weight 3 and 0.7 of weight 1: mean 0.4, three quarters below the bound.
  expect(found('2011-01-01', id, [signed({ clauses: [clause('1', 0.2, 0.4, 3), clause('2', 0.6, 0.8)] }), amended])).toEqual([
    {
      id,
      key: 'vagueAgreement:a',
      status: 'active',
      since: '2010-01-01',
      severity: expect.closeTo(0.6, 12),
      subjects: ['a'],
      evidence: ['a', 'amended'],
      explanation: {
        zh: '《a》：条款权重的75%得分低于阈值。',
        en: '“a”: 75% of its clause weight scores below the bound.',
      },
    },
  ]);
});

test('by a judgement where the text is not public', () => {
  expect(found('2011-01-01', id, [signed({ judgement })])).toMatchObject([
    {
      severity: expect.closeTo(0.7, 12),
      explanation: {
        zh: '《a》：文本未公开，某报判断其可操作性与约束力得分为0.3。',
        en: '“a”: the text is not public; A newspaper judges its operability and binding force at 0.3.',
      },
    },
  ]);
});

describe('which of both', () => {
  test('clauses that are scored go before a judgement, and say so', () => {
    const both = signed({ clauses: [clause('1', 0.9, 0.9)], judgement });
    expect(found('2011-01-01', id, [both])).toEqual([]);
    const vague = signed({ clauses: [clause('1', 0.1, 0.1)], judgement: { ...judgement, operability: 1, bindingness: 1 } });
    expect(found('2011-01-01', id, [vague])[0]?.explanation.en).toBe('“a”: 100% of its clause weight scores below the bound.');
  });
  test('clauses scored on one side only count for nothing', () => {
    const half = [clause('1', 0.1), clause('2', undefined, 0.1)];
    expect(said('2011-01-01', id, [signed({ clauses: half })])).toMatchObject({ verdict: 'undetermined' });
    expect(found('2011-01-01', id, [signed({ clauses: [...half, clause('3', 0.9, 0.9)] })])).toEqual([]);
    expect(found('2011-01-01', id, [signed({ clauses: half, judgement })])).toHaveLength(1);
  });
});

describe('half of the weight', () => {
  test.each([
    [1, 1, 1],
    [1, 1.01, 0],
    [1.01, 1, 1],
  ])('%d vague, %d clear', (vague, clear, count) => {
    expect(found('2011-01-01', id, [signed({ clauses: [clause('1', 0.1, 0.1, vague), clause('2', 0.9, 0.9, clear)] })])).toHaveLength(
      count,
    );
  });
});

test('an agreement that ended, or of unknown day', () => {
  const ended = factOf('agreementTerminated', { agreement: 'a' }, { on: '2010-09-01' });
  expect(said('2011-01-01', id, [signed({ judgement }), ended])).toMatchObject({ verdict: 'undetermined', evidence: [] });
  expect(found('2011-01-01', id, [signed({ judgement }, 'a', { occurred: sometime })])).toMatchObject([{ since: null }]);
});

test('what it says where it finds nothing', () => {
  expect(said('2011-01-01', id, [signed({})])).toEqual({
    verdict: 'undetermined',
    zh: '没有可评分的协议文本或判断。',
    en: 'No agreement text or judgement can be scored.',
    evidence: ['a'],
  });
  expect(said('2011-01-01', id, [signed({ clauses: [clause('1', 0.9, 0.9)] }), signed({}, 'b')])).toEqual({
    verdict: 'absent',
    zh: '已评分协议的多数条款可操作、有约束力。',
    en: 'Most clauses of the scored agreements can be executed and bind.',
    evidence: ['a', 'b'],
  });
});
