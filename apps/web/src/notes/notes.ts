/**
 * What a reader writes on the axis for herself or for a meeting: a day or a span of days, and a sentence. A note is no fact. It is
 * never sent to the server: it stays in this browser, and travels only in the part of an address that browsers keep to themselves.
 */
import { isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';

export interface Note {
  readonly id: string;
  readonly from: IsoDate;
  /** The last day it speaks of; the first one for a single day. */
  readonly to: IsoDate;
  readonly text: string;
}

export const NOTES_MAX = 60;
export const NOTE_LENGTH_MAX = 280;

/** A note of what was typed, or nothing where a date or the text is missing. The days may be given in either order. */
export function noteOf(id: string, from: unknown, to: unknown, text: unknown): Note | undefined {
  if (typeof from !== 'string' || !isIsoDate(from) || typeof text !== 'string') return undefined;
  const kept = text.replace(/\s+/g, ' ').trim().slice(0, NOTE_LENGTH_MAX);
  if (kept === '') return undefined;
  const end = typeof to === 'string' && isIsoDate(to) ? to : from;
  return from <= end ? { id, from, to: end, text: kept } : { id, from: end, to: from, text: kept };
}

/** Notes as kept and as sent: `[[from, to, text], …]`. */
export function writeNotes(notes: readonly Note[]): string {
  return JSON.stringify(notes.map(({ from, to, text }) => [from, to, text]));
}

/** Reads what was kept or sent; what is no note is left out. `prefix` makes the ids. */
export function readNotes(text: string | null, prefix: string): Note[] {
  try {
    const rows: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(rows)) return [];
    return rows
      .slice(0, NOTES_MAX)
      .map((row, i) => (Array.isArray(row) ? noteOf(`${prefix}${i}`, row[0], row[1], row[2]) : undefined))
      .filter((note) => note !== undefined);
  } catch {
    return [];
  }
}

/** The notes as the fragment of an address: letters that no mail program breaks. */
export function fragmentOf(notes: readonly Note[]): string {
  const bytes = new TextEncoder().encode(writeNotes(notes));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `#notes=${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

export function readFragment(hash: string): Note[] {
  const text = /^#notes=([\w-]+)$/.exec(hash)?.[1];
  if (text === undefined) return [];
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    return readNotes(new TextDecoder().decode(bytes), 'sent:');
  } catch {
    return [];
  }
}

/** Own notes and sent ones, one of each where both say the same. */
export function joinNotes(own: readonly Note[], sent: readonly Note[]): Note[] {
  const same = (a: Note, b: Note) => a.from === b.from && a.to === b.to && a.text === b.text;
  return [...own, ...sent.filter((note) => !own.some((other) => same(other, note)))];
}
