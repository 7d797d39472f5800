/** A calibrated table keeps its raw one: every membership says by which anchors, for which reason, since when. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Calibration, calibrate } from '../calibration/calibrate.ts';
import { type Answer, answered } from '../answer.ts';
import { type CaseTable, type Column, columnOf } from './table.ts';

export interface CalibrationRecord {
  /** Column of the raw table, and name of the set it becomes. */
  readonly column: string;
  readonly set: string;
  readonly calibration: Calibration;
  /** Why these anchors: theory, law, or knowledge of the cases; never the data alone. */
  readonly reason: Bilingual;
  /** The day it was decided, as YYYY-MM-DD. */
  readonly decidedOn: string;
}

/** The sets that the records make of a raw table, with the evidence of the raw cells. Refuses: `unknownColumn`, `badAnchors`, `missingValue`. */
export function calibratedTable(raw: CaseTable, records: readonly CalibrationRecord[]): Answer<CaseTable> {
  const columns: Column[] = [];
  for (const { column, set, calibration } of records) {
    const found = columnOf(raw, column);
    if (!found.ok) return found;
    const values = calibrate(found.value.values, calibration);
    if (!values.ok) return values;
    columns.push({ name: set, values: values.value, ...(found.value.evidence && { evidence: found.value.evidence }) });
  }
  return answered({ cases: raw.cases, columns });
}
