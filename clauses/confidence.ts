/**
 * How sure the reader is of each part of a statement, 0–1. Every part was found in one of a few ways; the confidence of a way
 * is the share of cases in which it was right on the part of the corpus kept for tuning (`confidence.data.ts`), with one
 * success and one failure added to each (Laplace), so that a rare way is never certain.
 */
import { rates } from './confidence.data.ts';
import type { Statement } from './reading.ts';
import type { Language } from '@gongze/domain/vocabulary/text';

export const confidenceFields = ['attribute', 'lead', 'deontic', 'deadline', 'indicator', 'orElse', 'aimClass'] as const;
export type ConfidenceField = (typeof confidenceFields)[number];

/** Below this a part is put to the reader as a question. */
export const askBelow = 0.8;

/** The way in which each part was found. */
export function wayOf(statement: Statement, field: ConfidenceField): string {
  const { evidence, deontic, hedged, deadline, indicator, orElse, lead, aimClass } = statement;
  switch (field) {
    case 'attribute':
      return `${evidence.subject}-${statement.partyType}`;
    case 'lead':
      return lead === null ? 'none' : 'named';
    case 'deontic':
      return hedged ? 'hedged' : `${deontic ?? 'bare'}-${evidence.subject}`;
    case 'deadline':
      return deadline === null ? 'none' : `${deadline.kind}-${evidence.deadline}`;
    case 'indicator':
      return indicator === null ? 'none' : indicator.comparator === '=' ? 'count' : 'compared';
    case 'orElse':
      return orElse === null ? 'none' : 'named';
    case 'aimClass':
      return `${aimClass}-${evidence.verb}`;
    default:
      return field satisfies never;
  }
}

/** Confidence of each part of a statement. */
export function confidenceOf(statement: Statement, language: Language): Readonly<Record<ConfidenceField, number>> {
  const one = (field: ConfidenceField): number => {
    const [right, all] = rates[language]?.[field]?.[wayOf(statement, field)] ?? [0, 0];
    return (right + 1) / (all + 2);
  };
  return Object.fromEntries(confidenceFields.map((field) => [field, one(field)])) as Record<ConfidenceField, number>;
}

/** Parts that the reader should be asked about. */
export function questionsOf(statement: Statement, language: Language): readonly ConfidenceField[] {
  const confidence = confidenceOf(statement, language);
  return confidenceFields.filter((field) => confidence[field] < askBelow);
}
