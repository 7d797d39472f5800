/** Columns of a table as numbers and as codes of their levels. */
import { cellValue } from '../comparison/matrix/csv.ts';
import { answered, refused, type SurvivalAnswer } from './answer.ts';
import { isUnknown } from './table.ts';

/** Which group a row belongs to: a code from 0, and the name of each. */
export interface Grouping {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Numbers rise; anything else stands in the order in which it first occurs. */
export function levelsOf(cells: readonly string[]): string[] {
  const levels = [...new Set(cells)].filter((cell) => !isUnknown(cell));
  const numbers = levels.map(cellValue);
  if (numbers.some((value) => typeof value !== 'number')) return levels;
  return levels.sort((a, b) => Number(a) - Number(b));
}

/** Rows by their levels in one or several columns; of several, every combination that occurs is a group. */
export function groupingOf(columns: readonly { readonly name: string; readonly cells: readonly string[] }[], rows: number): Grouping {
  const codes = new Int32Array(rows);
  if (columns.length === 0) return { codes, labels: ['all'] };
  const places = columns.map(({ cells }) => new Map(levelsOf(cells).map((level, at) => [level, at])));
  const found = new Map<string, { readonly places: readonly number[]; readonly label: string; readonly rows: number[] }>();
  for (let row = 0; row < rows; row += 1) {
    const key = columns.map(({ cells }) => cells[row]).join('\u0000');
    const group = found.get(key);
    if (group !== undefined) group.rows.push(row);
    else {
      const label = columns.map(({ name, cells }) => `${name}=${cells[row]}`).join(', ');
      found.set(key, { places: columns.map(({ cells }, at) => places[at]?.get(cells[row] as string) ?? 0), label, rows: [row] });
    }
  }
  const sorted = [...found.values()].sort((a, b) => {
    const at = a.places.findIndex((place, index) => place !== b.places[index]);
    return at < 0 ? 0 : (a.places[at] as number) - (b.places[at] as number);
  });
  for (const [code, group] of sorted.entries()) for (const row of group.rows) codes[row] = code;
  return { codes, labels: sorted.map(({ label }) => label) };
}

/** A column of numbers. Refuses: `notNumber`, naming the first cell that is none. */
export function numbersOf(name: string, cells: readonly string[]): SurvivalAnswer<Float64Array> {
  const values = new Float64Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    const value = cellValue(cell);
    if (typeof value !== 'number')
      return refused(
        'notNumber',
        `“${name}”列中的“${cell}”不是数字。请改为数字；未知的请留空。`,
        `"${cell}" in column "${name}" is not a number. Write a number, or leave the cell empty if it is unknown.`,
        [name],
      );
    values[row] = value;
  }
  return answered(values);
}

const yes = new Set(['1', 'true', 'TRUE', 'T', 'yes']);
const no = new Set(['0', 'false', 'FALSE', 'F', 'no']);

/**
 * Whether it happened: 0 and 1 (or true and false), or 1 and 2 where 2 means that it did, as survival data are often coded.
 * With `value` it happened where the cell is that. Refuses: `badEvent`.
 */
export function eventsOf(name: string, cells: readonly string[], value?: string): SurvivalAnswer<{ events: Int32Array; oneTwo: boolean }> {
  const events = new Int32Array(cells.length);
  const kinds = new Set(cells);
  if (value !== undefined) {
    for (const [row, cell] of cells.entries()) events[row] = Number(cell === value);
    return answered({ events, oneTwo: false });
  }
  const oneTwo = kinds.has('2') && [...kinds].every((kind) => kind === '1' || kind === '2');
  for (const [row, cell] of cells.entries()) {
    if (oneTwo ? cell === '2' : yes.has(cell)) events[row] = 1;
    else if (!oneTwo && !no.has(cell))
      return refused(
        'badEvent',
        `“${name}”列中的“${cell}”看不出事件是否发生。请用0（未发生）与1（已发生），用 --event-value 指定表示发生的值；若有多种结局，请用 --competing。`,
        `"${cell}" in column "${name}" does not say whether it happened. Write 0 (not yet) and 1 (happened), name the value that means it happened with --event-value, or use --competing for several kinds of event.`,
        [name],
      );
  }
  return answered({ events, oneTwo });
}

/** Kinds of events: 0 (or "censored") means none, every other value is a kind, in the order of levels. */
export function causesOf(cells: readonly string[]): { readonly events: Int32Array; readonly causes: readonly string[] } {
  const censored = new Set(['0', 'censor', 'censored', 'FALSE', 'false']);
  const causes = levelsOf(cells).filter((level) => !censored.has(level));
  const codeOf = new Map(causes.map((cause, at) => [cause, at + 1]));
  return { events: Int32Array.from(cells, (cell) => codeOf.get(cell) ?? 0), causes };
}
