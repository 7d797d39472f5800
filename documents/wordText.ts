/**
 * Plain text of a Word document. Unlike the library's own, it keeps what tells clauses apart: line breaks inside a paragraph, rows
 * of a table with their cells side by side, and list items that Word numbers itself.
 */
import mammoth from 'mammoth';

/** What the library reads a document into; only what is used of it. */
interface Element {
  readonly type: string;
  readonly value?: string;
  readonly breakType?: string;
  readonly numbering?: object | null;
  readonly children?: readonly Element[];
}

/** Written with its number already. */
const numbered = /^[\s　]*(?:第[一二三四五六七八九十百0-9]+[章节条款]|[（(]?[一二三四五六七八九十0-9a-z]{1,3}[、.．)）])/;

function inlineText({ type, value, children }: Element): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  return (children ?? []).map(inlineText).join('');
}

/** A cell on one line: what stands below one another in it stands side by side. */
const cellText = (cell: Element): string =>
  linesOf(cell.children ?? [])
    .join(' ')
    .replace(/[\t\n ]+/g, ' ')
    .trim();

function linesOf(elements: readonly Element[]): string[] {
  const lines: string[] = [];
  let listed = false;
  for (const element of elements) {
    const { type, children = [] } = element;
    if (type === 'tableRow' && children.length > 1) lines.push(children.map(cellText).join('\t'));
    else if (type !== 'paragraph') lines.push(...linesOf(children));
    else {
      const text = inlineText(element);
      // Word writes the number of such an item itself, in a form the library does not tell: a dot says at least that it is one.
      const item: boolean =
        element.numbering != null && text.trim() !== '' && !numbered.test(text) && (listed || /[：:]\s*$/.test(lines.at(-1) ?? ''));
      lines.push(...(item ? `• ${text}` : text).split('\n'));
      listed = item;
    }
  }
  return lines;
}

/** Text of the document, each paragraph and each row of a table on a line, cells set apart by tabs. Throws if it is none. */
export async function wordDocumentText(bytes: Uint8Array): Promise<string> {
  let lines: readonly string[] = [];
  const keep = (document: Element): Element => {
    lines = linesOf(document.children ?? []);
    return { ...document, children: [] };
  };
  // In Node the library reads `buffer`, in a browser `arrayBuffer`.
  const input = { buffer: bytes, arrayBuffer: new Uint8Array(bytes).buffer };
  await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer }, { transformDocument: keep });
  return lines.join('\n');
}
