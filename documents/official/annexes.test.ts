/** What a letter and a notice enclose: files by name and digest, as the record binds them. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { factOf } from '@gongze/domain/testing/facts';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sourceWith } from '../testing/source.ts';
import type { DocumentAnswer, OfficialDocument } from './content.ts';
import { letterOf } from './letter.ts';
import { noticeOf } from './notice.ts';
import { officialDocx } from './write.ts';

const file = (name: string, digit: string) => ({ sha256: digit.repeat(64), name, bytes: 9, mediaType: 'application/pdf' });
const text = (zh: string, en: string) => ({ zh, en });
const duty = { obligation: 'd' };
const [report, photo, kept] = [file('监测月报.pdf', 'a'), file('现场.jpg', 'b'), 'c'.repeat(64)];

function facts(): Fact[] {
  return [
    factOf('caseOpened', { title: text('案', 'Case'), parties: ['610100', '610400'] }),
    factOf('obligationDrafted', {
      ...duty,
      title: text('建站', 'Build stations'),
      origin: 'agreed',
      liable: ['610100'],
      acceptedBy: ['610100'],
    }),
    factOf('evidenceAttached', { ...duty, title: text('验收单', 'Record of acceptance') }, { on: '2020-02-01' }),
    factOf('evidenceAttached', { ...duty, title: text('监测月报。', 'Monthly report.'), files: [report, photo] }, { on: '2020-02-02' }),
    factOf('evidenceAttached', { ...duty, title: text('原件', 'The original'), sha256: kept }, { on: '2020-02-03' }),
    factOf(
      'obligationReported',
      { ...duty, by: '610100', completion: 'complete', files: [photo, file('总结.docx', 'd')] },
      { on: '2020-02-04' },
    ),
  ];
}

function written(answer: DocumentAnswer): OfficialDocument {
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.document;
}

async function shown(document: OfficialDocument, lang: 'zh' | 'en'): Promise<string[]> {
  const xml = strFromU8(unzipSync(await officialDocx(document, lang))['word/document.xml'] ?? new Uint8Array());
  return xml.split('</w:p>').map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, own]) => own).join(''));
}

test('a letter that rests on evidence lists each file once, by name and digest; what has no file by its title', async () => {
  const letter = written(letterOf(sourceWith('2020-03-01', facts()), { obligation: 'd', from: '610100' as never, to: '610400' as never }));
  const zh = await shown(letter, 'zh');
  const first = zh.findIndex((line) => line.startsWith('附件：'));
  expect(zh.slice(first, first + 5)).toEqual([
    '附件：1. 验收单',
    '　　　2. 监测月报（监测月报.pdf，SHA-256 aaaaaaaaaaaa…）',
    '　　　3. 监测月报（现场.jpg，SHA-256 bbbbbbbbbbbb…）',
    '　　　4. 原件（SHA-256 cccccccccccc…）',
    '　　　5. 总结.docx（SHA-256 dddddddddddd…）',
  ]);
  const en = (await shown(letter, 'en')).find((line) => line.startsWith('Enclosed:'));
  expect(en).toContain('Record of acceptance; Monthly report (监测月报.pdf, SHA-256 aaaaaaaaaaaa…); ');
  expect(en).toContain('总结.docx (SHA-256 dddddddddddd…)');
});

test('a notice names the files on record, and no titles of papers that whoever issues it does not have', () => {
  const notice = written(noticeOf(sourceWith('2020-03-01', facts()), { obligation: 'd', by: '610000' as never }));
  expect(notice.annexes.map(({ zh }) => zh)).toEqual([
    '监测月报（监测月报.pdf，SHA-256 aaaaaaaaaaaa…）',
    '监测月报（现场.jpg，SHA-256 bbbbbbbbbbbb…）',
    '原件（SHA-256 cccccccccccc…）',
    '总结.docx（SHA-256 dddddddddddd…）',
  ]);
});
