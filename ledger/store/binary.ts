/**
 * Arrays as PostgreSQL sends them in binary: number of dimensions, whether there are nulls, type of the elements, length and
 * lower bound; then each element behind its length. The driver hands bytes on as they are; as text, every quote of every
 * body would be escaped here and undone there, and every byte would travel as two digits.
 */

/** Type numbers of PostgreSQL (`pg_type.dat`), which never change. */
const oid = { bytea: 17, int4: 23, text: 25 };
const headerBytes = 20;

function begin(buffer: Buffer, elementType: number, length: number): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(0, 4);
  buffer.writeInt32BE(elementType, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

/** `text[]`. */
export function textArray(texts: readonly string[]): Buffer {
  let size = headerBytes;
  const lengths = texts.map((text) => {
    const bytes = Buffer.byteLength(text);
    size += 4 + bytes;
    return bytes;
  });
  const buffer = Buffer.allocUnsafe(size);
  begin(buffer, oid.text, texts.length);
  let at = headerBytes;
  texts.forEach((text, index) => {
    const length = lengths[index] ?? 0;
    buffer.writeInt32BE(length, at);
    buffer.write(text, at + 4, length, 'utf8');
    at += 4 + length;
  });
  return buffer;
}

/** `bytea[]`. */
export function bytesArray(items: readonly Uint8Array[]): Buffer {
  const buffer = Buffer.allocUnsafe(items.reduce((size, item) => size + 4 + item.length, headerBytes));
  begin(buffer, oid.bytea, items.length);
  let at = headerBytes;
  for (const item of items) {
    buffer.writeInt32BE(item.length, at);
    buffer.set(item, at + 4);
    at += 4 + item.length;
  }
  return buffer;
}

/** `integer[]`. */
export function integerArray(numbers: readonly number[]): Buffer {
  const buffer = Buffer.allocUnsafe(headerBytes + 8 * numbers.length);
  begin(buffer, oid.int4, numbers.length);
  numbers.forEach((number, index) => {
    buffer.writeInt32BE(4, headerBytes + 8 * index);
    buffer.writeInt32BE(number, headerBytes + 8 * index + 4);
  });
  return buffer;
}
