/**
 * A long text in parts that can be shown and read one at a time. A usual agreement is one part; a text of megabytes is cut
 * where a line ends, so that no page has to lay out more than one part. Joined again, the parts are the text.
 */

/** Characters of a part, about a dozen pages: what a text field draws without being felt. */
export const PART_CHARACTERS = 20_000;
/** From here on a text is pasted in parts. A text that grows by typing stays whole. */
export const WHOLE_CHARACTERS = 40_000;

/** Place to cut in `[from + half, from + whole]`: after a line, else after a sentence, else anywhere but within a character. */
function cutAfter(text: string, from: number): number {
  const window = text.slice(from, from + PART_CHARACTERS);
  const half = PART_CHARACTERS / 2;
  const line = window.lastIndexOf('\n');
  if (line >= half) return from + line + 1;
  const mark = Math.max(window.lastIndexOf('。'), window.lastIndexOf('；'), window.lastIndexOf('. '));
  if (mark >= half) return from + mark + 1;
  const last = text.charCodeAt(from + PART_CHARACTERS - 1);
  const insidePair = last >= 0xd800 && last <= 0xdbff;
  return from + PART_CHARACTERS - (insidePair ? 1 : 0);
}

/** Cuts a text; the parts joined are the text. Linear. */
export function partsOf(text: string): readonly string[] {
  if (text.length <= WHOLE_CHARACTERS) return [text];
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > PART_CHARACTERS) {
    const to = cutAfter(text, from);
    parts.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** What a text field does to line ends and to what it cannot hold; done beforehand, so that offsets agree. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/^\ufeff/, '');
}
