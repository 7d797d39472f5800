/**
 * Places the facts of one lane. Few facts become single marks in as many rows as they need; what does not fit
 * becomes a cluster with its count; a lane with very many facts becomes bars of their number. So the number of
 * marks drawn is bounded by the width, never by the length of the history.
 */
import type { FactMark } from './model.ts';
import type { Scale } from './scale.ts';

export const MARK = 11;
const MAX_ROWS = 3;
const DENSITY_BIN = 6;

export interface PlacedMark {
  readonly mark: FactMark;
  readonly row: number;
  readonly x0: number;
  readonly x1: number;
  /** Facts that share the place; 1 = a single mark. */
  readonly ids: readonly string[];
  /** Free pixels to the right, for a label. */
  free: number;
}

export interface DensityBin {
  readonly x: number;
  readonly width: number;
  readonly count: number;
  readonly share: number;
  readonly id: string;
}

export type Packed =
  | { readonly mode: 'marks'; readonly rows: number; readonly placed: readonly PlacedMark[] }
  | { readonly mode: 'density'; readonly bins: readonly DensityBin[] };

export function packMarks(marks: readonly FactMark[], scale: Scale): Packed {
  const visible = marks.filter((mark) => mark.last >= scale.first && mark.first <= scale.last);
  if (visible.length * MARK > scale.width * MAX_ROWS) return { mode: 'density', bins: densityOf(visible, scale) };
  return placeMarks(visible, scale);
}

function extentOf(mark: FactMark, scale: Scale): readonly [number, number] {
  const x0 = scale.x(mark.first);
  const x1 = scale.x(mark.last);
  if (x1 - x0 >= MARK) return [Math.max(0, x0), Math.min(scale.width, x1)];
  return [x1 - MARK / 2, x1 + MARK / 2];
}

function placeMarks(visible: readonly FactMark[], scale: Scale): Packed {
  const ends: number[] = [];
  const placed: (PlacedMark & { ids: string[] })[] = [];
  const lastInRow: (PlacedMark & { ids: string[] })[] = [];
  const sorted = visible.map((mark) => ({ mark, extent: extentOf(mark, scale) })).sort((a, b) => a.extent[0] - b.extent[0]);
  for (const {
    mark,
    extent: [x0, x1],
  } of sorted) {
    let row = ends.findIndex((end) => end + 1 <= x0);
    if (row < 0 && ends.length < MAX_ROWS) row = ends.length;
    if (row < 0) {
      // No row is free: the fact joins the mark that lies nearest to it.
      const host = lastInRow.reduce((near, one) => (Math.abs(one.x1 - x1) < Math.abs(near.x1 - x1) ? one : near));
      host.ids.push(mark.id);
      continue;
    }
    const previous = lastInRow[row];
    if (previous !== undefined) previous.free = x0 - previous.x1;
    const item = { mark, row, x0, x1, ids: [mark.id], free: scale.width - x1 };
    ends[row] = x1;
    lastInRow[row] = item;
    placed.push(item);
  }
  return { mode: 'marks', rows: Math.max(1, ends.length), placed };
}

function densityOf(visible: readonly FactMark[], scale: Scale): DensityBin[] {
  const bins = new Map<number, { count: number; id: string }>();
  for (const mark of visible) {
    const at = Math.floor(Math.min(scale.width - 1, Math.max(0, scale.x(mark.last))) / DENSITY_BIN);
    const bin = bins.get(at);
    if (bin === undefined) bins.set(at, { count: 1, id: mark.id });
    else bin.count += 1;
  }
  const most = Math.max(1, ...[...bins.values()].map((bin) => bin.count));
  return [...bins].map(([at, { count, id }]) => ({
    x: at * DENSITY_BIN,
    width: DENSITY_BIN - 1,
    count,
    share: Math.sqrt(count / most),
    id,
  }));
}
