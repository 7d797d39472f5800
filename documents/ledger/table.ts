/** A sheet as rows of cells: the port between the ledger and the library that reads and writes workbooks. */

/** A day without time, from a cell that the program knows as a date. */
export type CellValue = string | number | boolean | Date | null;

export interface SheetRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Rows and columns count from 0. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merged: readonly SheetRange[];
  /** Cells that hold a formula, as `row,column`. */
  readonly formulas: ReadonlySet<string>;
}

export interface SheetToWrite {
  readonly name: string;
  /** Columns that a print shows, from the left. */
  readonly printedColumns: number;
  readonly headings: readonly {
    readonly text: string;
    readonly width: number;
    readonly computed: boolean;
    readonly choices?: readonly string[];
  }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** `A`, `Z`, `AA`: the name of a column as spreadsheet programs show it. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `B3`, or `B3:B5`. */
export function rangeName({ firstRow, firstColumn, lastRow, lastColumn }: SheetRange): string {
  const first = `${columnName(firstColumn)}${firstRow + 1}`;
  const last = `${columnName(lastColumn)}${lastRow + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/**
 * Text as a document can hold it: line ends are `\n`, no control characters, no blanks around. What a cell says is
 * compared in this form, so that going through a file changes nothing.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .trim();
}
