/**
 * A question to the model: who, from when, how long, under which policies. From it come the scenario that compares the policies, the sweep
 * of timing and strength, and the analysis of what decides. Each is plain data that `gongze simulate` takes too.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Outcome } from '../../parameters/parameters.ts';
import { acceptedCount } from '../calibration/accepted.ts';
import { priorParameters } from '../model/parameters.ts';
import type { Carried } from '../model/carried.ts';
import { noIntervention, type Policy } from '../model/policy.ts';
import { readScenario, type Scenario } from '../scenario/scenario.ts';
import { type SensitivityPlan, sensitivityPlan } from '../sensitivity/analysis.ts';
import type { PolicyChoice } from './policies.ts';

export interface Question {
  readonly id: string;
  readonly title: Bilingual;
  /** Government codes, or their number. */
  readonly parties: readonly string[] | number;
  /** First month, YYYY-MM. */
  readonly start: string;
  readonly months: number;
  /** Parameters that the case fixes. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What had been begun before; absent = it starts afresh. */
  readonly carried?: Carried;
  /** Members of the accepted ensemble that fit the case; absent = all. */
  readonly members?: readonly number[];
  /** At least one; the others are compared with the first. */
  readonly policies: readonly PolicyChoice[];
  /** Which of the policies is swept and examined. */
  readonly examined: string;
  readonly seed: number;
}

/** Runs of every member: enough that chance moves a member's mean by some hundredths. */
export const runsPerMember = 24;
const sweepRunsPerMember = 3;

const memberCount = ({ members }: Question): number => members?.length ?? acceptedCount;

function fileOf(question: Question, runs: number): Readonly<Record<string, unknown>> {
  const { id, title, parties, start, months, parameters, carried, members, seed } = question;
  return {
    id,
    title,
    parties,
    start,
    months,
    seed,
    runs,
    draw: 'accepted',
    parameters,
    ...(carried !== undefined && { carried }),
    ...(members !== undefined && { members }),
  };
}

/** The content of the scenario file that compares the policies. */
export function comparisonFile(question: Question): Readonly<Record<string, unknown>> {
  return { ...fileOf(question, runsPerMember * memberCount(question)), variants: question.policies };
}

export function comparisonOf(question: Question): Outcome<Scenario> {
  return readScenario(comparisonFile(question));
}

/** A policy that comes in a month, for those that are swept although they never come. */
function coming(policy: Policy): Policy {
  return policy.onset === 'never' ? { ...noIntervention, strength: 5, exit: 'abrupt', holdMonths: 12, onset: 'month' } : policy;
}

export const sweptStrengths: readonly number[] = [1, 2, 3, 4, 5];
const timings = 6;

/** Months of onset that are swept: from at once to half of the horizon. */
export function sweptOnsets(months: number): readonly number[] {
  const step = Math.max(1, Math.round(months / 2 / (timings - 1)));
  return Array.from({ length: timings }, (_, i) => i * step).filter((month) => month < months);
}

function examinedPolicy({ policies, examined }: Question): PolicyChoice {
  const found = policies.find(({ id }) => id === examined);
  if (found === undefined) throw new RangeError(`the question has no policy ${examined}`);
  return found;
}

/** Timing × strength of the examined policy. */
export function sweepOf(question: Question): Outcome<Scenario> {
  const { id, title, policy } = examinedPolicy(question);
  return readScenario({
    ...fileOf(question, sweepRunsPerMember * memberCount(question)),
    variants: [{ id, title, policy: coming(policy) }],
    sweep: { 'policy.onsetMonth': sweptOnsets(question.months), 'policy.strength': sweptStrengths },
  });
}

/** Base points of the Saltelli design, and runs a point. */
const base = 128;
const replicates = 2;

/**
 * Two plans on the same points and the same random numbers: the examined policy, and the one it is compared with. Their difference is the
 * answer whose assumptions are examined. What the case fixes is no assumption.
 */
export function assumptionPlans(question: Question, comparison: Scenario): Outcome<readonly [SensitivityPlan, SensitivityPlan]> {
  const parameters = priorParameters.map(({ name }) => name).filter((name) => question.parameters[name] === undefined);
  const request = { method: 'sobol', output: 'finalQ', base, replicates, parameters, seed: question.seed };
  const own = sensitivityPlan(comparison, { ...request, variant: question.examined });
  if (!own.ok) return own;
  return { ok: true, value: [own.value, { ...own.value, variant: 0 }] };
}
