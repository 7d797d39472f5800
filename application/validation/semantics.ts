/** Faults that no single field shows: identity, order, reference and place of the facts of one history. */
import { isChange } from '@gongze/domain/events/change';
import { type Fact, factSchema } from '@gongze/domain/events/catalogue';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import { type ActorId, type GovernmentCode, governmentOf } from '@gongze/domain/vocabulary/ids';
import { expected } from '../messages.ts';
import { actorsNamed } from './actors.ts';
import { excerptOf, type PlacelessFault, pointerOf } from './faults.ts';
import { faultsOfIssues } from './issues.ts';

type Path = readonly (string | number)[];

/** A fact as it stands in the file, with its parsed form if it passed its schema. */
export interface RawFact {
  readonly document: number;
  readonly path: Path;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly fact: Fact | undefined;
}

export interface HistoryContext {
  /** `undefined` if the file does not say which case it is. */
  readonly caseId: string | undefined;
  readonly actors: ReadonlySet<string>;
  readonly governments: GovernmentTree;
}

export type Report = (document: number, fault: PlacelessFault) => void;

/** Fault of an actor that is not in the tree, or of a body that nobody names. */
export function actorFault(
  id: string,
  bodies: ReadonlySet<string>,
  governments: GovernmentTree,
): Pick<PlacelessFault, 'kind' | 'expected'> | undefined {
  const code = governmentOf(id as ActorId);
  if (code === undefined) return bodies.has(id) ? undefined : { kind: 'unknownBody', expected: expected.body };
  if (governments.get(code as GovernmentCode) !== undefined) return undefined;
  return { kind: 'outsideTree', expected: expected.government(`${governments.id} ${governments.vintage}`.trim()) };
}

/** Ids and idempotency keys that are used twice; told at the second place. */
function checkDuplicates(facts: readonly RawFact[], report: Report): void {
  const fields = [
    ['id', 'duplicateId', expected.uniqueId],
    ['idempotencyKey', 'duplicateKey', expected.uniqueKey],
  ] as const;
  for (const [field, kind, right] of fields) {
    const seen = new Map<string, string>();
    for (const { document, path, raw } of facts) {
      const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
      if (typeof value !== 'string') continue;
      const first = seen.get(value);
      if (first !== undefined) report(document, { kind, path: [...path, field], expected: right(first), found: excerptOf(value) });
      else seen.set(value, path.length === 0 ? `#${document + 1}` : pointerOf(path));
    }
  }
}

/** Versions run from 1 without gaps, in whatever order the facts stand. */
function checkVersions(facts: readonly RawFact[], report: Report): void {
  const versions = facts.map(({ raw }) => (Object.hasOwn(raw, 'version') ? raw['version'] : undefined));
  // A version that is no number is told as such; what would be missing then cannot be known.
  if (!versions.every((version) => Number.isSafeInteger(version))) return;
  const ordered = facts.map((fact, index) => ({ fact, version: versions[index] as number })).sort((a, b) => a.version - b.version);
  let next = 1;
  for (const { fact, version } of ordered) {
    if (version !== next) {
      const kind = version < next ? 'duplicateVersion' : 'versionGap';
      report(fact.document, { kind, path: [...fact.path, 'version'], expected: expected.version(next), found: String(version) });
    }
    next = Math.max(next, version + 1);
  }
}

function checkEnvelope({ document, path, fact }: RawFact, { caseId }: HistoryContext, report: Report): void {
  if (fact === undefined) return;
  if (caseId !== undefined && fact.streamId !== caseId) {
    report(document, {
      kind: 'wrongStream',
      path: [...path, 'streamId'],
      expected: expected.stream(caseId),
      found: excerptOf(fact.streamId),
    });
  }
  if (fact.knownFrom < fact.occurred.first) {
    report(document, {
      kind: 'knownBeforeBegun',
      path: [...path, 'knownFrom'],
      expected: expected.knownFrom(fact.occurred.first),
      found: excerptOf(fact.knownFrom),
    });
  }
}

function checkActors(
  at: RawFact,
  fact: Fact,
  payloadPath: Path,
  bodies: ReadonlySet<string>,
  context: HistoryContext,
  report: Report,
): void {
  for (const { id, path, atKey } of actorsNamed(fact.type, fact.payload)) {
    const fault = actorFault(id, bodies, context.governments);
    if (fault !== undefined) report(at.document, { ...fault, path: [...payloadPath, ...path], atKey, found: excerptOf(id) });
  }
}

/** The fact that a correction would make, if it can be made. */
function checkCorrection(at: RawFact, byId: ReadonlyMap<string, RawFact>, report: Report): Fact | undefined {
  const { fact, path, document, raw } = at;
  if (fact === undefined || !isChange(fact)) return undefined;
  const targetPath = [...path, 'payload', 'target'];
  const target = byId.get(fact.payload.target);
  if (target === undefined) {
    report(document, { kind: 'unknownTarget', path: targetPath, expected: expected.target, found: excerptOf(fact.payload.target) });
    return undefined;
  }
  if (target.fact === undefined || fact.type === 'factRetracted') return undefined;
  if (isChange(target.fact)) {
    report(document, {
      kind: 'correctedCorrection',
      path: targetPath,
      expected: expected.retractInstead,
      found: excerptOf(fact.payload.target),
    });
    return undefined;
  }
  if (fact.payload.replacement.payload === undefined) return undefined;
  const parsed = factSchema(target.fact.type).safeParse({ ...target.fact, payload: fact.payload.replacement.payload });
  if (parsed.success) return parsed.data;
  const replacement = (raw['payload'] as { readonly replacement: unknown }).replacement;
  const prefix = [...path, 'payload', 'replacement'];
  for (const fault of faultsOfIssues(parsed.error.issues, replacement, []))
    report(document, { ...fault, path: [...prefix, ...fault.path] });
  return undefined;
}

/**
 * Checks facts that are to follow a stream that is known and valid. Paths start with the index of the fact among the
 * fresh ones. Cost: linear in the stream.
 */
export function checkAppended(
  stored: readonly Fact[],
  fresh: readonly Fact[],
  { actors, governments }: Pick<HistoryContext, 'actors' | 'governments'>,
  report: (fault: PlacelessFault) => void,
): void {
  const rawOf = (fact: Fact, path: Path): RawFact => ({ document: 0, path, raw: fact as unknown as RawFact['raw'], fact });
  const context: HistoryContext = { caseId: undefined, actors, governments };
  const byId = new Map(stored.map((fact) => [fact.id as string, rawOf(fact, [])]));
  const bodies = new Set(actors);
  for (const fact of [...stored, ...fresh]) if (fact.type === 'bodyEstablished') bodies.add(fact.payload.body);
  for (const [index, fact] of fresh.entries()) {
    const at = rawOf(fact, [index]);
    checkFact(at, byId, bodies, context, (_document, fault) => report(fault));
    byId.set(fact.id, at);
  }
}

/** What is checked of one fact that has passed its schema. */
function checkFact(
  at: RawFact,
  byId: ReadonlyMap<string, RawFact>,
  bodies: ReadonlySet<string>,
  context: HistoryContext,
  report: Report,
): void {
  checkEnvelope(at, context, report);
  if (at.fact === undefined) return;
  checkActors(at, at.fact, [...at.path, 'payload'], bodies, context, report);
  const recorder = at.fact.recordedBy.actor;
  const fault = recorder === undefined ? undefined : actorFault(recorder, bodies, context.governments);
  if (fault !== undefined) report(at.document, { ...fault, path: [...at.path, 'recordedBy', 'actor'], found: excerptOf(recorder) });
  const corrected = checkCorrection(at, byId, report);
  if (corrected !== undefined) checkActors(at, corrected, [...at.path, 'payload', 'replacement', 'payload'], bodies, context, report);
}

/** Checks a whole history. Facts that failed their schema count for identity and order only. Cost: n log n. */
export function checkHistory(facts: readonly RawFact[], context: HistoryContext, report: Report): void {
  checkDuplicates(facts, report);
  checkVersions(facts, report);
  const byId = new Map<string, RawFact>();
  const bodies = new Set(context.actors);
  for (const at of facts) {
    if (typeof at.raw['id'] === 'string' && !byId.has(at.raw['id'])) byId.set(at.raw['id'], at);
    if (at.fact?.type === 'bodyEstablished') bodies.add(at.fact.payload.body);
  }
  for (const at of facts) checkFact(at, byId, bodies, context, report);
}
