/**
 * From "within six months of signature" to a day, with the reason for every step. The day that starts the count is not
 * counted; a period in days, months or years that ends on a day off ends on the next working day (民法典 arts. 201–203).
 */
import { addDays, addMonths, type IsoDate } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import { countWorkingDays, nextWorkingDay, type WorkCalendar } from './calendar.ts';

export interface DeadlineRule {
  /** Day that starts the count. */
  readonly from: IsoDate;
  /** What happened on that day. */
  readonly what: Bilingual;
  readonly amount: number;
  readonly unit: 'day' | 'workingDay' | 'month' | 'year';
  /** `false`: the last day stands even if it is a day off, where the parties said so. Default: true. */
  readonly moves?: boolean;
}

export interface ComputedDeadline {
  readonly dueOn: IsoDate;
  readonly provisional: boolean;
  /** How it was computed, one sentence a step. */
  readonly steps: readonly Bilingual[];
  /** To be kept with the obligation, so that the same day comes out again. */
  readonly basis: {
    readonly from: IsoDate;
    readonly what: Bilingual;
    readonly amount: number;
    readonly unit: DeadlineRule['unit'];
    readonly calendar: string;
    readonly provisional: boolean;
  };
}

const units: Readonly<Record<DeadlineRule['unit'], readonly [zh: string, one: string, many: string]>> = {
  day: ['日', 'day', 'days'],
  workingDay: ['个工作日', 'working day', 'working days'],
  month: ['个月', 'month', 'months'],
  year: ['年', 'year', 'years'],
};

function plainEnd({ from, amount, unit }: DeadlineRule): IsoDate {
  if (unit === 'day') return addDays(from, amount);
  return addMonths(from, unit === 'year' ? amount * 12 : amount);
}

const listed = (days: readonly { day: IsoDate; why: Bilingual }[], language: 'zh' | 'en'): string =>
  days.map(({ day, why }) => (language === 'zh' ? `${day}（${why.zh}）` : `${day} (${why.en})`)).join(language === 'zh' ? '、' : ', ');

/** Computes the day. Throws a `RangeError` for an amount that is no whole number, or beyond ten years of working days. */
export function computeDeadline(rule: DeadlineRule, calendar: WorkCalendar): ComputedDeadline {
  const { from, what, amount, unit, moves = true } = rule;
  if (!Number.isInteger(amount) || amount < 0) throw new RangeError(`a period is a whole number of units, not ${amount}`);
  const [zh, one, many] = units[unit];
  const steps: Bilingual[] = [
    {
      zh: `自${what.zh}（${from}）次日起算，${amount}${zh}。`,
      en: `${amount} ${amount === 1 ? one : many} from ${what.en} (${from}), that day not counted.`,
    },
  ];
  const end = unit === 'workingDay' ? countWorkingDays(calendar, from, amount) : { day: plainEnd(rule), provisional: false, unusual: [] };
  const off = end.unusual.filter((own) => !own.working);
  const on = end.unusual.filter((own) => own.working);
  if (off.length > 0) steps.push({ zh: `不计：${listed(off, 'zh')}。`, en: `Not counted: ${listed(off, 'en')}.` });
  if (on.length > 0) steps.push({ zh: `计入：${listed(on, 'zh')}。`, en: `Counted: ${listed(on, 'en')}.` });
  const moved = unit === 'workingDay' || !moves ? end : nextWorkingDay(calendar, end.day);
  if (moved.day !== end.day) {
    steps.push({ zh: `${end.day}不是工作日，顺延至${moved.day}。`, en: `${end.day} is no working day: it moves to ${moved.day}.` });
  }
  const provisional = end.provisional || moved.provisional;
  if (provisional) {
    steps.push({
      zh: `日历“${calendar.id}”尚未公布到该日，日期为暂定。`,
      en: `The holidays of calendar “${calendar.id}” are not published that far: the day is provisional.`,
    });
  }
  const basis = { from, what, amount, unit, calendar: `${calendar.id} ${calendar.version}`, provisional };
  return { dueOn: moved.day, provisional, steps, basis };
}

/**
 * Due days of a recurring duty after `after`: `first`, then every `every` months or years of it, to `until`; at most `most`.
 * Each is counted from the first, so that the 31st does not slide to the 28th for good.
 */
export function recurringDays(
  first: IsoDate,
  { every, unit, until }: { readonly every: number; readonly unit: 'month' | 'year'; readonly until?: IsoDate | undefined },
  after: IsoDate,
  most: number,
): IsoDate[] {
  const months = unit === 'year' ? every * 12 : every;
  const days: IsoDate[] = [];
  for (let n = 0; days.length < most; n++) {
    const day = addMonths(first, n * months);
    if ((until !== undefined && day > until) || day.startsWith('9999')) break;
    if (day > after) days.push(day);
  }
  return days;
}
