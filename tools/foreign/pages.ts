/** Pages as poppler tells of them: words with their boxes, and the red lines of a picture. Everything in millimetres. */

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const millimetres = (points: string | undefined): number => (Number(points) / 72) * 25.4;

/** Words of each page in the output of `pdftotext -bbox`. */
export function wordsOf(boxes: string): Word[][] {
  return boxes
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text,
          left: millimetres(left),
          right: millimetres(right),
          top: millimetres(top),
          bottom: millimetres(bottom),
        }),
      ),
    );
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly isRed: (x: number, y: number) => boolean;
  /** Uppermost red point. */
  readonly firstRed: number;
}

const POINTS_PER_MILLIMETRE = 2;

/** A picture as `pdftoppm` writes it: PPM, binary, at two points a millimetre. */
export function readPicture(bytes: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm wrote something other than a PPM picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = bytes.subarray(head[0].length);
  const isRed = (x: number, y: number): boolean => {
    const at = 3 * (y * width + x);
    return (data[at] ?? 0) > 180 && (data[at + 1] ?? 255) < 170 && (data[at + 2] ?? 255) < 170;
  };
  let first = 0;
  while (first < height && !Array.from({ length: width }, (_, x) => x).some((x) => isRed(x, first))) first++;
  return { width, height, isRed, firstRed: first / POINTS_PER_MILLIMETRE };
}

/** Rows that are red without a gap over at least 100 mm. */
export function redLines({ width, height, isRed }: Picture): { readonly top: number; readonly left: number; readonly width: number }[] {
  const lines: { top: number; left: number; width: number }[] = [];
  for (let y = 0; y < height; y++) {
    let [start, longest, from] = [-1, 0, 0];
    for (let x = 0; x <= width; x++) {
      if (x < width && isRed(x, y)) start = start < 0 ? x : start;
      else if (start >= 0) {
        if (x - start > longest) [longest, from] = [x - start, start];
        start = -1;
      }
    }
    if (longest >= 100 * POINTS_PER_MILLIMETRE)
      lines.push({ top: y / POINTS_PER_MILLIMETRE, left: from / POINTS_PER_MILLIMETRE, width: longest / POINTS_PER_MILLIMETRE });
  }
  return lines;
}
