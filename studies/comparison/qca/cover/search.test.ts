import fc from 'fast-check';
import { expect, test } from 'vitest';
import { irredundantCovers } from './irredundant.ts';
import { type Item, merged, type Problem } from './problem.ts';
import { covers, leastCover } from './search.ts';

/** Charts of up to six columns and ten implicants, in which every column can be covered. */
const charts: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc
    .array(fc.uniqueArray(fc.integer({ min: 0, max: columns - 1 }), { minLength: 1 }), { minLength: 1, maxLength: 10 })
    .filter((sets) => new Set(sets.flat()).size === columns)
    .map((sets) =>
      merged(
        columns,
        sets.map((set, index) => ({ columns: [...set].sort((a, b) => a - b), members: [index] })),
      ),
    ),
);

/** Implicants of every cover, by trying all sets of them. */
function allCovers({ columns, items }: Problem): number[][] {
  const single: readonly Item[] = items.flatMap((item) => item.members.map((member) => ({ ...item, members: [member] })));
  return Array.from({ length: 2 ** single.length }, (_, mask) => single.filter((_item, at) => (mask >> at) & 1))
    .filter((chosen) => new Set(chosen.flatMap((item) => item.columns)).size === columns)
    .map((chosen) => chosen.flatMap(({ members }) => members).sort((a, b) => a - b));
}

function expandedFamily(family: readonly Item[]): number[][] {
  return family.reduce<number[][]>((sofar, { members }) => sofar.flatMap((begun) => members.map((member) => [...begun, member])), [[]]);
}

const asKeys = (lists: readonly (readonly number[])[]): string[] => lists.map((list) => [...list].sort((a, b) => a - b).join()).sort();

test('all least covers, each once, and the least size', () => {
  fc.assert(
    fc.property(charts, (problem) => {
      const all = allCovers(problem);
      const size = Math.min(...all.map((cover) => cover.length));
      expect(leastCover(problem)).toHaveLength(size);
      const found = [...covers(problem, size)].flatMap(expandedFamily);
      expect(asKeys(found)).toEqual(asKeys(all.filter((cover) => cover.length === size)));
    }),
    { numRuns: 400 },
  );
});

test('all irredundant covers, each once', () => {
  fc.assert(
    fc.property(charts, (problem) => {
      const all = new Set(allCovers(problem).map((cover) => cover.join()));
      const wanted = [...all].filter((key) => {
        const cover = key.split(',');
        return cover.every((_, at) => !all.has(cover.filter((_member, other) => other !== at).join()));
      });
      expect(asKeys([...irredundantCovers(problem)].flatMap(expandedFamily))).toEqual(wanted.sort());
    }),
    { numRuns: 300 },
  );
});

test('a column that nothing covers has no cover', () => {
  expect(leastCover({ columns: 2, items: [{ columns: [0], members: [0] }] })).toBeUndefined();
});

test('where nothing is to be covered nothing is taken', () => {
  expect(leastCover(merged(0, []))).toEqual([]);
});
