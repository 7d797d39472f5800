/** What the lab works on, whatever it comes from. */
import type { CaseTable } from '@gongze/studies/comparison/matrix/table';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export type Origin = 'ledger' | 'simulated' | 'csv';

export type ColumnKind = 'issue' | 'variable' | 'component' | 'intervention' | 'outcome' | 'time' | 'other';

export interface LabColumn {
  /** Name in the table and in every term. */
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: ColumnKind;
  /** Bounds of the scale; of a column of a file those of its values. */
  readonly range: readonly [number, number];
}

export interface LabCase {
  /** Name in the table. */
  readonly id: string;
  readonly title: Bilingual;
}

/** How long it took, and whether it came to conversion; of the ledger one row a duty. */
export interface LabTime {
  readonly id: string;
  readonly title: Bilingual;
  readonly case: string;
  readonly time: number;
  readonly event: 0 | 1;
}

export interface LabData {
  readonly origin: Origin;
  readonly cases: readonly LabCase[];
  readonly columns: readonly LabColumn[];
  readonly raw: CaseTable;
  readonly times: readonly LabTime[];
  readonly unit: 'days' | 'months' | 'asGiven';
  /** The file's name, or the seed. */
  readonly source: string;
}
