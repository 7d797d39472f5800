/** What a document is called as a file: the document, the case and the day, in the language of whoever takes it. */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { DocumentFormat, DocumentWish } from './out.ts';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

const names: Readonly<Record<Exclude<DocumentFormat, 'csv'>, Bilingual>> = {
  notice: w('督办通知单', 'Supervision notice'),
  letter: w('函', 'Letter'),
  minutes: w('会议纪要', 'Minutes'),
  intervention: w('介入情况通报', 'Record of an intervention'),
  xlsx: w('责任台账', 'Ledger of obligations'),
  ics: w('期限日历', 'Due dates'),
  ocel: w('事件日志', 'Event log'),
  json: w('全部事实', 'All facts'),
};
const tables: Readonly<Record<string, Bilingual>> = {
  ledger: w('责任台账', 'Ledger of obligations'),
  facts: w('事实表', 'Facts'),
  dictionary: w('数据字典', 'Data dictionary'),
};

/** Long enough for a title, short enough for every file system with the rest beside it. */
const TITLE_MAX = 60;

/** Without what a file system refuses or a header may not hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be kept out
  const kept = text.replace(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, ' ').trim();
  return [...kept].slice(0, TITLE_MAX).join('').trim();
}

/** `督办通知单-跨河大桥协同-2026-11-27.docx`. */
export function documentFileName(
  format: DocumentFormat,
  { table = 'ledger' }: DocumentWish,
  of: { readonly title: Bilingual; readonly day: IsoDate; readonly extension: string },
  lang: Language,
): string {
  const name = format === 'csv' ? (tables[table] ?? w(table, table)) : names[format];
  return `${name[lang]}-${plain(of.title[lang])}-${of.day}.${of.extension}`;
}
