/** The same solution under other settings: the models as sets of terms, and where they stay the same. */
import type { Answer } from '../answer.ts';
import type { Column } from '../matrix/table.ts';
import { type Calibration, calibrate } from '../calibration/calibrate.ts';
import { type Choice, prepare } from '../qca/data.ts';
import { firstModels, type MinimiseOptions, minimise } from '../qca/minimise.ts';
import { termText } from '../qca/terms.ts';
import { type Settings, truthTable } from '../qca/truthTable.ts';
import type { CaseTable } from '../matrix/table.ts';
import { type Range, rangeOf } from './ranges.ts';

/** Everything that decides a solution but the data. */
export interface Design {
  readonly choice: Choice;
  readonly settings: Partial<Settings>;
  readonly options: MinimiseOptions;
}

const modelsCompared = 100_000;

/** All models of a design as one text; undefined where the design is refused. Two designs agree if their texts do. */
export function solutionOf(table: CaseTable, { choice, settings, options }: Design): string | undefined {
  const data = prepare(table, choice);
  const rows = data.ok ? truthTable(data.value, settings) : data;
  const solved: Answer<ReturnType<typeof firstModels>> | Answer<never> = rows.ok ? modelsIn(minimise(rows.value, options)) : rows;
  if (!solved.ok || !data.ok) return undefined;
  const models = solved.value.models.map((terms) =>
    terms
      .map((term) => termText(term, data.value))
      .sort()
      .join(' + '),
  );
  return models.sort().join('; ');
}

function modelsIn(solved: ReturnType<typeof minimise>): Answer<ReturnType<typeof firstModels>> {
  return solved.ok ? { ok: true, value: firstModels(solved.value, modelsCompared) } : solved;
}

export interface Steps {
  readonly step: number;
  readonly stepsMax: number;
}

/** Cut-offs of inclusion that leave the solution as it is. */
export function inclusionRange(table: CaseTable, design: Design, { step, stepsMax }: Steps): Range {
  const from = design.settings.inclusionCut ?? 1;
  const own = solutionOf(table, design);
  const sameAt = (inclusionCut: number): boolean =>
    solutionOf(table, { ...design, settings: { ...design.settings, inclusionCut } }) === own;
  return rangeOf(sameAt, { from, step, stepsMax, least: step, most: 1 });
}

/** Cut-offs of the number of cases that leave the solution as it is. */
export function casesRange(table: CaseTable, design: Design, { step, stepsMax }: Steps): Range {
  const from = design.settings.casesMin ?? 1;
  const own = solutionOf(table, design);
  const sameAt = (casesMin: number): boolean => solutionOf(table, { ...design, settings: { ...design.settings, casesMin } }) === own;
  return rangeOf(sameAt, { from, step, stepsMax, least: 1 });
}

/** The table with one column calibrated anew. */
function recalibrated(table: CaseTable, raw: Column, name: string, calibration: Calibration): CaseTable | undefined {
  const values = calibrate(raw.values, calibration);
  if (!values.ok) return undefined;
  return { cases: table.cases, columns: table.columns.map((column) => (column.name === name ? { name, values: values.value } : column)) };
}

/**
 * Anchors of one condition that leave the solution as it is, each moved alone.
 *
 * @param raw the measure behind the condition
 * @param calibrationAt the calibration with the anchor at a value
 */
export function anchorRange(
  table: CaseTable,
  design: Design,
  raw: Column,
  condition: string,
  { from, calibrationAt, step, stepsMax }: Steps & { readonly from: number; readonly calibrationAt: (value: number) => Calibration },
): Range {
  const solutionAt = (value: number): string | undefined => {
    const moved = recalibrated(table, raw, condition, calibrationAt(value));
    return moved === undefined ? undefined : solutionOf(moved, design);
  };
  const own = solutionAt(from);
  return rangeOf((value) => solutionAt(value) === own, { from, step, stepsMax });
}
