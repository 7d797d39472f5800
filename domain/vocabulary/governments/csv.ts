/**
 * Comma-separated text as RFC 4180 has it: quoted fields may hold commas, line ends and doubled quotes. Lines end in
 * LF or CRLF, empty lines are skipped, a byte order mark is dropped. Nothing is guessed: no other separator, no comments.
 */
export interface CsvRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvFault = { readonly line: number; readonly fault: 'quoteNotClosed' | 'textAfterQuote' | 'quoteInside' };

/** Rows in order, or the first fault: after a wrong quote the rest of the text has no certain meaning. Linear. */
export function csvRows(text: string): readonly CsvRow[] | CsvFault {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  while (position <= text.length) {
    const field = text[position] === '"' ? quoted(text, position) : plain(text, position);
    if ('fault' in field) return { line: line + lineEndsIn(text, position, field.at), fault: field.fault };
    cells.push(field.value);
    line += lineEndsIn(text, position, field.end);
    position = field.end;
    if (text[position] === ',') {
      position += 1;
      continue;
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
    position += text[position] === '\r' ? 2 : 1;
    line += 1;
    rowLine = line;
  }
  return rows;
}

type Field = { readonly value: string; readonly end: number } | { readonly fault: CsvFault['fault']; readonly at: number };

function endsRow(text: string, position: number): boolean {
  return position >= text.length || text[position] === '\n' || (text[position] === '\r' && text[position + 1] === '\n');
}

function plain(text: string, start: number): Field {
  let end = start;
  while (text[end] !== ',' && !endsRow(text, end)) {
    if (text[end] === '"') return { fault: 'quoteInside', at: end };
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

function quoted(text: string, start: number): Field {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return { fault: 'quoteNotClosed', at: start };
  const end = close + 1;
  if (text[end] !== ',' && !endsRow(text, end)) return { fault: 'textAfterQuote', at: end };
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end };
}

/** Looks only at the field: a search to the next line end would make one very long line quadratic. */
function lineEndsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (text[at] === '\n') count += 1;
  return count;
}
