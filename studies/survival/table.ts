/** Tables of durations: like tables of cases, but columns may hold text, and the same case may stand in several rows. */
import { listed, repeated } from '../comparison/answer.ts';
import { csvLines } from '../comparison/matrix/csv.ts';
import { answered, refused, type SurvivalAnswer } from './answer.ts';

export interface SurvivalTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

const unknown = new Set(['', 'NA', 'na', 'N/A', 'NaN', 'nan', 'null']);

export function isUnknown(cell: string): boolean {
  return unknown.has(cell);
}

/** Reads a table (RFC 4180, a header first). Refuses: `emptyTable`, `unevenRow`, `unclosedQuote`, `duplicateColumn`. */
export function survivalTable(text: string): SurvivalAnswer<SurvivalTable> {
  const read = csvLines(text);
  if (!read.ok) {
    const { zh, en } = read.refusal.text;
    return refused('unclosedQuote', zh, en);
  }
  const [header, ...rows] = read.value;
  if (header === undefined || rows.length === 0)
    return refused(
      'emptyTable',
      '文件没有数据行。第一行应为列名，其后每行一次观察。',
      'The file holds no rows. The first line names the columns; every line after it is an observation.',
    );
  const width = header.fields.length;
  const uneven = rows.find(({ fields }) => fields.length !== width);
  if (uneven !== undefined)
    return refused(
      'unevenRow',
      `第${uneven.number}行有${uneven.fields.length}个单元格，列名却有${width}个。请补齐或删去多余的逗号。`,
      `Line ${uneven.number} has ${uneven.fields.length} cells, but there are ${width} column names. Fill it up, or remove a comma.`,
    );
  const twice = repeated(header.fields);
  if (twice.length > 0) {
    const names = listed(twice);
    return refused(
      'duplicateColumn',
      `列名重复：${names.zh}。请为每一列另取名称。`,
      `Column names occur twice: ${names.en}. Give every column a name of its own.`,
      twice,
    );
  }
  const columns = header.fields.map((name, at) => [name, rows.map(({ fields }) => (fields[at] as string).trim())] as const);
  return answered({ rows: rows.length, columns: new Map(columns) });
}

/** Cells of the named column. Refuses: `unknownColumn`, naming those that there are. */
export function cellsOf({ columns }: SurvivalTable, name: string): SurvivalAnswer<readonly string[]> {
  const found = columns.get(name);
  if (found !== undefined) return answered(found);
  const known = listed([...columns.keys()]);
  return refused(
    'unknownColumn',
    `没有名为“${name}”的列。现有的列：${known.zh}。`,
    `There is no column "${name}". The columns are: ${known.en}.`,
    [name],
  );
}

/** Only the rows whose cells are as named. Refuses: `unknownColumn`, `nothingLeft`. */
export function rowsWhere(table: SurvivalTable, wanted: Readonly<Record<string, string>>): SurvivalAnswer<SurvivalTable> {
  const conditions: { readonly cells: readonly string[]; readonly value: string }[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const cells = cellsOf(table, name);
    if (!cells.ok) return cells;
    conditions.push({ cells: cells.value, value });
  }
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row += 1) if (conditions.every(({ cells, value }) => cells[row] === value)) kept.push(row);
  if (kept.length === 0) return refused('nothingLeft', '没有符合 --where 的行。', 'No row is as --where asks.');
  const columns = [...table.columns].map(([name, cells]) => [name, kept.map((row) => cells[row] as string)] as const);
  return answered({ rows: kept.length, columns: new Map(columns) });
}
