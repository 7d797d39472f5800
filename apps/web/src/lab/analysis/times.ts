/** Times to conversion as curves by group, from a landmark on. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { CaseTable } from '@gongze/studies/comparison/matrix/table';
import {
  kaplanMeierDocument,
  type KaplanMeierDocument,
  type LogRankDocument,
  logRankDocument,
  prepareSurvival,
} from '@gongze/studies/survival/index';
import type { LabData, LabTime } from '../data/types.ts';
import type { LabSettings } from './settings.ts';

export interface TimeRow extends LabTime {
  readonly group: string;
}

export interface TimeAnswer {
  readonly rows: readonly TimeRow[];
  /** Converted, or lost from sight, before the landmark. */
  readonly before: number;
  /** Group unknown. */
  readonly unknown: number;
  readonly curves: KaplanMeierDocument | undefined;
  readonly test: LogRankDocument | undefined;
  readonly refused: Bilingual | undefined;
}

/** Groups: in the set, out of it; of the ledger without a set, the cases. */
function groupOf(data: LabData, sets: CaseTable, { group }: LabSettings, name: string): string | undefined {
  if (group === undefined) return data.origin === 'ledger' ? name : '';
  const own = sets.columns.find((column) => column.name === group)?.values[sets.cases.indexOf(name)] ?? null;
  return own === null ? undefined : own > 0.5 ? 'in' : 'out';
}

export function timesOf(data: LabData, sets: CaseTable, settings: LabSettings): TimeAnswer {
  const { landmark } = settings;
  const later = data.times.filter(({ time }) => landmark === 0 || time > landmark);
  const rows = later.flatMap((row): TimeRow[] => {
    const group = groupOf(data, sets, settings, row.case);
    return group === undefined ? [] : [{ ...row, time: row.time - landmark, group }];
  });
  const counts = { rows, before: data.times.length - later.length, unknown: later.length - rows.length };
  const none = { ...counts, curves: undefined, test: undefined, refused: undefined };
  if (rows.length === 0) return none;
  const grouped = new Set(rows.map(({ group }) => group)).size > 1;
  const columns = new Map<string, readonly string[]>([
    ['time', rows.map(({ time }) => String(time))],
    ['event', rows.map(({ event }) => String(event))],
    ['group', rows.map(({ group }) => group)],
  ]);
  const read = prepareSurvival({ rows: rows.length, columns }, { time: 'time', event: 'event', ...(grouped && { group: ['group'] }) });
  if (!read.ok) return { ...none, refused: read.refusal.text };
  const confidence = { type: 'log', level: 0.95 } as const;
  const curves = kaplanMeierDocument(read.value, { confidence, estimator: 'kaplan-meier', quantiles: [0.25, 0.5, 0.75] });
  const test = grouped ? logRankDocument(read.value, 0) : undefined;
  return {
    ...counts,
    curves: curves.ok ? curves.value : undefined,
    test: test?.ok ? test.value : undefined,
    refused: curves.ok ? (test !== undefined && !test.ok ? test.refusal.text : undefined) : curves.refusal.text,
  };
}
