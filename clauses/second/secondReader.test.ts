import { describe, expect, test } from 'vitest';
import { readClause } from '../readClause.ts';
import { compareWithSecond, secondOpinion } from './secondReader.ts';

const reading = readClause('甲方应于2026年底前移交档案。', 'zh');
const agreeing = { attribute: ['甲方'], deontic: 'must', aim: '移交', object: '档案', deadline: '2026年底前', orElse: null };

describe('a second reader', () => {
  test('is off unless one is given', async () =>
    expect(await secondOpinion(reading, undefined)).toMatchObject({ status: 'none', differences: [] }));
  test('confirms where quotes and rules agree', () =>
    expect(compareWithSecond(reading, { statements: [agreeing] })).toMatchObject({ status: 'read', confirmed: [0], differences: [] }));
  test('is shown where it differs, and changes nothing', () =>
    expect(compareWithSecond(reading, { statements: [{ ...agreeing, deontic: null }] })).toMatchObject({
      confirmed: [],
      differences: [{ statement: 0, field: 'deontic', ours: 'must', theirs: 'none' }],
    }));
  test('is dropped where it does not quote', () => {
    const opinion = compareWithSecond(reading, { statements: [{ ...agreeing, object: '全部档案' }] });
    expect(opinion.notVerbatim).toEqual(['全部档案']);
    expect(opinion.confirmed).toEqual([]);
  });
  test.each([
    ['a word', 'yes'],
    ['nothing', null],
    ['another shape', { statements: [{ who: '甲方' }] }],
  ])('answers with %s: unusable', (_name, answer) => expect(compareWithSecond(reading, answer).status).toBe('unusable'));
  test('fails without failing us', async () =>
    expect((await secondOpinion(reading, () => Promise.reject(new Error('down')))).status).toBe('unusable'));
});
