/** Nouns made of a verb and one closing character: 排放量, 传输率, 取水口. Cut apart they would look like something to do. */
import type { Word } from '../segment/port.ts';
import { type Token, tokenOf, wordClass } from './token.ts';

const closes = wordClass(new Set('量率口度值数额点线网站器员者费期区库表单书权金款物品法型类图段比价池井渠'));
const joinsClosing = wordClass((text, kind) => text.length >= 2 && /^[vwna]$/.test(kind));

/** The words as the grammar reads them, with such pairs joined. */
export function tokensOf(words: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (const word of words) {
    let token = tokenOf(word);
    if (before !== undefined && closes(token) && before.end === token.start && joinsClosing(before)) {
      tokens.pop();
      token = tokenOf({ start: before.start, end: token.end, text: before.text + token.text, kind: 'n' });
    }
    tokens.push(token);
    before = token;
  }
  return tokens;
}
