/** Numbers with separators and units; `—` where nothing applies, a word where something is unknown. */
import type { Language } from '@gongze/domain/vocabulary/text';

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, lang: Language, digits = 0): string {
  // Both languages group whole numbers alike; the browser's first formatter costs as much as drawing a lane of a case.
  if (Number.isSafeInteger(value) && value >= 0) return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  const key = `${lang}${digits}`;
  let format = formats.get(key);
  if (format === undefined) formats.set(key, (format = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: digits })));
  return format.format(value);
}

/** A share 0–1 as two decimals: indices are read to that precision and no further. */
export function formatIndex(value: number): string {
  return value.toFixed(2);
}

export function formatPercent(share: number, lang: Language): string {
  return `${formatNumber(share * 100, lang)}%`;
}

/** A change with its sign; a true minus, not a hyphen. */
export function formatChange(value: number): string {
  if (Math.abs(value) < 0.005) return '±0.00';
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
}

/** Days, or how many at most where only bounds are known. */
export function formatDays(days: number, lang: Language): string {
  return lang === 'zh' ? `${formatNumber(days, lang)}天` : `${formatNumber(days, lang)} ${days === 1 ? 'day' : 'days'}`;
}
