/**
 * Due dates as iCalendar (RFC 5545) for subscription: each an event of a whole day, with an id that stays the same however
 * often the calendar is fetched. No alarms: whoever subscribes decides whether to be reminded.
 */
import { tasksOf } from '@gongze/domain/decisions/tasks';
import { lightOf } from '@gongze/domain/stages/lights';
import { addDays, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { createEvents, type DateArray, type EventAttributes } from 'ics';
import { lightWords, word } from '../ledger/words.ts';
import { listed } from '../official/words.ts';
import type { CaseSource } from '../source.ts';

export interface CalendarRequest {
  readonly lang: Language;
  /** Only what concerns this actor, with the meetings, inspections and answers that wait for it. */
  readonly actor?: ActorId | undefined;
  /** Address of the case in the product, shown with each entry. */
  readonly url?: string | undefined;
}

interface Entry {
  readonly uid: string;
  readonly on: IsoDate;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly category: Bilingual;
}

/** The calendar as text; the same case on the same day gives the same text. */
export function calendarOf(source: CaseSource, { lang, actor, url }: CalendarRequest): string {
  const entries = (actor === undefined ? dutyEntries(source) : taskEntries(source, actor)).toSorted(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || (a.uid < b.uid ? -1 : 1),
  );
  const header = { productId: '-//Gongze//Gongze 共责//ZH', method: 'PUBLISH', calName: source.title[lang].replaceAll('\n', ' ') };
  // The library refuses to write a calendar without an entry; one is what a new subscriber often has.
  if (entries.length === 0) return refolded(emptyCalendar(header));
  const { value, error } = createEvents(
    entries.map((entry) => eventOf(entry, source, lang, url)),
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

function eventOf(
  { uid, on, title, text, category }: Entry,
  { situation }: CaseSource,
  lang: Language,
  url: string | undefined,
): EventAttributes {
  // DTSTAMP is the day that the calendar tells of: the moment of fetching would change the text every time.
  const timestamp = { timestamp: Date.parse(`${situation.asOf}T00:00:00Z`) };
  return {
    uid,
    start: dateArray(on),
    end: dateArray(addDays(on, 1)),
    title: title[lang],
    description: text[lang],
    categories: [category[lang]],
    transp: 'TRANSPARENT',
    ...(url !== undefined && { url }),
    ...timestamp,
  };
}

/** Ids hold letters, digits and a few marks, so that they stand in a UID as they are. */
const uidOf = (source: CaseSource, key: string): string =>
  `${encodeURIComponent(source.caseId)}/${encodeURIComponent(key.replace('|', '.'))}@gongze`;

function dutyEntries(source: CaseSource): Entry[] {
  const { situation } = source;
  return situation.duties.flatMap((duty) => {
    const { dueOn, obligation } = duty;
    if (dueOn === undefined || obligation.discharged !== undefined) return [];
    const light = lightOf(duty, situation.asOf, situation.parameters);
    const who = listed(obligation.terms.liable.map(situation.nameOf));
    return [
      {
        uid: uidOf(source, `owe|${obligation.obligation}`),
        on: dueOn,
        title: { zh: `到期：${obligation.terms.title.zh}`, en: `Due: ${obligation.terms.title.en}` },
        text: {
          zh: `责任单位：${who.zh}。${light === undefined ? '尚未生效。' : light.why.zh}`,
          en: `Responsible: ${who.en}. ${light === undefined ? 'Not yet in effect.' : light.why.en}`,
        },
        category: { zh: word(lightWords, light?.light, 'zh') || '未生效', en: word(lightWords, light?.light, 'en') || 'not in effect' },
      },
    ];
  });
}

const kindWords: Readonly<Record<'owe' | 'waiting' | 'held', Bilingual>> = {
  owe: { zh: '待完成', en: 'to do' },
  waiting: { zh: '待办理', en: 'waits for you' },
  held: { zh: '等待他方', en: 'waits for others' },
};

function taskEntries(source: CaseSource, actor: ActorId): Entry[] {
  return tasksOf(source.situation, actor).flatMap(({ key, kind, title, text, dueOn }) =>
    dueOn === null ? [] : [{ uid: uidOf(source, key), on: dueOn, title, text, category: kindWords[kind] }],
  );
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
