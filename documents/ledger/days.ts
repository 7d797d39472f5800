/** Days as ledgers write them. A date that names a month or a year means its last day, which is what 底 and 前 mean too. */
import { addDays, intervalOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { CellValue } from './table.ts';

/** Wordings of "no end". */
const WITHOUT_END = /^(长期|持续|常年|长期坚持|持续推进|长期有效|long[- ]term|ongoing|continuous)$/i;

/** `strict`: the other reading of a wording such as 2010年前, which excludes the year itself. */
export type ReadDay = { readonly day: IsoDate; readonly strict?: IsoDate } | 'withoutEnd' | undefined;

const pad = (text: string): string => text.padStart(2, '0');

/**
 * `2025-06-30`, `2025/6/30`, `2025.6.30`, `20250630`, `2025年6月30日`, `2025年6月底前`, `2025年底`, `2025-06`, `2025`, a cell
 * that holds a date. `undefined` for anything else: a day is never guessed.
 */
export function readDay(value: CellValue): ReadDay {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : dayOf(value.toISOString().slice(0, 10));
  const whole = String(value ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '');
  const text = whole.replace(/(之前|以前|前|止)$/, '');
  if (WITHOUT_END.test(text)) return 'withoutEnd';
  const match =
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T00:00:00(?:\.000)?Z?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月)?(?:底|末|月底|月末)?$/.exec(text) ??
    /^(\d{4})(?:年)?(?:年?底|年?末)?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const before = /(年|月)(之前|以前|前)$/.test(whole);
  return dayOf([year, month && pad(month), day && pad(day)].filter((part) => part !== undefined).join('-'), before);
}

function dayOf(partial: string, before = false): ReadDay {
  const interval = intervalOf(partial);
  if (interval === undefined) return undefined;
  return { day: interval.last, ...(before && { strict: addDays(interval.first, -1) }) };
}
