/** What is mutated, what is asked of it and which tests may kill it. */
import { globSync } from 'node:fs';

export interface Scope {
  readonly name: string;
  /** Globs of the sources, from the root of the repository. */
  readonly sources: readonly string[];
  readonly without: readonly string[];
  /** Globs of the test files that may kill a mutant. Fewer tests can only lower a score. */
  readonly tests: readonly string[];
  /** Score asked for, 0 … 1. */
  readonly goal: number;
  /** Mutants a sample takes. */
  readonly sample: number;
}

const neverMutated = ['**/*.test.ts', '**/*.data.ts', '**/testing/**', '**/index.ts', '**/node_modules/**'];

export const scopes: readonly Scope[] = [
  {
    name: 'rules',
    sources: ['domain/**/*.ts'],
    // Texts in both languages and the schema of the report: the first say nothing when mutated, the second is held against Ajv.
    without: ['domain/report/sentence.ts', 'domain/report/schema.ts', 'domain/decisions/titles.ts'],
    tests: ['domain/**/*.test.ts', 'cases/*.test.ts', 'application/**/*.test.ts'],
    goal: 0.85,
    sample: 80,
  },
  {
    name: 'log',
    sources: [
      'ledger/log/*.ts',
      'ledger/verify/*.ts',
      'ledger/crypto/*.ts',
      'ledger/witness/{state,witness}.ts',
      'ledger/sequence/{sequencer,receipts,tree,memory,witnesses}.ts',
      'application/canonical.ts',
      'application/ledger/*.ts',
    ],
    // The network; its tests need servers.
    without: ['ledger/verify/http.ts'],
    tests: ['ledger/**/*.test.ts', 'application/**/*.test.ts'],
    goal: 0.85,
    sample: 80,
  },
  {
    name: 'numerics',
    sources: [
      'statistics/**/*.ts',
      'studies/random/*.ts',
      'studies/games/**/*.ts',
      'studies/simulation/{model,ensemble,sensitivity,calibration,patterns}/*.ts',
      'studies/comparison/{calibration,qca,robustness,selection}/**/*.ts',
      'studies/survival/**/*.ts',
    ],
    // How an answer is laid out, not how it is computed.
    without: ['**/document.ts', '**/statements.ts', '**/answer.ts', '**/codes.ts'],
    tests: ['statistics/**/*.test.ts', 'studies/**/*.test.ts'],
    goal: 0.7,
    sample: 80,
  },
];

/** Mutants whose fate is known: they show that the measuring tells killed from surviving. */
export const planted: Scope = {
  name: 'planted',
  sources: ['tools/mutants/planted/planted.ts'],
  without: [],
  tests: ['tools/mutants/planted/planted.test.ts'],
  goal: 0,
  sample: 0,
};

/**
 * Tests left out because one run of them takes seconds and they would run once for every mutant that the others leave alive. What
 * only they would kill counts as surviving.
 */
export const slowTests: readonly string[] = [
  'every diagnosis is complete and consistent (20,000 histories)',
  'any valid history folds without throwing (100,000 histories)',
  'any changed, cut or added byte of any file',
  '150 worlds: every promise is kept, and history is never rewritten',
  'the accepted ensemble is what screening the prior accepts',
  'three tiles high verifies, by either SHA-256',
];

const files = (globs: readonly string[], root: string, exclude: readonly string[]): readonly string[] =>
  [...new Set(globs.flatMap((glob) => globSync(glob, { cwd: root, exclude })))].sort();

export const sourcesOf = (scope: Scope, root: string): readonly string[] => files(scope.sources, root, [...neverMutated, ...scope.without]);

export const testsOf = (scope: Scope, root: string): readonly string[] =>
  files(scope.tests, root, ['**/*.int.test.ts', '**/*.e2e.test.ts', '**/node_modules/**']);
