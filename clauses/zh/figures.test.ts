import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashes, figureAt, rates, scales, units } from './figures.ts';

/** The same grammar as one expression over the same lists: what the scanner must agree with. */
const list = (words: readonly string[]): string => words.join('|');
const figure = '[0-9][0-9,]*(?:\\.[0-9]+)?';
const oracle = new RegExp(
  `(${figure})((?:${list(scales)})?)(${list(units)})?(?:/(?:${list(rates)}))?(?:(?:—+|${list(dashes)})(${figure})((?:${list(scales)})?)(${list(units)}))?`,
  'y',
);

const part = fc.oneof(
  fc.constantFrom(...units, ...scales, ...dashes, ...rates.map((rate) => `/${rate}`)),
  fc.constantFrom('0', '7', '12', '3,500', '0.5', '.', ',', '—', '/', '以上', '千', '一'),
);

describe('figures with their units', () => {
  it('are read as the expression over the same lists reads them', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('');
        for (let at = 0; at < text.length; at++) {
          oracle.lastIndex = at;
          const match = oracle.exec(text);
          const found = figureAt(text, at);
          if (match === null) expect(found).toBeUndefined();
          else
            expect(found).toEqual({
              end: at + match[0].length,
              first: match[1],
              scale: match[2],
              unit: match[3] ?? '',
              ...(match[4] !== undefined && { second: match[4], secondUnit: match[6] }),
            });
        }
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it.each([
    ['20万条', { first: '20', scale: '万', unit: '条' }],
    ['0.5毫克/升', { first: '0.5', scale: '', unit: '毫克/升' }],
    ['95%—98%', { first: '95', scale: '', unit: '%', second: '98', secondUnit: '%' }],
    ['5至6千克', { first: '5', scale: '', unit: '', second: '6', secondUnit: '克' }],
  ])('reads %s', (text, wanted) => {
    expect(figureAt(text, 0)).toMatchObject({ end: text.length, ...wanted });
  });
});
