/**
 * A shipped case file and its two editions. Pure and without files, so that it runs in the browser too.
 * Both editions are views of one file: the *enriched* one is the file, the *paper* one what the article alone states.
 */
import { z } from 'zod';
import { type Fact, factSchema, isEventType } from '../domain/events/catalogue.ts';
import { actorIdSchema, bilingualSchema, caseIdSchema } from '../domain/events/schemas.ts';
import { type IsoDate, isoDateOf } from '../domain/vocabulary/dates.ts';

export const editions = ['paper', 'enriched'] as const;
export type Edition = (typeof editions)[number];

/** Day from which the article's own statements count as known: the end of the month in which it appeared. */
export const articleKnownFrom: IsoDate = isoDateOf('2024-03-31');

const anyFactSchema = z.looseObject({ type: z.string() }).transform((raw, context): Fact => {
  if (!isEventType(raw.type)) {
    context.addIssue({ code: 'custom', path: ['type'], message: `no event type ${raw.type}` });
    return z.NEVER;
  }
  const parsed = factSchema(raw.type).safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

const caseFileSchema = z.strictObject({
  format: z.literal('gongze-case/1'),
  case: caseIdSchema,
  title: bilingualSchema,
  actors: z.record(actorIdSchema, bilingualSchema),
  facts: z.array(anyFactSchema).readonly(),
});

export type CaseFile = z.output<typeof caseFileSchema>;

/** Reads a case file; throws a `ZodError` that names every fault. */
export function parseCaseFile(content: unknown): CaseFile {
  return caseFileSchema.parse(content);
}

/** The fact as the article alone states it, or `undefined` if it does not state it, gives no date, or corrects. */
function asInArticle(fact: Fact): Fact | undefined {
  if (fact.type === 'factCorrected' || fact.type === 'factRetracted' || fact.occurred.precision === 'unknown') return undefined;
  const sources = fact.sources.filter((source) => source.kind === 'article');
  return sources.length === 0 ? undefined : { ...fact, sources, knownFrom: articleKnownFrom, verification: 'statedBySource' };
}

/** The view of a history that an edition shows, in the order given. */
export function selectEdition(facts: readonly Fact[], edition: Edition): Fact[] {
  return edition === 'enriched' ? [...facts] : facts.map(asInArticle).filter((fact) => fact !== undefined);
}

/** The facts of one edition of a file. */
export function editionFacts(file: CaseFile, edition: Edition): Fact[] {
  return selectEdition(file.facts, edition);
}
