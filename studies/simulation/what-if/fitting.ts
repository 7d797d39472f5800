/**
 * Which members of the accepted ensemble fit a case: those whose runs, from the beginning of the joint work and with the interventions
 * that the case records, come close to the delivery that the case shows. The others say something about other groups, not about this one.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import { acceptedCount, acceptedSet } from '../calibration/accepted.ts';
import { carriedOf, type Conditions, conditionsOf } from '../calibration/condition.ts';
import { indexOfRun, observe } from '../calibration/observe.ts';
import { type Carried, recordedNumbers } from '../model/carried.ts';
import { Kernel, scalar } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { noIntervention, policyNumbersOf } from '../model/policy.ts';

export interface Fit {
  readonly parties: number;
  /** Parameters that the case fixes. */
  readonly parameters: Conditions['parameters'];
  /** What had been begun by the date, and how much of the past is run before it; absent where no joint work has begun. */
  readonly carried?: Carried;
  /** Members that fit, rising; `undefined` where no duty can be judged yet, so that every member may. */
  readonly members: readonly number[] | undefined;
  /** What they were held against. */
  readonly observed: { readonly since: string; readonly on: string; readonly index: number; readonly duties: number } | undefined;
}

/** A run is close when its index of delivery lies this near to the case's; as in the hindcast. */
const tolerance = 0.2;
/** Runs of a member, and the share of them that has to be close. */
const runs = 12;
const closeShare = 0.25;
/** At least so many members are kept, the closest ones: an ensemble of a few is none. */
const keptMin = 20;

/** First day on which a duty began; the joint work is taken to begin with it. */
function beginning({ obligations }: CaseReport): string | undefined {
  return obligations
    .map(({ from }) => from)
    .filter((from) => from !== null)
    .sort()[0];
}

function closenessOf(report: CaseReport, start: string, observed: NonNullable<ReturnType<typeof observe>>, seed: number): number[] {
  const { parties, parameters } = conditionsOf(report);
  const kernel = new Kernel(parties);
  const numbers = policyNumbersOf(noIntervention);
  const series = new Float64Array(Math.max(1, observed.month));
  const recorded = recordedNumbers(carriedOf(report, start).interventions, series.length, 0);
  return Array.from({ length: acceptedCount }, (_, member) => {
    const set = parameterSet({ ...acceptedSet(member), ...parameters });
    let close = 0;
    let distance = 0;
    for (let run = 0; run < runs; run++) {
      kernel.begin(set, numbers, seed, run);
      kernel.carry(recorded, series.length);
      for (let m = 0; m < series.length; m++) {
        kernel.advance();
        series[m] = kernel.scalars[scalar.Q] as number;
      }
      const off = Math.abs(indexOfRun(observed, series) - observed.index);
      if (off <= tolerance) close += 1;
      distance += off / runs;
    }
    // A distance is at most 1, so 1 more puts those that are not close behind all that are.
    return close / runs >= closeShare ? distance : 1 + distance;
  });
}

/** The case's conditions and the members that fit it on the report's date. Cost: a thousand runs of the case's past. */
export function fitTo(report: CaseReport, seed: number): Fit {
  const start = beginning(report);
  const { parties, parameters } = conditionsOf(report);
  const carried = carriedOf(report, start ?? report.asOf);
  const observed = start === undefined ? undefined : observe(report, start);
  if (start === undefined || observed === undefined || observed.month < 1)
    return { parties, parameters, carried, members: undefined, observed: undefined };
  const ranked = closenessOf(report, start, observed, seed)
    .map((distance, member) => ({ distance, member }))
    .sort((a, b) => a.distance - b.distance || a.member - b.member);
  const close = ranked.filter(({ distance }) => distance < 1).length;
  const members = ranked
    .slice(0, Math.max(close, keptMin))
    .map(({ member }) => member)
    .sort((a, b) => a - b);
  return {
    parties,
    parameters,
    carried,
    members,
    observed: { since: start, on: report.asOf, index: observed.index, duties: observed.duties.length },
  };
}
