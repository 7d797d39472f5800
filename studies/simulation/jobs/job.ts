/**
 * What is computed in pieces, on as many threads and machines as there are: an experiment, a sensitivity analysis, a screening of the
 * prior. A piece follows from the job and its number alone, travels as bytes, and all of them, in their order, give what one process gives.
 */
import { type Calibration, calibrationOf, confirms, type Screened, screen } from '../calibration/calibrate.ts';
import { decodeChunk, encodeChunk } from '../ensemble/bytes.ts';
import { planOf, runChunk } from '../ensemble/chunks.ts';
import { type ExperimentSummary, Merge } from '../ensemble/merge.ts';
import { patternIds } from '../patterns/patterns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { evaluateRows, rowsOf, type SensitivityPlan, sensitivityOf, type SensitivityResult } from '../sensitivity/analysis.ts';

/** Plain data, so that it can be kept and sent. */
export type Job =
  | { readonly kind: 'experiment'; readonly scenario: Scenario }
  | { readonly kind: 'sensitivity'; readonly plan: SensitivityPlan }
  | { readonly kind: 'screen'; readonly seed: number; readonly draws: number; readonly runs: number };

/** An output that does not vary has no indices. */
export type JobResult = ExperimentSummary | SensitivityResult | Calibration | { readonly flat: true };

/** Rows of a sensitivity analysis a piece. */
export const rowsPerPiece = 64;
/** Draws of a screening a piece. */
export const drawsPerPiece = 20;

export function piecesOfJob(job: Job): number {
  switch (job.kind) {
    case 'experiment':
      return planOf(job.scenario).chunks;
    case 'sensitivity':
      return Math.ceil(rowsOf(job.plan) / rowsPerPiece);
    case 'screen':
      return Math.ceil(job.draws / drawsPerPiece);
    default:
      return job satisfies never;
  }
}

/** A draw that was screened and, where it showed all seven patterns, looked at again. */
interface Judged extends Screened {
  readonly confirmed: boolean;
}

function judge(seed: number, from: number, to: number, runs: number): Judged[] {
  return screen(seed, from, to, runs).map((one) => ({
    ...one,
    confirmed: patternIds.every((id) => one.shown[id]) && confirms(seed, one.number),
  }));
}

/** Computes pieces of a job by their numbers. */
export function pieceBytesOf(job: Job): (index: number) => Uint8Array {
  switch (job.kind) {
    case 'experiment': {
      const plan = planOf(job.scenario);
      return (index) => encodeChunk(runChunk(plan, index));
    }
    case 'sensitivity': {
      const rows = rowsOf(job.plan);
      return (index) => {
        const values = evaluateRows(job.plan, index * rowsPerPiece, Math.min(rows, (index + 1) * rowsPerPiece));
        const view = new DataView(new ArrayBuffer(8 * values.length));
        for (const [i, value] of values.entries()) view.setFloat64(8 * i, value, true);
        return new Uint8Array(view.buffer);
      };
    }
    case 'screen': {
      const { seed, draws, runs } = job;
      return (index) => {
        const judged = judge(seed, index * drawsPerPiece, Math.min(draws, (index + 1) * drawsPerPiece), runs);
        return new TextEncoder().encode(JSON.stringify(judged));
      };
    }
    default:
      return job satisfies never;
  }
}

type Pieces = AsyncIterable<readonly [index: number, bytes: Uint8Array]>;

/** The answer to a job from all of its pieces, in their order. */
export async function resultOfJob(job: Job, pieces: Pieces): Promise<JobResult> {
  switch (job.kind) {
    case 'experiment': {
      const plan = planOf(job.scenario);
      const merge = new Merge(plan);
      for await (const [index, bytes] of pieces) merge.add(decodeChunk(plan, index, bytes));
      return merge.summary();
    }
    case 'sensitivity': {
      const values = new Float64Array(rowsOf(job.plan));
      for await (const [index, bytes] of pieces) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (let i = 0; i < bytes.byteLength / 8; i++) values[index * rowsPerPiece + i] = view.getFloat64(8 * i, true);
      }
      return sensitivityOf(job.plan, values) ?? { flat: true };
    }
    case 'screen': {
      const judged: Judged[] = [];
      for await (const [, bytes] of pieces) judged.push(...(JSON.parse(new TextDecoder().decode(bytes)) as Judged[]));
      const confirmed = new Set(judged.filter((one) => one.confirmed).map(({ number }) => number));
      return calibrationOf(job.seed, job.runs, judged, (number) => confirmed.has(number));
    }
    default:
      return job satisfies never;
  }
}
