/** The rows of a table by what their columns mean, with the faults that lie in the sheet itself: merged cells and formulas. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Cells } from './cells.ts';
import type { Column } from './columns.ts';
import { type CellFault, faultMessage, type RowFault } from './faults.ts';
import { columnName, rangeName, type Sheet } from './table.ts';

export interface TableRow<K extends string> {
  /** From 0. */
  readonly row: number;
  readonly cells: Cells<K>;
}

export interface ReadTable<K extends string> {
  readonly rows: readonly TableRow<K>[];
  readonly faults: readonly RowFault[];
  /** Meanings that have a column. */
  readonly keys: ReadonlySet<K>;
  /** Places a fault of a row. */
  readonly placed: (row: number, fault: CellFault) => RowFault;
}

export interface TableLayout<K extends string> {
  readonly headingRow: number;
  /** Meaning of each column. */
  readonly keys: readonly (K | null)[];
  readonly columns: readonly Column<K>[];
}

export function readTable<K extends string>(sheet: Sheet, { headingRow, keys, columns }: TableLayout<K>): ReadTable<K> {
  const known = new Map<string, Column<K>>(columns.map((column) => [column.key, column]));
  const placed = (row: number, fault: CellFault): RowFault => {
    const at = keys.indexOf(fault.key as K);
    const column = at < 0 ? '' : columnName(at);
    const place = at < 0 ? '' : `${column}${row + 1}`;
    const heading: Bilingual = known.get(fault.key)?.heading ?? { zh: fault.key, en: fault.key };
    return {
      kind: fault.kind,
      sheet: sheet.name,
      row: row + 1,
      column,
      field: fault.key,
      found: fault.found,
      message: faultMessage(fault, heading, place),
    };
  };
  const read = (key: K | null): key is K => key !== null && known.get(key)?.computed === false;
  const rows: TableRow<K>[] = [];
  const faults: RowFault[] = mergedFaults(sheet, headingRow, keys, placed);
  for (const [row, values] of sheet.rows.entries()) {
    if (row <= headingRow) continue;
    const cells: { [key in K]?: TableRow<K>['cells'][K] } = {};
    for (const [index, key] of keys.entries()) {
      const value = values[index];
      if (!read(key)) continue;
      if (sheet.formulas.has(`${row},${index}`)) faults.push(placed(row, { kind: 'formula', key, found: String(value ?? '') }));
      if (value !== null && value !== undefined && value !== '') cells[key] = value;
    }
    if (Object.values(cells).some((value) => String(value).trim() !== '')) rows.push({ row, cells });
  }
  return { rows, faults, keys: new Set(keys.filter((key) => key !== null)), placed };
}

function mergedFaults<K extends string>(
  sheet: Sheet,
  headingRow: number,
  keys: readonly (K | null)[],
  placed: ReadTable<K>['placed'],
): RowFault[] {
  return sheet.merged.flatMap((range) => {
    // A title across the page above the headings is no part of the table.
    if (range.lastRow < headingRow) return [];
    const key = keys.slice(range.firstColumn, range.lastColumn + 1).find((own) => own !== null);
    return key === undefined || key === null ? [] : [placed(range.firstRow, { kind: 'mergedCells', key, found: rangeName(range) })];
  });
}

/** Columns of a sheet that the product wrote itself: its headings are known in both languages. */
export function ownLayout<K extends string>(sheet: Sheet, columns: readonly Column<K>[]): TableLayout<K> {
  const headings = sheet.rows[0] ?? [];
  const keyOf = (text: string): K | null => columns.find(({ heading }) => heading.zh === text || heading.en === text)?.key ?? null;
  return { headingRow: 0, keys: headings.map((heading) => keyOf(String(heading ?? '').trim())), columns };
}
