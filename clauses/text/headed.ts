/** Expressions for the beginning of a line, tried only on lines that begin with one of their characters. */
import { openingOf } from './pattern.ts';

const indent = '^[\\s　]*';

/** Offset of the first character of `line` that is no blank, or its length. */
export function headOf(line: string): number {
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0) break;
    at++;
  }
  return at;
}

/** `pattern`, which must begin with `^[\s　]*`, as a function of a line and of where its first character stands. */
export function headed(pattern: RegExp): (line: string, head: number) => RegExpExecArray | null {
  if (!pattern.source.startsWith(indent)) throw new Error(`no expression for the beginning of a line: ${pattern.source}`);
  const opening = openingOf(new RegExp(pattern.source.slice(indent.length)));
  if (opening === undefined) throw new Error(`an expression that begins with anything: ${pattern.source}`);
  const heads = new Set([...opening].map((character) => character.charCodeAt(0)));
  return (line, head) => {
    const code = line.charCodeAt(head);
    // Rare kinds of blanks are left to the expression itself.
    return heads.has(code) || (code >= 0x1680 && code <= 0x205f) || code === 0xfeff ? pattern.exec(line) : null;
  };
}
