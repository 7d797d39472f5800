/**
 * What superiors had begun before the first month and what of it goes on: a case does not start afresh on the day on which it is asked
 * about. The joint work before that day is run first, under the interventions that are recorded, so that trust, motivation and the
 * capacity of self-coordination bear their marks.
 *
 * Of each kind the strongest acts, kinds add up to at most full strength, and the highest tier that is there lends its rank: to add an
 * instrument never weakens another.
 */
import { type Kernel, recordedSize } from './kernel.ts';
import { noIntervention, policyNumbersOf, strengthMax } from './policy.ts';

export const carriedKinds = ['sanction', 'subsidy', 'coordination'] as const;

export interface CarriedIntervention {
  readonly kind: (typeof carriedKinds)[number];
  /** 0 … 5. */
  readonly strength: number;
  /** Tiers above the nearest superior. */
  readonly tier: number;
  /** Month in which it began, from the first month of the run: negative = before. */
  readonly from: number;
  /** Month from which it is gone; absent = it goes on. */
  readonly until?: number;
}

export interface Carried {
  /** Months of joint work that are run before the first one. */
  readonly months: number;
  readonly interventions: readonly CarriedIntervention[];
}

/** Strength by kind (0 … 1) and tier for each month from `−before` on, as the kernel reads them. */
export function recordedNumbers(interventions: readonly CarriedIntervention[], before: number, months: number): Float64Array {
  const numbers = new Float64Array(recordedSize * (before + months));
  for (const { kind, strength, tier, from, until = months } of interventions) {
    for (let month = Math.max(from, -before); month < Math.min(until, months); month++) {
      const at = recordedSize * (month + before);
      const place = at + carriedKinds.indexOf(kind);
      numbers[place] = Math.max(numbers[place] as number, strength / strengthMax);
      numbers[at + carriedKinds.length] = Math.max(numbers[at + carriedKinds.length] as number, tier);
    }
  }
  return numbers;
}

const never = policyNumbersOf(noIntervention);

/** Begins runs, each after its past where there is one. */
export class Beginning {
  readonly #before: number;
  readonly #recorded: Float64Array | undefined;

  constructor(carried: Carried | undefined, months: number) {
    this.#before = carried?.months ?? 0;
    this.#recorded = carried === undefined ? undefined : recordedNumbers(carried.interventions, this.#before, months);
  }

  /** The run at its first month; what was borne, damaged and spent before it does not count. Cost: the months of the past. */
  begin(kernel: Kernel, parameters: Float64Array, policy: Float64Array, seed: number, run: number, resources?: ArrayLike<number>): void {
    if (this.#recorded === undefined) {
      kernel.begin(parameters, policy, seed, run, resources);
      return;
    }
    kernel.begin(parameters, never, seed, run, resources);
    kernel.carry(this.#recorded, this.#before);
    for (let month = 0; month < this.#before; month++) kernel.advance();
    kernel.meet(policy);
  }
}
