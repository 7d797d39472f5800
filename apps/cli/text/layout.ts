/** Plain text in columns, where a Chinese character is two columns wide. */
import type { Language } from '@gongze/domain/vocabulary/text';

export interface Page {
  readonly lang: Language;
  /** Columns of the page. */
  readonly width: number;
}

/** Ranges of characters that take two columns (East Asian Width W and F, and emoji). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zeroWidth = /\p{Mark}|[\u200b-\u200f\u2060\ufeff]/u;
/** Never at the beginning of a line in Chinese. */
const closing = /^[，。、；：！？）》〉】〕”’·%‰]/u;
/** Never at the end of one. */
const opening = /[（《〈【〔“‘]$/u;
/** Characters that could move the cursor or colour the terminal. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += wide.test(char) ? 2 : zeroWidth.test(char) ? 0 : 1;
  return width;
}

/** The text without what a terminal would obey: a case file is not to be trusted with the cursor. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(control, '\ufffd').trim();
}

/** Pieces between which a line may break: words, and single wide characters with the punctuation that clings to them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const raw of text.match(/\s+|[^\s]/gu) ?? []) {
    const last = pieces.at(-1);
    const joins =
      last !== undefined &&
      !/\s$/.test(last) &&
      !/^\s/.test(raw) &&
      ((!wide.test(raw) && !wide.test(last.at(-1) ?? '')) || closing.test(raw) || opening.test(last));
    if (joins) pieces[pieces.length - 1] = last + raw;
    else pieces.push(raw);
  }
  return pieces;
}

/** Lines no wider than `width`; a word that is wider is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const push = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  for (const piece of piecesOf(plain(text))) {
    if (line !== '' && widthOf(line) + widthOf(piece) > width) push();
    if (line === '' && /^\s/.test(piece)) continue;
    line += piece;
    while (widthOf(line) > width) {
      let cut = '';
      for (const char of line) {
        if (cut !== '' && widthOf(cut + char) > width) break;
        cut += char;
      }
      lines.push(cut);
      line = line.slice(cut.length);
    }
  }
  if (line !== '' || lines.length === 0) push();
  return lines;
}

/** Fills up with spaces to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

export interface Column {
  readonly title: string;
  /** Widest the column may become; the last column takes what is left. */
  readonly max?: number;
  readonly right?: boolean;
}

const linesOf = (cell = ''): string[] => cell.split('\n');

const GAP = 2;
const COLUMN_MIN = 8;

/** Widths that fit: what the cells need, at most `max`, the widest column giving way first. */
function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map(({ title, max = width }, index) =>
    Math.min(max, Math.max(widthOf(title), ...rows.flatMap((row) => linesOf(row[index]).map((line) => widthOf(plain(line)))))),
  );
  for (;;) {
    const total = widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
    const widest = Math.max(...widths);
    if (total <= width || widest <= COLUMN_MIN) return widths;
    const at = widths.lastIndexOf(widest);
    widths[at] = Math.max(COLUMN_MIN, widest - (total - width), secondWidest(widths, at));
    if (widths[at] === widest) widths[at] = widest - 1;
  }
}

function secondWidest(widths: readonly number[], except: number): number {
  return Math.max(0, ...widths.filter((_, index) => index !== except));
}

/** A table with a rule under its head. Cells wrap within their column, and break where they hold a line break. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columnWidths(columns, rows, width);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const column = widths[index] as number;
        return columns[index]?.right ? ' '.repeat(Math.max(0, column - widthOf(cell))) + cell : pad(cell, column);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const body = rows.flatMap((row) => {
    const wrapped = columns.map((_, index) => linesOf(row[index]).flatMap((text) => wrap(text, widths[index] as number)));
    const height = Math.max(...wrapped.map((cell) => cell.length));
    return Array.from({ length: height }, (_, at) => line(wrapped.map((cell) => cell[at] ?? '')));
  });
  return [line(columns.map(({ title }) => title)), line(widths.map((column) => '─'.repeat(column))), ...body];
}
