/**
 * Whether a text of JSON says the same to whoever reads it. Parsers differ where a name stands twice in an object (the first, the last
 * or none counts), and where a number has more digits than a double holds; a record that is shown to be the logged one must
 * not be another one to the next reader.
 */

/** Strings, numbers and what opens, parts and closes; white space and words are passed over. */
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:,]/gsu;

/** The digits of a decimal without zeros at either end, and the power of ten of the last one. */
function decimal(text: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${part}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '0' : `${sign}${kept}e${Number(exponent) - part.length + digits.length - kept.length}`;
}

const isExact = (number: string): boolean => Number.isFinite(Number(number)) && decimal(number) === decimal(String(Number(number)));

/** `value`: what `JSON.parse` made of `text`; this is quick for a text that `JSON.stringify` wrote. */
export function isPlainJson(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(value) === text || saysEachOnce(text);
  } catch {
    // Too deep or too long to be looked at.
    return false;
  }
}

function saysEachOnce(text: string): boolean {
  /** Names of the objects that are open; `undefined` for an array. */
  const open: (Set<string> | undefined)[] = [];
  let before = '';
  for (const [found] of text.matchAll(token)) {
    const names = open.at(-1);
    if (found === '{') open.push(new Set());
    else if (found === '[') open.push(undefined);
    else if (found === '}' || found === ']') open.pop();
    else if (found.startsWith('"') && names !== undefined && (before === '{' || before === ',')) {
      const name = JSON.parse(found) as string;
      if (names.has(name)) return false;
      names.add(name);
    } else if (/^[-\d]/.test(found) && !isExact(found)) return false;
    before = found;
  }
  return true;
}
