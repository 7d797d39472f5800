/** Workbooks by the library hucre; nothing else of the product knows it. */
import { HucreError } from 'hucre';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { type CellValue, columnName, type Sheet, type SheetToWrite } from './table.ts';

/** Excel reads `_x0041_` in a text as the character of that number; a text that happens to look so is escaped. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Visible sheets. `undefined` for a file that the library cannot read, with what it said. */
export async function readWorkbook(bytes: Uint8Array): Promise<{ readonly sheets: readonly Sheet[] } | { readonly cause: unknown }> {
  try {
    const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true });
    return {
      sheets: sheets.map(({ name, rows, merges = [], cells }) => ({
        name,
        rows,
        merged: merges.map((own) => ({
          firstRow: own.startRow,
          firstColumn: own.startCol,
          lastRow: own.endRow,
          lastColumn: own.endCol,
        })),
        formulas: new Set([...(cells ?? [])].filter(([, cell]) => cell.formula !== undefined).map(([key]) => key)),
      })),
    };
  } catch (cause) {
    // Whatever a library throws on a file of unknown origin is a fault of the file.
    if (cause instanceof HucreError || cause instanceof RangeError || cause instanceof TypeError) return { cause };
    throw cause;
  }
}

const FONT = 'Arial';
const FONT_POINTS = 10;
const LINE_POINTS = 13;
/** The largest that a row can be. */
const HEIGHT_POINTS_MAX = 409;
const HEADING = 'D9E2F3';
const COMPUTED = 'EDEDED';
/** Rows below the last one that offer the same choices, for duties that are added by hand. */
const SPARE_ROWS = 500;

function escaped(value: CellValue): CellValue {
  return typeof value === 'string' ? value.replace(LOOKS_ESCAPED, '_x005F_') : value;
}

/** A workbook with one heading row a sheet, which stays in view; columns that are computed are grey. */
export async function writeWorkbook(sheets: readonly SheetToWrite[], title: string): Promise<Uint8Array> {
  return writeXlsx({
    properties: { title, creator: 'Gongze 共责' },
    defaultFont: { name: FONT, size: FONT_POINTS },
    sheets: sheets.map(({ name, headings, rows, printedColumns }) => ({
      name,
      columns: headings.map(({ width }) => ({ width })),
      rows: [headings.map(({ text }) => escaped(text)), ...rows.map((row) => row.map(escaped))],
      cells: new Map([
        ...headings.map(({ text, computed }, column): [string, object] => [`0,${column}`, headingCell(text, computed)]),
        ...rows.flatMap((row, at) =>
          row.map((value, column): [string, object] => [`${at + 1},${column}`, value instanceof Date ? dateCell(value) : plainCell(value)]),
        ),
      ]),
      rowDefs: new Map([headings.map(({ text }) => text), ...rows].map((row, at) => [at, { height: heightOf(row, headings) }])),
      freezePane: { rows: 1, columns: 2 },
      dataValidations: headings.flatMap(({ choices }, column) =>
        choices === undefined
          ? []
          : [{ type: 'list' as const, values: [...choices], allowBlank: true, range: columnRange(column, rows.length + SPARE_ROWS) }],
      ),
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '$1:$1',
        printArea: `$A$1:$${columnName(printedColumns - 1)}$${rows.length + 1}`,
      },
    })),
  });
}

/** Height for the wrapped texts of a row, in points: programs that open the file do not all work it out themselves. */
function heightOf(row: readonly CellValue[], headings: SheetToWrite['headings']): number {
  const lines = row.map((value, column) => {
    const width = (headings[column]?.width ?? 10) - 1;
    const units = (text: string): number => [...text].reduce((sum, own) => sum + (own > '\u2e7f' ? 2 : 1.1), 0);
    return typeof value === 'string' ? value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(units(line) / width)), 0) : 1;
  });
  return Math.min(HEIGHT_POINTS_MAX, Math.max(1, ...lines) * LINE_POINTS + 2);
}

function headingCell(text: string, computed: boolean): object {
  return {
    value: escaped(text),
    type: 'string',
    style: {
      font: { name: FONT, size: FONT_POINTS, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: computed ? COMPUTED : HEADING } },
      alignment: { vertical: 'center', wrapText: true },
    },
  };
}

function plainCell(value: CellValue): object {
  return { value: escaped(value), style: { alignment: { vertical: 'top', wrapText: true } } };
}

function dateCell(value: Date): object {
  return { value, type: 'date', style: { numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top', horizontal: 'left' } } };
}

function columnRange(column: number, lastRow: number): string {
  return `${columnName(column)}2:${columnName(column)}${lastRow + 1}`;
}
