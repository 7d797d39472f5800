/** Columns of boxes, each column spread evenly over the height of the longest. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTHS = [150, 262, 176, 240];
const GAP = 96;
const BOX = 34;
const STEP = 42;

export function columnsOf(columns: readonly (readonly string[])[]): { nodes: Map<string, Placed>; width: number; height: number } {
  const longest = Math.max(...columns.map((column) => column.length));
  const height = longest * STEP;
  const nodes = new Map<string, Placed>();
  let x = 1;
  for (const [i, column] of columns.entries()) {
    const width = WIDTHS[i] ?? 180;
    const step = height / column.length;
    for (const [j, id] of column.entries()) nodes.set(id, { x, y: Math.round(j * step + (step - BOX) / 2), width, height: BOX });
    x += width + GAP;
  }
  return { nodes, width: x - GAP + 1, height };
}
