/** Survivors that were read and found to change nothing that can be seen, each with its reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

interface Note {
  readonly file: string;
  /** The source line on which the mutant begins, trimmed. */
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

const notes: readonly Note[] = JSON.parse(readFileSync(join(import.meta.dirname, 'equivalent.json'), 'utf8'));

const isNoted = ({ file, line, original, replacement }: Note, mutant: Mutant): boolean =>
  mutant.file === file && mutant.text === line && mutant.original === original && mutant.replacement === replacement;

export const isEquivalent = (mutant: Mutant): boolean => notes.some((note) => isNoted(note, mutant));

/** Notes about the files of these mutants that fit none of them: the code has changed, and the note has to go or to follow. */
export function staleNotes(mutants: readonly Mutant[], files: ReadonlySet<string>): readonly string[] {
  return notes
    .filter((note) => files.has(note.file) && !mutants.some((mutant) => isNoted(note, mutant)))
    .map(({ file, line, original, replacement }) => `${file}: ${line}: ${original} → ${replacement}`);
}
