/** Nouns made of a verb and one closing character: 排放量, 传输率, 取水口. Cut apart they would look like something to do. */
import type { Word } from '../segment/port.ts';

const closers = new Set('量率口度值数额点线网站器员者费期区库表单书权金款物品法型类图段比价池井渠');

/** The same words with such pairs joined. */
export function mergeNouns(words: readonly Word[]): Word[] {
  const merged: Word[] = [];
  for (const word of words) {
    const before = merged.at(-1);
    const joins =
      before !== undefined &&
      closers.has(word.text) &&
      before.end === word.start &&
      before.text.length >= 2 &&
      /^[vwna]$/.test(before.kind);
    if (joins) merged[merged.length - 1] = { start: before.start, end: word.end, text: before.text + word.text, kind: 'n' };
    else merged.push(word);
  }
  return merged;
}
