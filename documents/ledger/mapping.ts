/** Which column of somebody's ledger means what: guessed from its headings, then said by whoever imports it. */
import { type Column, dutyColumns, type DutyKey } from './columns.ts';
import { type CellValue, columnName, type Sheet } from './table.ts';

/** What was said: a column by its letter or its heading, and what it means; `null` leaves it out. */
export type MappingWish = Readonly<Record<string, DutyKey | null>>;

export interface MappedColumn {
  /** `A`, `B`, … */
  readonly column: string;
  readonly heading: string;
  readonly key: DutyKey | null;
  /** How it is known. */
  readonly by: 'given' | 'heading' | 'alias' | null;
}

const keyOf = (text: CellValue | undefined): string =>
  String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：]+/g, '');
const withoutBrackets = (text: string): string => text.replace(/[（(].*?[）)]/g, '');

function columnOf(heading: string, by: 'heading' | 'alias', columns: readonly Column<DutyKey>[]): DutyKey | undefined {
  return columns.find(({ heading: own, aliases }) =>
    by === 'heading' ? [keyOf(own.zh), keyOf(own.en)].includes(heading) : aliases.some((alias) => keyOf(alias) === heading),
  )?.key;
}

/** Meaning of each heading; a meaning that two headings claim goes to the better match, then to the first. */
export function guessMapping(headings: readonly CellValue[], wish: MappingWish = {}): readonly MappedColumn[] {
  const columns: readonly Column<DutyKey>[] = dutyColumns;
  const taken = new Set<DutyKey>();
  const mapped: MappedColumn[] = headings.map((heading, index) => {
    const own = { column: columnName(index), heading: String(heading ?? '') };
    const said = Object.entries(wish).find(([name]) => name.toUpperCase() === own.column || keyOf(name) === keyOf(heading));
    if (said === undefined) return { ...own, key: null, by: null };
    if (said[1] !== null) taken.add(said[1]);
    return { ...own, key: said[1], by: 'given' };
  });
  const steps = [
    ['heading', keyOf],
    ['alias', keyOf],
    ['heading', (text: CellValue) => withoutBrackets(keyOf(text))],
    ['alias', (text: CellValue) => withoutBrackets(keyOf(text))],
  ] as const;
  for (const [by, read] of steps) {
    for (const [index, column] of mapped.entries()) {
      if (column.by !== null) continue;
      const key = columnOf(read(column.heading), by, columns);
      if (key === undefined || taken.has(key)) continue;
      taken.add(key);
      mapped[index] = { ...column, key, by };
    }
  }
  return mapped;
}

/** Rows that are looked at for headings: titles and notes stand above them. */
const HEADING_ROWS = 20;

export interface FoundTable {
  readonly sheet: Sheet;
  readonly headingRow: number;
  readonly mapping: readonly MappedColumn[];
}

const score = (mapping: readonly MappedColumn[]): number => mapping.filter(({ key }) => key !== null).length;
export const isMapped = (mapping: readonly MappedColumn[], ...keys: readonly DutyKey[]): boolean =>
  mapping.some(({ key }) => key !== null && keys.includes(key));

/** The sheet and row whose headings are understood best; at least a title and somebody who answers for it. */
export function findTable(sheets: readonly Sheet[], wish: MappingWish = {}): FoundTable | undefined {
  let best: FoundTable | undefined;
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows.slice(0, HEADING_ROWS).entries()) {
      const mapping = guessMapping(cells, wish);
      const complete = isMapped(mapping, 'title.zh', 'title.en') && isMapped(mapping, 'liable', 'lead');
      if (complete && (best === undefined || score(mapping) > score(best.mapping))) best = { sheet, headingRow: row, mapping };
    }
  }
  return best;
}
