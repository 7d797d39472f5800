/** Nouns made of a verb and one closing character: 排放量, 传输率, 取水口. Cut apart they would look like something to do. */
import type { Word } from '../segment/port.ts';
import { type Token, tokenOf, wordClass } from './token.ts';

const closes = wordClass(new Set('量率口度值数额点线网站器员者费期区库表单书权金款物品法型类图段比价池井渠'));
const joinsClosing = wordClass((text, kind) => text.length >= 2 && /^[vwna]$/.test(kind));

/** The name of a paper in 《》 is one noun, whatever its words; longer ones stay as they are. */
const longestTitle = 40;
function titled(tokens: Token[], text: string): Token[] {
  if (!text.includes('《')) return tokens;
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const end = token.text === '《' ? text.indexOf('》', token.start) : -1;
    if (end < 0 || end - token.start > longestTitle || text.slice(token.start, end).includes('。')) {
      joined.push(token);
      continue;
    }
    joined.push(tokenOf({ start: token.start, end: end + 1, text: text.slice(token.start, end + 1), kind: 'n' }));
    while (index + 1 < tokens.length && (tokens[index + 1] as Token).start <= end) index++;
  }
  return joined;
}

/** The words as the grammar reads them, with such pairs joined. */
export function tokensOf(words: readonly Word[], text: string): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (const [at, word] of words.entries()) {
    let token = tokenOf(word);
    // 待来水恢复后方可并网: 后 closes the condition, 方 belongs to 可.
    if (before !== undefined && before.text === '后方' && /^[可能]$/.test(token.text)) {
      tokens.pop();
      tokens.push(tokenOf({ start: before.start, end: before.start + 1, text: '后', kind: 'n' }));
      token = tokenOf({ start: before.start + 1, end: token.end, text: '可', kind: 'v' });
    }
    // 混交林占比60%: the share.
    if (before !== undefined && token.text === '比' && before.text === '占') {
      tokens.pop();
      token = tokenOf({ start: before.start, end: token.end, text: '占比', kind: /^[0-9]/.test(words[at + 1]?.text ?? '') ? 'v' : 'n' });
    }
    if (before !== undefined && closes(token) && before.end === token.start && joinsClosing(before)) {
      tokens.pop();
      token = tokenOf({ start: before.start, end: token.end, text: before.text + token.text, kind: 'n' });
    }
    tokens.push(token);
    before = token;
  }
  return titled(tokens, text);
}
