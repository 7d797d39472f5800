/**
 * The mutants of a scope, as the instrumenter of Stryker makes them. Of Stryker only that part is used: on Vitest 5 its runner
 * filters tests by name and finds none, so that what is covered survives (docs/decisions/0110).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { type Scope, sourcesOf } from './scopes.ts';

export interface Mutant {
  /** Number in the instrumented code. */
  readonly id: string;
  /** From the root of the repository. */
  readonly file: string;
  /** 1 … */
  readonly line: number;
  /** The source line on which it begins, trimmed. */
  readonly text: string;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** Which of the mutants alike in file, line, original and replacement, 1 … */
  readonly occurrence: number;
  /** Offsets of the original in the source. */
  readonly start: number;
  readonly end: number;
  /** Names the mutant as long as its line stays what it is, wherever the line moves. */
  readonly key: string;
}

export interface Mutated {
  readonly mutants: readonly Mutant[];
  /** Sources by file. */
  readonly sources: ReadonlyMap<string, string>;
  /** Sources that tell which mutants a run reached. */
  readonly instrumented: ReadonlyMap<string, string>;
  /** Mutants of words, left out. */
  readonly words: number;
}

const silent = () => undefined;
const no = () => false;
const logger = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

export const sha256 = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
};

/** Words for people: what has a space or a character beyond ASCII. An identifier, a kind or a unit has neither and is mutated. */
const isWords = (mutator: string, original: string): boolean => mutator === 'StringLiteral' && /[^\x21-\x7e]/.test(original);

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export async function mutantsOf(scope: Scope, root: string): Promise<Mutated> {
  const sources = new Map(sourcesOf(scope, root).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const { files, mutants } = await new Instrumenter(logger).instrument(
    [...sources].map(([name, content]) => ({ name, mutate: true, content })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const starts = new Map([...sources].map(([file, source]) => [file, lineStarts(source)]));
  const seen = new Map<string, number>();
  let words = 0;
  const listed = mutants.flatMap(({ id, fileName: file, location, mutatorName: mutator, replacement }): readonly Mutant[] => {
    const source = sources.get(file) as string;
    const offset = ({ line, column }: { line: number; column: number }) => (starts.get(file)?.[line] as number) + column;
    const [start, end] = [offset(location.start), offset(location.end)];
    const original = source.slice(start, end);
    if (isWords(mutator, original)) {
      words += 1;
      return [];
    }
    const line = location.start.line + 1;
    const text = (source.split('\n')[location.start.line] as string).trim();
    const alike = sha256(file, text, mutator, original, replacement);
    const occurrence = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, occurrence);
    return [{ id, file, line, text, mutator, original, replacement, occurrence, start, end, key: sha256(alike, String(occurrence)) }];
  });
  return { mutants: listed, sources, instrumented: new Map(files.map(({ name, content }) => [name, content])), words };
}

/** Statements and cases are replaced as they are; an expression keeps its place in the order of operations by brackets. */
const isStatement = ({ mutator, original, replacement }: Mutant): boolean =>
  mutator === 'BlockStatement' || replacement === ';' || /^(case|default|for)\b/.test(original);

/** The source with the mutant in place of the original. */
export function applied(mutant: Mutant, source: string): string {
  const replacement = isStatement(mutant) ? mutant.replacement : `(${mutant.replacement})`;
  return source.slice(0, mutant.start) + replacement + source.slice(mutant.end);
}
