/** What a run of the mutants may be told on its command line. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

const options = {
  sample: { type: 'boolean', default: false },
  /** Mutants of a sample, instead of what the scope says. */
  size: { type: 'string' },
  /** Each mutant meets only so many test files, the nearest by imports, and no run of all tests comes before. */
  nearest: { type: 'string' },
  seed: { type: 'string', default: '1' },
  scope: { type: 'string' },
  /** Only files whose path has this part. */
  file: { type: 'string', default: '' },
  workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  /** A full run stops here and is taken up by the next. */
  minutes: { type: 'string', default: 'Infinity' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const usage = `npm run mutants -- [options]          all mutants, going on where the last run stopped
npm run mutants:sample -- [options]   a sample that is the same every time

  --scope NAME     only this scope
  --file PART      only files whose path has this part
  --size N         mutants of a sample, instead of what the scope says
  --nearest N      each mutant meets only the N test files nearest by imports
  --seed TEXT      another sample
  --workers N      test processes at once
  --minutes N      a full run stops after so long
  --help           this text`;

/** The options; a `--` that npm was given once too often is passed over. Throws what is wrong with them, in one line. */
export function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({ options, args: args.filter((arg) => arg !== '--') });
  return values;
}
