/** What the commands about durations share: reading a table, telling a refusal. */
import { survivalTable, type SurvivalAnswer, type SurvivalTable } from '@gongze/studies/survival/index';
import { pageOf, tellFaults } from '../commands.ts';
import { type Io, readBounded } from '../io.ts';
import { type ComparisonOptions, tellRefusal } from './qcaInput.ts';

/** A million rows of a dozen columns. */
const bytesMax = 256 * 1024 * 1024;

/** The table of a file, or the exit code after its faults are told. */
export async function readSurvival(path: string, options: ComparisonOptions, io: Io): Promise<{ readonly table: SurvivalTable } | number> {
  const file = await readBounded(path, bytesMax);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, pageOf(options, io).lang, io);
  const read = survivalTable(new TextDecoder().decode(file.bytes));
  return read.ok ? { table: read.value } : tellRefusal(read.refusal, options, io);
}

/** Carries an answer on, or tells why there is none. */
export function tellAnswer<T>(answer: SurvivalAnswer<T>, options: ComparisonOptions, io: Io, done: (value: T) => number): number {
  return answer.ok ? done(answer.value) : tellRefusal(answer.refusal, options, io);
}
