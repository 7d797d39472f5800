/**
 * Approximate Bayesian computation by rejection: of many draws from the prior, those that show all seven patterns are the accepted
 * ensemble. Answers come from all of them, never from a best one.
 */
import { Kernel } from '../model/kernel.ts';
import { type PatternId, patternIds, readingsOf, shown } from '../patterns/patterns.ts';
import { priorDraw } from './prior.ts';

export interface Calibration {
  readonly seed: number;
  readonly draws: number;
  readonly runs: number;
  /** Share of draws that show each pattern. */
  readonly passRates: Readonly<Record<PatternId, number>>;
  /** Numbers of the accepted draws. */
  readonly accepted: readonly number[];
}

export interface Screened {
  readonly number: number;
  readonly shown: Readonly<Record<PatternId, boolean>>;
}

const kernelParties = 6;

/** Draws `from` … `to − 1`. Merge by concatenation: a draw depends on its number alone. */
export function screen(seed: number, from: number, to: number, runs: number): Screened[] {
  const kernel = new Kernel(kernelParties);
  return Array.from({ length: to - from }, (_, i) => {
    const number = from + i;
    return { number, shown: shown(readingsOf(priorDraw(seed, number), runs, number, kernel)) };
  });
}

export function calibrationOf(seed: number, runs: number, screened: readonly Screened[]): Calibration {
  const rate = (id: PatternId): number => screened.filter((one) => one.shown[id]).length / screened.length;
  return {
    seed,
    draws: screened.length,
    runs,
    passRates: Object.fromEntries(patternIds.map((id) => [id, rate(id)])) as Record<PatternId, number>,
    accepted: screened.filter((one) => patternIds.every((id) => one.shown[id])).map(({ number }) => number),
  };
}
