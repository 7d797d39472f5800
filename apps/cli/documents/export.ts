/** `gongze export`: a case as a file that others can read. */
import { writeFile } from 'node:fs/promises';
import { serialise } from '@gongze/application';
import {
  calendarOf,
  caseData,
  type CaseSource,
  dictionaryCsv,
  type DocumentAnswer,
  type DocumentNumber,
  factsCsv,
  ledgerCsv,
  ledgerWorkbook,
  letterOf,
  minutesOf,
  noticeOf,
  numberIn,
  objectCentricLog,
  officialDocx,
} from '@gongze/documents';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { BAD_INPUT, type CaseOptions, DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { documentSentences } from './messages.ts';
import { openSource } from './source.ts';

export interface ExportOptions extends CaseOptions {
  readonly format: string;
  readonly output?: string;
  readonly table?: string;
  readonly duty?: string;
  readonly by?: string;
  readonly to?: string;
  readonly meeting?: string;
  readonly actor?: string;
  readonly number?: string;
}

/** What is written; a note is told beside it. */
type Written = { readonly content: string | Uint8Array; readonly note?: Bilingual } | { readonly refused: Bilingual };
type Format = (source: CaseSource, lang: Language, options: ExportOptions) => Promise<Written> | Written;

function actor(code: string | undefined): ActorId | undefined {
  const parsed = actorIdSchema.safeParse(code);
  return parsed.success ? parsed.data : undefined;
}

/** The number that was given, `undefined` if none was, or what is wrong with it. */
function numberOf({ number }: ExportOptions): DocumentNumber | undefined | { readonly refused: Bilingual } {
  if (number === undefined) return undefined;
  return numberIn(number) ?? { refused: documentSentences.badNumber };
}

function official(write: (source: CaseSource, options: ExportOptions, number: DocumentNumber | undefined) => DocumentAnswer): Format {
  return async (source, lang, options) => {
    const number = numberOf(options);
    if (number !== undefined && 'refused' in number) return number;
    const answer = write(source, options, number);
    return answer.ok ? { content: await officialDocx(answer.document, lang) } : { refused: answer.text };
  };
}

const tables: Readonly<Record<string, (source: CaseSource, lang: Language) => string>> = {
  ledger: ledgerCsv,
  facts: factsCsv,
  dictionary: (_, lang) => dictionaryCsv(lang),
};

const formats: Readonly<Record<string, Format>> = {
  xlsx: async (source, lang) => ({ content: await ledgerWorkbook(source, lang) }),
  ics: (source, lang, options) => ({ content: calendarOf(source, { lang, actor: actor(options.actor) }) }),
  ocel: (source) => {
    const { log, leftOut } = objectCentricLog(source);
    return { content: serialise(log), ...(leftOut.length > 0 && { note: documentSentences.leftOut(leftOut.length) }) };
  },
  csv: (source, lang, { table = 'ledger' }) => {
    const write = Object.hasOwn(tables, table) ? tables[table] : undefined;
    return write === undefined ? { refused: documentSentences.unknownTable(table) } : { content: write(source, lang) };
  },
  json: (source) => ({ content: serialise(caseData(source)) }),
  notice: official((source, { duty, by }, number) => noticeOf(source, { obligation: duty, by: actor(by), number })),
  letter: official((source, { duty, by, to }, number) => letterOf(source, { obligation: duty, from: actor(by), to: actor(to), number })),
  minutes: official((source, { meeting }, number) => minutesOf(source, { meeting, number })),
};

/** Writes to the file, or to the screen what is text. */
export async function exportCase(name: string, options: ExportOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const told = (text: Bilingual): number => {
    io.err(`gongze: ${text[lang]}\n`);
    return BAD_INPUT;
  };
  const format = Object.hasOwn(formats, options.format) ? formats[options.format] : undefined;
  if (format === undefined) return told(documentSentences.unknownFormat(options.format, Object.keys(formats).join(', ')));
  const source = await openSource(name, options, io);
  if (typeof source === 'number') return source;
  const written = await format(source, lang, options);
  if ('refused' in written) return told(written.refused);
  const { content, note } = written;
  if (note !== undefined) io.err(`gongze: ${note[lang]}\n`);
  if (options.output === undefined) {
    if (typeof content !== 'string') return told(documentSentences.needsOutput);
    io.out(content);
    return DONE;
  }
  await writeFile(options.output, content);
  io.err(`${documentSentences.written(options.output, Buffer.byteLength(content))[lang]}\n`);
  return DONE;
}
