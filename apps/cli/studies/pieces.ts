/** Pieces of a job as the threads of one process hand them over: as objects, without the way through bytes. */
import { type Screened, screen } from '@gongze/studies/simulation/calibration/calibrate';
import { type ChunkResult, planOf, runChunk } from '@gongze/studies/simulation/ensemble/chunks';
import { drawsPerPiece, type Job, rowsPerPiece } from '@gongze/studies/simulation/jobs/job';
import { evaluateRows, rowsOf } from '@gongze/studies/simulation/sensitivity/analysis';

export type Piece = ChunkResult | Float64Array | readonly Screened[];

export function pieceOf(study: Job): (index: number) => Piece {
  if (study.kind === 'experiment') {
    const plan = planOf(study.scenario);
    return (index) => runChunk(plan, index);
  }
  if (study.kind === 'screen') {
    return (index) => screen(study.seed, index * drawsPerPiece, Math.min(study.draws, (index + 1) * drawsPerPiece), study.runs);
  }
  const rows = rowsOf(study.plan);
  return (index) => evaluateRows(study.plan, index * rowsPerPiece, Math.min(rows, (index + 1) * rowsPerPiece));
}
