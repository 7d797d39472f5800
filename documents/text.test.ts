import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, test } from 'vitest';
import { textOf } from './text.ts';

const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

describe('text of a file', () => {
  test('of a Word document: its paragraphs, one a line', async () => {
    const made = new Document({ sections: [{ children: ['第一条 目标', '双方应加强合作。'].map((text) => new Paragraph(text)) }] });
    const text = await textOf(new Uint8Array(await Packer.toBuffer(made)), 'a.docx');
    expect(text.ok && text.text.trim().split('\n')).toEqual(['第一条 目标', '双方应加强合作。']);
  });
  test('in UTF-8, UTF-16 and GB 18030', async () => {
    expect(await textOf(new TextEncoder().encode('甲方'), 'a.txt')).toEqual({ ok: true, text: '甲方' });
    // 甲方 is U+7532 U+65B9; in GB 18030 BC D7 B7 BD.
    expect(await textOf(bytes(0xff, 0xfe, 0x32, 0x75, 0xb9, 0x65), 'a.txt')).toEqual({ ok: true, text: '甲方' });
    expect(await textOf(bytes(0xbc, 0xd7, 0xb7, 0xbd), 'a.md')).toEqual({ ok: true, text: '甲方' });
  });
  test.each([
    ['notDocx', bytes(1, 2, 3), 'a.docx'],
    ['notDocx', bytes(0x50, 0x4b, 3, 4), 'a.docx'],
    ['oldWord', bytes(0xd0, 0xcf, 0x11, 0xe0), 'a.doc'],
    ['unknownKind', new TextEncoder().encode('x'), 'a.pdf'],
    ['unknownKind', bytes(0x50, 0x4b, 3, 4), 'a.txt'],
    ['notText', bytes(0, 1, 0xff, 0xfe), 'a.txt'],
  ])('refuses what is %s', async (fault, content, name) => expect(await textOf(content, name)).toMatchObject({ ok: false, fault }));
});
