/** What may be asked of the worker, and its answers. */
import type { Answer } from '@gongze/studies/comparison/answer';
import type { Traced } from '@gongze/studies/comparison/tracing/article';
import type { CaseFacts } from '../../engine/engine.ts';
import { type Analysis, analyse } from '../analysis/analyse.ts';
import type { LabSettings } from '../analysis/settings.ts';
import { csvData } from '../data/csv.ts';
import { ledgerData, traced } from '../data/ledger.ts';
import { simulatedData } from '../data/simulated.ts';
import type { LabData } from '../data/types.ts';

export type Asked =
  | { readonly kind: 'ledger'; readonly cases: readonly CaseFacts[]; readonly asOf: string; readonly from?: string }
  | { readonly kind: 'simulated'; readonly seed: number }
  | { readonly kind: 'csv'; readonly text: string; readonly file: string }
  | { readonly kind: 'analysis'; readonly data: LabData; readonly settings: LabSettings }
  | { readonly kind: 'trace'; readonly source: CaseFacts; readonly asOf: string };

export interface Answers {
  readonly ledger: Answer<LabData>;
  readonly simulated: Answer<LabData>;
  readonly csv: Answer<LabData>;
  readonly analysis: Answer<Analysis>;
  readonly trace: Answer<Traced[]>;
}

export function answer(asked: Asked): Answers[Asked['kind']] {
  switch (asked.kind) {
    case 'ledger':
      return ledgerData(asked);
    case 'simulated':
      return { ok: true, value: simulatedData(asked.seed) };
    case 'csv':
      return csvData(asked.text, asked.file);
    case 'analysis':
      return analyse(asked.data, asked.settings);
    case 'trace':
      return traced(asked.source, asked.asOf);
    default:
      return asked satisfies never;
  }
}
