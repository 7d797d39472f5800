/** What the commands of comparison share: reading a table, lists on the line, telling a refusal. */
import { serialise } from '@gongze/application';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Answer } from '@gongze/studies/comparison/answer';
import { tableFromCsv } from '@gongze/studies/comparison/matrix/csv';
import type { CaseTable } from '@gongze/studies/comparison/matrix/table';
import { InvalidArgumentError } from 'commander';
import { BAD_INPUT, pageOf, tellFaults } from '../commands.ts';
import { type Io, readBounded } from '../io.ts';
import { plain } from '../text/layout.ts';

export interface ComparisonOptions {
  readonly lang?: Language;
  readonly json?: boolean;
}

/** What stands in the way, for a reader on the error output and, where JSON was asked for, for a program as well. */
export function tellRefusal(refusal: { readonly text: Bilingual }, options: ComparisonOptions, io: Io): number {
  const { lang } = pageOf(options, io);
  if (options.json) io.out(serialise({ refused: refusal }));
  io.err(`gongze: ${plain(refusal.text[lang])}\n`);
  return BAD_INPUT;
}

/** The table of a file, or the exit code after its faults are told. */
export async function readTable(
  path: string,
  wanted: readonly string[] | undefined,
  options: ComparisonOptions,
  io: Io,
): Promise<{ readonly table: CaseTable } | number> {
  const file = await readBounded(path);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, pageOf(options, io).lang, io);
  const read = tableFromCsv(new TextDecoder().decode(file.bytes), wanted ? { wanted } : {});
  return read.ok ? { table: read.value } : tellRefusal(read.refusal, options, io);
}

/** Carries an answer on, or tells why there is none. */
export function tell<T>(answer: Answer<T>, options: ComparisonOptions, io: Io, done: (value: T) => number): number {
  return answer.ok ? done(answer.value) : tellRefusal(answer.refusal, options, io);
}

/** `A,B` as a list. */
export function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const notNumber: Bilingual = { zh: '应为数字', en: 'must be a number' };

export function oneNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`${notNumber.en} · ${notNumber.zh}`);
  return value;
}

export function numberList(text: string): number[] {
  return list(text).map(oneNumber);
}

/** A share as it is read: three digits, a dash where there is none. */
export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3);
}
