/** Reading agreements: from text to institutional statements, what is vague in them, and obligations to propose. */
export {
  type AgreementReader,
  type AgreementReading,
  type PlacedClause,
  rangeKey,
  readAgreement,
  readRange,
  rereadAgreement,
} from './agreement.ts';
export { type Reader, readClause } from './readClause.ts';
export type * from './reading.ts';
export { clauseRecord } from './record.ts';
export { bindingScore, clauseMarks, vagueOf } from './rubric/rubric.ts';
export { dictionarySegmenter } from './segment/dictionary.ts';
export type { Segmenter, Word, WordKind } from './segment/port.ts';
export { bareClauses } from './text/frame.ts';
export { languageOf, splitClauses } from './text/split.ts';
export { askBelow, type ConfidenceField, confidenceFields, confidenceOf, questionsOf } from './confidence.ts';
export { type ClauseChange, compareAgreements } from './use/compare.ts';
export { isCheckable } from './use/checkable.ts';
export { igScript } from './use/igScript.ts';
export { dueDay } from './use/due.ts';
export { measureText } from './use/measure.ts';
export { isObligation, type Missing, type Proposal, type ProposalContext, proposeObligation, titleOf } from './use/propose.ts';
export { compareWithSecond, type Difference, type SecondOpinion, secondOpinion, type SecondReader } from './second/secondReader.ts';
