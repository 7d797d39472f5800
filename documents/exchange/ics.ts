/**
 * Due dates as iCalendar (RFC 5545) for subscription: each an event of a whole day, with an id that stays the same however
 * often the calendar is fetched. No alarms: whoever subscribes decides whether to be reminded.
 */
import { tasksOf } from '@gongze/domain/decisions/tasks';
import { lightOf } from '@gongze/domain/stages/lights';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { lightWords, word } from '../ledger/words.ts';
import { listed } from '../official/words.ts';
import type { CaseSource } from '../source.ts';
import { type CalendarEntry, calendarText } from './calendar-text.ts';

export interface CalendarRequest {
  readonly lang: Language;
  /** Only what concerns this actor, with the meetings, inspections and answers that wait for it. */
  readonly actor?: ActorId | undefined;
  /** Address of the case in the product, shown with each entry. */
  readonly url?: string | undefined;
}

/** The calendar as text; the same case on the same day gives the same text. */
export function calendarOf(source: CaseSource, { lang, actor, url }: CalendarRequest): string {
  const entries = actor === undefined ? dutyEntries(source) : taskEntries(source, actor);
  return calendarText(entries, { name: source.title[lang], language: lang, asOf: source.situation.asOf, url });
}

/** Ids hold letters, digits and a few marks, so that they stand in a UID as they are. */
const uidOf = (source: CaseSource, key: string): string =>
  `${encodeURIComponent(source.caseId)}/${encodeURIComponent(key.replace('|', '.'))}@gongze`;

function dutyEntries(source: CaseSource): CalendarEntry[] {
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

function taskEntries(source: CaseSource, actor: ActorId): CalendarEntry[] {
  return tasksOf(source.situation, actor).flatMap(({ key, kind, title, text, dueOn }) =>
    dueOn === null ? [] : [{ uid: uidOf(source, key), on: dueOn, title, text, category: kindWords[kind] }],
  );
}
