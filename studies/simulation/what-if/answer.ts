/**
 * Answers a question step by step, so that whoever drives it (a worker in the browser, a test) can tell how far it is, stop between any
 * two steps, and show what is finished.
 */
import type { Outcome, Refusal } from '../../parameters/parameters.ts';
import { planOf, runChunk } from '../ensemble/chunks.ts';
import { type ExperimentSummary, Merge } from '../ensemble/merge.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { evaluateRows, rowsOf, sensitivityOf, type SensitivityResult } from '../sensitivity/analysis.ts';
import { type Disagreement, disagreementOf, MemberTally } from './members.ts';
import { assumptionPlans, comparisonOf, type Question, sweepOf } from './question.ts';

export type Step =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | {
      readonly kind: 'compared';
      readonly summary: ExperimentSummary;
      readonly members: number;
      readonly disagreement: readonly Disagreement[];
    }
  | { readonly kind: 'swept'; readonly summary: ExperimentSummary }
  /** `undefined` where the answer does not vary. */
  | { readonly kind: 'examined'; readonly result: SensitivityResult | undefined };

/** Rows of the analysis a step. */
const rowsPerStep = 32;

/** Work done and to do, in months of a party. */
class Work {
  readonly #total: number;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
  }

  did(steps: number): Step {
    this.#done += steps;
    return { kind: 'progress', done: this.#done, total: this.#total };
  }
}

const sizeOf = ({ months, parties }: Scenario): number => months * parties.length;

function all<A, B, C>(a: Outcome<A>, b: Outcome<B>, c: Outcome<C>): Outcome<readonly [A, B, C]> {
  if (a.ok && b.ok && c.ok) return { ok: true, value: [a.value, b.value, c.value] };
  return { ok: false, refusals: [a, b, c].flatMap((one) => (one.ok ? [] : one.refusals)) };
}

/** Yields progress, and each part of the answer once it is whole. Cost: some ten million months of a party. */
export function* answer(question: Question): Generator<Step, void> {
  const comparison = comparisonOf(question);
  if (!comparison.ok) return yield { kind: 'refused', refusals: comparison.refusals };
  const read = all(comparison, sweepOf(question), assumptionPlans(question, comparison.value));
  if (!read.ok) return yield { kind: 'refused', refusals: read.refusals };
  const [compared, swept, plans] = read.value;
  const size = sizeOf(compared);
  const rows = rowsOf(plans[0]);
  const runs = (one: Scenario): number => one.runs * one.variants.length;
  const work = new Work(size * (runs(compared) + runs(swept) + rows * 2 * plans[0].replicates));

  const tally = new MemberTally(compared, 'finalQ');
  const summary = yield* experiment(compared, work, tally);
  const { members, byVariant } = tally.means();
  yield { kind: 'compared', summary, members: members.length, disagreement: disagreementOf(compared, byVariant) };
  yield { kind: 'swept', summary: yield* experiment(swept, work) };
  const values = new Float64Array(rows);
  for (let from = 0; from < rows; from += rowsPerStep) {
    const to = Math.min(rows, from + rowsPerStep);
    const [own, other] = plans.map((plan) => evaluateRows(plan, from, to)) as [Float64Array, Float64Array];
    values.set(
      own.map((value, i) => value - (other[i] as number)),
      from,
    );
    yield work.did(size * 2 * (to - from) * plans[0].replicates);
  }
  yield { kind: 'examined', result: sensitivityOf(plans[0], values) };
}

function* experiment(scenario: Scenario, work: Work, tally?: MemberTally): Generator<Step, ExperimentSummary> {
  const plan = planOf(scenario);
  const merge = new Merge(plan);
  for (let index = 0; index < plan.chunks; index++) {
    const chunk = runChunk(plan, index);
    merge.add(chunk);
    tally?.take(chunk);
    yield work.did(sizeOf(scenario) * chunk.runs);
  }
  return merge.summary();
}
