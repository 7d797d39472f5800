/** Documents in and out: what people hand in, and what they take away. Nothing here records anything. */
export type { FileRefusal, FileRefusalKind } from './intake/refusal.ts';
export { dutyColumns, type DutyKey } from './ledger/columns.ts';
export { ledgerCsv, ledgerTables, ledgerWorkbook } from './ledger/export.ts';
export type { RowFault, RowFaultKind } from './ledger/faults.ts';
export { type LedgerImport, type LedgerPreview, previewLedger } from './ledger/import.ts';
export type { MappedColumn, MappingWish } from './ledger/mapping.ts';
export type { PreviewRow } from './ledger/draft.ts';
export type { DocumentAnswer, DocumentNumber, DocumentRefusalKind, OfficialDocument } from './official/content.ts';
export { type LetterRequest, letterOf } from './official/letter.ts';
export { type MinutesRequest, minutesOf, numberIn } from './official/minutes.ts';
export { type NoticeRequest, noticeOf } from './official/notice.ts';
export { officialDocx } from './official/write.ts';
export { type CaseSource, caseSource } from './source.ts';
export { type ModelEndpoint, openAiReader } from './model/openAiReader.ts';
export { type TextFault, type TextOf, textOf } from './text.ts';
