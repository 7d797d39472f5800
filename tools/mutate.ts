/**
 * Measures how many small changes of the code its tests notice: `npm run mutants` for all of them, going on where the last run stopped,
 * `npm run mutants:sample` for a sample that is the same every time. How and why: docs/mutants.md.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf, nearestOf } from './mutants/coverage.ts';
import { isEquivalent, staleNotes } from './mutants/equivalent.ts';
import { judge, type Verdict } from './mutants/judge.ts';
import { type Mutant, mutantsOf, sha256 } from './mutants/mutants.ts';
import { optionsOf, usage } from './mutants/options.ts';
import { expected } from './mutants/planted/expected.ts';
import { scoreLine, scoreOf, survivorLine } from './mutants/report.ts';
import { planted, type Scope, scopes } from './mutants/scopes.ts';

function asked() {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`);
    process.exit(2);
  }
}

const values = asked();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const root = join(import.meta.dirname, '..');
const folder = join(root, '.tmp', 'mutants');
const workers = Number(values.workers);
const until = Date.now() + Number(values.minutes) * 60_000;
const failures: string[] = [];

/** The first of an order that the seed gives. A mutant keeps its place when others come or go. */
function sampleOf(mutants: readonly Mutant[], size: number): readonly Mutant[] {
  const placed = mutants.map((mutant) => ({ mutant, place: sha256(values.seed, mutant.key) }));
  return placed
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

async function judged(scope: Scope, choose: (mutants: readonly Mutant[]) => readonly Mutant[]) {
  const from = performance.now();
  const mutated = await mutantsOf(scope, root);
  failures.push(
    ...staleNotes(mutated.mutants, new Set(mutated.sources.keys())).map((note) => `noted as equivalent, but there is none: ${note}`),
  );
  const chosen = choose(mutated.mutants);
  const coverage =
    // The planted ones need to know what no test reaches.
    values.nearest === undefined || scope === planted
      ? await coverageOf({ scope, mutated, mutants: chosen, root, folder, workers })
      : nearestOf(scope, root, Number(values.nearest));
  const covered = performance.now();
  const verdicts = await judge(chosen, { scope, mutated, coverage, root, folder, workers, until });
  const seconds = (to: number, since: number) => ((to - since) / 1000).toFixed(0);
  console.log(`\n${scope.name}: ${mutated.mutants.length} mutants in ${mutated.sources.size} files, ${mutated.words} of words left out`);
  console.log(`  tests once in ${seconds(covered, from)} s, mutants in ${seconds(performance.now(), covered)} s`);
  return { all: mutated.mutants, verdicts };
}

async function provePlanted(): Promise<void> {
  const { all, verdicts } = await judged(planted, (mutants) => mutants);
  for (const [original, replacement, fate] of expected) {
    const mutant = all.find((one) => one.original === original && one.replacement === replacement);
    const found = mutant === undefined ? 'not made' : (verdicts.get(mutant.key)?.fate ?? 'not judged');
    if (found !== fate) failures.push(`the planted mutant ${original} → ${replacement} has to be ${fate}, and is ${found}`);
  }
}

async function measure(scope: Scope): Promise<void> {
  const { all, verdicts } = await judged(scope, (mutants) => {
    const inFiles = mutants.filter(({ file }) => file.includes(values.file));
    return values.sample
      ? sampleOf(
          inFiles.filter((mutant) => !isEquivalent(mutant)),
          Number(values.size ?? scope.sample),
        )
      : inFiles;
  });
  const counted: Verdict[] = [];
  for (const mutant of all) {
    const verdict = verdicts.get(mutant.key);
    if (verdict === undefined) continue;
    const lived = verdict.fate === 'survived' || verdict.fate === 'uncovered';
    if (!isEquivalent(mutant)) counted.push(verdict);
    else if (!lived) failures.push(`noted as equivalent, but ${verdict.fate} by ${verdict.by}: ${survivorLine(mutant, verdict)}`);
    if (lived && !isEquivalent(mutant)) console.log(survivorLine(mutant, verdict));
  }
  const score = scoreOf(counted);
  console.log(scoreLine(scope, score));
  if (values.file === '' && score.interval[1] < scope.goal) failures.push(`${scope.name}: below its goal beyond chance`);
}

const chosenScopes = scopes.filter(({ name }) => values.scope === undefined || name === values.scope);
if (chosenScopes.length === 0) throw new Error(`no scope ${values.scope}: ${scopes.map(({ name }) => name).join(', ')}`);
mkdirSync(folder, { recursive: true });
await provePlanted();
if (failures.length === 0) for (const scope of chosenScopes) await measure(scope);
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
