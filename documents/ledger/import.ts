/**
 * A ledger that somebody hands in, as what recording it would add to the case. Nothing is recorded here: the result is
 * shown, and the events go the way of all events. One fault in one cell, and there are no events at all.
 */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { NewEvent } from '@gongze/application/commands/new-event';
import { decodeText } from '../intake/decode.ts';
import { openFile } from '../intake/container.ts';
import { type FileRefusal, LEDGER_ROWS_MAX, refuse, refuseColumns, refuseRows } from '../intake/refusal.ts';
import type { CaseSource } from '../source.ts';
import { actorNames } from './actors.ts';
import { dutyColumns, powerColumns, sheetNames, yardstickColumns } from './columns.ts';
import { readCsv } from './csv.ts';
import type { RowFault } from './faults.ts';
import { findTable, type MappedColumn, type MappingWish } from './mapping.ts';
import { type Details, draftRows, type PreviewRow } from './draft.ts';
import { ownLayout, readTable } from './rows.ts';
import type { Sheet } from './table.ts';
import { readWorkbook } from './xlsx.ts';

export interface LedgerImport {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The case that it is imported into: what is known already is not recorded again. */
  readonly source: CaseSource;
  /** Day that events without a day of their own happened on. */
  readonly on: IsoDate;
  /** Meanings of columns that the reader knows better than their headings say. */
  readonly mapping?: MappingWish;
  /** Names of actors that the case does not know yet. */
  readonly actors?: Readonly<Record<string, Bilingual>>;
}

export interface LedgerPreview {
  readonly ok: true;
  readonly sheet: string;
  /** From 1. */
  readonly headingRow: number;
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly PreviewRow[];
  readonly faults: readonly RowFault[];
  /** In the order of the rows; empty if there is a fault. */
  readonly events: readonly NewEvent[];
}

/** Reads and judges. Throws nothing on account of the file. Cost: linear in its cells. */
export async function previewLedger(input: LedgerImport): Promise<LedgerPreview | FileRefusal> {
  const read = await readSheets(input.bytes, input.fileName);
  if ('refusal' in read) return read;
  const table = findTable(read.sheets, input.mapping);
  if (table === undefined) return refuseColumns([needed('title.zh'), needed('liable')], firstTexts(read.sheets));
  const { sheet, headingRow, mapping } = table;
  const dataRows = sheet.rows.length - headingRow - 1;
  if (dataRows > LEDGER_ROWS_MAX) return refuseRows(dataRows);
  const duties = readTable(sheet, { headingRow, keys: mapping.map(({ key }) => key), columns: dutyColumns });
  const names = actorNames(input.source.situation, input.actors);
  const details = readDetails(read.sheets, sheet);
  const { rows, faults } = draftRows(duties, details, { source: input.source, names, on: input.on });
  const all = [...duties.faults, ...details.faults, ...faults].sort((a, b) => a.row - b.row);
  return {
    ok: true,
    sheet: sheet.name,
    headingRow: headingRow + 1,
    columns: mapping,
    rows,
    faults: all,
    events: all.length > 0 ? [] : rows.flatMap(({ events }) => events),
  };
}

function needed(key: string): Bilingual {
  return dutyColumns.find((column) => column.key === key)?.heading ?? { zh: key, en: key };
}

function firstTexts(sheets: readonly Sheet[]): string[] {
  const row = sheets
    .flatMap(({ rows }) => rows.slice(0, 20))
    .find((cells) => cells.filter((cell) => cell !== null && cell !== '').length > 1);
  return (row ?? sheets[0]?.rows[0] ?? []).filter((cell) => cell !== null && cell !== '').map(String);
}

async function readSheets(bytes: Uint8Array, fileName: string): Promise<{ readonly sheets: readonly Sheet[] } | FileRefusal> {
  const opened = openFile(bytes);
  if (!opened.ok) return opened;
  switch (opened.kind) {
    case 'workbook': {
      const read = await readWorkbook(bytes);
      return 'cause' in read ? refuse('damaged', read.cause) : read;
    }
    case 'text': {
      if (!/\.(csv|tsv|txt)$/i.test(fileName)) return refuse(/\.xls[xmb]?$/i.test(fileName) ? 'damaged' : 'unknownKind');
      const text = decodeText(bytes);
      return text === undefined ? refuse('notText') : { sheets: [readCsv(text, fileName)] };
    }
    case 'wordDocument':
    case 'pdf':
      return refuse('unknownKind');
    default:
      return opened.kind satisfies never;
  }
}

/** The sheets of yardsticks and powers, if the workbook is one of ours. */
function readDetails(sheets: readonly Sheet[], duties: Sheet): Details {
  const named = ({ zh, en }: Bilingual): Sheet | undefined =>
    sheets.find((sheet) => sheet !== duties && (sheet.name === zh || sheet.name === en));
  const yardsticks = named(sheetNames.yardsticks);
  const powers = named(sheetNames.powers);
  const ownYardsticks = yardsticks && readTable(yardsticks, ownLayout(yardsticks, yardstickColumns));
  const ownPowers = powers && readTable(powers, ownLayout(powers, powerColumns));
  return {
    yardsticks: ownYardsticks,
    powers: ownPowers,
    faults: [...(ownYardsticks?.faults ?? []), ...(ownPowers?.faults ?? [])],
  };
}
