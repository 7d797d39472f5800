/**
 * A process that runs test files against changed sources: Vitest is started once, and files are served from memory. It is a process of
 * its own so that an endless loop can be ended with it.
 */
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

export interface Order {
  /** Code by absolute path, instead of what the disk holds. */
  readonly code: Readonly<Record<string, string>>;
  /** Test files by absolute path. Run in this order until one fails. */
  readonly tests: readonly string[];
}

export interface Outcome {
  /** The test that failed first. */
  readonly failed?: string;
  /** Milliseconds by test file. */
  readonly took: Readonly<Record<string, number>>;
}

const [root, coverageFolder] = process.argv.slice(2) as [string, string];
let served: ReadonlyMap<string, string> = new Map();

const pathOf = (id: string): string => id.split('?', 1)[0] as string;

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    include: ['**/*.test.ts'],
    setupFiles: [join(import.meta.dirname, 'setup.ts')],
    provide: { coverageFolder },
    // A new thread and new modules for every file, so that what runs once, on import, runs with the mutant.
    pool: 'threads',
    isolate: true,
    // It goes by what the disk holds, and would give the code without the mutant.
    fsModuleCache: false,
    maxWorkers: 1,
    bail: 1,
    // Who gives the order ends what does not end; a slow machine is no failing test.
    testTimeout: 1_800_000,
    reporters: [{}],
    printConsoleTrace: false,
    onConsoleLog: () => false,
  },
  { plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => served.get(pathOf(id)) }] },
);
await vitest.standalone();
const project = vitest.getRootProject();

function serve(code: Readonly<Record<string, string>>): void {
  const changed = [...served.keys(), ...Object.keys(code)];
  served = new Map(Object.entries(code));
  for (const file of changed) vitest.invalidateFile(file);
}

async function run({ code, tests }: Order): Promise<Outcome> {
  serve(code);
  const took: Record<string, number> = {};
  for (const file of tests) {
    process.send?.(file);
    vitest.state.filesMap.clear();
    vitest.state.clearErrors();
    const from = performance.now();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([project.createSpecification(file)]);
    took[file] = performance.now() - from;
    for (const found of testModules) {
      if (found.ok()) continue;
      const [test] = found.children.allTests('failed');
      return { failed: test?.fullName ?? `${file} (${found.errors()[0]?.message ?? 'not run'})`, took };
    }
    if (unhandledErrors.length > 0) return { failed: `${file} (unhandled: ${String(unhandledErrors[0])})`, took };
    if (testModules.length === 0) throw new Error(`bug: ${file} was not run`);
  }
  return { took };
}

process.on('message', (order: Order) => {
  run(order).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('');
