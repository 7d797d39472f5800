/** Where the reader's notes stand on the axis: each a slip of paper at its first day, in the first line with room. */
import { type DayNumber, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { Note } from '../notes/notes.ts';
import { fitLabel, textWidth } from './labels.ts';
import type { Scale } from './scale.ts';

export const NOTE_HEIGHT = 20;
const LABEL_MAX = 240;
const PADDING = 5;

export interface PlacedNote {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly line: number;
  readonly x: number;
  readonly width: number;
  /** The days it speaks of, in pixels; equal for a single day. */
  readonly from: number;
  readonly to: number;
}

export function placeNotes(notes: readonly Note[], scale: Scale): { readonly notes: readonly PlacedNote[]; readonly rows: number } {
  const ends: number[] = [];
  const inWindow = (first: DayNumber, last: DayNumber) => last >= scale.first && first <= scale.last;
  const placed = notes
    .filter(({ from, to }) => inWindow(toDayNumber(from), toDayNumber(to)))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((note): PlacedNote => {
      const from = Math.max(0, scale.x(toDayNumber(note.from)));
      const to = Math.min(scale.width, scale.x(toDayNumber(note.to)));
      const label = fitLabel(note.text, LABEL_MAX) || note.text.slice(0, 1);
      const width = textWidth(label) + 2 * PADDING;
      const x = Math.max(0, Math.min(from, scale.width - width));
      const free = ends.findIndex((end) => end < x);
      const line = free < 0 ? ends.length : free;
      ends[line] = Math.max(x + width, to) + 4;
      return { id: note.id, label, text: note.text, line, x, width, from, to };
    });
  return { notes: placed, rows: ends.length };
}
