import { expect, test } from 'vitest';
import { applied, type Mutant } from './mutants.ts';

function mutant(source: string, original: string, replacement: string, mutator = 'LogicalOperator'): Mutant {
  const start = source.indexOf(original);
  const place = { id: '0', file: 'a.ts', line: 1, text: source, occurrence: 1, key: '' };
  return { ...place, mutator, original, replacement, start, end: start + original.length };
}

test('an expression keeps its place in the order of operations', () => {
  const source = 'a && b && c;';
  expect(applied(mutant(source, 'a && b', 'a || b'), source)).toBe('(a || b) && c;');
});

test('a block is replaced as it is', () => {
  const source = 'if (a) { b(); }';
  expect(applied(mutant(source, '{ b(); }', '{}', 'BlockStatement'), source)).toBe('if (a) {}');
});

test('a statement that goes leaves nothing', () => {
  const source = 'b();';
  expect(applied(mutant(source, 'b();', ';', 'CallExpression'), source)).toBe(';');
});
