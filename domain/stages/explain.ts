/** Small helpers with which rules write their explanations in both languages. */
import type { FactRef } from '../cases/state.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export function both(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** 2012年1月31日 · 31 January 2012. */
export function dateText(date: IsoDate): Bilingual {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return both(`${year}年${month}月${day}日`, `${day} ${monthNames[month - 1]} ${year}`);
}

/** Months as English writes them in a date. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `35%` in both languages, with at most one decimal. */
export function percent(share: number): Bilingual {
  const text = `${Math.round(share * 1000) / 10}%`;
  return both(text, text);
}

/** Two decimals at most, without trailing zeros. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Whole number with thousands separators: 4,647. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** First letter as at the start of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names joined as each language does: 甲、乙 · A, B and C. */
export function listed(names: readonly Bilingual[]): Bilingual {
  const en = names.map((name) => name.en);
  const last = en.pop() ?? '';
  return both(names.map((name) => name.zh).join('、'), en.length === 0 ? last : `${en.join(', ')} and ${last}`);
}

/** Ids of facts, each once, in order of date. */
export function evidenceOf(refs: Iterable<FactRef | undefined>): FactId[] {
  const seen = new Map<FactId, IsoDate>();
  for (const ref of refs) if (ref !== undefined) seen.set(ref.id, ref.on);
  if (seen.size < 2) return [...seen.keys()];
  return [...seen].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}
