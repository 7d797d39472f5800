/** The clock of the machine: the only place where the product reads it. */
import type { Clock } from '@gongze/application';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';

const calendarDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

export const systemClock: Clock = {
  today: () => isoDateOf(calendarDay.format(new Date())),
  now: () => new Date().toISOString(),
};
