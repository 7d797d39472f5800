/** Files as they really arrive. Each gets one clear answer in both languages, and none of them an exception. */
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { sourceWith } from '../testing/source.ts';
import { previewLedger } from './import.ts';
import type { MappingWish } from './mapping.ts';

const source = sourceWith('2024-05-01', []);
const on = isoDateOf('2024-05-01');
const preview = (bytes: Uint8Array, fileName = 'ledger.xlsx', mapping: MappingWish = {}) =>
  previewLedger({ bytes, fileName, source, on, mapping });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const heading = ['序号', '重点任务', '责任单位', '完成时限'];
const row = [1, '建设监测站', 'Northford', '2025-06-30'];
const workbook = (rows: (string | number | null)[][], extra: object = {}) => writeXlsx({ sheets: [{ name: '台账', rows, ...extra }] });
const workbookParts = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') };

/** Unpacks to 120 MB. */
const bomb = zipSync({ ...workbookParts, 'xl/worksheets/sheet1.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 1 });

/** Sets the flag of encryption in the headers of every entry. */
function markedEncrypted(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 10 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint16(at + 6, 1, true);
    if (signature === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return bytes;
}

describe('files that are not opened', () => {
  const files: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
    'empty: nothing in it': () => new Uint8Array(),
    'tooLarge: 50 MB': () => new Uint8Array(50 * 1024 * 1024).fill(0x20),
    'macros: a workbook with macros': () => zipSync({ ...workbookParts, 'xl/vbaProject.bin': strToU8('x') }),
    'encrypted: a workbook behind a password': () =>
      writeXlsx({ sheets: [{ name: 'x', rows: [heading] }], encryption: { password: 'secret', spinCount: 1000 } }),
    'encrypted: a zip behind a password': () => markedEncrypted(zipSync(workbookParts)),
    'oldOffice: a workbook of Excel 97': () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
    'documentType: XML with an external entity': () =>
      zipSync({
        ...workbookParts,
        'xl/styles.xml': strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "http://elsewhere.test/x">]><a>&e;</a>'),
      }),
    'documentType: XML that expands without end': () =>
      zipSync({ ...workbookParts, 'docProps/core.xml': strToU8('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>') }),
    'documentType: a declaration far behind, stored, in a relation': () =>
      zipSync({ ...workbookParts, 'xl/_rels/workbook.xml.rels': [strToU8(`${' '.repeat(8190)}<!doctype a>`), { level: 0 }] }),
    'documentType: a declaration in UTF-16': () =>
      zipSync({
        ...workbookParts,
        'xl/sharedStrings.xml': new Uint8Array(Buffer.from('\ufeff<!DOCTYPE a SYSTEM "http://elsewhere.test/">', 'utf16le')),
      }),
    'documentType: a declaration over the edge of two pieces': () =>
      zipSync({ ...workbookParts, 'xl/theme.xml': strToU8(`${'x'.repeat(65_531)}<!DOCTYPE a>`) }),
    'expandsTooFar: a zip bomb': () =>
      zipSync({ ...workbookParts, 'xl/worksheets/sheet1.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 9 }),
    'damaged: half a file': async () => (await workbook([heading, row])).slice(0, 900),
    'damaged: a workbook whose parts are missing': () => zipSync(workbookParts),
    'damaged: text under the name of a workbook': () => utf8('hello'),
    'unknownKind: a PDF': () => utf8('%PDF-1.7\n'),
    'unknownKind: some other zip': () => zipSync({ 'a.txt': strToU8('x') }),
    'columnsMissing: another table': () =>
      workbook([
        ['姓名', '电话'],
        ['张三', '123'],
      ]),
    'columnsMissing: an empty sheet': () => workbook([[]]),
    'tooManyRows: more rows than a ledger has': () => workbook([heading, ...Array.from({ length: 10_001 }, () => row)]),
  };

  test.each(Object.entries(files))('%s', async (name, bytes) => {
    const answer = await preview(await bytes());
    expect(answer).toMatchObject({ ok: false, refusal: name.split(':')[0] });
    if (answer.ok) return;
    expect(answer.text.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(answer.text.en).toMatch(/^[A-Z].*\.$/);
  });

  test('a size that the container states falsely does not help', async () => {
    const bytes = bomb.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await preview(bytes)).toMatchObject({ refusal: 'expandsTooFar' });
  });

  test('bytes that are no text', async () => {
    expect(await preview(new Uint8Array([0xff, 0xff, 0x00, 0x80]), 'a.csv')).toMatchObject({ refusal: 'notText' });
  });
});

describe('tables with faults: every one is told, and nothing is drafted', () => {
  const faults = async (bytes: Uint8Array, fileName?: string) => {
    const answer = await preview(bytes, fileName);
    if (!answer.ok) throw new Error(answer.text.en);
    expect(answer.events).toEqual([]);
    for (const { message } of answer.faults) expect(message.zh).toMatch(/\p{Script=Han}/u);
    return answer.faults.map(({ kind, row: at, column }) => `${kind} ${column}${at}`);
  };

  test('merged cells', async () => {
    const merges = [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }];
    expect(await faults(await workbook([heading, row, [2, '执法', null, '2025']], { merges }))).toEqual(['mergedCells C2', 'missing C3']);
  });
  test('a merged title above the headings does no harm', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }];
    expect(await faults(await workbook([['某某工作台账', null, null, null], heading, [1, null, 'Harrow', '2025']], { merges }))).toEqual([
      'missing B3',
    ]);
  });
  test('formulas', async () => {
    const cells = new Map([['1,3', { value: 45000, type: 'formula', formula: 'TODAY()+30' }]]);
    expect(await faults(await workbook([heading, [1, '执法', 'Harrow', null]], { cells }))).toContain('formula D2');
    expect(await faults(utf8('任务,责任单位,期限\n执法,Harrow,=TODAY()\n'), 'a.csv')).toContain('formula C2');
  });
  test('names, days, numbers and words that mean nothing', async () => {
    const csv = '任务,责任单位,期限,权重,完成程度\nA,Nowhere,2025-13-01,viel,halfway\n,Harrow,明年,,\nC,Harrow (610100),2025,-1,\n';
    expect(await faults(utf8(csv), 'a.csv')).toEqual([
      'unknownActor B2',
      'notADay C2',
      'notANumber D2',
      'notInList E2',
      'missing A3',
      'notADay C3',
      'contradiction B4',
    ]);
  });
  test('what the schema objects to is told at its cell', async () => {
    expect(await faults(utf8('任务,责任单位,权重\nC,Harrow,-1\n'), 'a.csv')).toEqual(['notValid C2']);
  });
  test('an id that stands twice', async () => {
    expect(await faults(utf8('编号,任务,责任单位\na,x,Harrow\na,y,Harrow\n'), 'a.csv')).toEqual(['duplicate A3']);
  });
});

describe("other people's ledgers", () => {
  // Written by iconv -t GBK.
  const gbk = Buffer.from(
    '0PK6xSzW2LXjyM7O8SzU8MjOtaXOuyzN6rPJyrHP3iy5pNf3vfjVuQoxLL2oyei/573nts/D5tfUtq+84LLi1b4sTm9ydGhmb3JkoaJBc2hieSwyMDI1xOo21MK118ewLNLRzeqzydGh1rcKMiy/qtW5waq6z9a0t6i87LLpLEhhcnJvdyyzpMbaLAo=',
    'base64',
  );

  test('a CSV in GBK is read, its columns are guessed', async () => {
    const answer = await preview(gbk, '台账.csv');
    if (!answer.ok) throw new Error(answer.text.en);
    expect(answer.faults.map(({ kind, column }) => [kind, column])).toEqual([['missing', '']]);
    expect(answer.columns.map(({ key }) => key)).toEqual([null, 'title.zh', 'liable', 'due', 'progress.zh']);
    expect(answer.rows[1]).toMatchObject({ kind: 'new', title: { zh: '开展联合执法检查' } });
    expect(answer.rows[1]?.events[0]).toMatchObject({ type: 'obligationDrafted', payload: { liable: ['610300'], origin: 'agreed' } });
  });

  test('a mapping that was said goes before what is guessed', async () => {
    const answer = await preview(utf8('A,B,C\n修路,Harrow,2025年前\n'), 'a.csv', { A: 'title.zh', b: 'liable', C: 'due' });
    if (!answer.ok) throw new Error(answer.text.en);
    expect(answer.events[0]?.payload).toMatchObject({
      title: { zh: '修路', en: '修路' },
      deadline: {
        text: { zh: '2025年前' },
        readings: [
          { reading: 'strict', dueOn: '2024-12-31' },
          { reading: 'lenient', dueOn: '2025-12-31' },
        ],
        defaultReading: 'lenient',
      },
    });
  });

  test('the same ledger twice is the same duties', async () => {
    const csv = utf8('任务,责任单位\n修路,Harrow\n修路,Harrow\n');
    const ids = async () => {
      const answer = await preview(csv, 'a.csv');
      return answer.ok ? answer.rows.map(({ obligation }) => obligation) : [];
    };
    expect(await ids()).toEqual(await ids());
    expect(new Set(await ids()).size).toBe(2);
  });
});
