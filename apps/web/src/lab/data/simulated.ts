/** The simulated set: made here and now from the model, the same for everybody who takes the same seed. */
import { simulatedCases, simulatedColumns } from '@gongze/studies/simulation/cases/simulatedCases';
import type { LabData } from './types.ts';

export const simulatedCount = 60;
export const simulatedSeed = 2026;

export function simulatedData(seed: number): LabData {
  const cases = simulatedCases(simulatedCount, seed);
  const place = (name: string): number => simulatedColumns.findIndex((column) => column.name === name);
  const [months, converted] = [place('months'), place('converted')];
  const columns = simulatedColumns.filter(({ kind }) => kind !== 'time');
  const title = (name: string): { zh: string; en: string } => ({ zh: name, en: name });
  return {
    origin: 'simulated',
    cases: cases.map(({ name }) => ({ id: name, title: title(name) })),
    columns: columns.map(({ name, title: own, kind, range }) => ({ id: name, title: own, kind, range })),
    raw: {
      cases: cases.map(({ name }) => name),
      columns: columns.map((column) => ({
        name: column.name,
        values: cases.map(({ values }) => values[simulatedColumns.indexOf(column)] as number),
      })),
    },
    times: cases.map(({ name, values }) => ({
      id: name,
      title: title(name),
      case: name,
      time: values[months] as number,
      event: values[converted] === 1 ? 1 : 0,
    })),
    unit: 'months',
    source: String(seed),
  };
}
