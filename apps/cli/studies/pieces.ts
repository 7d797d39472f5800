/** Studies cut into pieces that any thread can compute from the piece's number. */
import { type Screened, screen } from '@gongze/studies/simulation/calibration/calibrate';
import { type ChunkResult, planOf, runChunk } from '@gongze/studies/simulation/ensemble/chunks';
import type { Scenario } from '@gongze/studies/simulation/scenario/scenario';
import { evaluateRows, rowsOf, type SensitivityPlan } from '@gongze/studies/simulation/sensitivity/analysis';

export type Study =
  | { readonly kind: 'experiment'; readonly scenario: Scenario }
  | { readonly kind: 'sensitivity'; readonly plan: SensitivityPlan }
  | { readonly kind: 'screen'; readonly seed: number; readonly draws: number; readonly runs: number };
export type Piece = ChunkResult | Float64Array | readonly Screened[];

/** Rows of a sensitivity analysis a piece. */
export const rowsPerPiece = 64;

/** Draws of a screening a piece. */
const drawsPerPiece = 20;

export function piecesIn(study: Study): number {
  if (study.kind === 'screen') return Math.ceil(study.draws / drawsPerPiece);
  return study.kind === 'experiment' ? planOf(study.scenario).chunks : Math.ceil(rowsOf(study.plan) / rowsPerPiece);
}

export function pieceOf(study: Study): (index: number) => Piece {
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
