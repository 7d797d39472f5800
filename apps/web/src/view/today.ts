import { isoDateOf, type IsoDate } from '@gongze/domain/vocabulary/dates';

/** Today by the civil calendar of China, in which the cases are dated. */
export function today(now: Date = new Date()): IsoDate {
  return isoDateOf(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now));
}
