/**
 * Sums of products: `A*~B + C[0,2]`. Read, written, and worked with: membership, negation, intersection, simplification.
 * `*` and, `+` or, `~` not; brackets `[ ]` or `{ }` hold levels of a multi-value condition.
 */
import { type Answer, answered, refused } from '../answer.ts';
import { leastCover } from './cover/search.ts';
import { merged } from './cover/problem.ts';
import { levelMembership, type QcaData } from './data.ts';
import { primesOf } from './primes.ts';
import { absent, compareTerms, isMultiValue, type Naming, rowOf, rowsOf, type Term } from './terms.ts';

/** Levels allowed for each condition, as a bit mask; all bits where the product is silent about it. */
export type Product = readonly number[];
export type Expression = readonly Product[];

const literal = /^(~?)([^~*+[\]{}\s]+)(?:[[{]([\d,]+)[\]}])?$/;

function everyLevel(count: number): number {
  return 2 ** count - 1;
}

function unreadable(text: string, naming: Naming): Answer<never> {
  return refused(
    'badExpression',
    `看不懂“${text}”。应写作 A*~B + C[1]，并使用这些名称：${naming.names.join('、')}。`,
    `"${text}" cannot be read. Write A*~B + C[1], with these names: ${naming.names.join(', ')}.`,
  );
}

function productFrom(text: string, naming: Naming): Product | undefined {
  const masks = naming.levels.map(everyLevel);
  for (const part of text.split('*')) {
    const found = literal.exec(part);
    const condition = found === null ? -1 : naming.names.indexOf(found[2] as string);
    if (found === null || condition < 0) return undefined;
    const all = everyLevel(naming.levels[condition] as number);
    const levels = found[3]?.split(',').map(Number) ?? [1];
    if (levels.some((level) => level >= (naming.levels[condition] as number))) return undefined;
    const own = levels.reduce((mask, level) => mask | (1 << level), 0);
    masks[condition] = (masks[condition] as number) & (found[1] === '~' ? all & ~own : own);
  }
  return masks;
}

/** Reads an expression. Refuses: `badExpression`. */
export function expressionFrom(text: string, naming: Naming): Answer<Expression> {
  const products: Product[] = [];
  for (const part of text.replace(/\s+/g, '').split('+')) {
    const product = productFrom(part, naming);
    if (product === undefined) return unreadable(part, naming);
    if (product.every((mask) => mask !== 0)) products.push(product);
  }
  return answered(absorb(products));
}

function levelsIn(mask: number): number[] {
  return Array.from({ length: 32 - Math.clz32(mask) }, (_, level) => level).filter((level) => (mask >> level) & 1);
}

/** Writes an expression; one that never holds is `0`, one that always holds `1`. */
export function expressionText(expression: Expression, naming: Naming): string {
  const many = isMultiValue(naming);
  const products = expression.map((product) => {
    const literals = product.flatMap((mask, at) => {
      const name = naming.names[at] as string;
      if (mask === everyLevel(naming.levels[at] as number)) return [];
      if (many) return [`${name}[${levelsIn(mask).join()}]`];
      return [mask === 2 ? name : `~${name}`];
    });
    return literals.length === 0 ? '1' : literals.join('*');
  });
  return products.length === 0 ? '0' : products.join(' + ');
}

/** Terms of a solution as an expression. */
export function expressionOf(terms: readonly Term[], { levels }: Pick<Naming, 'levels'>): Expression {
  return terms.map((term) => term.map((level, at) => (level === absent ? everyLevel(levels[at] as number) : 1 << level)));
}

/** Without products that hold only where another one does. */
function absorb(products: readonly Product[]): Product[] {
  const kept: Product[] = [];
  const weight = (product: Product): number => product.reduce((sum, mask) => sum + levelsIn(mask).length, 0);
  for (const product of [...products].sort((a, b) => weight(b) - weight(a)))
    if (!kept.some((wider) => product.every((mask, at) => (mask & (wider[at] as number)) === mask))) kept.push(product);
  return kept;
}

/** What both hold together. */
export function both(a: Expression, b: Expression): Expression {
  const products = a.flatMap((left) => b.map((right) => left.map((mask, at) => mask & (right[at] as number))));
  return absorb(products.filter((product) => product.every((mask) => mask !== 0)));
}

/** What an expression excludes: every product fails by one of its conditions. All products are prime. */
export function negation(expression: Expression, { levels }: Pick<Naming, 'levels'>): Expression {
  const all = levels.map(everyLevel);
  return expression.reduce<Expression>(
    (sofar, product) => {
      const failures = product.flatMap((mask, at) => {
        const other = (all[at] as number) & ~mask;
        return other === 0 ? [] : [all.map((own, place) => (place === at ? other : own))];
      });
      return both(sofar, failures);
    },
    [all],
  );
}

/** Single-level terms that together are the expression. */
export function termsIn(expression: Expression, { levels }: Pick<Naming, 'levels'>): Term[] {
  return expression.flatMap((product) =>
    product.reduce<number[][]>(
      (sofar, mask, at) => {
        const own = mask === everyLevel(levels[at] as number) ? [absent] : levelsIn(mask);
        return sofar.flatMap((begun) => own.map((level) => [...begun, level]));
      },
      [[]],
    ),
  );
}

/** Numbers of the rows in which an expression holds, ascending. */
export function rowsIn(expression: Expression, naming: Pick<Naming, 'levels'>): number[] {
  return [...new Set(termsIn(expression, naming).flatMap((term) => rowsOf(term, naming.levels)))].sort((a, b) => a - b);
}

/** A shortest sum of prime terms with the same rows. */
export function simplified(expression: Expression, naming: Pick<Naming, 'levels'>): Term[] {
  const primes = (primesOf(termsIn(expression, naming), naming.levels) ?? []).sort(compareTerms);
  const rows = rowsIn(expression, naming);
  const place = new Map(rows.map((row, at) => [row, at]));
  const items = primes.map((term, index) => ({
    columns: rowsOf(term, naming.levels).map((row) => place.get(row) as number),
    members: [index],
  }));
  const cover = leastCover(merged(rows.length, items)) ?? [];
  return cover.map(({ members }) => primes[members[0] as number] as Term).sort(compareTerms);
}

/** Every row of an expression as a full term. */
export function expanded(expression: Expression, naming: Pick<Naming, 'levels'>): Term[] {
  return rowsIn(expression, naming).map((row) => rowOf(row, naming.levels));
}

/** Membership of each case in one product: the least over its conditions of the greatest over the levels allowed. */
export function productMembership(data: QcaData, product: Product): Float64Array {
  const x = new Float64Array(data.cases.length).fill(1);
  product.forEach((mask, condition) => {
    if (mask === everyLevel(data.levels[condition] as number)) return;
    const levels = levelsIn(mask);
    for (let at = 0; at < x.length; at += 1) {
      const own = levels.reduce((most, level) => Math.max(most, levelMembership(data, condition, level, at)), 0);
      x[at] = Math.min(x[at] as number, own);
    }
  });
  return x;
}
