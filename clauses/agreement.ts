/** Reading a whole agreement, and reading it again after an edit without reading what did not change. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { partiesOf } from './en/members.ts';
import { type Reader, readClause } from './readClause.ts';
import type { ClauseReading } from './reading.ts';
import { readRow } from './readRow.ts';
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

/** Who the introduction of `text` says its parties are, with what whoever asks says of them. */
function withParties(text: string, reader: AgreementReader): AgreementReader {
  const { parties, members } = partiesOf(text);
  if (Object.keys(parties).length + Object.keys(members).length === 0) return reader;
  return { ...reader, context: { ...reader.context, parties: { ...parties, ...reader.context?.parties }, members } };
}

/** Reads all clauses of `text`. Linear in its length. */
export function readAgreement(text: string, reader: AgreementReader = {}): AgreementReading {
  const informed = withParties(text, reader);
  return scored(
    text,
    bareClauses(text).map((range) => placed(text, range, informed)),
  );
}

/** What decides how a range is read: its wording, and in a table what the columns mean. */
export const rangeKey = (wording: string, { columns }: Pick<ClauseRange, 'columns'>): string =>
  columns === undefined ? wording : `${columns.key}\n${wording}`;

/** Reads one range of a text: a clause, or the row of a table. */
export function readRange(wording: string, { columns }: Pick<ClauseRange, 'columns'>, language: Language, reader: Reader): ClauseReading {
  return columns === undefined ? readClause(wording, language, reader) : readRow(wording, columns, language, reader);
}

function placed(
  text: string,
  range: ClauseRange,
  reader: AgreementReader,
  known?: (key: string) => ClauseReading | undefined,
): PlacedClause {
  const wording = text.slice(range.start, range.end);
  const language = reader.language ?? languageOf(wording);
  const before = known?.(rangeKey(wording, range));
  return { ...range, reading: before?.language === language ? before : readRange(wording, range, language, reader) };
}

/** Written out, because there are many of them at every keystroke, and few are rows of a table. */
const moved = (range: ClauseRange, reading: ClauseReading): PlacedClause =>
  range.columns === undefined ? { start: range.start, end: range.end, label: range.label, reading } : { ...range, reading };

/**
 * Reads an edited text, taking over every clause whose wording did not change. Equal to `readAgreement` of the new
 * text with the same reader; costs one pass over the characters and the reading of the clauses that are new.
 */
export function rereadAgreement(previous: AgreementReading, text: string, reader: AgreementReader = {}): AgreementReading {
  if (previous.text === text) return previous;
  if (JSON.stringify(partiesOf(previous.text)) !== JSON.stringify(partiesOf(text))) return readAgreement(text, reader);
  const informed = withParties(text, reader);
  const ranges = bareClauses(text);
  const old = previous.clauses;
  const same = (range: ClauseRange | undefined, clause: PlacedClause | undefined): boolean =>
    range !== undefined &&
    clause !== undefined &&
    range.columns?.key === clause.columns?.key &&
    range.end - range.start === clause.reading.text.length &&
    text.startsWith(clause.reading.text, range.start);
  // What stands before and after the edit is found by its place, so that only the rest has to be looked up.
  const shorter = Math.min(ranges.length, old.length);
  let first = 0;
  while (first < shorter && same(ranges[first], old[first])) first++;
  let last = 0;
  while (last < shorter - first && same(ranges[ranges.length - 1 - last], old[old.length - 1 - last])) last++;
  const known = new Map(old.slice(first, old.length - last).map((clause) => [rangeKey(clause.reading.text, clause), clause.reading]));
  const clauses = ranges.map((range, index) => {
    const { start, label } = range;
    const place = index < first ? index : index >= ranges.length - last ? index - ranges.length + old.length : -1;
    const kept = place < 0 ? undefined : old[place];
    if (kept === undefined) return placed(text, range, informed, (key) => known.get(key));
    return kept.start === start && kept.label === label ? kept : moved(range, kept.reading);
  });
  return scored(text, clauses);
}
