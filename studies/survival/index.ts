/** Time to an event: curves, tests, regression, restricted means, competing events. */
export type { Notice, SurvivalAnswer, SurvivalRefusal } from './answer.ts';
export { type CompetingDocument, competingDocument } from './competing.ts';
export { tieMethods, type TieMethod } from './cox/deathTimes.ts';
export { type CoxDocument, coxDocument, type CoxOptions } from './cox/document.ts';
export { type TimeTransform, timeTransforms } from './cox/proportionality.ts';
export { type CurveOptions, type KaplanMeierDocument, kaplanMeierDocument, type Maybe } from './curves.ts';
export { prepareSurvival, type SurvivalAsked, type SurvivalData } from './data.ts';
export { type LogRankDocument, logRankDocument } from './logRank.ts';
export { type RmstDocument, rmstDocument } from './rmst.ts';
export { rowsWhere, survivalTable, type SurvivalTable } from './table.ts';
export { type InterruptedDocument, interruptedDocument } from './interrupted.ts';
export { seriesOf } from './series.ts';
