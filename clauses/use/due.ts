/** When an obligation falls due: what the words of a deadline come to as terms of an obligation. */
import type { Deadline as DueTerms } from '@gongze/domain/events/schemas';
import { addDays, addMonths, isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Deadline, Statement } from '../reading.ts';

type Unit = 'day' | 'workingDay' | 'month' | 'year';

/** Terms of an obligation that say when; empty where the text does not tell. */
export interface TimeTerms {
  readonly deadline?: DueTerms;
  readonly within?: { readonly amount: number; readonly unit: Unit; readonly of: 'signature' };
}

const signing = /签订|签署|生效|施行|印发|sign|entry into force|effective|execution/i;
const pad = (value: number): string => String(value).padStart(2, '0');

function counted(duration: string, workdays: boolean): { readonly amount: number; readonly unit: Unit } | undefined {
  const match = /^P(\d+)([DWMY])$/.exec(duration);
  if (match === null) return undefined;
  const count = Number(match[1]);
  if (match[2] === 'W') return { amount: count * 7, unit: 'day' };
  return { amount: count, unit: match[2] === 'D' ? (workdays ? 'workingDay' : 'day') : match[2] === 'M' ? 'month' : 'year' };
}

/** Day on which a deadline falls, where the text and the day of signature tell. A working day needs a calendar and has none here. */
export function dueDay(deadline: Deadline, signed: string | undefined): IsoDate | null {
  if (deadline.kind === 'date') return isIsoDate(deadline.date) ? deadline.date : null;
  if (deadline.kind === 'period') {
    const last = deadline.period.split('/')[1] ?? '';
    return isIsoDate(last) ? last : null;
  }
  if (signed === undefined || !isIsoDate(signed)) return null;
  if (deadline.kind === 'recurrence') return nextOf(deadline, signed);
  if (deadline.kind !== 'duration' || deadline.unit !== undefined || deadline.before) return null;
  // Only what counts from the agreement itself has a day; other events have not happened yet.
  if (deadline.from !== undefined && !signing.test(deadline.from)) return null;
  const span = counted(deadline.duration, false);
  if (span === undefined) return null;
  return span.unit === 'day' ? addDays(signed, span.amount) : addMonths(signed, span.amount * (span.unit === 'year' ? 12 : 1));
}

/** Months of a cycle that the record can hold, or `undefined`: a week and a day are no pace of an obligation. */
function paceOf(recurrence: string): number | undefined {
  const match = /^P(\d+)([MY])$/.exec(recurrence);
  if (match === null) return undefined;
  const months = Number(match[1]) * (match[2] === 'Y' ? 12 : 1);
  return months >= 1 && months <= 120 ? months : undefined;
}

const lastOfMonth = (year: number, month: number): IsoDate => addDays(addMonths(`${year}-${pad(month)}-01` as IsoDate, 1), -1);

/**
 * First due day of a cycle after the day of signature: the day that the text names, else the last day of the calendar month,
 * quarter, half-year or year in which it was signed. A cycle that fits no such period is counted from signature.
 */
function nextOf({ recurrence, day, monthDay }: Extract<Deadline, { kind: 'recurrence' }>, signed: IsoDate): IsoDate | null {
  const months = paceOf(recurrence);
  if (months === undefined) return null;
  const [year, month] = [Number(signed.slice(0, 4)), Number(signed.slice(5, 7))];
  if (monthDay !== undefined) {
    const own = [year, year + 1].map((one) => `${one}-${monthDay}`).find((one) => isIsoDate(one) && one > signed);
    return (own as IsoDate | undefined) ?? null;
  }
  if (day !== undefined && months === 1) {
    const clipped = (one: IsoDate): IsoDate => {
      const last = lastOfMonth(Number(one.slice(0, 4)), Number(one.slice(5, 7)));
      const named = `${one.slice(0, 8)}${pad(day)}`;
      return (named < last ? named : last) as IsoDate;
    };
    const first = clipped(signed);
    return first > signed ? first : clipped(addMonths(`${signed.slice(0, 8)}01` as IsoDate, 1));
  }
  if (12 % months !== 0) return addMonths(signed, months);
  return lastOfMonth(year, Math.ceil(month / months) * months);
}

/** What the words come to. `signed` is the day from which durations and cycles count. */
export function termsOf(deadline: NonNullable<Statement['deadline']>, signed: string | undefined): TimeTerms {
  const due = dueDay(deadline, signed);
  if (due !== null) {
    const months = deadline.kind === 'recurrence' ? paceOf(deadline.recurrence) : undefined;
    const { text } = deadline.source;
    const recurs =
      months === undefined
        ? undefined
        : months % 12 === 0
          ? ({ every: months / 12, unit: 'year' } as const)
          : ({ every: months, unit: 'month' } as const);
    return {
      deadline: {
        text: { zh: text, en: text },
        readings: [{ reading: 'text', dueOn: due }],
        defaultReading: 'text',
        ...(recurs !== undefined && { recurs }),
      },
    };
  }
  if (deadline.kind !== 'duration' || deadline.before || deadline.from === undefined || !signing.test(deadline.from)) return {};
  const span = counted(deadline.duration, deadline.unit === 'workday');
  return span === undefined || span.amount < 1 || span.amount > 1000 ? {} : { within: { ...span, of: 'signature' } };
}
