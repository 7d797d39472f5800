/** Rows in the order in which the likelihood needs them: stratum by stratum, latest first; covariates centred and scaled. */
import { listed } from '../../comparison/answer.ts';
import { answered, refused, type SurvivalAnswer } from '../answer.ts';
import type { SurvivalData } from '../data.ts';
import { allRows } from '../walk.ts';

export interface Design {
  readonly rows: number;
  readonly terms: number;
  /** Row by row, each covariate minus its mean, over its scale. */
  readonly x: Float64Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly time: Float64Array;
  readonly start: Float64Array | undefined;
  /** 1 if it happened. */
  readonly event: Uint8Array;
  /** Where each stratum ends. */
  readonly ends: readonly number[];
  /** Places by stratum, then latest start first; only with starts. */
  readonly byStart: Uint32Array | undefined;
  /** Row of the data at each place. */
  readonly row: Uint32Array;
  readonly stratum: Int32Array;
}

function scaled(values: Float64Array): { readonly mean: number; readonly scale: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  let most = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    most = Math.max(most, Math.abs(value));
  }
  const scale = Math.sqrt(squares / values.length);
  return { mean, scale: scale > 1e-12 * most ? scale : 0 };
}

/** Refuses: `noCovariates`, `oneRow`, `noEvents`, `constantCovariate`. */
export function designOf(data: SurvivalData): SurvivalAnswer<Design> {
  const { rows, covariates, strata } = data;
  const terms = covariates.terms.length;
  if (terms === 0)
    return refused('noCovariates', '没有协变量。请用 --cox 写出列名。', 'There are no covariates. Name columns after --cox.');
  if (rows === 1) return refused('oneRow', '只有一行数据，无法回归。', 'One row is not enough for a regression.');
  if (data.events.every((kind) => kind === 0))
    return refused(
      'noEvents',
      '没有一个事件发生，无法回归。请延长观察。',
      'Nothing has happened in any row, so no regression is possible. Observe for longer.',
    );
  const scales = covariates.terms.map(({ values }) => scaled(values));
  const constant = covariates.terms.filter((_, term) => scales[term]?.scale === 0).map(({ name }) => name);
  if (constant.length > 0) {
    const names = listed(constant);
    return refused(
      'constantCovariate',
      `${names.zh}在所有行中取值相同，无法估计其作用。请去掉。`,
      `${names.en} is the same in every row, so its effect cannot be estimated. Leave it out.`,
      constant,
    );
  }
  const { time, start } = data;
  const codes = strata.codes;
  const byStratum = (a: number, b: number): number => (codes[a] as number) - (codes[b] as number);
  const row = allRows(rows).sort((a, b) => byStratum(a, b) || (time[b] as number) - (time[a] as number) || a - b);
  const x = new Float64Array(rows * terms);
  for (const [term, { values }] of covariates.terms.entries()) {
    const { mean, scale } = scales[term] as { mean: number; scale: number };
    for (let at = 0; at < rows; at += 1) x[at * terms + term] = ((values[row[at] as number] as number) - mean) / scale;
  }
  const stratum = Int32Array.from(row, (at) => codes[at] as number);
  const ends: number[] = [];
  for (let at = 1; at <= rows; at += 1) if (at === rows || stratum[at] !== stratum[at - 1]) ends.push(at);
  const startOf = start && Float64Array.from(row, (at) => start[at] as number);
  const byStart =
    startOf &&
    allRows(rows).sort((a, b) => (stratum[a] as number) - (stratum[b] as number) || (startOf[b] as number) - (startOf[a] as number));
  return answered({
    ...{ rows, terms, x, row, stratum, ends, byStart, start: startOf },
    mean: Float64Array.from(scales, ({ mean }) => mean),
    scale: Float64Array.from(scales, ({ scale }) => scale),
    time: Float64Array.from(row, (at) => time[at] as number),
    event: Uint8Array.from(row, (at) => Number((data.events[at] as number) > 0)),
  });
}
