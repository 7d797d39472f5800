/**
 * Work in pieces: a chunk is some runs of one variant. What a chunk gives depends on its number alone, and chunks are merged in their
 * order, so the result does not depend on how many workers, threads or machines took part.
 */
import { acceptedCount, acceptedSet } from '../calibration/accepted.ts';
import { priorDraw } from '../calibration/prior.ts';
import { Beginning } from '../model/carried.ts';
import { Kernel } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { policyNumbersOf } from '../model/policy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { outputs, Runner } from './outputs.ts';

/** Runs of a chunk: a tenth of a second or so, small enough to cancel and to share out. */
export const chunkRuns = 500;
/** Cells of the histograms, of delivery by month and of outputs. */
export const deliveryCells = 200;
export const outputCells = 1000;

export interface ChunkResult {
  readonly index: number;
  readonly variant: number;
  /** First run. */
  readonly from: number;
  readonly runs: number;
  /** One column an output, one number a run; NaN where an output is not defined for a run. */
  readonly columns: readonly Float64Array[];
  /** Sum of delivery by month, and counts by month and cell. */
  readonly deliverySums: Float64Array;
  readonly deliveryCounts: Uint32Array;
}

export interface Plan {
  readonly scenario: Scenario;
  readonly chunksPerVariant: number;
  readonly chunks: number;
}

export function planOf(scenario: Scenario): Plan {
  const chunksPerVariant = Math.ceil(scenario.runs / chunkRuns);
  return { scenario, chunksPerVariant, chunks: chunksPerVariant * scenario.variants.length };
}

/** Member of the accepted ensemble that a run is of; runs go round. */
export function memberOfRun({ members }: Pick<Scenario, 'members'>, run: number): number {
  return members === undefined ? run % acceptedCount : (members[run % members.length] as number);
}

/** Parameters of a run. Variants share the draw of a run: common random numbers. */
export function parametersOfRun(scenario: Scenario, own: Readonly<Record<string, number>>, run: number): Float64Array {
  const { draw, seed } = scenario;
  if (draw === 'fixed') return parameterSet(own);
  return parameterSet({ ...(draw === 'prior' ? priorDraw(seed, run) : acceptedSet(memberOfRun(scenario, run))), ...own });
}

/** Computes one chunk. Allocates its result and nothing a run. */
export function runChunk({ scenario, chunksPerVariant }: Plan, index: number): ChunkResult {
  const variantIndex = Math.floor(index / chunksPerVariant);
  const variant = scenario.variants[variantIndex];
  if (variant === undefined) throw new RangeError(`no chunk ${index}`);
  const from = (index % chunksPerVariant) * chunkRuns;
  const runs = Math.min(chunkRuns, scenario.runs - from);
  const { months, seed } = scenario;
  const kernel = new Kernel(scenario.parties.length);
  const runner = new Runner(kernel, months);
  const policy = policyNumbersOf(variant.policy);
  const beginning = new Beginning(scenario.carried, months);
  const columns = outputs.map(() => new Float64Array(runs));
  const deliverySums = new Float64Array(months);
  const deliveryCounts = new Uint32Array(months * deliveryCells);
  const fixed = scenario.draw === 'fixed' ? parametersOfRun(scenario, variant.parameters, 0) : undefined;
  for (let i = 0; i < runs; i++) {
    const run = from + i;
    beginning.begin(kernel, fixed ?? parametersOfRun(scenario, variant.parameters, run), policy, seed, run, scenario.resources);
    const values = runner.finish();
    for (let o = 0; o < columns.length; o++) (columns[o] as Float64Array)[i] = values[o] as number;
    for (let m = 0; m < months; m++) {
      const Q = runner.series[m] as number;
      deliverySums[m] = (deliverySums[m] as number) + Q;
      const cell = m * deliveryCells + Math.min(deliveryCells - 1, Math.floor(Q * deliveryCells));
      deliveryCounts[cell] = (deliveryCounts[cell] as number) + 1;
    }
  }
  return { index, variant: variantIndex, from, runs, columns, deliverySums, deliveryCounts };
}
