/** Terms: conjunctions of one level a condition, and how they are written. */

/** Level of each condition, or `absent` where the term is silent about it. */
export type Term = readonly number[];

export const absent = -1;

/** What writing a term needs to know of its conditions. */
export interface Naming {
  readonly names: readonly string[];
  /** How many levels each condition has: 2 for crisp and fuzzy sets. */
  readonly levels: readonly number[];
}

/** With one condition of more than two levels, all are written with their level: `A[2]*B[0]`. */
export function isMultiValue({ levels }: Pick<Naming, 'levels'>): boolean {
  return levels.some((count) => count > 2);
}

/** `A*~B`, or `A[2]*B[0]`; the empty term, which always holds, is `1`. */
export function termText(term: Term, { names, levels }: Naming): string {
  const many = isMultiValue({ levels });
  const literals = term.flatMap((level, at) => {
    if (level === absent) return [];
    const name = names[at] as string;
    if (many) return [`${name}[${level}]`];
    return [level === 1 ? name : `~${name}`];
  });
  return literals.length === 0 ? '1' : literals.join('*');
}

/** Whether the term holds in a row of the truth table. */
export function holdsIn(term: Term, row: readonly number[]): boolean {
  for (let at = 0; at < term.length; at += 1) {
    const level = term[at] as number;
    if (level !== absent && level !== row[at]) return false;
  }
  return true;
}

/** Whether `inner` holds only where `outer` does. */
export function implies(inner: Term, outer: Term): boolean {
  return outer.every((level, at) => level === absent || level === inner[at]);
}

function literalsIn(term: Term): number {
  let count = 0;
  for (const level of term) if (level !== absent) count += 1;
  return count;
}

/** Order in which terms are listed: short ones first, then as the conditions stand, presence before absence. */
export function compareTerms(a: Term, b: Term): number {
  const shorter = literalsIn(a) - literalsIn(b);
  if (shorter !== 0) return shorter;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return (b[at] as number) - (a[at] as number);
  return 0;
}

/** Number of a row: one more than its levels read as a mixed-radix number, the first condition the most significant. */
export function rowNumber(row: readonly number[], levels: readonly number[]): number {
  return row.reduce((sum, level, at) => sum * (levels[at] as number) + level, 0) + 1;
}

/** The levels behind a row number. */
export function rowOf(number: number, levels: readonly number[]): number[] {
  const row = new Array<number>(levels.length);
  let rest = number - 1;
  for (let at = levels.length - 1; at >= 0; at -= 1) {
    row[at] = rest % (levels[at] as number);
    rest = Math.floor(rest / (levels[at] as number));
  }
  return row;
}

/** How many rows a truth table of these conditions has. */
export function rowCount(levels: readonly number[]): number {
  return levels.reduce((product, count) => product * count, 1);
}

/** Numbers of the rows in which a term holds, ascending. Cost: as many as there are. */
export function rowsOf(term: Term, levels: readonly number[]): number[] {
  let numbers = [0];
  term.forEach((level, at) => {
    const count = levels[at] as number;
    const own = level === absent ? Array.from({ length: count }, (_, each) => each) : [level];
    numbers = numbers.flatMap((number) => own.map((each) => number * count + each));
  });
  return numbers.map((number) => number + 1);
}

/** How many rows a term holds in. */
export function rowCountOf(term: Term, levels: readonly number[]): number {
  return term.reduce((product, level, at) => product * (level === absent ? (levels[at] as number) : 1), 1);
}
