/**
 * The test files nearest to a source by its imports, without running anything: for a small sample, for which one run of all tests would
 * cost more than the mutants. A mutant that only a test further away notices survives here, so that a score is a lower bound.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Imports and exports of values; types are gone when the code runs. */
const importing = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g;

/** The file of the repository that a specifier names; undefined for another's package. */
function fileOf(specifier: string, from: string, has: (file: string) => boolean): string | undefined {
  const own = /^@gongze\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  const path =
    own !== null ? join(own[1] as string, own[2] ?? 'index') : specifier.startsWith('.') ? join(dirname(from), specifier) : undefined;
  if (path === undefined) return undefined;
  return [path, `${path}.ts`].find((file) => file.endsWith('.ts') && has(file));
}

export function importsOf(file: string, text: string, has: (file: string) => boolean): readonly string[] {
  const found = [...text.matchAll(importing)].map((match) => fileOf((match[1] ?? match[2]) as string, file, has));
  return [...new Set(found.filter((one) => one !== undefined))];
}

/** Steps of imports from each test to each source that it reaches. */
export type Distances = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function distancesFrom(tests: readonly string[], importsOfFile: (file: string) => readonly string[]): Distances {
  const distances = new Map<string, Map<string, number>>();
  for (const test of tests) {
    const reached = new Map([[test, 0]]);
    for (const [file, distance] of reached) for (const next of importsOfFile(file)) if (!reached.has(next)) reached.set(next, distance + 1);
    distances.set(test, reached);
  }
  return distances;
}

/**
 * At most `most` tests that reach the source: those that stand beside it under its name, then nearest first; of equals the one in the
 * nearest folder, then the first by name. What decides is reached through one list of commands, so that imports alone do not tell its own test.
 */
export function nearestTests(source: string, distances: Distances, most: number): readonly string[] {
  const shared = (test: string): number => {
    const [own, other] = [source.split('/'), test.split('/')];
    const apart = own.findIndex((part, at) => part !== other[at]);
    return apart === -1 ? own.length : apart;
  };
  const stem = source.replace(/\.ts$/, '');
  const isBeside = (test: string): boolean => test.startsWith(stem);
  return [...distances]
    .flatMap(([test, reached]) => {
      const distance = reached.get(source);
      return distance === undefined ? [] : [{ test, distance }];
    })
    .sort(
      (a, b) =>
        Number(isBeside(b.test)) - Number(isBeside(a.test)) ||
        a.distance - b.distance ||
        shared(b.test) - shared(a.test) ||
        (a.test < b.test ? -1 : 1),
    )
    .slice(0, most)
    .map(({ test }) => test);
}

/** Distances from test files on disk. */
export function distancesOf(tests: readonly string[], root: string): Distances {
  const known = new Map<string, readonly string[]>();
  const has = (file: string) => existsSync(join(root, file));
  return distancesFrom(tests, (file) => {
    let imports = known.get(file);
    if (imports === undefined) known.set(file, (imports = importsOf(file, readFileSync(join(root, file), 'utf8'), has)));
    return imports;
  });
}
