/** Text of bytes in UTF-8, UTF-16 with a mark, or GB 18030, of which GBK and GB 2312 are parts. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Binary data is rarely free of zero bytes; text always is.
      if (!text.includes('\0')) return text;
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
    }
  }
  return undefined;
}
