/**
 * What each member of the ensemble says by itself. A mean over the ensemble hides where its members contradict one another, and that is
 * what one has to know before one acts.
 */
import { type ChunkResult, memberOfRun } from '../ensemble/chunks.ts';
import { type OutputName, outputNames } from '../ensemble/outputs.ts';
import type { Scenario } from '../scenario/scenario.ts';

export class MemberTally {
  readonly #scenario: Scenario;
  readonly #column: number;
  /** One map a variant: member → sum and count. */
  readonly #sums: readonly Map<number, { sum: number; count: number }>[];

  constructor(scenario: Scenario, output: OutputName) {
    this.#scenario = scenario;
    this.#column = outputNames.indexOf(output);
    this.#sums = scenario.variants.map(() => new Map());
  }

  take({ variant, from, columns }: ChunkResult): void {
    const sums = this.#sums[variant];
    if (sums === undefined) throw new Error(`bug: no variant ${variant}`);
    columns[this.#column]?.forEach((value, i) => {
      if (Number.isNaN(value)) return;
      const member = memberOfRun(this.#scenario, from + i);
      const own = sums.get(member) ?? { sum: 0, count: 0 };
      own.sum += value;
      own.count += 1;
      sums.set(member, own);
    });
  }

  /** Mean of the output for each member of each variant; members in rising order. */
  means(): { readonly members: readonly number[]; readonly byVariant: readonly (readonly number[])[] } {
    const members = [...(this.#sums[0]?.keys() ?? [])].sort((a, b) => a - b);
    const byVariant = this.#sums.map((sums) =>
      members.map((member) => {
        const own = sums.get(member);
        return own === undefined ? Number.NaN : own.sum / own.count;
      }),
    );
    return { members, byVariant };
  }
}

export interface Disagreement {
  readonly id: string;
  /** Gain over the first variant, one number a member, rising. */
  readonly gains: readonly number[];
  /** Members that gain or lose more than `noticeable`. */
  readonly better: number;
  readonly worse: number;
  /** Members for which this variant is best of all; ties count for the first. */
  readonly best: number;
}

/** Less than this of delivery is taken as no difference. */
export const noticeable = 0.05;

/** How far the members agree about each variant, the first being what it is compared with. */
export function disagreementOf(scenario: Scenario, byVariant: readonly (readonly number[])[]): readonly Disagreement[] {
  const [reference = []] = byVariant;
  const best = reference.map((_, i) => {
    const own = byVariant.map((means) => means[i] as number);
    return own.indexOf(Math.max(...own));
  });
  return scenario.variants.map(({ id }, v) => {
    const gains = reference.map((value, i) => (byVariant[v]?.[i] as number) - value).sort((a, b) => a - b);
    return {
      id,
      gains,
      better: gains.filter((gain) => gain > noticeable).length,
      worse: gains.filter((gain) => gain < -noticeable).length,
      best: best.filter((one) => one === v).length,
    };
  });
}
