/** CSV as RFC 4180 has it, with the separators that spreadsheet programs choose by country. */
import { parseCsv } from 'hucre/csv';
import type { CellValue, Sheet } from './table.ts';

/** A cell that a spreadsheet program would take for a formula. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t]/;
/** The mark that `csvText` puts before such a cell. */
const GUARDED = /^'(?='*[=+\-@\t])/;

/** A table of texts. The separator is the one of comma, semicolon and tab that the first line has most of, outside quotes. */
export function readCsv(text: string, name: string): Sheet {
  const plain = text.replace(/^\ufeff/, '');
  const rows: readonly (readonly CellValue[])[] = parseCsv(plain, { delimiter: separatorOf(plain) });
  return {
    name,
    rows: rows.map((row) => row.map((value) => (typeof value === 'string' ? value.replace(GUARDED, '') : value))),
    merged: [],
    formulas: new Set(rows.flatMap((row, at) => row.flatMap((value, column) => (isFormula(value) ? [`${at},${column}`] : [])))),
  };
}

/** In a CSV file `=` at the start is a formula somebody saved; `-` and `+` also begin numbers and lists. */
function isFormula(value: CellValue | undefined): boolean {
  return typeof value === 'string' && /^=\s*[A-Za-z(+\-@"\d]/.test(value);
}

function separatorOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, own) => (count(own) > count(best) ? own : best));
}

/**
 * CSV with a byte order mark, so that Excel reads it as UTF-8. A text that a spreadsheet program would run as a formula gets
 * an apostrophe before it (CWE-1236), which reading takes away again.
 */
export function csvText(rows: readonly (readonly CellValue[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return String(value);
  const safe = LOOKS_LIKE_FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
