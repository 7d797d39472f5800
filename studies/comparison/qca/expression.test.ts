import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted } from '../testing/references.ts';
import {
  both,
  expanded,
  type Expression,
  expressionFrom,
  expressionOf,
  expressionText,
  negation,
  rowsIn,
  simplified,
} from './expression.ts';
import { type Naming, rowCount, rowNumber } from './terms.ts';

const naming: Naming = { names: ['A', 'B', 'C', 'D'], levels: [2, 3, 2, 2] };
const read = (text: string): Expression => accepted(expressionFrom(text, naming));

describe('reading and writing', () => {
  test.each([
    ['A[1]*B[0,2] + C[0]', 'A[1]*B[0,2] + C[0]'],
    ['~A * B{1}+D', 'D[1] + A[0]*B[1]'],
    ['A*~A', '0'],
    ['A*B[0] + A', 'A[1]'],
    ['B[0,1,2]', '1'],
  ])('%s', (text, written) => {
    const sorted = (sum: string): string[] => sum.split(' + ').sort();
    expect(sorted(expressionText(read(text), naming))).toEqual(sorted(written));
  });
  test.each(['', 'E', 'A**B', 'B[3]', 'A + ', '(A)'])('%j is refused', (text) => {
    expect(expressionFrom(text, naming)).toMatchObject({ ok: false, refusal: { kind: 'badExpression' } });
  });
});

const expressions: fc.Arbitrary<Expression> = fc.array(
  fc.tuple(...naming.levels.map((count) => fc.integer({ min: 1, max: 2 ** count - 1 }))).map((masks) => masks as number[]),
  { minLength: 1, maxLength: 5 },
);
const all = Array.from({ length: rowCount(naming.levels) }, (_, at) => at + 1);

describe('algebra, row by row', () => {
  test('a negation holds exactly where the expression does not', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const rows = new Set(rowsIn(expression, naming));
        expect(rowsIn(negation(expression, naming), naming)).toEqual(all.filter((row) => !rows.has(row)));
      }),
    );
  });
  test('both hold exactly where each does', () => {
    fc.assert(
      fc.property(expressions, expressions, (a, b) => {
        const rows = new Set(rowsIn(b, naming));
        expect(rowsIn(both(a, b), naming)).toEqual(rowsIn(a, naming).filter((row) => rows.has(row)));
      }),
    );
  });
  test('simplified or expanded, it holds in the same rows, simplified with the fewest terms', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const rows = rowsIn(expression, naming);
        const short = simplified(expression, naming);
        expect(rowsIn(expressionOf(short, naming), naming)).toEqual(rows);
        expect(short.length).toBeLessThanOrEqual(rows.length);
        expect(expanded(expression, naming).map((row) => rowNumber(row, naming.levels))).toEqual(rows);
      }),
    );
  });
});
