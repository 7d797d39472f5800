/** What stands around the clauses of an agreement and binds nobody: numbers and captions of articles, the title, recitals. */
import { isAgreeing, isRecital } from './furniture.ts';
import { headed, headOf } from './headed.ts';
import { type ClauseRange, splitClauses } from './split.ts';

/** Number of an article before its wording: it belongs to nobody's name. */
const articleNumber = headed(
  /^[\s　]*(?:#{1,6}[\s　]*)?(?:第[一二三四五六七八九十百零〇0-9]{1,6}[章节条款][\s　、：:]*|(?:Article|Section|Clause)\s+[0-9IVXLC]{1,6}\b[.:)]?\s*|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、]?[\s　]+)/,
);
/** Numbers that the grammar reads itself, unless a caption follows them. */
const itemNumber = headed(
  /^[\s　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|\([0-9a-z]{1,3}\)|[0-9]{1,2}[.、．](?![0-9]))[\s　]*/,
);

/**
 * 第七条 打通断头路。双方应当…: what the article is about, in front of its first sentence. Without a party, a modal or a
 * figure, and with a sentence behind it; one that is followed by its breach (严禁超载。违者…) is the rule itself.
 */
const caption =
  /^(?![甲乙丙丁双各两三]方|严禁|禁止)(?:【[^】\n]{2,16}】|（[^）\n]{2,16}）|(?:[^\s　，。；：、应须由0-9不按将]|应(?=[急对用变援答])|(?<=[响反相供适效])应){2,14}?(?:。|[ 　]{2,}|　|(?=\n)))(?![\s　]*(?:违|逾期|未|否则|$))[\s　]*/;
const captionInEnglish =
  /^(?:\([A-Z][A-Za-z ,'’-]{2,50}\)|(?!(?:The|Each|Both|No|If|Where|It)\b)[A-Z][A-Za-z'’-]{2,20}(?:,? (?:and|of|for|the|to|in|on|with|[A-Za-z'’-]{3,20})){0,5}(?:[.:]| [–—-]))\s+(?=[A-Z])/;
const modal = /\b(?:shall|will|must|may|agrees?|undertakes?)\b/;

/** How much of a clause may be its number and its caption. */
const headLength = 72;

function captionLength(line: string): number {
  const own = /^[\u4e00-\u9fff（【]/.test(line) ? caption.exec(line) : captionInEnglish.exec(line);
  return own === null || modal.test(own[0]) ? 0 : own[0].length;
}

/** Length of what stands before the wording of a clause of `whole` characters; 0 if there would be nothing behind it. */
function frontLength(line: string, whole: number): number {
  const head = headOf(line);
  const number = articleNumber(line, head)?.[0].length ?? 0;
  const marked = number > 0 ? number : (itemNumber(line, head)?.[0].length ?? 0);
  const titled = marked === 0 ? 0 : captionLength(line.slice(marked));
  const length = titled > 0 ? marked + titled : number;
  return length < whole ? length : 0;
}

const closing = /[。！？；：!?;:.][”"』」）)]?\s*$/;

/** The title of the text, its first line without a sentence in it. */
const isTitle = (wording: string, before: string): boolean => wording.length <= 120 && !closing.test(wording) && before.trim() === '';

/** How far into a text there may be a title, recitals and the sentence of introduction. */
const introduction = 6000;

/**
 * Clauses of a text in order, each without the number and the caption of its article, which belong to nobody's name. The title,
 * the recitals and the sentence that introduces the agreement are left out. Linear in the length of the text.
 */
export function bareClauses(text: string): ClauseRange[] {
  const bare: ClauseRange[] = [];
  let preamble = true;
  for (const range of splitClauses(text)) {
    const { start, end, label } = range;
    if (range.columns !== undefined) {
      bare.push(range);
      continue;
    }
    preamble &&= label === '' && start < introduction;
    // The frame is told by the whole wording, the number by its beginning; a long text has many clauses and one frame.
    if (start < introduction && end - start <= 800) {
      const wording = text.slice(start, end);
      if (start < 200 && isTitle(wording, text.slice(0, start))) continue;
      if (preamble && isRecital(wording)) continue;
      if (start < 2000 && isAgreeing(wording)) continue;
    }
    const front = frontLength(text.slice(start, Math.min(end, start + headLength)), end - start);
    // Most have nothing in front; a long text is cut at every keystroke, and what is made for it is soon garbage.
    bare.push(front === 0 ? range : { start: start + front, end, label });
  }
  return bare;
}
