/**
 * Tables from CSV (RFC 4180): a header, then one case a line; the first column holds the names of the cases. Empty cells and
 * NA are unknown. A byte order mark, either line end, and quotes are understood; the separator is a comma.
 */
import { type Answer, answered, listed, refused } from '../answer.ts';
import { type CaseTable, caseTable } from './table.ts';

export interface Line {
  readonly number: number;
  readonly fields: readonly string[];
}

/** Fields of every line that is not empty. Refuses: `unclosedQuote`. */
export function csvLines(text: string): Answer<Line[]> {
  const lines: Line[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let wasQuoted = false;
  let number = 1;
  let startedOn = 1;
  const endField = (): void => {
    fields.push(wasQuoted ? field : field.trim());
    field = '';
    wasQuoted = false;
  };
  const endLine = (): void => {
    endField();
    if (fields.length > 1 || fields[0] !== '') lines.push({ number: startedOn, fields });
    fields = [];
  };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '\n') number += 1;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') field += text[(at += 1)];
      else quoted = false;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      quoted = true;
      wasQuoted = true;
    } else if (character === ',') endField();
    else if (character === '\n') {
      endLine();
      startedOn = number;
    } else if (character !== '\r') field += character;
  }
  if (quoted)
    return refused(
      'unclosedQuote',
      `第${startedOn}行的引号没有结束。请补上引号。`,
      `The quotation mark on line ${startedOn} is never closed. Close it.`,
    );
  endLine();
  return answered(lines);
}

const unknown = new Set(['', 'NA', 'na', 'N/A', 'NaN', 'nan', 'null']);
const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A cell as a number; `null` where it is unknown, `undefined` where it is something else. */
export function cellValue(field: string): number | null | undefined {
  const text = field.trim();
  if (unknown.has(text)) return null;
  return number.test(text) ? Number(text) : undefined;
}

export interface CsvOptions {
  /** Columns that have to be numbers; without them every column that holds only numbers is kept and the others left out. */
  readonly wanted?: readonly string[];
}

/**
 * Reads a table. Where the first column is itself wanted, there are no names, and the cases are called by their place: 1, 2, 3 …
 *
 * Refuses: `emptyTable`, `unevenRow`, `unclosedQuote`, `nameless`, `duplicateCase`, `duplicateColumn`, `unknownColumn`, `notNumber`.
 */
export function tableFromCsv(text: string, options: CsvOptions = {}): Answer<CaseTable> {
  const read = csvLines(text);
  if (!read.ok) return read;
  const [header, ...rows] = read.value;
  if (header === undefined || rows.length === 0)
    return refused(
      'emptyTable',
      '文件没有数据行。第一行应为列名，其后每行一个案例。',
      'The file holds no rows. The first line names the columns; every line after it is a case.',
    );
  const uneven = rows.find(({ fields }) => fields.length !== header.fields.length);
  if (uneven !== undefined)
    return refused(
      'unevenRow',
      `第${uneven.number}行有${uneven.fields.length}个单元格，列名却有${header.fields.length}个。请补齐或删去多余的逗号。`,
      `Line ${uneven.number} has ${uneven.fields.length} cells, but there are ${header.fields.length} column names. Fill it up, or remove a comma.`,
    );
  const wanted = options.wanted && new Set(options.wanted);
  const named = !(wanted?.has(header.fields[0] as string) ?? false);
  const nameless = named ? rows.filter(({ fields }) => (fields[0] as string).trim() === '') : [];
  if (nameless.length > 0)
    return refused(
      'nameless',
      `第${nameless[0]?.number}行没有案例名称。第一列须写明案例名称。`,
      `Line ${nameless[0]?.number} names no case. The first column has to name it.`,
    );
  const cases = rows.map(({ fields }, index) => (named ? (fields[0] as string) : String(index + 1)));
  return withNumbers(header.fields, rows, cases, named ? 1 : 0, wanted);
}

function withNumbers(
  header: readonly string[],
  rows: readonly Line[],
  cases: readonly string[],
  from: number,
  wanted: ReadonlySet<string> | undefined,
): Answer<CaseTable> {
  const missing = [...(wanted ?? [])].filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const absent = listed(missing);
    const known = listed(header.slice(from));
    return refused(
      'unknownColumn',
      `没有这些列：${absent.zh}。现有的列：${known.zh}。`,
      `There is no column ${absent.en}. The columns are: ${known.en}.`,
      missing.map((name) => ({ column: name })),
    );
  }
  const columns: { name: string; values: (number | null)[] }[] = [];
  for (let at = from; at < header.length; at += 1) {
    const name = header[at] as string;
    if (wanted && !wanted.has(name)) continue;
    const values = rows.map(({ fields }) => cellValue(fields[at] as string));
    const wrong = values.indexOf(undefined);
    if (wrong < 0) columns.push({ name, values: values as (number | null)[] });
    else if (wanted) {
      const cell = rows[wrong]?.fields[at] ?? '';
      return refused(
        'notNumber',
        `第${rows[wrong]?.number}行“${name}”列的“${cell}”不是数字。请改为数字；未知的请留空。`,
        `"${cell}" on line ${rows[wrong]?.number}, column "${name}", is not a number. Write a number, or leave the cell empty if it is unknown.`,
        [{ case: cases[wrong] as string, column: name }],
      );
    }
  }
  return caseTable(cases, columns);
}
