/** Shapes of text that the standard asks for: a title in lines of falling width, a signature centred over its date. */

/** Width in characters of full width; letters and digits take half of one. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += /[\x20-\x7e]/.test(character) ? 0.5 : 1;
  return width;
}

/** Marks that may not begin a line, and marks that may not end one. */
const CLOSING = /^[，。、；：！？”’》）〕】…]/;
const OPENING = /[“‘《（〔【]$/;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/**
 * Lines of a title, broken between words, each no longer than the one before it by more than a word: the trapezoid of 7.3.1.
 * A word that alone is wider than a line gets a line of its own.
 */
export function titleLines(text: string, charactersMax: number): string[] {
  const count = Math.ceil(widthInCharacters(text) / charactersMax);
  if (count <= 1) return [text];
  // The narrowest width that still gives the least number of lines makes the lines even.
  const words = wordsOf(text);
  for (let width = Math.ceil(widthInCharacters(text) / count); width < charactersMax; width++) {
    const lines = filled(words, width);
    if (lines.length === count) return lines;
  }
  return filled(words, charactersMax);
}

function filled(words: readonly string[], width: number): string[] {
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last === '' || widthInCharacters(last + word) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trim());
}

/** Right indents in characters of a signature and of the date under it, with a seal over both (7.3.5.1). */
export function signatureIndents(signature: string, date: string): { readonly signature: number; readonly date: number } {
  const [name, day] = [widthInCharacters(signature), widthInCharacters(date)];
  const centred = 4 + (day - name) / 2;
  // A name too long to be centred over a date four characters in moves the date instead.
  return centred >= 2 ? { signature: centred, date: 4 } : { signature: 2, date: 2 + (name - day) / 2 };
}

/** 一、二、… 十一、 for headings of the first level. */
export function chineseOrdinal(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${digits[number % 10]}`;
}

/** 京环〔2025〕3号: the year in full between 〔 and 〕, no 第, no leading zero; blank where the registry is to fill it in. */
export function numberText(
  number: { readonly code: string; readonly year: number; readonly serial: number } | undefined,
  year: number,
): string {
  return number === undefined ? `　　〔${year}〕　　号` : `${number.code}〔${number.year}〕${number.serial}号`;
}
