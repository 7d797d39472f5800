/**
 * A test that the model can lose: the ensemble, conditioned on what a case's facts say up to a date, forecasts the delivery that came
 * later, and is scored beside forecasts that need no model.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import { Beginning } from '../model/carried.ts';
import { Kernel, scalar } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { noIntervention, policyNumbersOf } from '../model/policy.ts';
import { acceptedCount, acceptedSet } from './accepted.ts';
import { conditionsOf, recordedFrom } from './condition.ts';
import { indexOfRun, monthsBetween, observe } from './observe.ts';
import { crps, crpsOfIgnorance, quantile } from './scores.ts';

export interface HindcastInput {
  /** First month of the joint work, YYYY-MM-DD. */
  readonly start: string;
  /** Reports up to the cut-off, rising; the last is the cut-off and gives the conditions. */
  readonly known: readonly CaseReport[];
  /** The report on the day that is judged. */
  readonly judged: CaseReport;
  readonly runs: number;
  readonly seed: number;
}

export interface Hindcast {
  readonly cutOff: string;
  readonly judgedOn: string;
  readonly observed: number;
  /** Readings up to the cut-off. */
  readonly known: readonly { readonly on: string; readonly index: number }[];
  readonly forecast: { readonly mean: number; readonly low: number; readonly median: number; readonly high: number };
  /** Runs that were close to what was known, of all. */
  readonly kept: number;
  readonly runs: number;
  readonly covered: boolean;
  readonly crps: { readonly model: number; readonly persistence: number; readonly trend: number; readonly ignorance: number };
}

/** A run is kept when it lies this close to every reading up to the cut-off. */
const tolerance = 0.2;
/** At least this share of runs is kept, the closest ones, where fewer come close. */
const keptMin = 0.05;
const interval = [0.05, 0.95] as const;
const noFurther = policyNumbersOf(noIntervention);

/** Full delivery is a sum of shares and may lack the last digit of 1. */
const rounding = 1e-9;

const clipped = (value: number): number => Math.min(1, Math.max(0, value));

/** The last change goes on at its pace; with one reading nothing changes. */
function trend(known: readonly { readonly month: number; readonly index: number }[], month: number): number {
  const [last, before] = [known.at(-1), known.at(-2)];
  if (last === undefined) return 0.5;
  if (before === undefined || before.month === last.month) return last.index;
  return clipped(last.index + ((last.index - before.index) / (last.month - before.month)) * (month - last.month));
}

/** @returns `undefined` where no duty can be judged at the cut-off or on the day that is judged */
export function hindcast({ start, known, judged, runs, seed }: HindcastInput): Hindcast | undefined {
  const cutOff = known.at(-1);
  const target = observe(judged, start);
  const readings = known.flatMap((report) => observe(report, start) ?? []);
  const last = readings.at(-1);
  if (cutOff === undefined || target === undefined || last === undefined) return undefined;
  const { parties, parameters } = conditionsOf(cutOff);
  const kernel = new Kernel(parties);
  const months = monthsBetween(start, judged.asOf);
  const beginning = new Beginning(recordedFrom(cutOff, start), months);
  const series = new Float64Array(months);
  const members = Array.from({ length: runs }, (_, run) => {
    beginning.begin(kernel, parameterSet({ ...acceptedSet(run % acceptedCount), ...parameters }), noFurther, seed, run);
    for (let m = 0; m < months; m++) {
      kernel.advance();
      series[m] = kernel.scalars[scalar.Q] as number;
    }
    const distance = Math.max(...readings.map((reading) => Math.abs(indexOfRun(reading, series) - reading.index)));
    return { distance, index: indexOfRun(target, series) };
  }).sort((a, b) => a.distance - b.distance);
  const close = members.filter(({ distance }) => distance <= tolerance).length;
  const kept = members.slice(0, Math.max(close, Math.ceil(keptMin * runs))).map(({ index }) => index);
  const [low, high] = interval.map((level) => quantile(kept, level)) as [number, number];
  return {
    cutOff: cutOff.asOf,
    judgedOn: judged.asOf,
    observed: target.index,
    known: readings.map(({ on, index }) => ({ on, index })),
    forecast: { mean: kept.reduce((sum, one) => sum + one, 0) / kept.length, low, median: quantile(kept, 0.5), high },
    kept: kept.length,
    runs,
    covered: low - rounding <= target.index && target.index <= high + rounding,
    crps: {
      model: crps(kept, target.index),
      persistence: Math.abs(last.index - target.index),
      trend: Math.abs(trend(readings, target.month) - target.index),
      ignorance: crpsOfIgnorance(target.index),
    },
  };
}
