/** From text to raw facts: one JSON document with a list of facts, or JSON Lines with one fact a line. */
import { expected, faultMessage, syntaxExpectations } from '../messages.ts';
import { excerptOf, type FaultList, type InputFault, pointerOf } from './faults.ts';
import { type Offence, scanJson } from './scan.ts';

/** A piece of the text that is JSON by itself. */
export interface Document {
  readonly text: string;
  /** Line of its first character. */
  readonly line: number;
  readonly value: unknown;
}

/** True if each line seems to be a document by itself. */
function isJsonLines(text: string, fileName: string): boolean {
  if (/\.(jsonl|ndjson)$/i.test(fileName)) return true;
  const lines = /^\s*(\{[^\n]*\})[ \t\r]*\n\s*\{/.exec(text);
  return lines !== null;
}

/** Line and column of an offset; both count from 1. */
function placeOf(text: string, offset: number, firstLine: number): { line: number; column: number } {
  let line = firstLine;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

function offenceFault(offence: Offence, text: string, firstLine: number, file: string, nestingMax: number): InputFault {
  const place = placeOf(text, offence.offset, firstLine);
  const right =
    offence.kind === 'syntax'
      ? syntaxExpectations[offence.expected]
      : offence.kind === 'tooDeep'
        ? expected.nesting(nestingMax)
        : offence.kind === 'duplicateField'
          ? expected.once(offence.name)
          : expected.exactInteger;
  const found =
    offence.kind === 'syntax'
      ? foundAt(text, offence.offset)
      : offence.kind === 'integerTooLarge'
        ? offence.text
        : offence.kind === 'duplicateField'
          ? excerptOf(offence.name)
          : '';
  const path = 'path' in offence ? pointerOf(offence.path) : '';
  return { kind: offence.kind, file, ...place, path, expected: right, found, message: faultMessage(offence.kind, path, right, found) };
}

function foundAt(text: string, offset: number): string {
  const word = /^(?:[\w.+-]{1,40}|[\s\S])/u.exec(text.slice(offset, offset + 42));
  return word === null ? 'end of file' : excerptOf(word[0]);
}

function parsePiece(text: string, line: number, file: string, nestingMax: number, faults: FaultList<InputFault>): Document | undefined {
  const report = (offence: Offence): void => faults.add(offenceFault(offence, text, line, file, nestingMax));
  const before = faults.total;
  const end = scanJson(text, { nestingMax, onOffence: report });
  if (end !== undefined) report(end);
  if (faults.total > before) return undefined;
  return { text, line, value: JSON.parse(text) as unknown };
}

/** The documents of a text, or its faults. Cost: linear. */
export function documentsOf(
  text: string,
  file: string,
  nestingMax: number,
  faults: FaultList<InputFault>,
  mayBeLines = true,
): { readonly lines: boolean; readonly documents: readonly Document[] } {
  if (!mayBeLines || !isJsonLines(text, file)) {
    const document = parsePiece(text, 1, file, nestingMax, faults);
    return { lines: false, documents: document === undefined ? [] : [document] };
  }
  const documents: Document[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const piece = text.slice(start, end);
    line += 1;
    start = end + 1;
    if (piece.trim() === '') continue;
    const document = parsePiece(piece, line, file, nestingMax, faults);
    if (document !== undefined) documents.push(document);
  }
  return { lines: true, documents };
}
