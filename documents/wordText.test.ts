import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { wordDocumentText } from './wordText.ts';

const row = (...cells: readonly (readonly string[])[]): TableRow =>
  new TableRow({ children: cells.map((lines) => new TableCell({ children: lines.map((line) => new Paragraph(line)) })) });

test('rows of a table, breaks in a paragraph and numbered items stay what they are', async () => {
  const made = new Document({
    numbering: { config: [{ reference: 'items', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '（%1）' }] }] },
    sections: [
      {
        children: [
          new Paragraph('甲方应当：'),
          new Paragraph({ text: '建站；', numbering: { reference: 'items', level: 0 } }),
          new Paragraph({ text: '供水。', numbering: { reference: 'items', level: 0 } }),
          new Paragraph({ text: '第一条 目标', numbering: { reference: 'items', level: 0 }, pageBreakBefore: true }),
          new Paragraph({ children: [new TextRun('甲方（盖章）'), new TextRun({ text: '代表：', break: 1 })] }),
          new Table({ rows: [row(['任务'], ['配合单位']), row(['建站'], ['市财政局', '市水利局'])] }),
        ],
      },
    ],
  });
  const text = await wordDocumentText(new Uint8Array(await Packer.toBuffer(made)));
  expect(text.split('\n')).toEqual([
    '甲方应当：',
    '• 建站；',
    '• 供水。',
    '第一条 目标',
    '甲方（盖章）',
    '代表：',
    '任务\t配合单位',
    '建站\t市财政局 市水利局',
  ]);
});
