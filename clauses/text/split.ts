/** Cutting the text of an agreement into clauses: paragraphs and the items that belong to them, without headings. */
import type { Language } from '@gongze/domain/vocabulary/text';

import { furnitureOf, isAgreeing, isAttendance, opensSignature, staysSigned } from './furniture.ts';
import { headed, headOf } from './headed.ts';
import { type Columns, columnsOf } from './table.ts';

export interface ClauseRange {
  readonly start: number;
  readonly end: number;
  /** Number of the article or heading that stands above, as written. */
  readonly label: string;
  /** What the columns mean, if the clause is a row of a table of tasks. */
  readonly columns?: Columns;
}

const item = headed(
  /^[\s　]*(?:（[一二三四五六七八九十0-9]{1,3}）|\([0-9a-z]{1,3}\)|[0-9]{1,2}(?:[.、．)](?![0-9])|）)|[①②③④⑤⑥⑦⑧⑨⑩]|[一二三四五六七八九十]{1,2}是|[-*•·][\s])/,
);
const article = headed(
  /^[\s　]*(?:#{1,6}[\s　]*)?(?:第[一二三四五六七八九十百零〇0-9]{1,6}[章节条款]|[一二三四五六七八九十]{1,3}、|(?:Article|Section|Clause|Chapter|Part|Annex)\s+[0-9IVXLC]{1,6}\b|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、]?[\s　])/,
);
const hashes = headed(/^[\s　]*#{1,6}[\s　]/);
const closed = /[。！？；：!?;:.][”"』」）)]?[\s　]*$/;
const opensList = /[：:][\s　]*$/;
/** Lines of a table or under a heading. */
const ruled = /^[\s|:\-—=*_]+$/;
const closers: ReadonlySet<number> = new Set([...'。！？；：!?;:.'].map((mark) => mark.charCodeAt(0)));
/** A character that is neither a mark nor a blank at the end tells without an expression. */
const isWord = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

function isClosed(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return closers.has(last) || (!isWord(last) && closed.test(text));
}

function isListOpener(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0xff1a || last === 0x3a || (!isWord(last) && last !== 0x3002 && last !== 0x2e && opensList.test(text));
}
const longest = 4000;

/** 第四条 未按期完成的，应当…: a paragraph that only says what follows where the one before it is not kept. */
const consequence = headed(
  /^[\s　]*(?:第[一二三四五六七八九十百零〇0-9]{1,6}[条款][\s　、：:]*|（[一二三四五六七八九十0-9]{1,3}）)?(?:凡|如|若|对)?(?:逾期|到期仍?未|未按(?:期|时|要求|约定|规定)?|未能?(?:如期|按期|按时|完成|达到)|拒不)[^，。；本]{0,16}的?，/,
);

const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 12 || code === 0x2028 || code === 0x2029;

/** Where the line that begins at an offset ends. Most texts break their lines in one way, so that the platform looks for it. */
function lineEnds(text: string): (from: number) => number {
  if (!['\r', '\f', '\u2028', '\u2029'].some((mark) => text.includes(mark)))
    return (from) => {
      const end = text.indexOf('\n', from);
      return end < 0 ? text.length : end;
    };
  return (from) => {
    let at = from;
    while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
    return at;
  };
}

/** A first line that ends with what a paper is called is its title, and whole. */
const named = /(?:协议书?|备忘录|方案|计划|纪要|意见|责任[书状]|办法|协定|合同|规划|章程|通知|决定|宣言|倡议)(?:（[^（）]{1,8}）)?[\s　]*$/;
/** Words of a sentence: a numbered line that holds one is no heading but was broken by a scanner. */
const sentence =
  /应当|应(?=[于在按向对由自每及将])|必须|不得|力争|确保|负责|须(?!知)|由[^，]{2,12}(?:牵头|主办)|年[0-9０-９]{1,2}月|[日月底]前|(?:[甲乙丙丁双三各]|任何一)方(?![的与和、权义责职承协合关及])|\b(?:shall|will|must|may|agrees?|undertakes?)\b/;
const annex = /^附[件表录][一二三四五六七八九十0-9]{0,3}(?![一二三四五六七八九十0-9所中的规列载])/;

/** A heading has no sentence in it: short, and not closed by a mark. */
function isHeading(text: string, head: number, isArticle: boolean, next: string): boolean {
  if (hashes(text, head) !== null) return true;
  const numbered = isArticle || (text.charCodeAt(head) === 0x9644 && annex.test(text.slice(head)));
  const long = text.charCodeAt(text.length - 1) < 0x80 && languageOf(text) === 'en' ? 80 : 30;
  if (!numbered || text.trim().length > long || isClosed(text) || /[，,]/.test(text) || sentence.test(text)) return false;
  // What goes on in small letters on the next line is a sentence.
  return !/^[\s]*[a-z]/.test(next);
}

/** What numbers an article, without the marks around it. */
const labelOf = (number: RegExpExecArray | null): string =>
  number === null ? '' : number[0].replace(/[#\s　、.]+$/g, '').replace(/^[#\s　]+/, '');

/** 二（三）: the number of an item that is a clause by itself stands behind that of its heading. */
const itemLabel = (marker: RegExpExecArray | null): string => (marker === null ? '' : (/（[^）]+）|\([^)]+\)/.exec(marker[0])?.[0] ?? ''));

/** The number of a row stands behind that of its table. */
function rowLabel(label: string, line: string, { separator }: Columns): string {
  const own = /^[\s　|]*([0-9]{1,3})[\s　.]*$/.exec(line.slice(0, Math.max(0, line.indexOf(separator, 1))))?.[1];
  return own === undefined ? label : `${label} ${own}`.trim();
}

/** Share of Chinese characters decides the language of a clause; texts may be mixed. */
export function languageOf(text: string): Language {
  let chinese = 0;
  let latin = 0;
  for (let at = 0; at < text.length && at < 2000; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) chinese++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
  }
  return chinese * 4 >= latin ? 'zh' : 'en';
}

/** Cuts a stretch that no grammar needs whole, at a mark if there is one near. */
function bounded(text: string, start: number, end: number, label: string, ranges: ClauseRange[]): void {
  let from = start;
  while (end - from > longest) {
    const window = text.slice(from + longest / 2, from + longest);
    const mark = Math.max(window.lastIndexOf('。'), window.lastIndexOf('；'), window.lastIndexOf('. '), window.lastIndexOf('; '));
    const comma = mark >= 0 ? mark : Math.max(window.lastIndexOf('，'), window.lastIndexOf(', '), window.lastIndexOf(' '));
    const to = from + longest / 2 + (comma >= 0 ? comma + 1 : longest / 2);
    ranges.push({ start: from, end: to, label });
    from = to;
  }
  if (end > from) ranges.push({ start: from, end, label });
}

/**
 * Clauses of a text in order, as ranges that do not overlap. Items of a list stay with the line that opens it, because
 * they take their subject from there; a line broken by a scanner is joined to the next.
 */
export function splitClauses(text: string): ClauseRange[] {
  const ranges: ClauseRange[] = [];
  let label = '';
  let open: { start: number; end: number; list: boolean; broken: boolean; item: string } | undefined;
  let signing = false;
  let columns: Columns | undefined;
  const close = (): void => {
    if (open !== undefined) bounded(text, open.start, open.end, label + open.item, ranges);
    open = undefined;
  };
  const endOf = lineEnds(text);
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = endOf(start);
    const line = text.slice(start, Math.min(end, start + longest));
    const head = headOf(line);
    if (head === line.length || (!isWord(line.charCodeAt(head)) && (line.trim() === '' || ruled.test(line)))) {
      if (open !== undefined && !open.list) close();
      if (head === line.length) columns = undefined;
      continue;
    }
    if (line.includes('\t') || line.includes('|')) {
      const headings = columnsOf(line);
      if (headings !== undefined || (columns !== undefined && line.includes(columns.separator))) {
        close();
        if (headings !== undefined) columns = headings;
        else if (columns !== undefined)
          ranges.push({ start, end: Math.min(end, start + longest), label: rowLabel(label, line, columns), columns });
        continue;
      }
    }
    columns = undefined;
    const number = article(line, head);
    const isArticle = number !== null;
    const last = text.slice(Math.max(start, end - 12), end);
    const ended = isClosed(last);
    signing &&= !isArticle && staysSigned(line.trim());
    const furniture = ended && !(end - start <= 40 && isListOpener(last)) ? undefined : furnitureOf(line.trim());
    if (line.length <= 400 && isAttendance(line.slice(head))) {
      close();
      continue;
    }
    // The number of a page lies across a sentence; it does not end it.
    if (furniture === 'page') continue;
    signing ||= furniture === 'signature' || (line.charCodeAt(head) === 0x49 && opensSignature(line.trim()));
    if (signing || furniture !== undefined) {
      close();
      if (signing) label = '';
      continue;
    }
    if (isHeading(line, head, isArticle, text.slice(end + 1, end + 13))) {
      close();
      label = labelOf(number) || annex.exec(line.slice(head))?.[0] || line.replace(/^[#\s　]+/, '').trim();
      continue;
    }
    const marker = item(line, head);
    const isItem = marker !== null;
    const joins =
      open !== undefined &&
      end - open.start <= longest &&
      ((open.list && isItem) || consequence(line, head) !== null || (open.broken && !isItem && !isArticle && !/[|\t]/.test(line)));
    if (!joins) {
      close();
      label = labelOf(number) || label;
      open = {
        start: start + (line.length - line.trimStart().length),
        end,
        list: isListOpener(last) && !isAgreeing(line),
        broken: false,
        item: number === null && label !== '' ? itemLabel(marker) : '',
      };
    }
    if (open !== undefined) {
      open.end = end;
      open.broken = !ended && end - start >= 12 && !(ranges.length === 0 && named.test(last));
    }
  }
  close();
  return ranges;
}
