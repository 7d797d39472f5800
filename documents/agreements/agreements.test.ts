/** Agreements as they arrive: Word and PDF, with what PDF does to Chinese text. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { minutesOf } from '../official/minutes.ts';
import { officialDocx } from '../official/write.ts';
import { exampleSource } from '../testing/example.ts';
import { pdfOf } from '../testing/pdf.ts';
import { previewAgreement } from './import.ts';
import { withoutRadicals } from './radicals.ts';
import { documentText } from './text.ts';

describe('radicals', () => {
  test('every Kangxi radical becomes the character that Unicode gives for it', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const character = withoutRadicals(String.fromCharCode(code));
      expect(character).toBe(String.fromCharCode(code).normalize('NFKC'));
      expect(character).toMatch(/[\u4e00-\u9fff]/);
    }
  });
  // Names from the Unicode character database: what each looks like is what it is called.
  test.each([
    ['⺠', '民', 'CIVILIAN'],
    ['⻄', '西', 'WEST TWO'],
    ['⻓', '长', 'C-SIMPLIFIED LONG'],
    ['⻘', '青', 'BLUE'],
    ['⻣', '骨', 'BONE'],
    ['⻋', '车', 'C-SIMPLIFIED CART'],
    ['⻔', '门', 'C-SIMPLIFIED GATE'],
    ['⻛', '风', 'C-SIMPLIFIED WIND'],
    ['⻩', '黄', 'SIMPLIFIED YELLOW'],
  ])('%s is %s (CJK RADICAL %s)', (radical, character) => expect(withoutRadicals(radical)).toBe(character));
  test('punctuation of full width stays', () => expect(withoutRadicals('（⼀）：⺠，①')).toBe('（一）：民，①'));
});

describe('PDF', () => {
  test('lines are joined to paragraphs over pages, page numbers are left out, radicals are characters', async () => {
    const bytes = pdfOf([
      ['云河流域⽔环境保护合作协议', '第一条 甲方应于2026年底前完成排污口整治，并将', '整治结果告知乙方', '— 1 —'],
      ['人⺠政府。', '第二条 乙方负责监测。', '— 2 —'],
    ]);
    expect(await documentText(bytes, 'a.pdf')).toEqual({
      ok: true,
      text: '云河流域水环境保护合作协议\n第一条 甲方应于2026年底前完成排污口整治，并将整治结果告知乙方人民政府。\n第二条 乙方负责监测。',
    });
  });
  test('English lines are joined with a blank, a broken word without its hyphen', async () => {
    const bytes = pdfOf([['Article 1 Party A shall com-', 'plete the works by the end', 'of 2026.', 'Article 2 Party B shall pay.']]);
    expect(await documentText(bytes, 'a.pdf')).toMatchObject({
      text: 'Article 1 Party A shall complete the works by the end of 2026.\nArticle 2 Party B shall pay.',
    });
  });
  test('a scan, a password and half a file are told apart', async () => {
    expect(await documentText(pdfOf([[]]), 'a.pdf')).toMatchObject({ ok: false, refusal: 'pdfWithoutText' });
    expect(await documentText(new TextEncoder().encode('%PDF-1.7\nnothing'), 'a.pdf')).toMatchObject({ ok: false, refusal: 'damaged' });
    const locked = Buffer.from(pdfOf([['a']]))
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      );
    expect(await documentText(Buffer.from(locked, 'latin1'), 'a.pdf')).toMatchObject({ ok: false, refusal: 'encrypted' });
  });
});

describe('what else arrives', () => {
  test('minutes that the product wrote are read back with their decisions', async () => {
    const answer = minutesOf(exampleSource());
    if (!answer.ok) throw new Error(answer.refusal);
    const read = await documentText(await officialDocx(answer.document, 'zh'), 'minutes.docx');
    expect(read).toMatchObject({ ok: true });
    if (read.ok) for (const { text } of answer.document.body) expect(read.text).toContain(text.zh);
  });
  test('other kinds are refused with what would be right', async () => {
    const wordParts = { 'word/document.xml': strToU8('<w:document/>') };
    expect(await documentText(zipSync({ ...wordParts, 'word/vbaProject.bin': strToU8('x') }), 'a.docm')).toMatchObject({
      refusal: 'macros',
    });
    expect(await documentText(zipSync(wordParts), 'a.docx')).toMatchObject({ refusal: 'damaged' });
    expect(await documentText(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.xlsx')).toMatchObject({ refusal: 'unknownKind' });
    expect(await documentText(new TextEncoder().encode('x'), 'a.docx')).toMatchObject({ refusal: 'damaged' });
  });
});

test('duties are proposed from the clauses, with what is still missing', async () => {
  const text = '甲方应于2026年12月31日前完成排污口整治。\n双方加强沟通。\n';
  const preview = await previewAgreement({
    bytes: new TextEncoder().encode(text),
    fileName: 'a.txt',
    agreement: 'river',
    actors: { 甲方: '610100', 乙方: '610300' },
  });
  if (!preview.ok) throw new Error(preview.refusal);
  const proposed = preview.duties.find(({ payload }) => payload !== null);
  expect(proposed?.payload).toMatchObject({ agreement: 'river', liable: ['610100'], deadline: { readings: [{ dueOn: '2026-12-31' }] } });
  expect(proposed?.missing).toContain('measure');
});
