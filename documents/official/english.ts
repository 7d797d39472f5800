/** The same documents as an English-speaking civil service lays them out: letterhead, reference block, numbered paragraphs. */
import { AlignmentType, BorderStyle, Document, type FileChild, Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { OfficialDocument } from './content.ts';
import { fonts } from './fonts.ts';
import { twipsOfMillimetres, twipsOfPoints } from './measures.ts';
import { dateText } from './words.ts';

const bodyPoints = 11;
const marginMillimetres = 25;
/** Where the values of the reference block, and the text of numbered paragraphs, begin. */
const valueTwips = twipsOfMillimetres(28);
const numberTwips = twipsOfMillimetres(10);
const ink = '1F3864';

const text = (value: string, extra: object = {}): TextRun =>
  new TextRun({ text: value, font: fonts.english, size: bodyPoints * 2, ...extra });
const spaced = (after: number, extra: object = {}) => ({ spacing: { after: twipsOfPoints(after), line: 276 }, ...extra });

const kinds = { notice: 'SUPERVISION NOTICE', letter: 'LETTER', minutes: 'MINUTES', intervention: 'RECORD OF INTERVENTION' } as const;

function letterhead(document: OfficialDocument): Paragraph[] {
  return [
    new Paragraph({ ...spaced(2), children: [text(document.issuer.en, { bold: true, size: 32, color: ink })] }),
    new Paragraph({
      spacing: { after: twipsOfPoints(14) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: ink, space: 4 } },
      children: [text(kinds[document.kind], { color: ink, characterSpacing: 40, size: 18 })],
    }),
  ];
}

function reference(label: string, value: string, after = 4): Paragraph {
  return new Paragraph({
    ...spaced(after),
    indent: { left: valueTwips, hanging: valueTwips },
    tabStops: [{ type: TabStopType.LEFT, position: valueTwips }],
    children: [text(`${label}\t`, { bold: true }), text(value)],
  });
}

/** `Jinghuan (2025) 3`: the same three parts as the Chinese number. */
function numberOf({ number, date }: OfficialDocument): string {
  return number === undefined ? `          (${date.slice(0, 4)})          ` : `${number.code} (${number.year}) ${number.serial}`;
}

function block(document: OfficialDocument): Paragraph[] {
  const row = (label: string, names: readonly { readonly en: string }[]): Paragraph[] =>
    names.length === 0 ? [] : [reference(label, names.map(({ en }) => en).join('; '))];
  return [
    reference('Reference:', numberOf(document)),
    reference('Date:', dateText(document.date).en),
    ...row('To:', document.to),
    ...row('Present:', document.attendance?.present ?? []),
    ...row('Absent:', document.attendance?.absent ?? []),
    ...row('Copy:', document.copies),
    ...row('Enclosed:', document.annexes),
    new Paragraph({
      spacing: { before: twipsOfPoints(10), after: twipsOfPoints(10) },
      keepNext: true,
      children: [text(document.title.en, { bold: true, size: 26 })],
    }),
  ];
}

/** Paragraphs are numbered through, so that a reply can cite them. */
function numbered(document: OfficialDocument): Paragraph[] {
  let count = 0;
  return document.body.map(({ level, text: { en } }) => {
    if (level === 'heading')
      return new Paragraph({
        ...spaced(4, { keepNext: true }),
        spacing: { before: twipsOfPoints(8), after: twipsOfPoints(4) },
        children: [text(en, { bold: true, color: ink })],
      });
    count++;
    return new Paragraph({
      ...spaced(6),
      indent: { left: numberTwips, hanging: numberTwips },
      tabStops: [{ type: TabStopType.LEFT, position: numberTwips }],
      children: [text(`${count}.\t${en}`)],
    });
  });
}

function signature({ issuer, kind }: OfficialDocument): Paragraph[] {
  if (kind === 'minutes') return [];
  return [
    new Paragraph({
      spacing: { before: twipsOfPoints(20), after: twipsOfPoints(36) },
      keepNext: true,
      children: [text('For and on behalf of')],
    }),
    new Paragraph({ ...spaced(0), children: [text(issuer.en, { bold: true })] }),
  ];
}

function pageNumber(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            font: fonts.english,
            size: 18,
            color: '595959',
            children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** The document as the library builds it. */
export function englishLayout(document: OfficialDocument): Document {
  const twips = twipsOfMillimetres;
  const children: FileChild[] = [...letterhead(document), ...block(document), ...numbered(document), ...signature(document)];
  return new Document({
    title: document.title.en,
    creator: document.issuer.en,
    styles: { default: { document: { run: { font: fonts.english, size: bodyPoints * 2, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              top: twips(marginMillimetres),
              bottom: twips(marginMillimetres),
              left: twips(marginMillimetres),
              right: twips(marginMillimetres),
              header: twips(12),
              footer: twips(12),
              gutter: 0,
            },
          },
        },
        footers: { default: pageNumber() },
        children,
      },
    ],
  });
}
