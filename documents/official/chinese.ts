/** Layout by GB/T 9704-2012: the general format, the letter (10.1) and the minutes (10.3). */
import { AlignmentType, BorderStyle, Document, type FileChild, Footer, Header, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import type { OfficialDocument } from './content.ts';
import { colophon } from './colophon.ts';
import { fonts } from './fonts.ts';
import {
  characterSpacing,
  characterTwips,
  eighthsOfMillimetres,
  letterLineLeftMillimetres,
  lineTwips,
  marks,
  page,
  red,
  sizePoints,
  twipsOfMillimetres,
  twipsOfPoints,
} from './measures.ts';
import { chineseOrdinal, numberText, signatureIndents, titleLines, widthInCharacters } from './shape.ts';
import { dateText } from './words.ts';

const exactly = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT });
const run = (text: string, font: string, points: number, extra: object = {}): TextRun =>
  new TextRun({ text, font: { ascii: font, hAnsi: font, eastAsia: font, cs: font }, size: points * 2, ...extra });
const body = (text: string, font: string = fonts.body): TextRun => run(text, font, sizePoints.three, { characterSpacing });

/** A line of the grid, by default of the body: indented by two characters. */
function line(children: TextRun[], options: object = {}): Paragraph {
  return new Paragraph({
    spacing: exactly(lineTwips),
    indent: { firstLine: 2 * characterTwips, firstLineChars: 200 },
    alignment: AlignmentType.BOTH,
    ...options,
    children,
  });
}

/** The mark as large as it fits on one line, in size 2 at least and at most as large as is usual. */
function markPoints(mark: string): number {
  const fitting = ((page.typeWidthMillimetres / 25.4) * 72) / widthInCharacters(mark);
  return Math.max(sizePoints.two, Math.min(44, Math.floor(fitting)));
}

function mark(document: OfficialDocument, beforeTwips: number): Paragraph {
  const points = markPoints(document.mark.zh);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    // The line is as high as the type, so that the upper edge of the one is that of the other.
    spacing: { ...exactly(twipsOfPoints(points)), before: beforeTwips },
    children: [run(document.mark.zh, fonts.title, points, { color: red })],
  });
}

const yearOf = (document: OfficialDocument): number => document.number?.year ?? Number(document.date.slice(0, 4));

/** The head of the general format and of minutes: mark, number two lines below, red line 4 mm below that. */
function head(document: OfficialDocument): FileChild[] {
  const urgency = document.urgency;
  const above = urgency === undefined ? 0 : lineTwips;
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    // As high as the type: the red line is measured from the characters.
    spacing: { ...exactly(twipsOfPoints(sizePoints.three)), before: 2 * lineTwips },
    children: [body(numberText(document.number, yearOf(document)))],
  });
  return [
    ...(urgency === undefined ? [] : [line([body(urgency.zh, fonts.hei)], { indent: {} })]),
    mark(document, twipsOfMillimetres(marks.belowTypeAreaMillimetres) - above),
    number,
    ruled({ before: twipsOfMillimetres(marks.redLineBelowNumberMillimetres) }),
  ];
}

/** A paragraph that is nothing but a red line of the width of the type area. */
function ruled(spacing: object): Paragraph {
  return new Paragraph({
    spacing: { ...exactly(twipsOfPoints(1)), ...spacing },
    border: { top: { style: BorderStyle.SINGLE, size: eighthsOfMillimetres(marks.outerLineMillimetres), color: red, space: 0 } },
    children: [run('', fonts.body, 1)],
  });
}

/** Two lines below the red line, in size 2, in a trapezoid. */
function title(document: OfficialDocument): Paragraph[] {
  const charactersMax = Math.floor(((page.typeWidthMillimetres / 25.4) * 72) / sizePoints.two);
  return titleLines(document.title.zh, charactersMax).map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...exactly(lineTwips), ...(index === 0 && { before: 2 * lineTwips }) },
        children: [run(text, fonts.title, sizePoints.two)],
      }),
  );
}

function main(document: OfficialDocument): Paragraph[] {
  let ordinal = 0;
  const to =
    document.to.length === 0
      ? []
      : [
          line([body(`${document.to.map(({ zh }) => zh).join('、')}：`)], {
            indent: {},
            spacing: { ...exactly(lineTwips), before: lineTwips },
          }),
        ];
  const blocks = document.body.map((block, index) => {
    const before = index === 0 && to.length === 0 ? { spacing: { ...exactly(lineTwips), before: lineTwips } } : {};
    // The signature never stands on a page without body.
    const last = index === document.body.length - 1 && document.annexes.length === 0;
    if (block.level === 'paragraph') return line([body(block.text.zh)], { keepNext: last, ...before });
    ordinal++;
    return line([body(`${chineseOrdinal(ordinal)}、${block.text.zh}`, fonts.hei)], { keepNext: true, ...before });
  });
  return [...to, ...blocks, ...annexes(document)];
}

/** One line below the body; no mark at the end of a title, and further titles under the first. */
function annexes({ annexes: all }: OfficialDocument): Paragraph[] {
  const numbered = all.length > 1;
  return all.map(({ zh }, index) =>
    line(
      [body(`${index === 0 ? '附件：' : '　　　'}${numbered ? `${index + 1}. ` : ''}${zh.replace(/[。；，]$/, '')}`)],
      index === 0 ? { spacing: { ...exactly(lineTwips), before: lineTwips } } : {},
    ),
  );
}

function signature(document: OfficialDocument): Paragraph[] {
  const date = dateText(document.date).zh;
  const indents = signatureIndents(document.issuer.zh, date);
  const right = (text: string, characters: number, extra: object): Paragraph =>
    line([body(text)], {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(characters * characterTwips) },
      keepLines: true,
      ...extra,
    });
  return [
    right(document.issuer.zh, indents.signature, { keepNext: true, spacing: { ...exactly(lineTwips), before: 2 * lineTwips } }),
    right(date, indents.date, {}),
  ];
}

/** Of minutes: 出席 in 黑体, the names hanging behind the colon, one line below the body. */
function attendance({ attendance: own }: OfficialDocument): Paragraph[] {
  if (own === undefined) return [];
  const row = (label: string, names: readonly { readonly zh: string }[], first: boolean): Paragraph[] => {
    if (names.length === 0) return [];
    const hanging = Math.round((widthInCharacters(label) + 1) * characterTwips);
    return [
      line([body(`${label}：`, fonts.hei), body(names.map(({ zh }) => zh).join('、'))], {
        indent: { left: 2 * characterTwips + hanging, hanging },
        spacing: { ...exactly(lineTwips), ...(first && { before: lineTwips }) },
      }),
    ];
  };
  return [...row('出席', own.present, true), ...row('缺席', own.absent, false)];
}

/** — 1 —, the dash 7 mm below the type area: on the outer side, one character in. */
function pageNumber(side: 'left' | 'right'): Footer {
  const font = { ascii: fonts.song, hAnsi: fonts.song, eastAsia: fonts.song, cs: fonts.song };
  const indent = twipsOfPoints(sizePoints.four);
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'left' ? { left: indent } : { right: indent },
        spacing: exactly(twipsOfPoints(sizePoints.four)),
        children: [new TextRun({ font, size: sizePoints.four * 2, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** From the lower edge of the page to the lower edge of the page number, whose dash is in the middle of its line. */
const footerTwips =
  twipsOfMillimetres(page.bottomMillimetres - marks.pageNumberBelowTypeAreaMillimetres) - twipsOfPoints(sizePoints.four / 2);

const thickEighths = 18;
const thinEighths = 6;
/** From the upper edge of the upper line to that of the lower one. */
const doubleLineTwips = twipsOfPoints(4);

/**
 * One red line of 170 mm across the page. A double line is two of them: word processors disagree on which line of a compound
 * border is the outer one.
 */
function letterLine(eighths: number, options: object): Paragraph {
  const outside = twipsOfMillimetres(letterLineLeftMillimetres);
  return new Paragraph({
    indent: { left: outside - twipsOfMillimetres(page.leftMillimetres), right: outside - twipsOfMillimetres(page.rightMillimetres) },
    border: { top: { style: BorderStyle.SINGLE, size: eighths, color: red, space: 0 } },
    spacing: exactly(doubleLineTwips),
    children: [run('', fonts.body, 1)],
    ...options,
  });
}

/** Thick over thin, 4 mm below the mark. */
function letterHead(document: OfficialDocument): Header {
  const before = twipsOfMillimetres(marks.letterLineBelowMarkMillimetres);
  return new Header({
    children: [
      mark(document, 0),
      letterLine(thickEighths, { spacing: { ...exactly(twipsOfPoints(1.5)), before } }),
      letterLine(thinEighths, {}),
    ],
  });
}

/** Thin over thick, 20 mm above the lower edge of the page, whatever else the footer holds. */
function letterFoot(): Footer {
  const line = (eighths: number, below: number): Paragraph =>
    letterLine(eighths, {
      indent: {},
      frame: {
        type: 'absolute',
        position: {
          x: twipsOfMillimetres(letterLineLeftMillimetres),
          y: twipsOfMillimetres(page.heightMillimetres - marks.letterLowerLineMillimetres) + below,
        },
        width: twipsOfMillimetres(marks.letterLineWidthMillimetres),
        height: doubleLineTwips,
        rule: 'exact',
        anchor: { horizontal: 'page', vertical: 'page' },
      },
    });
  return new Footer({
    children: [
      line(thinEighths, 0),
      line(thickEighths, twipsOfPoints(2)),
      new Paragraph({ spacing: exactly(twipsOfPoints(1)), children: [run('', fonts.body, 1)] }),
    ],
  });
}

function letterNumber(document: OfficialDocument): Paragraph {
  return line([body(numberText(document.number, yearOf(document)))], { indent: {}, alignment: AlignmentType.RIGHT });
}

/** The document as the library builds it; `pack.ts` turns it into bytes. */
export function chineseLayout(document: OfficialDocument): Document {
  const isLetter = document.kind === 'letter';
  const twips = twipsOfMillimetres;
  return new Document({
    title: document.title.zh,
    creator: document.issuer.zh,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: fonts.body, size: sizePoints.three * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: isLetter,
          page: {
            size: { width: twips(page.widthMillimetres), height: twips(page.heightMillimetres) },
            margin: {
              top: twips(page.topMillimetres),
              bottom: twips(page.bottomMillimetres),
              left: twips(page.leftMillimetres),
              right: twips(page.rightMillimetres),
              header: isLetter ? twips(marks.letterMarkMillimetres) : twips(15),
              footer: footerTwips,
              gutter: 0,
            },
          },
          grid: { linePitch: lineTwips },
        },
        headers: isLetter ? { first: letterHead(document) } : {},
        footers: { default: pageNumber('right'), even: pageNumber('left'), ...(isLetter && { first: letterFoot() }) },
        children: [
          ...(isLetter ? [letterNumber(document)] : head(document)),
          ...title(document),
          ...main(document),
          ...(document.kind === 'minutes' ? attendance(document) : signature(document)),
          ...colophon(document),
        ],
      },
    ],
  });
}
