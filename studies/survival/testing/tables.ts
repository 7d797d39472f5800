/** What the tests of durations share. */
import type { SurvivalAnswer } from '../answer.ts';
import { prepareSurvival, type SurvivalAsked, type SurvivalData } from '../data.ts';
import { survivalTable } from '../table.ts';

/** The value, or an error that says what was refused. */
export function accepted<T>(answer: SurvivalAnswer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`${answer.refusal.kind}: ${answer.refusal.text.en}`);
}

export function dataOf(csv: string, asked: SurvivalAsked): SurvivalData {
  return accepted(prepareSurvival(accepted(survivalTable(csv)), asked));
}

/** A table of rows of numbers. */
export function csvOf(header: string, rows: readonly (readonly (number | string)[])[]): string {
  return `${[header, ...rows.map((row) => row.join())].join('\n')}\n`;
}
