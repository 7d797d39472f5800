/** A series of measurements from two columns of a table. */
import { answered, refused, type SurvivalAnswer } from './answer.ts';
import { numbersOf } from './codes.ts';
import type { SeriesPoint } from './interrupted.ts';
import { cellsOf, isUnknown, type SurvivalTable } from './table.ts';

/** Rows with an unknown time or value are left out. Refuses: `unknownColumn`, `notNumber`, `nothingLeft`. */
export function seriesOf(table: SurvivalTable, time: string, value: string): SurvivalAnswer<SeriesPoint[]> {
  const times = cellsOf(table, time);
  if (!times.ok) return times;
  const values = cellsOf(table, value);
  if (!values.ok) return values;
  const kept = times.value.flatMap((cell, row) => (isUnknown(cell) || isUnknown(values.value[row] as string) ? [] : [row]));
  if (kept.length === 0) return refused('nothingLeft', '没有时间与数值都已知的行。', 'There is no row with both a time and a value.');
  const at = numbersOf(
    time,
    kept.map((row) => times.value[row] as string),
  );
  if (!at.ok) return at;
  const measured = numbersOf(
    value,
    kept.map((row) => values.value[row] as string),
  );
  if (!measured.ok) return measured;
  return answered(kept.map((_, index) => ({ time: at.value[index] as number, value: measured.value[index] as number })));
}
