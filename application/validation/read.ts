/** From raw documents to a history: the head of the file, and each fact by the schema of its type. */
import { eventTypes, type Fact, factSchema, isEventType, payloadSchemas } from '@gongze/domain/events/catalogue';
import { envelopeShape } from '@gongze/domain/events/envelope';
import { actorIdSchema, bilingualSchema, caseIdSchema } from '@gongze/domain/events/schemas';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { z } from 'zod';
import { expected } from '../messages.ts';
import type { Document } from './documents.ts';
import { excerptOf, type PlacelessFault } from './faults.ts';
import { faultsOfIssues } from './issues.ts';
import { nearestName } from './nearest.ts';
import { actorFault, checkHistory, type RawFact, type Report } from './semantics.ts';

/** A case as it is handed around: names and facts. */
export interface History {
  readonly caseId: CaseId;
  readonly title: Bilingual;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly facts: readonly Fact[];
}

export const CASE_FORMAT = 'gongze-case/1';
/** What the page and `gongze export` write: the same facts, with a day, the ledger and a dictionary beside them. */
const DATA_FORMAT = 'gongze-data/1';
/** Payloads of all types stand at their first version. */
const SCHEMA_VERSION = 1;

const headerSchema = z.strictObject({
  format: z.literal(CASE_FORMAT),
  case: caseIdSchema,
  title: bilingualSchema,
  actors: z.record(actorIdSchema, bilingualSchema),
});
const documentSchema = headerSchema.extend({ facts: z.array(z.unknown()) });
const envelopeOnlySchema = z.strictObject({ ...envelopeShape, type: z.unknown().optional(), payload: z.unknown() });
const envelopeFields = Object.keys(envelopeOnlySchema.shape);

interface Header {
  /** `undefined` if the head names no valid one. */
  readonly caseId: string | undefined;
  readonly title: Bilingual | undefined;
  readonly actors: Readonly<Record<string, Bilingual>>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The history of the documents, or `undefined` where it cannot be told apart from other files. */
export function readHistory(
  documents: readonly Document[],
  lines: boolean,
  governments: GovernmentTree,
  report: Report,
): History | undefined {
  const read = lines ? readLines(documents, report) : readDocument(documents[0] as Document, report);
  if (read === undefined) return undefined;
  const { header, facts } = read;
  const actors = new Set(Object.keys(header.actors));
  for (const id of actors) {
    const fault = actorIdSchema.safeParse(id).success ? actorFault(id, actors, governments) : undefined;
    if (fault !== undefined) report(0, { ...fault, path: ['actors', id], atKey: true, found: excerptOf(id) });
  }
  checkHistory(facts, { caseId: header.caseId, actors, governments }, report);
  const valid = facts.map(({ fact }) => fact).filter((fact) => fact !== undefined);
  const caseId = header.caseId ?? '';
  const opened = valid.find((fact) => fact.type === 'caseOpened');
  const title = header.title ?? opened?.payload.title ?? { zh: caseId, en: caseId };
  return { caseId: caseId as CaseId, title, actors: header.actors, facts: valid };
}

/**
 * Places of the facts in their history, without gaps: an export leaves out what does not count on its day, corrections that are
 * carried out among them.
 */
function renumbered(facts: unknown): unknown {
  if (!Array.isArray(facts)) return facts;
  const versionOf = (fact: unknown): unknown => (isObject(fact) ? fact['version'] : undefined);
  const versions = [...new Set(facts.map(versionOf))].filter((own) => typeof own === 'number').sort((a, b) => a - b);
  const places = new Map<unknown, number>(versions.map((version, index) => [version, index + 1]));
  return facts.map((fact) => (isObject(fact) ? { ...fact, version: places.get(fact['version']) ?? fact['version'] } : fact));
}

/** An exported case as the case file it holds; anything else as it is. */
function asCaseFile(value: unknown): unknown {
  if (!isObject(value) || value['format'] !== DATA_FORMAT) return value;
  const { case: caseId, title, actors, facts } = value;
  return { format: CASE_FORMAT, case: caseId, title, actors, facts: renumbered(facts) };
}

/** A case file. Its facts are checked even where its head has faults. */
function readDocument(document: Document, report: Report): { header: Header; facts: RawFact[] } | undefined {
  const value = asCaseFile(document.value);
  if (!isObject(value) || value['format'] !== CASE_FORMAT) {
    const format = isObject(value) ? value['format'] : undefined;
    report(0, {
      kind: 'unknownFormat',
      path: format === undefined ? [] : ['format'],
      expected: expected.history,
      found: excerptOf(format ?? value),
    });
    return undefined;
  }
  const parsed = documentSchema.safeParse(value);
  const faults = parsed.success ? [] : faultsOfIssues(parsed.error.issues, value, []);
  for (const fault of faults) report(0, withKnownFields(fault, Object.keys(documentSchema.shape)));
  const list = Array.isArray(value['facts']) ? (value['facts'] as unknown[]) : [];
  const facts = list.map((raw, index) => readFact(raw, 0, ['facts', index], report)).filter((fact) => fact !== undefined);
  if (parsed.success) return { header: headerOf(parsed.data), facts };
  // Faulty facts and a faulty head are told in one go, as far as the head can be read.
  const actors = isObject(value['actors']) ? (value['actors'] as Record<string, Bilingual>) : {};
  return { header: { caseId: caseIdSchema.safeParse(value['case']).data, title: undefined, actors }, facts };
}

function headerOf({ case: caseId, title, actors }: z.output<typeof headerSchema>): Header {
  return { caseId, title, actors: actors as Record<string, Bilingual> };
}

function readLines(documents: readonly Document[], report: Report): { header: Header; facts: RawFact[] } | undefined {
  const first = documents[0]?.value;
  const withHeader = isObject(first) && Object.hasOwn(first, 'format');
  const parsed = withHeader ? headerSchema.safeParse(first) : undefined;
  if (parsed?.success === false) {
    for (const fault of faultsOfIssues(parsed.error.issues, first, [])) report(0, withKnownFields(fault, Object.keys(headerSchema.shape)));
  }
  const facts = documents
    .map((document, index) => (withHeader && index === 0 ? undefined : readFact(document.value, index, [], report)))
    .filter((fact) => fact !== undefined);
  const streamId = facts.find(({ fact }) => fact !== undefined)?.fact?.streamId;
  return { header: parsed?.success ? headerOf(parsed.data) : { caseId: streamId, title: undefined, actors: {} }, facts };
}

/** One fact by the schema of its type; of an unknown type its envelope is checked all the same. */
function readFact(raw: unknown, document: number, path: readonly (string | number)[], report: Report): RawFact | undefined {
  if (!isObject(raw)) {
    report(document, { kind: 'wrongType', path, expected: expected.type('object'), found: excerptOf(raw) });
    return undefined;
  }
  const type = Object.hasOwn(raw, 'type') ? raw['type'] : undefined;
  if (!isEventType(type)) {
    const nearest = typeof type === 'string' ? nearestName(type, eventTypes) : undefined;
    report(document, {
      kind: type === undefined ? 'missingField' : 'unknownType',
      path: [...path, 'type'],
      expected: expected.eventType(nearest),
      found: excerptOf(type),
    });
  }
  const schema = isEventType(type) ? factSchema(type) : envelopeOnlySchema;
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    for (const fault of faultsOfIssues(parsed.error.issues, raw, [])) {
      report(document, { ...withKnownFields(fault, fieldsAt(fault.path, type)), path: [...path, ...fault.path] });
    }
    return { document, path, raw, fact: undefined };
  }
  if (!isEventType(type)) return { document, path, raw, fact: undefined };
  const fact = parsed.data as Fact;
  if (fact.schemaVersion !== SCHEMA_VERSION) {
    report(document, {
      kind: 'unknownVersion',
      path: [...path, 'schemaVersion'],
      expected: expected.schemaVersion(SCHEMA_VERSION),
      found: String(fact.schemaVersion),
    });
  }
  return { document, path, raw, fact };
}

/** Fields known where an unknown one stands: of the envelope or of the payload; deeper ones are not listed. */
function fieldsAt(path: readonly (string | number)[], type: unknown): readonly string[] {
  if (path.length === 1) return envelopeFields;
  return path.length === 2 && path[0] === 'payload' && isEventType(type) ? Object.keys(payloadSchemas[type].shape) : [];
}

function withKnownFields(fault: PlacelessFault, known: readonly string[]): PlacelessFault {
  return fault.kind === 'unknownField' ? { ...fault, expected: expected.noField(known) } : fault;
}
