/**
 * Measures of GB/T 9704-2012 (layout of official documents of Party and government organs), in millimetres and points as the
 * standard gives them, with the units of the file format derived in one place.
 */

/** Twentieths of a point in a millimetre: 1 inch = 25.4 mm = 1440 twips. */
export function twipsOfMillimetres(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** Page and type area (5.1, 5.2): A4; top 37, binding edge 28, type area 156 × 225. */
export const page = {
  widthMillimetres: 210,
  heightMillimetres: 297,
  topMillimetres: 37,
  leftMillimetres: 28,
  rightMillimetres: 210 - 28 - 156,
  bottomMillimetres: 297 - 37 - 225,
  typeWidthMillimetres: 156,
  typeHeightMillimetres: 225,
  /** 22 lines of 28 characters fill the type area (5.2.3). */
  linesPerPage: 22,
  charactersPerLine: 28,
} as const;

/** Sizes by their traditional names. */
export const sizePoints = { two: 22, three: 16, four: 14 } as const;

/** Rounded down, so that 22 lines fit. */
export const lineTwips = Math.floor(((page.typeHeightMillimetres / page.linesPerPage) * 1440) / 25.4);
export const characterTwips = Math.floor(((page.typeWidthMillimetres / page.charactersPerLine) * 1440) / 25.4);
/**
 * What is added to every character of size 3, in twentieths of a point: 28 of them are wider than the type area, so it is
 * negative. It stands in the text and not in a grid of characters, because word processors disagree on such a grid.
 */
export const characterSpacing = Math.floor(((page.typeWidthMillimetres / page.charactersPerLine) * 1440) / 25.4 - sizePoints.three * 20);

export const marks = {
  /** Upper edge of the issuer's mark below the upper edge of the type area (7.2.4). */
  belowTypeAreaMillimetres: 35,
  /** Red line below the number (7.2.7). */
  redLineBelowNumberMillimetres: 4,
  /** Dash of the page number below the type area (7.5). */
  pageNumberBelowTypeAreaMillimetres: 7,
  /** Letter (10.1): mark below the upper edge of the page, lines of 170 mm, the lower one above the lower edge of the page. */
  letterMarkMillimetres: 30,
  letterLineBelowMarkMillimetres: 4,
  letterLineWidthMillimetres: 170,
  letterLowerLineMillimetres: 20,
  /** Lines of the colophon (7.4.1). */
  outerLineMillimetres: 0.35,
  innerLineMillimetres: 0.25,
} as const;

/** Width of a border in eighths of a point. */
export function eighthsOfMillimetres(millimetres: number): number {
  return Math.round((millimetres * 72 * 8) / 25.4);
}

/** Left edge of a line of that width in the middle of the page. */
export const letterLineLeftMillimetres = (page.widthMillimetres - marks.letterLineWidthMillimetres) / 2;

/** Pure red as on screen; print shops use Y80 M80. */
export const red = 'FF0000';
