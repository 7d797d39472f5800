/** The one time axis: days to pixels and back, and the ticks that fit. */
import { addMonths, type DayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';

export interface Scale {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly width: number;
  readonly x: (day: DayNumber) => number;
  readonly day: (x: number) => DayNumber;
}

/** Linear between `pad` and `width − pad`, so that a mark on the first day is drawn whole. */
export function scaleOf(first: DayNumber, last: DayNumber, width: number, pad = 0): Scale {
  const span = Math.max(1, last - first);
  return {
    first,
    last,
    width,
    x: (day) => pad + ((day - first) / span) * (width - 2 * pad),
    day: (x) => Math.round(first + ((x - pad) / (width - 2 * pad)) * span),
  };
}

export interface Tick {
  readonly day: DayNumber;
  readonly label: string;
  readonly major: boolean;
}

const yearSteps = [1, 2, 5, 10, 20, 50, 100];

/** Years, or months where the window is short enough to name them. */
export function ticksOf(first: IsoDate, last: IsoDate, width: number, spacing = 52): Tick[] {
  const years = (toDayNumber(last) - toDayNumber(first)) / 365.25;
  if (years < 3 && width / (years * 12) > spacing * 0.7) return monthTicks(first, last);
  const step = yearSteps.find((years_) => (width / years) * years_ >= spacing) ?? 200;
  const ticks: Tick[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)) + 1; year++) {
    const date = `${String(year).padStart(4, '0')}-01-01` as IsoDate;
    if (date < first || date > last) continue;
    ticks.push({ day: toDayNumber(date), label: year % step === 0 ? String(year) : '', major: year % step === 0 });
  }
  return ticks;
}

function monthTicks(first: IsoDate, last: IsoDate): Tick[] {
  const ticks: Tick[] = [];
  for (let date = `${first.slice(0, 7)}-01` as IsoDate; date <= last; date = addMonths(date, 1)) {
    if (date < first) continue;
    ticks.push({ day: toDayNumber(date), label: date.slice(0, 7), major: date.slice(5, 7) === '01' });
  }
  return ticks;
}
