/** Whether a label fits, estimated: measuring thousands of texts would cost more than drawing them. */
const WIDE = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/;

export function textWidth(text: string, size = 11): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? size : size * 0.54;
  return width;
}

/** The text cut to fit `room` pixels, or nothing where fewer than about four characters would be left. */
export function fitLabel(text: string, room: number, size = 11): string {
  if (textWidth(text, size) <= room) return text;
  if (room < size * 4) return '';
  let width = size;
  let kept = '';
  for (const character of text) {
    width += WIDE.test(character) ? size : size * 0.54;
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Text in lines of at most `room` pixels, broken between words or Chinese characters; the last line is cut. */
export function wrapLabel(text: string, room: number, size: number, linesMax: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const [i, piece] of pieces.entries()) {
    if (textWidth((line + piece).trimEnd(), size) <= room || line === '') line += piece;
    else if (lines.length + 1 === linesMax) {
      lines.push(fitLabel(line + pieces.slice(i).join(''), room, size) || line);
      return lines;
    } else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
