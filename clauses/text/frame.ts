/** What stands around the clauses of an agreement and binds nobody: numbers of articles, the title, the sentence of introduction. */
import { headed, headOf } from './headed.ts';
import { type ClauseRange, splitClauses } from './split.ts';

/** Number of an article before its wording: it belongs to nobody's name. */
const articleNumber = headed(
  /^[\s　]*(?:#{1,6}[\s　]*)?(?:第[一二三四五六七八九十百零〇0-9]{1,6}[章节条款][\s　、：:]*|(?:Article|Section|Clause)\s+[0-9IVXLC]{1,6}\b[.:)]?\s*|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、]?[\s　]+)/,
);

/** Length of the number at the beginning of a clause of `whole` characters; 0 if there would be nothing behind it. */
function numberLength(line: string, whole: number): number {
  const length = articleNumber(line, headOf(line))?.[0].length ?? 0;
  return length < whole ? length : 0;
}

const closing = /[。！？；：!?;:.][”"』」）)]?\s*$/;
/** Sentences that say that there is an agreement, and nothing that anybody would owe. */
const recital = /(?:订立|签订|达成|制定)(?:本|如下|以下)?(?:协议|备忘录|协定)|达成(?:如下|以下)|(?:hereby )?agree(?:d|s)? as follows/i;

/** What every such sentence holds; in a short text each clause would be looked through for all of them. */
const mayRecite = (wording: string): boolean => /[订签达制]|gree/i.test(wording);

/** The title of the text, its first line without a sentence in it, or the sentence that introduces the agreement. */
function isFrame(wording: string, start: number, text: string): boolean {
  if (wording.length > 400) return false;
  const first = start < 200 && text.slice(0, start).trim() === '';
  return (first && wording.length <= 120 && !closing.test(wording)) || (start < 2000 && mayRecite(wording) && recital.test(wording));
}

/**
 * Clauses of a text in order, each without the number of its article, which belongs to nobody's name. The title and the
 * sentence that introduces the agreement are left out. Linear in the length of the text.
 */
export function bareClauses(text: string): ClauseRange[] {
  const bare: ClauseRange[] = [];
  for (const { start, end, label } of splitClauses(text)) {
    // The frame is told by the whole wording, the number by its beginning; a long text has many clauses and one frame.
    if (start < 2000 && isFrame(text.slice(start, end), start, text)) continue;
    bare.push({ start: start + numberLength(text.slice(start, Math.min(end, start + 40)), end - start), end, label });
  }
  return bare;
}
