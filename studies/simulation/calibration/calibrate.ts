/**
 * Approximate Bayesian computation by rejection, in two stages: many draws from the prior are screened with few runs, and those that
 * show all seven patterns are confirmed with many runs and other random numbers. The confirmed ones are the accepted ensemble. Answers
 * come from all of them, never from a best one.
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
  /** How many showed all seven patterns when screened. */
  readonly screened: number;
  /** Numbers of those that were confirmed. */
  readonly accepted: readonly number[];
}

/** Runs an experiment and random numbers of the second stage. */
export const confirmation = { runs: 200, seed: 999 } as const;

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

/** Whether a draw shows all seven patterns again. Cost: some hundred milliseconds. */
export function confirms(seed: number, number: number): boolean {
  const found = shown(readingsOf(priorDraw(seed, number), confirmation.runs, confirmation.seed));
  return patternIds.every((id) => found[id]);
}

/** @param confirmed whether a draw that showed all seven patterns shows them again; looked at here unless it is known */
export function calibrationOf(
  seed: number,
  runs: number,
  screened: readonly Screened[],
  confirmed: (number: number) => boolean = (number) => confirms(seed, number),
): Calibration {
  const rate = (id: PatternId): number => screened.filter((one) => one.shown[id]).length / screened.length;
  const passed = screened.filter((one) => patternIds.every((id) => one.shown[id])).map(({ number }) => number);
  return {
    seed,
    draws: screened.length,
    runs,
    passRates: Object.fromEntries(patternIds.map((id) => [id, rate(id)])) as Record<PatternId, number>,
    screened: passed.length,
    accepted: passed.filter(confirmed),
  };
}
