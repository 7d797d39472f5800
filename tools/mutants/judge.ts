/** The fate of mutants, kept from run to run as long as neither the mutated file nor a test that reaches it changes. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformWithOxc } from 'vite';
import type { Coverage } from './coverage.ts';
import { applied, type Mutant, type Mutated, sha256 } from './mutants.ts';
import { Host, shared } from './pool.ts';
import type { Scope } from './scopes.ts';

/** `invalid` is no program: it cannot be parsed and counts on neither side. */
export type Fate = 'killed' | 'timeout' | 'survived' | 'uncovered' | 'invalid';

export interface Verdict {
  readonly key: string;
  readonly of: string;
  readonly fate: Fate;
  /** The test that killed it, or the test file that did not end. */
  readonly by?: string;
}

export interface Judging {
  readonly scope: Scope;
  readonly mutated: Mutated;
  readonly coverage: Coverage;
  readonly root: string;
  /** Where verdicts are kept. */
  readonly folder: string;
  readonly workers: number;
  /** No new mutant is begun after it: milliseconds since 1970. */
  readonly until: number;
}

function kept(place: string): ReadonlyMap<string, Verdict> {
  if (!existsSync(place)) return new Map();
  const lines = readFileSync(place, 'utf8').split('\n').slice(0, -1);
  return new Map(lines.map((line) => JSON.parse(line) as Verdict).map((verdict) => [verdict.key, verdict]));
}

const isProgram = (file: string, code: string): Promise<boolean> =>
  transformWithOxc(code, file).then(
    () => true,
    () => false,
  );

/** Milliseconds that a test file may take with a mutant: several times what it took beside the counting of coverage. */
const allowed = (took: number): number => 8_000 + 4 * took;

async function fateOf(mutant: Mutant, tests: readonly string[], host: Host, judging: Judging): Promise<Pick<Verdict, 'fate' | 'by'>> {
  const { mutated, coverage, root } = judging;
  if (tests.length === 0) return { fate: 'uncovered' };
  const code = applied(mutant, mutated.sources.get(mutant.file) as string);
  if (!(await isProgram(mutant.file, code))) return { fate: 'invalid' };
  const outcome = await host.run({ code: { [join(root, mutant.file)]: code }, tests: tests.map((test) => join(root, test)) }, (test) =>
    allowed(coverage.took(relative(root, test))),
  );
  if ('endless' in outcome) return { fate: 'timeout', by: relative(root, outcome.endless) };
  return outcome.failed === undefined ? { fate: 'survived' } : { fate: 'killed', by: outcome.failed };
}

/** Verdicts of the mutants, as far as the time went. */
export async function judge(mutants: readonly Mutant[], judging: Judging): Promise<ReadonlyMap<string, Verdict>> {
  const { scope, mutated, coverage, root, folder, workers, until } = judging;
  const place = join(folder, `verdicts-${scope.name}.jsonl`);
  const before = kept(place);
  const texts = new Map<string, string>();
  const textOf = (file: string): string => {
    const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8');
    texts.set(file, text);
    return text;
  };
  const verdicts = new Map<string, Verdict>();
  const open: { mutant: Mutant; tests: readonly string[]; of: string }[] = [];
  for (const mutant of mutants) {
    const tests = coverage.reaching(mutant);
    const of = sha256(mutated.sources.get(mutant.file) as string, ...[...tests].sort().map(textOf));
    const old = before.get(mutant.key);
    if (old?.of === of) verdicts.set(mutant.key, old);
    else open.push({ mutant, tests, of });
  }
  const hosts = Array.from({ length: workers }, () => new Host(root));
  await shared(hosts, open, async (host, { mutant, tests, of }) => {
    if (Date.now() > until) return;
    const verdict = { key: mutant.key, of, ...(await fateOf(mutant, tests, host, judging)) };
    appendFileSync(place, `${JSON.stringify(verdict)}\n`);
    verdicts.set(mutant.key, verdict);
  });
  return verdicts;
}
