/** What one run leaves behind: a few numbers a run, defined so that they can be compared between variants. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Kernel, scalar } from '../model/kernel.ts';

export interface OutputSpec {
  readonly name: string;
  readonly meaning: Bilingual;
  readonly unit: string;
  /** Range over `months`, for histograms. */
  readonly range: (months: number) => readonly [number, number];
}

const share = (): readonly [number, number] => [0, 1];
const overTime = (months: number): readonly [number, number] => [0, months];

export const outputs = [
  { name: 'meanQ', unit: 'share', range: share, meaning: { zh: '平均履责水平', en: 'mean delivery' } },
  { name: 'finalQ', unit: 'share', range: share, meaning: { zh: '末 24 个月履责水平', en: 'delivery in the last 24 months' } },
  { name: 'success', unit: 'probability', range: share, meaning: { zh: '平均达标概率', en: 'mean probability of success' } },
  { name: 'damage', unit: 'months', range: overTime, meaning: { zh: '累计损害 Σ(1−Q)', en: 'damage, Σ(1−Q)' } },
  { name: 'cost', unit: 'strength months', range: overTime, meaning: { zh: '介入成本 Σu', en: 'cost of intervention, Σu' } },
  {
    name: 'dependence',
    unit: 'share',
    range: () => [-1, 1] as const,
    meaning: { zh: '依赖指数（退出前后履责之差）', en: 'dependence: delivery lost after exit' },
  },
  { name: 'recovery', unit: 'months', range: overTime, meaning: { zh: '退出后恢复所需月数', en: 'months to recover after exit' } },
  { name: 'gini', unit: 'share', range: share, meaning: { zh: '净负担基尼系数', en: 'Gini coefficient of the net burden' } },
  { name: 'finalK', unit: 'share', range: share, meaning: { zh: '期末自主协调能力', en: 'self-coordination at the end' } },
  { name: 'intervened', unit: 'months', range: overTime, meaning: { zh: '处于介入的月数', en: 'months under intervention' } },
] as const satisfies readonly OutputSpec[];

export type OutputName = (typeof outputs)[number]['name'];
export const outputNames: readonly OutputName[] = outputs.map(({ name }) => name);

/** Windows of the definitions, in months. */
const beforeExit = 24;
const afterExitFrom = 24;
const afterExitTo = 48;
const recoveredWindow = 12;
const recoveredShare = 0.9;

function meanOf(series: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let m = from; m < to; m++) sum += series[m] as number;
  return sum / (to - from);
}

/** Delivery lost: the last 24 months before the first exit less months 24–48 after it. NaN where there was none or time is short. */
function dependence(series: Float64Array, months: number, exit: number): number {
  if (exit < 0 || exit + afterExitTo > months) return Number.NaN;
  return meanOf(series, Math.max(0, exit - beforeExit), exit) - meanOf(series, exit + afterExitFrom, exit + afterExitTo);
}

/** First month after exit from which a year's mean is back at 90 % of what it was. NaN where that never comes. */
function recovery(series: Float64Array, months: number, exit: number): number {
  if (exit <= 0) return Number.NaN;
  const goal = recoveredShare * meanOf(series, Math.max(0, exit - beforeExit), exit);
  for (let m = exit; m + recoveredWindow <= months; m++) if (meanOf(series, m, m + recoveredWindow) >= goal) return m - exit;
  return Number.NaN;
}

/** Gini coefficient of net burden per unit of resources; what is negative is taken as 0. */
function gini(kernel: Kernel, scratch: Float64Array): number {
  const n = kernel.parties;
  for (let i = 0; i < n; i++) scratch[i] = Math.max(0, (kernel.borne[i] as number) / (kernel.resources[i] as number));
  scratch.sort();
  let [weighted, sum] = [0, 0];
  for (let i = 0; i < n; i++) {
    weighted += (2 * (i + 1) - n - 1) * (scratch[i] as number);
    sum += scratch[i] as number;
  }
  return sum === 0 ? 0 : weighted / (n * sum);
}

/** Runs kernels and reads their outputs, without allocating a run. */
export class Runner {
  readonly kernel: Kernel;
  readonly months: number;
  /** Delivery of each month of the last run. */
  readonly series: Float64Array;
  readonly values = new Float64Array(outputs.length);
  readonly #scratch: Float64Array;

  constructor(kernel: Kernel, months: number) {
    this.kernel = kernel;
    this.months = months;
    this.series = new Float64Array(months);
    this.#scratch = new Float64Array(kernel.parties);
  }

  /** The run that was begun, to its end. Cost: months × parties. */
  finish(): Float64Array {
    const { kernel, months, series, values } = this;
    let success = 0;
    // The exit that is asked about is the policy's own; what a case had begun before may go on for good. Without one, that all have left.
    let [exit, allLeft] = [-1, -1];
    let [sent, intervened] = [0, 0];
    for (let m = 0; m < months; m++) {
      kernel.advance();
      series[m] = kernel.scalars[scalar.Q] as number;
      success += kernel.scalars[scalar.success] as number;
      if (kernel.strength > 0) intervened += 1;
      else if (allLeft < 0 && intervened > 0) allLeft = m;
      if (kernel.policyStrength > 0) sent += 1;
      else if (exit < 0 && sent > 0) exit = m;
    }
    if (sent === 0) exit = allLeft;
    const last = Math.min(beforeExit, months);
    values[0] = 1 - (kernel.scalars[scalar.damage] as number) / months;
    values[1] = meanOf(series, months - last, months);
    values[2] = success / months;
    values[3] = kernel.scalars[scalar.damage] as number;
    values[4] = kernel.scalars[scalar.cost] as number;
    values[5] = dependence(series, months, exit);
    values[6] = recovery(series, months, exit);
    values[7] = gini(kernel, this.#scratch);
    values[8] = kernel.scalars[scalar.K] as number;
    values[9] = intervened;
    return values;
  }
}
