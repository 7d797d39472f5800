/** The text of a file a person hands in: plain text, Markdown or a Word document. */
import { wordDocumentText } from './wordText.ts';

export type TextFault = 'notText' | 'notDocx' | 'oldWord' | 'unknownKind';

export type TextOf =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: TextFault; readonly cause?: unknown };

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** Compound files: Word before 2007. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

/** Plain text in UTF-8, UTF-16 with a mark, or GB 18030. */
function decode(bytes: Uint8Array): TextOf {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { ok: true, text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { ok: true, text: new TextDecoder('utf-16be').decode(bytes) };
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { ok: true, text };
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
    }
  }
  return { ok: false, fault: 'notText' };
}

/**
 * Text of a `.txt`, `.md` or `.docx` file, paragraphs on lines of their own.
 * @param name the file's name; its ending and the first bytes have to agree.
 */
export async function textOf(bytes: Uint8Array, name: string): Promise<TextOf> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (isCompound(bytes)) return { ok: false, fault: 'oldWord' };
  if (ending === 'docx' || ending === 'docm') return isZip(bytes) ? docxText(bytes) : { ok: false, fault: 'notDocx' };
  if (isZip(bytes)) return { ok: false, fault: 'unknownKind' };
  if (!['', 'txt', 'md', 'markdown', 'text', 'jsonl'].includes(ending)) return { ok: false, fault: 'unknownKind' };
  return decode(bytes);
}

async function docxText(bytes: Uint8Array): Promise<TextOf> {
  try {
    return { ok: true, text: await wordDocumentText(bytes) };
  } catch (cause) {
    return { ok: false, fault: 'notDocx', cause };
  }
}
