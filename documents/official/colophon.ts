/** 版记 (7.4): on the last page, its last line on the lower edge of the type area. */
import {
  BorderStyle,
  type FileChild,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx';
import type { OfficialDocument } from './content.ts';
import { fonts } from './fonts.ts';
import { eighthsOfMillimetres, lineTwips, marks, page, sizePoints, twipsOfMillimetres, twipsOfPoints } from './measures.ts';
import { widthInCharacters } from './shape.ts';
import { dateText } from './words.ts';

const width = twipsOfMillimetres(page.typeWidthMillimetres);
/** One character of size 4 on both sides. */
const indent = twipsOfPoints(sizePoints.four);
const rule = (millimetres: number) => ({ style: BorderStyle.SINGLE, size: eighthsOfMillimetres(millimetres), color: '000000', space: 0 });
const outer = rule(marks.outerLineMillimetres);

type Frame = NonNullable<IParagraphOptions['frame']>;

function framed(text: string, frame: Frame, options: Partial<IParagraphOptions>): Paragraph {
  return new Paragraph({
    frame,
    spacing: { line: lineTwips, lineRule: LineRuleType.EXACT },
    ...options,
    children: [
      new TextRun({
        text,
        font: { ascii: fonts.body, hAnsi: fonts.body, eastAsia: fonts.body, cs: fonts.body },
        size: sizePoints.four * 2,
      }),
    ],
  });
}

const onMargin = { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN };
/** At the foot of the type area of whatever page it falls on. */
const atFoot: Frame = {
  type: 'alignment',
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  anchor: onMargin,
  width,
  wrap: FrameWrap.NOT_BESIDE,
};

/** That many lines, the last of them standing `below` lines above the foot of the type area. */
function aboveFoot(lines: number, below: number): Frame {
  return {
    type: 'absolute',
    position: {
      x: twipsOfMillimetres(page.leftMillimetres),
      y: twipsOfMillimetres(page.topMillimetres + page.typeHeightMillimetres) - (lines + below) * lineTwips,
    },
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    width,
    height: lines * lineTwips,
    rule: HeightRule.EXACT,
    wrap: FrameWrap.NOT_BESIDE,
  };
}

const label = '抄送：';
const hanging = Math.round(widthInCharacters(label) * twipsOfPoints(sizePoints.four));
/** Copies begin one character in and go on under the first name; a line keeps one character free for a mark that hangs over. */
const copiesCharacters = Math.floor((width - 2 * indent - hanging) / twipsOfPoints(sizePoints.four)) - 1;

function copiesRow(copies: OfficialDocument['copies'], isLetter: boolean): Paragraph[] {
  if (copies.length === 0) return [];
  const text = `${copies.map(({ zh }) => zh).join('，')}。`;
  const lines = Math.ceil(widthInCharacters(text) / copiesCharacters);
  return [
    framed(`${label}${text}`, isLetter ? atFoot : aboveFoot(lines, 1), {
      indent: { left: indent + hanging, hanging, right: indent },
      ...(!isLetter && { border: { top: outer } }),
    }),
  ];
}

function printingRow({ issuer, date, copies }: OfficialDocument): Paragraph {
  return framed(`${issuer.zh}\t${dateText(date).zh}印发`, atFoot, {
    indent: { left: indent, right: indent },
    tabStops: [{ type: TabStopType.RIGHT, position: width - indent }],
    border: { top: copies.length === 0 ? outer : rule(marks.innerLineMillimetres), bottom: outer },
  });
}

/**
 * Copies above, who issued it when below, between two heavy lines and one light one. A letter has neither lines nor issuer
 * here (10.1). Each row has a frame of its own: LibreOffice keeps a frame only if all its paragraphs have the same lines, and
 * no table across the whole type area.
 */
export function colophon(document: OfficialDocument): FileChild[] {
  const isLetter = document.kind === 'letter';
  const rows = [...copiesRow(document.copies, isLetter), ...(isLetter ? [] : [printingRow(document)])];
  // A frame hangs on the paragraph after it; this one takes no room.
  return rows.length === 0 ? [] : [...rows, new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })];
}
