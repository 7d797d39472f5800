/** Pure statistics shared by the domain and the studies: no clock, no randomness, every function documented with its source. */
export { chiSquareAbove } from './chiSquare.ts';
export { pielouEvenness, shannonEntropy } from './evenness.ts';
export { normalProbability, normalQuantile } from './normal.ts';
export {
  combined,
  type DatedEvidence,
  type Evidence,
  evidenceAt,
  evidenceOfRating,
  type Forgetting,
  forgotten,
  noEvidence,
  reputationOf,
  reputationRating,
  reputationVariance,
} from './reputation.ts';
export { studentAbove, studentQuantile } from './student.ts';
export { mean, median } from './summary.ts';
export { type Confidence, type ConfidenceType, confidenceTypes, limits as survivalLimits, zOf } from './survival/confidence.ts';
export {
  type IntervalEstimate,
  type IntervalMass,
  type IntervalObservation,
  type IntervalQuantile,
  intervalCensored,
  intervalQuantile,
} from './survival/intervalCensored.ts';
export {
  kaplanMeier,
  type Observation,
  type SurvivalCurve,
  type SurvivalEstimator,
  type SurvivalQuantile,
  type SurvivalStep,
  survivalAt,
  survivalCurve,
  survivalEstimators,
  survivalQuantile,
  type Tally,
} from './survival/kaplanMeier.ts';
