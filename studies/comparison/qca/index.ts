/** Qualitative comparative analysis: from a case matrix to solutions, all of them, with their fit. */
export * from './assumptions.ts';
export { conditionsMax, type Choice, type ConditionKind, halvesText, outcomeAsked, prepare, type QcaData, termMembership } from './data.ts';
export * from './document.ts';
export * from './expectations.ts';
export * from './expression.ts';
export * from './fit.ts';
export * from './intermediate.ts';
export * from './minimise.ts';
export * from './solution.ts';
export * from './statements.ts';
export * from './subsets.ts';
export * from './theory.ts';
export { absent, compareTerms, type Naming, rowCount, rowNumber, rowOf, type Term, termText } from './terms.ts';
export * from './truthTable.ts';
