/** How the due date of a duty came about, in the words of its deadline: asked for when somebody wants to know. */
import type { DutyReading } from '@gongze/domain/stages/duties';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { computeDeadline } from '@gongze/domain/vocabulary/calendars/deadlines';
import type { Language } from '@gongze/domain/vocabulary/text';
import { fetchFacts } from '../engine/api.ts';
import { createEngine } from '../engine/engine.ts';
import { formatDate } from '../text/dates.ts';
import { today } from '../view/today.ts';

function sentence(lang: Language, zh: string, en: string): string {
  return lang === 'zh' ? zh : en;
}

function readingText({ reading, dueOn, isDefault }: DutyReading, lang: Language): string {
  const on = formatDate(dueOn, lang);
  if (reading === 'extended') return sentence(lang, `经准予延期，期限为${on}。`, `Extended to ${on}.`);
  if (isDefault) return sentence(lang, `按此，期限为${on}。`, `By that, it is due on ${on}.`);
  return sentence(lang, `另一种读法：${on}。`, `Another reading: ${on}.`);
}

/** One sentence a step; empty where the case says nothing of a date. */
export async function dateSteps(caseId: string, subject: string, lang: Language): Promise<readonly string[]> {
  const { open } = createEngine(await fetchFacts(caseId, 'enriched'), 'enriched', undefined);
  const duty = open.situationAt(today()).dutyById.get(subject as never);
  const deadline = duty?.obligation.terms.deadline;
  if (duty === undefined || deadline === undefined) return [];
  const { basis } = deadline;
  const text = deadline.text[lang];
  const said = sentence(lang, `约定的期限：“${text}”。`, `As agreed: “${text}”.`);
  const computed = basis === undefined ? undefined : computeDeadline(basis, chineseCalendar);
  const moved =
    computed !== undefined && !deadline.readings.some(({ dueOn }) => dueOn === computed.dueOn)
      ? [
          sentence(
            lang,
            `按现行日历重算为${formatDate(computed.dueOn, lang)}；记录时所用日历为${basis?.calendar}，期限以记录为准。`,
            `By the calendar of today it would be ${formatDate(computed.dueOn, lang)}; it was computed by ${basis?.calendar}, and what is on record counts.`,
          ),
        ]
      : [];
  return [said, ...(computed?.steps ?? []).map((step) => step[lang]), ...moved, ...duty.readings.map((one) => readingText(one, lang))];
}
