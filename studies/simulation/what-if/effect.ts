/**
 * What the model expects of an instrument on a case, for the principle of the least sufficient strength: delivery over the coming years
 * with it less delivery without it, member by member on the same chances.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import { acceptedCount, acceptedSet } from '../calibration/accepted.ts';
import { instrumentOf } from '../calibration/condition.ts';
import { quantile } from '../calibration/scores.ts';
import { Beginning } from '../model/carried.ts';
import { Kernel, scalar } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { noIntervention, type Policy, policyNumbersOf, strengthMax } from '../model/policy.ts';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { ParameterSpec } from '../../parameters/parameters.ts';
import { seedMax } from '../../random/stream.ts';
import { effectStatement } from './caveat.ts';
import { type Fit, fitTo } from './fitting.ts';

export interface Effect {
  readonly instrument: string;
  readonly strength: number;
  /** Gain of mean delivery: median of the members, and the 5–95 % of them. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface SufficientStrength {
  readonly strength: number;
  /** Mean delivery of the last year under it: median of the members, and the 5–95 % of them. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Share of the members whose delivery reaches `sufficient`. */
  readonly reached: number;
}

/** Horizon: the sunset that the principles allow, 24 months, and a year to see what follows. */
export const effectMonths = 36;
const heldMonths = 24;

/** Runs of every member, and the seed, unless others are asked for. */
export const effectLimits = {
  runs: {
    name: 'runs',
    standard: 12,
    min: 1,
    max: 1000,
    whole: true,
    meaning: { zh: '每组参数的运行次数', en: 'runs of every parameter set' },
  },
  seed: { name: 'seed', standard: 1, min: 0, max: seedMax, whole: true, meaning: { zh: '随机种子', en: 'seed' } },
} as const satisfies Record<string, ParameterSpec>;
const standardRuns = effectLimits.runs.standard;
/** Delivery that counts as sufficient, and the share of members that has to reach it: conventions of this project. */
export const sufficient = { delivery: 0.7, members: 0.75 } as const;
const interval = [0.05, 0.95] as const;

/** An instrument as the model knows it: its channel is one of three ways to act, and it ends at the sunset. */
function policyOf(channel: CaseReport['advice'][number]['channel'], strength: number): Policy {
  const way = instrumentOf[channel];
  const weights = { sanction: 0, subsidy: 0, coordination: 0, [way]: 1 };
  return { ...noIntervention, ...weights, onset: 'month', onsetMonth: 0, strength, exit: 'abrupt', holdMonths: heldMonths };
}

/** Mean delivery of months `from` … `to − 1` for each member. */
function deliveryOf(
  { parties, parameters, members, carried }: Fit,
  policy: Policy,
  [from, to]: readonly [number, number],
  seed: number,
  runs = standardRuns as number,
): number[] {
  const kernel = new Kernel(parties);
  const numbers = policyNumbersOf(policy);
  const beginning = new Beginning(carried, to);
  return (members ?? Array.from({ length: acceptedCount }, (_, i) => i)).map((member) => {
    const set = parameterSet({ ...acceptedSet(member), ...parameters });
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      beginning.begin(kernel, set, numbers, seed, run);
      for (let m = 0; m < to; m++) {
        kernel.advance();
        if (m >= from) sum += kernel.scalars[scalar.Q] as number;
      }
    }
    return sum / (runs * (to - from));
  });
}

const spread = (values: readonly number[]) => {
  const [low, high] = interval.map((level) => quantile(values, level)) as [number, number];
  return { median: quantile(values, 0.5), low, high };
};

/** Effect of every advised instrument on its own. Cost: some thousand runs of three years an instrument. */
export function expectedEffects(report: CaseReport, fit: Fit, seed: number, runs?: number): readonly Effect[] {
  const whole = [0, effectMonths] as const;
  const without = deliveryOf(fit, noIntervention, whole, seed, runs);
  return report.advice.map(({ instrument, channel, strength }) => {
    const own = deliveryOf(fit, policyOf(channel, strength), whole, seed, runs);
    return { instrument, strength, ...spread(own.map((value, i) => value - (without[i] as number))) };
  });
}

/** Every whole strength of a policy that comes at once and stays: what delivery it reaches in its second year. */
export function strengthLadder(
  fit: Fit,
  weights: Pick<Policy, 'sanction' | 'subsidy' | 'coordination'>,
  seed: number,
): readonly SufficientStrength[] {
  return Array.from({ length: strengthMax }, (_, i) => {
    const strength = i + 1;
    const policy: Policy = { ...noIntervention, ...weights, onset: 'month', onsetMonth: 0, strength, exit: 'none' };
    const reached = deliveryOf(fit, policy, [heldMonths / 2, heldMonths], seed);
    return { strength, ...spread(reached), reached: reached.filter((value) => value >= sufficient.delivery).length / reached.length };
  });
}

/** The least strength under which enough members deliver; `undefined` where not even the greatest does. */
export function leastSufficient(ladder: readonly SufficientStrength[]): number | undefined {
  return ladder.find(({ reached }) => reached >= sufficient.members)?.strength;
}

/** The effects as they are told outside of the page, with all that is needed to get them again. */
export interface Estimate {
  /** What it is and is not. */
  readonly statement: Bilingual;
  readonly runs: number;
  readonly seed: number;
  readonly months: number;
  /** Parameter sets that fit the case, of so many. */
  readonly members: number;
  readonly of: number;
  readonly effects: readonly Effect[];
}

/** Expected effect of everything that the report advises. Cost: as `expectedEffects`, and some thousand runs of the case's past. */
export function estimateOf(report: CaseReport, runs: number = standardRuns, seed: number = effectLimits.seed.standard): Estimate {
  const fit = fitTo(report, seed);
  const effects = expectedEffects(report, fit, seed, runs);
  const members = fit.members?.length ?? acceptedCount;
  return { statement: effectStatement, runs, seed, months: effectMonths, members, of: acceptedCount, effects };
}

/** The part of an estimate that belongs to some of the advice. */
function estimateOfSome(estimate: Estimate, advice: CaseReport['advice']): Estimate {
  const wanted = new Set(advice.map(({ instrument }) => instrument));
  return { ...estimate, effects: estimate.effects.filter(({ instrument }) => wanted.has(instrument)) };
}

/** What is expected of the advice that answers some findings, by their keys. */
export function estimateForFindings(estimate: Estimate, advice: CaseReport['advice'], keys: readonly string[]): Estimate {
  return estimateOfSome(
    estimate,
    advice.filter(({ findings }) => keys.some((key) => findings.includes(key))),
  );
}

/** What is expected of the advice to one tier. */
export function estimateForTier(estimate: Estimate, advice: CaseReport['advice'], tier: string): Estimate {
  return estimateOfSome(
    estimate,
    advice.filter((one) => one.tier === tier),
  );
}

/** The report with what was estimated in the place of `notEstimated`. */
export function withEstimate<R extends CaseReport>(report: R, estimate: Estimate): R {
  const medians = new Map(estimate.effects.map(({ instrument, median }) => [instrument, median]));
  const advice = report.advice.map((own) => ({ ...own, expectedEffect: medians.get(own.instrument) ?? own.expectedEffect }));
  return { ...report, advice, estimate };
}
