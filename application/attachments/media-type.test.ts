import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mediaTypeOf } from './media-type.ts';

const bytes = (...own: number[]): Uint8Array => new Uint8Array([...own, ...new Array<number>(20).fill(0)]);
const text = (own: string): Uint8Array => new TextEncoder().encode(own);

// Signatures as the specifications of the formats print them.
test.each([
  ['application/pdf', text('%PDF-1.4\n')],
  ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/gif', text('GIF89a')],
  ['image/webp', text('RIFF\0\0\0\0WEBPVP8 ')],
  ['application/x-ole-storage', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['application/gzip', bytes(0x1f, 0x8b)],
  ['application/zip', zipSync({ 'a.txt': text('a') })],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    zipSync({ '[Content_Types].xml': text('<a/>'), 'xl/workbook.xml': text('<a/>') }),
  ],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', zipSync({ 'word/document.xml': text('<a/>') })],
  ['text/plain', text('甲市函〔2026〕3号\r\n')],
  ['text/plain', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['application/octet-stream', bytes(0x7f, 0x45, 0x4c, 0x46)],
  // GBK is no UTF-8.
  ['application/octet-stream', new Uint8Array([0xbc, 0xd7, 0xca, 0xd0])],
])('%s', (mediaType, head) => {
  expect(mediaTypeOf(head)).toBe(mediaType);
});
