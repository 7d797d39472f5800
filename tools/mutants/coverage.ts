/** Which test files reach which mutants, and how long each takes: one run of all tests of a scope on instrumented sources. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mutant, type Mutated, sha256 } from './mutants.ts';
import { distancesOf, nearestTests } from './nearest.ts';
import { Host, shared } from './pool.ts';
import { type Scope, testsOf } from './scopes.ts';

export interface Coverage {
  /** Test files that reach the mutant, quickest first. */
  readonly reaching: (mutant: Mutant) => readonly string[];
  /** Milliseconds. */
  readonly took: (test: string) => number;
}

interface Stored {
  readonly of: string;
  /** By test file: time in milliseconds and ids of the mutants it reaches. */
  readonly tests: Readonly<Record<string, { readonly took: number; readonly ids: readonly string[] }>>;
}

/** Milliseconds. This run only learns; a busy machine may make a heavy test ten times slower than it is. */
const testMax = 1_800_000;

async function measured(
  scope: Scope,
  instrumented: ReadonlyMap<string, string>,
  root: string,
  folder: string,
  workers: number,
): Promise<Stored['tests']> {
  const marks = join(folder, `marks-${scope.name}`);
  rmSync(marks, { recursive: true, force: true });
  mkdirSync(marks, { recursive: true });
  const code = Object.fromEntries([...instrumented].map(([file, text]) => [join(root, file), text]));
  const tests: Record<string, { took: number; ids: readonly string[] }> = {};
  const hosts = Array.from({ length: workers }, () => new Host(root, marks));
  await shared(hosts, testsOf(scope, root), async (host, file) => {
    const test = join(root, file);
    const outcome = await host.run({ code, tests: [test] }, () => testMax);
    if ('endless' in outcome) throw new Error(`${file} does not end without any mutant`);
    if (outcome.failed !== undefined) throw new Error(`${file} fails without any mutant: ${outcome.failed}`);
    const ids = JSON.parse(readFileSync(join(marks, sha256(test)), 'utf8')) as readonly string[];
    tests[file] = { took: outcome.took[test] ?? 0, ids };
  });
  rmSync(marks, { recursive: true });
  return tests;
}

interface Measuring {
  readonly scope: Scope;
  readonly mutated: Mutated;
  /** What is asked about: only their files are instrumented, because instrumented code is several times slower. */
  readonly mutants: readonly Mutant[];
  readonly root: string;
  readonly folder: string;
  readonly workers: number;
}

export async function coverageOf({ scope, mutated, mutants, root, folder, workers }: Measuring): Promise<Coverage> {
  const place = join(folder, `coverage-${scope.name}.json`);
  const texts = testsOf(scope, root).map((file) => readFileSync(join(root, file), 'utf8'));
  const asked = new Set(mutants.map(({ file }) => file));
  const of = sha256(...[...asked].sort(), ...mutated.sources.values(), ...texts);
  let stored = existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Stored) : undefined;
  if (stored?.of !== of) {
    const instrumented = new Map([...mutated.instrumented].filter(([file]) => asked.has(file)));
    stored = { of, tests: await measured(scope, instrumented, root, folder, workers) };
    writeFileSync(place, JSON.stringify(stored));
  }
  const { tests } = stored;
  const reaching = new Map<string, string[]>();
  for (const [test, { ids }] of Object.entries(tests).sort((a, b) => a[1].took - b[1].took)) {
    for (const id of ids) reaching.set(id, [...(reaching.get(id) ?? []), test]);
  }
  return { reaching: ({ id }) => reaching.get(id) ?? [], took: (test) => tests[test]?.took ?? 0 };
}

/** Milliseconds that are granted a test file of which nobody knows how long it takes. */
const tookAtMost = 6_000;

/** Without a run of all tests: the few test files that are nearest by their imports. */
export function nearestOf(scope: Scope, root: string, most: number): Coverage {
  const distances = distancesOf(testsOf(scope, root), root);
  return { reaching: ({ file }) => nearestTests(file, distances, most), took: () => tookAtMost };
}
