import { describe, expect, test } from 'vitest';
import { readClause } from '../../readClause.ts';
import { answer } from './answer.examples.ts';
import { ending } from './ending.examples.ts';
import { money } from './money.examples.ts';
import { shape } from './shape.examples.ts';
import { stepIn } from './stepIn.examples.ts';
import { weighed } from './weighed.examples.ts';
import { withholding } from './withholding.examples.ts';

const orElseOf = (text: string): readonly (string | undefined)[] => readClause(text, 'en').statements.map(({ orElse }) => orElse?.text);
const said = (text: string): number => orElseOf(text).filter((one) => one !== undefined).length;

describe.each(Object.entries({ money, withholding, stepIn, ending, answer }))('consequences in English: %s', (_family, examples) => {
  test.each(examples.after)('after a duty%s', (rest) => {
    const found = orElseOf(`Ashby shall repair the weir by 1 May 2027${rest}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toBeDefined();
  });
  test.each(examples.alone)('alone: %s', (text) => expect(said(text)).toBeGreaterThan(0));
  test.each(examples.none)('none: %s', (text) => expect(said(text)).toBe(0));
});

/** Examples in words that no family knows; what is not read yet is only counted. */
describe('consequences in English as their shapes weigh', () => {
  const after = weighed.after.filter((text) => {
    const found = orElseOf(text);
    return found.length === 1 && found[0] !== undefined;
  });
  test('most of what follows a duty', () => expect(after.length).toBeGreaterThanOrEqual(93));
  test('some of what stands alone', () => expect(weighed.alone.filter((text) => said(text) > 0).length).toBeGreaterThanOrEqual(23));
  test('little of what is none', () => expect(weighed.none.filter((text) => said(text) > 0).length).toBeLessThanOrEqual(17));
});

describe('consequences in English by their shape', () => {
  test.each(shape.after)('after a duty: %s', (text) => {
    const found = orElseOf(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toBeDefined();
  });
  test.each(shape.alone)('alone: %s', (text) => expect(said(text)).toBeGreaterThan(0));
  test.each(shape.none)('none: %s', (text) => expect(said(text)).toBe(0));
});
