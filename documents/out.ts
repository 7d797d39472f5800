/** Every document that a case can be written as, by the name of its format: for the command line and for the server alike. */
import { serialise } from '@gongze/application';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { caseData, dictionaryCsv, factsCsv } from './exchange/data.ts';
import { calendarOf } from './exchange/ics.ts';
import { objectCentricLog } from './exchange/ocel.ts';
import { ledgerCsv, ledgerWorkbook } from './ledger/export.ts';
import type { DocumentAnswer, DocumentNumber } from './official/content.ts';
import { interventionOf } from './official/intervention.ts';
import { letterOf } from './official/letter.ts';
import { minutesOf, numberIn } from './official/minutes.ts';
import { noticeOf } from './official/notice.ts';
import { officialDocx } from './official/write.ts';
import type { CaseSource } from './source.ts';

export const documentFormats = ['notice', 'letter', 'minutes', 'intervention', 'xlsx', 'ics', 'ocel', 'csv', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What a document is to be about. What a format has no use for is not looked at. */
export interface DocumentWish {
  /** Of csv: `ledger` (default), `facts` or `dictionary`. */
  readonly table?: string | undefined;
  /** Id of the duty of a notice or letter. */
  readonly duty?: string | undefined;
  /** Issuer of a notice or letter. */
  readonly by?: string | undefined;
  /** Whoever is writing: the issuer where none is named and it may be. */
  readonly acting?: string | undefined;
  /** Addressee of a letter. */
  readonly to?: string | undefined;
  readonly meeting?: string | undefined;
  /** Of the record of an intervention. */
  readonly intervention?: string | undefined;
  /** Of a calendar: whose dates. */
  readonly actor?: string | undefined;
  /** 发文字号 of an official document. */
  readonly number?: string | undefined;
}

export interface WrittenDocument {
  readonly ok: true;
  readonly content: string | Uint8Array;
  readonly mediaType: string;
  /** Of the file, without the dot. */
  readonly extension: string;
  /** What whoever takes it is told beside it. */
  readonly note?: Bilingual;
}
export type DocumentOut = WrittenDocument | { readonly ok: false; readonly text: Bilingual };

const texts = {
  badNumber: { zh: '发文字号应为 京环〔2025〕3号 的形式', en: 'The number of a document has the form 京环〔2025〕3号' },
  badActor: (code: string): Bilingual => ({ zh: `“${code}”不是主体代码`, en: `“${code}” is no code of an actor` }),
  unknownTable: (table: string): Bilingual => ({
    zh: `csv 没有“${table}”这张表；可用：ledger、facts、dictionary`,
    en: `csv has no table “${table}”; there are ledger, facts, dictionary`,
  }),
  leftOut: (count: number): Bilingual => ({
    zh: `有 ${count} 条事实在 1678–2262 年之外，未写入`,
    en: `${count} facts lie outside the years 1678–2262 and were left out`,
  }),
} as const;

const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Write = (source: CaseSource, lang: Language, wish: DocumentWish) => Promise<DocumentOut> | DocumentOut;

function refused(text: Bilingual): DocumentOut {
  return { ok: false, text };
}

/** Codes as actors; the first that is none is refused. */
function actorsIn(codes: readonly (string | undefined)[]): readonly (ActorId | undefined)[] | { readonly bad: string } {
  const read: (ActorId | undefined)[] = [];
  for (const code of codes) {
    const parsed = code === undefined || code === '' ? undefined : actorIdSchema.safeParse(code);
    if (parsed !== undefined && !parsed.success) return { bad: code ?? '' };
    read.push(parsed?.data);
  }
  return read;
}

function official(
  write: (
    source: CaseSource,
    wish: DocumentWish,
    parts: { by: ActorId | undefined; to: ActorId | undefined; acting: ActorId | undefined; number: DocumentNumber | undefined },
  ) => DocumentAnswer,
): Write {
  return async (source, lang, wish) => {
    const number = wish.number === undefined ? undefined : numberIn(wish.number);
    if (wish.number !== undefined && number === undefined) return refused(texts.badNumber);
    const actors = actorsIn([wish.by, wish.to, wish.acting]);
    if ('bad' in actors) return refused(texts.badActor(actors.bad));
    const [by, to, acting] = actors;
    const answer = write(source, wish, { by, to, acting, number });
    if (!answer.ok) return refused(answer.text);
    return { ok: true, content: await officialDocx(answer.document, lang), mediaType: wordMediaType, extension: 'docx' };
  };
}

const tables: Readonly<Record<string, (source: CaseSource, lang: Language) => string>> = {
  ledger: ledgerCsv,
  facts: factsCsv,
  dictionary: (_, lang) => dictionaryCsv(lang),
};

const formats: Readonly<Record<DocumentFormat, Write>> = {
  notice: official((source, { duty }, { by, acting, number }) => noticeOf(source, { obligation: duty, by, acting, number })),
  letter: official((source, { duty }, { by, to, acting, number }) => letterOf(source, { obligation: duty, from: by, to, acting, number })),
  minutes: official((source, { meeting }, { number }) => minutesOf(source, { meeting, number })),
  intervention: official((source, { intervention }, { number }) => interventionOf(source, { intervention, number })),
  xlsx: async (source, lang) => ({
    ok: true,
    content: await ledgerWorkbook(source, lang),
    mediaType: sheetMediaType,
    extension: 'xlsx',
  }),
  ics: (source, lang, wish) => {
    const actors = actorsIn([wish.actor]);
    if ('bad' in actors) return refused(texts.badActor(actors.bad));
    return {
      ok: true,
      content: calendarOf(source, { lang, actor: actors[0] }),
      mediaType: 'text/calendar; charset=utf-8',
      extension: 'ics',
    };
  },
  ocel: (source) => {
    const { log, leftOut } = objectCentricLog(source);
    const written = { ok: true, content: serialise(log), mediaType: 'application/json; charset=utf-8', extension: 'jsonocel' } as const;
    return leftOut.length > 0 ? { ...written, note: texts.leftOut(leftOut.length) } : written;
  },
  csv: (source, lang, { table = 'ledger' }) => {
    const write = Object.hasOwn(tables, table) ? tables[table] : undefined;
    if (write === undefined) return refused(texts.unknownTable(table));
    return { ok: true, content: write(source, lang), mediaType: 'text/csv; charset=utf-8', extension: 'csv' };
  },
  json: (source) => ({
    ok: true,
    content: serialise(caseData(source)),
    mediaType: 'application/json; charset=utf-8',
    extension: 'json',
  }),
};

export function isDocumentFormat(name: string): name is DocumentFormat {
  return Object.hasOwn(formats, name);
}

/** The case in that format, or why there is no such document. Records nothing. */
export async function writeDocument(
  format: DocumentFormat,
  source: CaseSource,
  lang: Language,
  wish: DocumentWish = {},
): Promise<DocumentOut> {
  return await formats[format](source, lang, wish);
}
