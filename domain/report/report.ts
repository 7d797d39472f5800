export type { CaseInput } from './input.ts';
export { factDates, openCase, type OpenCase, type ReportOptions, type SeriesPoint } from './open.ts';
export { type CaseReport, caseReportJsonSchema, caseReportSchema } from './schema.ts';
export { type CaseComparison, compareCases, type ComparisonCell, type ComparisonRow, type ParallelReading } from './comparison.ts';
