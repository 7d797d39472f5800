/** Runs before every test file in the host: no chance, no shrinking, no slow tests, and coverage where it is asked for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, inject } from 'vitest';
import { sha256 } from './mutants.ts';
import { slowTests } from './scopes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder that takes one file for each test file; empty for none. */
    readonly coverageFolder: string;
  }
}

interface Coverage {
  readonly static: Readonly<Record<string, number>>;
}

fc.configureGlobal({ seed: 20250103, endOnFailure: true });

const slow = new Set(slowTests);
beforeEach((context) => {
  if (slow.has(context.task.name)) context.skip();
});

const folder = inject('coverageFolder');
if (folder !== '') {
  afterAll(() => {
    const { __stryker__: namespace } = globalThis as { __stryker__?: { mutantCoverage?: Coverage } };
    const reached = Object.keys(namespace?.mutantCoverage?.static ?? {});
    writeFileSync(join(folder, sha256(expect.getState().testPath ?? '')), JSON.stringify(reached));
  });
}
