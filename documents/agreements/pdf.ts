/** Text of a PDF that holds text: lines joined to paragraphs, page numbers left out, radicals turned into characters. */
import { getDocumentProxy } from 'unpdf';
import { withoutRadicals } from './radicals.ts';

export type PdfText = { readonly text: string } | { readonly fault: 'encrypted' | 'damaged' | 'withoutText'; readonly cause?: unknown };

/** What a page holds besides text cannot make it take longer than this many pages of a long agreement. */
const PAGES_MAX = 500;

export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  let pages: string[][];
  try {
    // The library takes the bytes for itself; the caller keeps his.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    pages = [];
    for (let number = 1; number <= Math.min(pdf.numPages, PAGES_MAX); number++) pages.push(await linesOf(await pdf.getPage(number)));
    await pdf.cleanup();
  } catch (cause) {
    const name = (cause as { readonly name?: string } | undefined)?.name;
    if (name === 'PasswordException') return { fault: 'encrypted', cause };
    if (name === 'InvalidPDFException' || name === 'FormatError' || cause instanceof TypeError || cause instanceof RangeError)
      return { fault: 'damaged', cause };
    throw cause;
  }
  const text = paragraphsOf(pages.map(withoutPageNumber)).join('\n');
  return text.trim() === '' ? { fault: 'withoutText' } : { text: withoutRadicals(text) };
}

interface Page {
  readonly getTextContent: () => Promise<{ readonly items: readonly object[] }>;
}

async function linesOf(page: Page): Promise<string[]> {
  const { items } = await page.getTextContent();
  let text = '';
  for (const item of items as readonly { readonly str?: string; readonly hasEOL?: boolean }[])
    text += `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`;
  return text.split('\n').map((line) => line.replace(/[ \t\u00a0]+$/, ''));
}

/** — 3 —, - 3 -, 3, Page 3 of 5 as the first or the last line of a page. */
const PAGE_NUMBER = /^\s*(?:[—–－-]\s*\d{1,4}\s*[—–－-]|\d{1,4}|第\s*\d{1,4}\s*页.*|page \d{1,4}( of \d{1,4})?)\s*$/i;

function withoutPageNumber(lines: readonly string[]): string[] {
  const own = lines.filter((line) => line.trim() !== '');
  if (PAGE_NUMBER.test(own.at(-1) ?? '')) own.pop();
  if (PAGE_NUMBER.test(own[0] ?? '')) own.shift();
  return own;
}

/** Beginnings that open a paragraph: 第三条, 一、, （二）, 3., (a), Article 3. */
const OPENS =
  /^\s*(?:第[\d一二三四五六七八九十百]+[条章节款]|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十a-z]{1,3}[）)]|\d{1,3}(?:\.\d{1,3})*[.、．)]|article\s+\d+|section\s+\d+|[•·●-]\s)/i;
const ENDS = /[。！？：；.!?:;]["”’』」）)]?\s*$/;

/** A line goes on in the next one unless it ends a sentence, the next one opens a paragraph, or it is short of the margin. */
function paragraphsOf(pages: readonly (readonly string[])[]): string[] {
  const paragraphs: string[] = [];
  for (const lines of pages) {
    const longest = Math.max(0, ...lines.map((line) => line.length));
    for (const [index, line] of lines.entries()) {
      const last = paragraphs.at(-1);
      const before = lines[index - 1];
      const short = before !== undefined && before.length < longest * 0.8;
      if (last === undefined || ENDS.test(last) || OPENS.test(line) || short) paragraphs.push(line.trim());
      else paragraphs[paragraphs.length - 1] = joined(last, line.trim());
    }
  }
  return paragraphs;
}

/** Chinese is joined without a blank, a word broken by a hyphen without the hyphen. */
function joined(a: string, b: string): string {
  if (/[a-z]-$/.test(a) && /^[a-z]/.test(b)) return a.slice(0, -1) + b;
  return /[\u2e80-\u9fff\uff00-\uffef，。、；：]$/.test(a) || /^[\u2e80-\u9fff]/.test(b) ? a + b : `${a} ${b}`;
}
