/** Reading a whole agreement, and reading it again after an edit without reading what did not change. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { type Reader, readClause } from './readClause.ts';
import type { ClauseReading } from './reading.ts';
import { bareClauses } from './text/frame.ts';
import { type ClauseRange, languageOf } from './text/split.ts';

/** A clause in its place; spans inside `reading` count from `start`. */
export interface PlacedClause extends ClauseRange {
  readonly reading: ClauseReading;
}

export interface AgreementReading {
  readonly text: string;
  readonly clauses: readonly PlacedClause[];
  /** Mean binding score of the clauses that hold a statement; `null` if none does. */
  readonly bindingScore: number | null;
}

export interface AgreementReader extends Reader {
  /** Language of all clauses; without it each clause is judged by its characters. */
  readonly language?: Language;
}

function scored(text: string, clauses: readonly PlacedClause[]): AgreementReading {
  let sum = 0;
  let count = 0;
  for (const { reading } of clauses) {
    if (reading.bindingScore === null) continue;
    sum += reading.bindingScore;
    count++;
  }
  return { text, clauses, bindingScore: count === 0 ? null : Math.round((sum / count) * 100) / 100 };
}

const keyOf = (language: Language, text: string): string => `${language}${text}`;

/** Reads all clauses of `text`. Linear in its length. */
export function readAgreement(text: string, reader: AgreementReader = {}): AgreementReading {
  return read(text, reader, new Map());
}

/**
 * Reads an edited text, taking over every clause whose wording did not change. Equal to `readAgreement` of the new
 * text with the same reader; costs one pass over the characters and the reading of the clauses that are new.
 */
export function rereadAgreement(previous: AgreementReading, text: string, reader: AgreementReader = {}): AgreementReading {
  if (previous.text === text) return previous;
  const known = new Map<string, ClauseReading>();
  for (const { reading } of previous.clauses) known.set(keyOf(reading.language, reading.text), reading);
  return read(text, reader, known);
}

function read(text: string, reader: AgreementReader, known: Map<string, ClauseReading>): AgreementReading {
  const clauses = bareClauses(text).map((range): PlacedClause => {
    const wording = text.slice(range.start, range.end);
    const language = reader.language ?? languageOf(wording);
    const key = keyOf(language, wording);
    let reading = known.get(key);
    if (reading === undefined) {
      reading = readClause(wording, language, reader);
      known.set(key, reading);
    }
    return { ...range, reading };
  });
  return scored(text, clauses);
}
