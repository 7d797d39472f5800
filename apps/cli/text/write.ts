/** Dates, numbers and names as an official writes them. */
import { monthNames } from '@gongze/domain/stages/explain';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { labels } from '../messages.ts';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, no more precise than given. */
export function writeDate(date: string, lang: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  if (lang === 'zh') return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  return [day, month === undefined ? undefined : monthNames[month - 1], year].filter((part) => part !== undefined).join(' ');
}

export function writeOccurred({ first, last, precision }: Fact['occurred'], lang: Language): string {
  if (precision === 'day') return writeDate(first, lang);
  if (precision === 'month') return writeDate(first.slice(0, 7), lang);
  if (precision === 'year') return writeDate(first.slice(0, 4), lang);
  const span =
    lang === 'zh' ? `${writeDate(first, lang)}至${writeDate(last, lang)}` : `${writeDate(first, lang)} to ${writeDate(last, lang)}`;
  if (precision === 'interval') return span;
  return lang === 'zh' ? `${labels.undated.zh}（${span}之间）` : `${labels.undated.en} (${span})`;
}

/** A share or index to two decimals; unknown is said, never shown as zero. */
export function writeIndex(value: number | null, lang: Language): string {
  return value === null ? labels.unknown[lang] : value.toFixed(2);
}

export function writePercent(share: number | null, lang: Language): string {
  if (share === null) return labels.unknown[lang];
  return `${Math.round(share * 1000) / 10}%`;
}

export function writeNumber(value: number, lang: Language): string {
  return value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 3 });
}

/** A label and what it says. */
export function labelled(label: string, text: string, lang: Language): string {
  return `${label}${lang === 'zh' ? '：' : ': '}${text}`;
}

/** An addition in brackets, with the space that English wants before them. */
export function brackets(text: string, lang: Language): string {
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}

export function join(parts: readonly string[], lang: Language): string {
  return parts.join(lang === 'zh' ? '、' : ', ');
}

/** Clauses within brackets. */
export function clauses(parts: readonly string[], lang: Language): string {
  return parts.join(lang === 'zh' ? '；' : '; ');
}

/** Names of actors, the id where nobody named one. */
export function namesOf(ids: readonly string[], actors: Readonly<Record<string, Bilingual>>, lang: Language): string {
  return join(
    ids.map((id) => (Object.hasOwn(actors, id) ? (actors[id] as Bilingual)[lang] : id)),
    lang,
  );
}
