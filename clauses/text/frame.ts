/** What stands around the clauses of an agreement and binds nobody: numbers of articles, the title, the sentence of introduction. */
import { type ClauseRange, splitClauses } from './split.ts';

/** Number of an article before its wording: it belongs to nobody's name. */
const articleNumber =
  /^[\s　]*(?:#{1,6}[\s　]*)?(?:第[一二三四五六七八九十百零〇0-9]{1,6}[章节条款][\s　、：:]*|(?:Article|Section|Clause)\s+[0-9IVXLC]{1,6}\b[.:)]?\s*|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、]?[\s　]+)/;

function numberLength(wording: string): number {
  const length = articleNumber.exec(wording.slice(0, 40))?.[0].length ?? 0;
  return length < wording.length ? length : 0;
}

const closing = /[。！？；：!?;:.][”"』」）)]?\s*$/;
/** Sentences that say that there is an agreement, and nothing that anybody would owe. */
const recital = /(?:订立|签订|达成|制定)(?:本|如下|以下)?(?:协议|备忘录|协定)|达成(?:如下|以下)|(?:hereby )?agree(?:d|s)? as follows/i;

/** The title of the text, its first line without a sentence in it, or the sentence that introduces the agreement. */
function isFrame(wording: string, start: number, text: string): boolean {
  if (wording.length > 400) return false;
  const first = start < 200 && text.slice(0, start).trim() === '';
  return (first && wording.length <= 120 && !closing.test(wording)) || (start < 2000 && recital.test(wording));
}

/**
 * Clauses of a text in order, each without the number of its article, which belongs to nobody's name. The title and the
 * sentence that introduces the agreement are left out. Linear in the length of the text.
 */
export function bareClauses(text: string): ClauseRange[] {
  return splitClauses(text).flatMap((range) => {
    const whole = text.slice(range.start, range.end);
    return isFrame(whole, range.start, text) ? [] : [{ ...range, start: range.start + numberLength(whole) }];
  });
}
