/** `gongze clauses`: the institutional statements of an agreement, what is vague in it, and how far it binds. */
import {
  type AgreementReading,
  clauseRecord,
  igScript,
  questionsOf,
  readAgreement,
  readClause,
  type ReadingContext,
} from '@gongze/clauses';
import { type TextFault, textOf } from '@gongze/documents/text';
import type { Language } from '@gongze/domain/vocabulary/text';
import { clauseLabels, clauseSentences } from './clauses-messages.ts';
import { BAD_INPUT, DONE, pageOf, tellFaults } from './commands.ts';
import { type Io, readBounded } from './io.ts';

export interface ClausesOptions {
  readonly lang?: Language;
  readonly signed?: string;
  readonly parties?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

const stdin = '/dev/stdin';

function tell(io: Io, text: string): number {
  io.err(`gongze: ${text}\n`);
  return BAD_INPUT;
}

/** Names of the parties: a JSON object from what the text calls them to who they are. */
async function partiesOf(path: string | undefined, lang: Language, io: Io): Promise<Readonly<Record<string, string>> | number> {
  if (path === undefined) return {};
  const file = await readBounded(path);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, lang, io);
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
    const entries = Object.entries(value as object);
    if (!Array.isArray(value) && entries.every(([, name]) => typeof name === 'string')) return value as Record<string, string>;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  return tell(io, clauseSentences.badParties(path)[lang]);
}

interface Line {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
}

/** A line `{id, lang, text}`, or `undefined` if it is none. */
function lineOf(source: string): Line | undefined {
  try {
    const value = JSON.parse(source) as Partial<Line> | null;
    if (typeof value !== 'object' || value === null) return undefined;
    const { id, lang, text } = value;
    if (typeof text !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
    if (lang !== 'zh' && lang !== 'en') return undefined;
    return { id: String(id), lang, text };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Lines in, lines out. A line that is no record is told by its number, and the others are read all the same. */
function readLines(text: string, context: ReadingContext, lang: Language, name: string, io: Io): number {
  let bad = 0;
  text.split('\n').forEach((source, index) => {
    if (source.trim() === '') return;
    const line = lineOf(source);
    if (line === undefined) {
      bad++;
      io.err(`${name}:${index + 1}:1: ${clauseSentences.badLine[lang]}\n`);
      return;
    }
    io.out(`${JSON.stringify(clauseRecord(line.id, readClause(line.text, line.lang, { context })))}\n`);
  });
  return bad === 0 ? DONE : BAD_INPUT;
}

function recordsOf(reading: AgreementReading): readonly Record<string, unknown>[] {
  return reading.clauses.map(({ label, start, end, reading: clause }, index) => ({
    ...clauseRecord(String(index + 1), clause),
    label,
    lang: clause.language,
    span: [start, end],
    text: clause.text,
  }));
}

function show(reading: AgreementReading, lang: Language, io: Io): void {
  for (const [index, { label, reading: clause }] of reading.clauses.entries()) {
    const score = clause.bindingScore === null ? '–' : clause.bindingScore.toFixed(2);
    io.out(
      `${label === '' ? String(index + 1) : label}  ${clauseLabels.score[lang]} ${score}\n  ${clause.text.trim().replace(/\s+/g, ' ')}\n`,
    );
    for (const statement of clause.statements) {
      const open = questionsOf(statement, clause.language).map((field) => clauseLabels.field[field][lang]);
      io.out(`  · ${igScript(statement)}\n`);
      if (open.length > 0) io.out(`    ${clauseSentences.question(open, lang)}\n`);
    }
    for (const label of clause.vague) io.out(`  – ${clauseLabels.vague[label][lang]}\n`);
  }
  io.out(`${clauseSentences.summary(reading.clauses.length, reading.bindingScore)[lang]}\n`);
}

/** What a text is read as: standard input as plain text, and so records in lines, whatever their file is called. */
const textNameOf = (path: string, { jsonl }: ClausesOptions): string =>
  path === '-' || (jsonl && !/\.(txt|md|docx)$/i.test(path)) ? 'lines.txt' : path;

export async function clauses(path: string, options: ClausesOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const parties = await partiesOf(options.parties, lang, io);
  if (typeof parties === 'number') return parties;
  if (options.signed !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.signed)) return tell(io, clauseSentences.badDay[lang]);
  const file = await readBounded(path === '-' ? stdin : path);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, lang, io);
  const name = path === '-' ? 'stdin' : path;
  const text = await textOf(file.bytes, textNameOf(path, options));
  if (!text.ok) return tell(io, clauseSentences.unreadable(name, text.fault satisfies TextFault)[lang]);
  const context: ReadingContext = { parties, ...(options.signed !== undefined && { signed: options.signed }) };
  const lines = options.jsonl && text.text.trimStart().startsWith('{');
  if (lines) return readLines(text.text, context, lang, name, io);
  const reading = readAgreement(text.text, { context });
  if (options.jsonl) for (const record of recordsOf(reading)) io.out(`${JSON.stringify(record)}\n`);
  else if (options.json) io.out(`${JSON.stringify({ binding_score: reading.bindingScore, clauses: recordsOf(reading) }, null, 2)}\n`);
  else show(reading, lang, io);
  return DONE;
}
