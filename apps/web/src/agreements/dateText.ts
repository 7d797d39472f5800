import type { Language } from '@gongze/domain/vocabulary/text';

/** Day and time of an instant, on the clock of the reader. */
export function dateText(milliseconds: number, lang: Language): string {
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(milliseconds);
}

/** A calendar day in words. */
export function dayText(day: string, lang: Language): string {
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
