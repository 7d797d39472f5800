/** Entries of whole days as the text of a calendar (RFC 5545). */
import { addDays, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { createEvents, type DateArray, type EventAttributes } from 'ics';

export interface CalendarEntry {
  /** Stays the same however often the calendar is fetched. */
  readonly uid: string;
  readonly on: IsoDate;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly category: Bilingual;
}

export interface CalendarHeader {
  readonly name: string;
  readonly language: Language;
  /** The day that the calendar tells of. */
  readonly asOf: IsoDate;
  /** Address shown with each entry. */
  readonly url?: string | undefined;
}

/** The same entries of the same day give the same text. */
export function calendarText(entries: readonly CalendarEntry[], calendar: CalendarHeader): string {
  const ordered = entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || (a.uid < b.uid ? -1 : 1));
  const header = { productId: '-//Gongze//Gongze 共责//ZH', method: 'PUBLISH', calName: calendar.name.replaceAll('\n', ' ') };
  // The library refuses to write a calendar without an entry; one is what a new subscriber often has.
  if (ordered.length === 0) return refolded(emptyCalendar(header));
  const { value, error } = createEvents(
    ordered.map((entry) => eventOf(entry, calendar)),
    header,
  );
  if (value === null || error) throw new Error('the calendar library refused an entry of ours', { cause: error });
  return refolded(value);
}

function emptyCalendar({
  productId,
  method,
  calName,
}: {
  readonly productId: string;
  readonly method: string;
  readonly calName: string;
}): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nPRODID:${productId}\r\nMETHOD:${method}\r\nX-WR-CALNAME:${calName}\r\nEND:VCALENDAR\r\n`;
}

function dateArray(day: IsoDate): DateArray {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

function eventOf({ uid, on, title, text, category }: CalendarEntry, { asOf, language, url }: CalendarHeader): EventAttributes {
  // DTSTAMP is the day that the calendar tells of: the moment of fetching would change the text every time.
  const timestamp = { timestamp: Date.parse(`${asOf}T00:00:00Z`) };
  return {
    uid,
    start: dateArray(on),
    end: dateArray(addDays(on, 1)),
    title: title[language],
    description: text[language],
    categories: [category[language]],
    transp: 'TRANSPARENT',
    ...(url !== undefined && { url }),
    ...timestamp,
  };
}

const OCTETS_MAX = 75;
const encoder = new TextEncoder();

/** Lines of at most 75 octets (3.1): the library counts characters, and a Chinese one is three octets. */
export function refolded(calendar: string): string {
  return calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');
}

function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const own = encoder.encode(character).length;
    if (octets + own > OCTETS_MAX) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += own;
  }
  return text;
}
