/** Covariates of a regression: numbers as they are, names by an indicator for each level but the first. */
import { listed } from '../comparison/answer.ts';
import { cellValue } from '../comparison/matrix/csv.ts';
import { answered, refused, type SurvivalAnswer, tooManyGroups } from './answer.ts';
import { levelsOf } from './codes.ts';

export interface CovariateSpec {
  readonly kind: 'plain' | 'factor' | 'strata';
  readonly column: string;
  /** How it was written, which is how its terms are called. */
  readonly name: string;
}

export interface Covariates {
  /** Coefficients: what each is called, its values, and which covariate it belongs to. */
  readonly terms: readonly { readonly name: string; readonly values: Float64Array; readonly covariate: number }[];
  readonly names: readonly string[];
}

/** `x`, `factor(x)`, `strata(x)`, each once. */
export function specsOf(texts: readonly string[]): CovariateSpec[] {
  return [...new Set(texts)].map((name) => {
    const [, kind, column] = /^(factor|strata)\((.+)\)$/.exec(name) ?? [];
    return { kind: (kind ?? 'plain') as CovariateSpec['kind'], column: (column ?? name).trim(), name };
  });
}

/** Refuses: `tooManyGroups`; `badSetting` for a baseline that is no level or of no covariate. */
export function covariatesOf(
  specs: readonly CovariateSpec[],
  columns: Readonly<Record<string, readonly string[]>>,
  baselines: Readonly<Record<string, string>>,
): SurvivalAnswer<Covariates> {
  const foreign = Object.keys(baselines).filter((name) => !specs.some(({ column }) => column === name));
  if (foreign.length > 0) return noBaseline(foreign[0] as string, baselines[foreign[0] as string] as string, []);
  const terms: { name: string; values: Float64Array; covariate: number }[] = [];
  for (const [covariate, { kind, column, name }] of specs.entries()) {
    const cells = columns[column] as readonly string[];
    const baseline = baselines[column];
    if (kind === 'plain' && baseline === undefined && cells.every((cell) => typeof cellValue(cell) === 'number')) {
      terms.push({ name, values: Float64Array.from(cells, Number), covariate });
      continue;
    }
    const levels = levelsOf(cells);
    if (baseline !== undefined && !levels.includes(baseline)) return noBaseline(column, baseline, levels);
    const many = tooManyGroups(levels.length);
    if (many) return many;
    const first = baseline ?? levels[0];
    const others = levels.filter((level) => level !== first);
    // A column of one level has no term left; it stays as a constant, so that it can be refused by its name.
    if (others.length === 0) terms.push({ name, values: new Float64Array(cells.length), covariate });
    for (const level of others)
      terms.push({ name: name + level, values: Float64Array.from(cells, (cell) => Number(cell === level)), covariate });
  }
  return answered({ terms, names: specs.map(({ name }) => name) });
}

function noBaseline(column: string, baseline: string, levels: readonly string[]): SurvivalAnswer<never> {
  const known = listed(levels);
  return refused(
    'badSetting',
    levels.length === 0 ? `“${column}”不在协变量之中，不能为它指定基准。` : `“${column}”没有“${baseline}”这一水平。现有：${known.zh}。`,
    levels.length === 0
      ? `"${column}" is not among the covariates, so it has no baseline.`
      : `"${column}" has no level "${baseline}". There are: ${known.en}.`,
    [column],
  );
}
