/** When a duty was fulfilled and verified, and how late: bounds are told as bounds. */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { TFunction } from 'i18next';
import { formatDays } from './numbers.ts';

type Duty = CaseReport['obligations'][number];

export function doneText({ fulfilledOn, fulfilledBetween, verifiedOn }: Duty, t: TFunction, date: (iso: string) => string): string[] {
  const fulfilled =
    fulfilledBetween !== null
      ? t('duties.fulfilledBetween', { first: date(fulfilledBetween.first), last: date(fulfilledBetween.last) })
      : fulfilledOn !== null
        ? t('duties.fulfilledOn', { date: date(fulfilledOn) })
        : undefined;
  const verified = verifiedOn === null ? undefined : t('duties.verifiedOn', { date: date(verifiedOn) });
  return [fulfilled, verified].filter((line) => line !== undefined);
}

export function lateText({ daysLate, fulfilledBetween }: Duty, t: TFunction, lang: Language): string {
  const days = formatDays(daysLate, lang);
  return fulfilledBetween === null ? days : t('duties.atMost', { days });
}

/** The whole of it in one line, for the time axis. */
export function dutySummary(duty: Duty, t: TFunction, lang: Language, date: (iso: string) => string): string {
  const due = duty.dueOn === null ? t('duties.noDue') : `${t('duties.due')} ${date(duty.dueOn)}`;
  const late = duty.daysLate > 0 ? [`${t('timeline.late')} ${lateText(duty, t, lang)}`] : [];
  return [duty.title[lang], due, ...doneText(duty, t, date), ...late].join(' · ');
}
