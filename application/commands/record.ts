/**
 * Records what happened: authorise, load, decide, append. What is answered as recorded is durable; the receipt that
 * the verifiable log holds it follows within a second and is asked for by its version.
 */
import { isChange } from '@gongze/domain/events/change';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { ActorId, CaseId, FactId } from '@gongze/domain/vocabulary/ids';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Answer, answered } from '../answers.ts';
import { filesHeld } from '../attachments/held.ts';
import type { Attachments } from '../attachments/ports.ts';
import { canonicalJson } from '../canonical.ts';
import { commandTexts } from '../messages.ts';
import { isBinding } from '../ledger/binding.ts';
import type { Authorizer, Caller } from '../permissions/caller.ts';
import { caseResource } from '../permissions/claims/claim.ts';
import { CaseTerms } from '../permissions/claims/terms.ts';
import { decideAct } from '../permissions/decide-act.ts';
import type { Clock, Store, StoredCase } from '../ports.ts';
import { type ReadCase, stateOf } from '../read/cache.ts';
import type { PlacelessFault } from '../validation/faults.ts';
import { alternationFault } from './alternation.ts';
import { inputProblem, isAnonymous, noSuchCase, refusalOf, ruleProblem, signInFirst } from './answers.ts';
import type { Decide } from './decide.ts';
import type { Rules } from './rules.ts';
import { factKeys } from './fact-keys.ts';
import { type NewEvent, SCHEMA_VERSION } from './new-event.ts';
import type { CaseStanding } from './publication.ts';

export interface RecordRequest {
  readonly caseId: string;
  /** Versions of the case on which the caller's decision rests, or any. */
  readonly expectedVersions: readonly number[] | 'any';
  /** Names this request within the case: sent again, it is answered again and recorded once. */
  readonly idempotencyKey: string;
  readonly events: readonly NewEvent[];
  readonly caller: Caller;
}

export interface Recorded {
  readonly case: string;
  /** Version of the case after the last of these facts. */
  readonly version: number;
  readonly facts: readonly { readonly id: string; readonly version: number }[];
  /** On disk. Whether the log holds it is told by its receipt. */
  readonly durable: true;
  /** True if an earlier request with this key had recorded them. */
  readonly repeated: boolean;
}

export interface RecordPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly governments: GovernmentTree;
  readonly authorizer: Authorizer;
  readonly decide: Decide;
  /** What the state of the case allows live. Absent: everything that is consistent. */
  readonly rules?: Rules | undefined;
  readonly standingOf: (caseId: string) => Promise<CaseStanding>;
  readonly readCase: ReadCase;
  /** Actors whose office keys have signed exactly this act. Default: none. */
  readonly signedBy?: ((fact: Fact, stored: StoredCase) => Promise<readonly ActorId[]>) | undefined;
  /** Whether enough witnesses answer for acts that bind. Default: they do. */
  readonly bindingActs?: (() => Promise<{ readonly allowed: boolean; readonly since?: string | undefined }>) | undefined;
  /** Where files are kept that records name. Absent: no record may name one. */
  readonly attachments?: Attachments | undefined;
  /** Told what was appended, after it is durable. */
  readonly recorded?: ((caseId: string, version: number) => void) | undefined;
}

const hashOf = (streamId: string, key: string, length: number): string =>
  bytesToHex(sha256(utf8ToBytes(`${streamId}\n${key}`))).slice(0, length);

/** Of a record of a registry. Follows from the key, so that a repeated request names the same record. */
export function recordIdOf(streamId: string, key: string): FactId {
  return `f-${hashOf(streamId, key, 32)}` as FactId;
}

/** Digits in base 36: more versions than a case can have, all of one length, so that they sort as text. */
const VERSION_DIGITS = 7;

/**
 * Of a fact that is recorded live. Facts of one day and one type are folded in the order of their ids (`domain/cases/order.ts`), so that ids
 * rise with the version: what somebody writes later counts as later. They rise above those of older releases, which are `f-` and hexadecimal
 * digits and say nothing of their order. May never change: facts that have such an id are folded by it.
 */
export function factIdOf(streamId: string, version: number, key: string): FactId {
  return `f-n${version.toString(36).padStart(VERSION_DIGITS, '0')}-${hashOf(streamId, key, 24)}` as FactId;
}

export function recordedBy({ mode, person, office, actor }: Caller): Fact['recordedBy'] {
  return { mode, ...(person !== undefined && { person }), ...(office !== undefined && { office }), ...(actor !== undefined && { actor }) };
}

/** The facts that the request asks for, placed after `size`. */
export function factsOf(
  { caseId, idempotencyKey, events, caller }: Omit<RecordRequest, 'expectedVersions'>,
  size: number,
  clock: Clock,
): Fact[] {
  const keys = factKeys(idempotencyKey, events.length);
  const recordedAt = clock.now();
  const knownFrom = clock.today();
  return events.map(({ type, occurred, payload, sources = [], initiative = 'self', note, origin = 'live', signatures = [] }, index) => {
    const key = keys[index] as string;
    return {
      streamId: caseId as CaseId,
      version: size + 1 + index,
      id: factIdOf(caseId, size + 1 + index, key),
      type,
      schemaVersion: SCHEMA_VERSION,
      occurred,
      knownFrom,
      recordedAt,
      recordedBy: recordedBy(caller),
      initiative,
      origin,
      sources,
      // What the recording office says of its own acts, until somebody else has checked it.
      verification: 'statedBySource',
      ...(note !== undefined && { note }),
      idempotencyKey: key,
      signatures,
      payload,
    } as Fact;
  });
}

/** What a request says, whenever it is recorded. */
function said({ type, occurred, payload, sources, initiative, note, signatures, recordedBy: by }: Fact): string {
  return canonicalJson({ type, occurred, payload, sources, initiative, note, signatures, by });
}

/** The answer of an earlier request with the same key; a refusal if it asked for something else; else nothing. */
export function earlier(stored: StoredCase, wanted: readonly Fact[]): Answer<Recorded> | undefined {
  const byKey = new Map(stored.facts.map((fact) => [fact.idempotencyKey, fact]));
  const known = wanted.map((fact) => byKey.get(fact.idempotencyKey));
  if (known.every((fact) => fact === undefined)) return undefined;
  const same = known.filter((fact, index) => fact !== undefined && said(fact) === said(wanted[index] as Fact)) as Fact[];
  if (same.length < wanted.length) return { ok: false, problem: { kind: 'keyReused', text: commandTexts.keyReused } };
  return answered(recordedAnswer(stored.caseId, same, true));
}

export function recordedAnswer(caseId: string, facts: readonly Fact[], repeated: boolean): Recorded {
  return {
    case: caseId,
    version: facts.at(-1)?.version ?? 0,
    facts: facts.map(({ id, version }) => ({ id, version })),
    durable: true,
    repeated,
  };
}

/**
 * Asks for each event whether the caller may record it in the case as it stands after those before it. The case grows by them, as far as
 * this question looks at it; folded anew for each, a request would cost its square.
 */
async function authorised(ports: RecordPorts, caller: Caller, stored: StoredCase, fresh: readonly Fact[]): Promise<Answer<true>> {
  const { authorizer, signedBy = async () => [] } = ports;
  const standing = await ports.standingOf(stored.caseId);
  const target = targets(stored, fresh);
  let terms: CaseTerms | undefined;
  for (const [index, fact] of fresh.entries()) {
    const before = fresh[index - 1];
    if (before !== undefined) {
      terms ??= new CaseTerms(stored.caseId, stored.facts);
      terms.add(before);
    }
    const state = terms?.state ?? stateOf(stored);
    const resource = terms?.resource(standing) ?? caseResource(state, standing);
    const request = { caller, resource, state, act: fact, signedBy: await signedBy(fact, stored), target: target(fact) };
    const verdict = decideAct(authorizer, request);
    if (!verdict.allowed) return mayRead(authorizer, caller, stored, standing) ? refusalOf(verdict) : noSuchCase(stored.caseId);
  }
  return answered(true);
}

/** Finds the fact that a correction or a retraction is about, as it was recorded. */
function targets(stored: StoredCase, fresh: readonly Fact[]): (fact: Fact) => Fact | undefined {
  let byId: ReadonlyMap<FactId, Fact> | undefined;
  return (fact) => {
    if (!isChange(fact)) return undefined;
    byId ??= new Map([...fresh, ...stored.facts].map((own) => [own.id, own]));
    const found = byId.get(fact.payload.target);
    // What the request itself records stands from its own place on.
    return found !== undefined && found.version < fact.version ? found : undefined;
  };
}

export function mayRead(authorizer: Authorizer, caller: Caller, stored: StoredCase, standing: CaseStanding): boolean {
  return authorizer.decide(caller, 'readCase', caseResource(stateOf(stored), standing)).allowed;
}

/** Acts that bind wait while nobody but the operator could vouch for the record. */
async function witnessed({ bindingActs }: RecordPorts, stored: StoredCase, fresh: readonly Fact[]): Promise<Answer<true>> {
  const target = targets(stored, fresh);
  const binds = fresh.some((fact) => isBinding(fact.type, fact.payload, target(fact)?.type));
  const answer = binds ? await bindingActs?.() : undefined;
  if (answer === undefined || answer.allowed) return answered(true);
  return { ok: false, problem: { kind: 'unavailable', text: commandTexts.witnessesSilent(answer.since), retryAfterSeconds: 60 } };
}

/** Requests that name no version try again when somebody was faster. */
const ATTEMPTS = 5;

/**
 * Records all events of the request, or none. Refuses as `Problem` lists. Throws the store's fault where the outcome is
 * not known; sending the same request again then settles it.
 */
export async function recordEvents(ports: RecordPorts, request: RecordRequest): Promise<Answer<Recorded>> {
  if (isAnonymous(request.caller)) return signInFirst();
  let answer = await tryRecord(ports, request);
  for (let attempt = 1; attempt < ATTEMPTS && request.expectedVersions === 'any' && isConflict(answer); attempt++)
    answer = await tryRecord(ports, request);
  return answer;
}

function isConflict(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.problem.kind === 'conflict';
}

async function tryRecord(ports: RecordPorts, request: RecordRequest): Promise<Answer<Recorded>> {
  const { store, clock, governments, decide } = ports;
  const stored = await ports.readCase(request.caseId);
  if (stored === undefined) return noSuchCase(request.caseId);
  const fresh = factsOf(request, stored.size, clock);
  const allowed = await authorised(ports, request.caller, stored, fresh);
  if (!allowed.ok) return allowed;
  const repeated = earlier(stored, fresh);
  if (repeated !== undefined) return repeated;
  const { expectedVersions } = request;
  if (expectedVersions !== 'any' && !expectedVersions.includes(stored.size)) return conflict(stored.size);
  const vouched = await witnessed(ports, stored, fresh);
  if (!vouched.ok) return vouched;
  const faults = decide({ stored, fresh, governments, today: clock.today() });
  if (faults.length > 0) return inputProblem(faults.map(atEvents));
  const held = await filesHeld(ports.attachments, stored.caseId, fresh);
  if (!held.ok) return held;
  const tooMany = alternationFault(fresh, stored.size);
  if (tooMany !== undefined) return inputProblem([atEvents(tooMany)]);
  const refused = ports.rules?.({ stored, fresh, governments, today: clock.today() });
  if (refused !== undefined) return ruleProblem(refused);
  const result = await store.append(stored.caseId, stored.size, fresh);
  if (!('appended' in result)) return await overtaken(store, fresh, result.refusal, stored);
  // The same request was recorded meanwhile: it stands where it was recorded, and not where this one would have put it.
  if (result.appended < fresh.length) return await overtaken(store, fresh, 'versionConflict', stored);
  ports.recorded?.(request.caseId, result.size);
  return answered(recordedAnswer(request.caseId, fresh, false));
}

/** Somebody wrote in between; it may have been this very request, sent twice. */
async function overtaken(store: Store, fresh: readonly Fact[], refusal: string, before: StoredCase): Promise<Answer<Recorded>> {
  const now = (await store.readCase(before.caseId)) ?? before;
  const repeated = earlier(now, fresh);
  if (repeated !== undefined) return repeated;
  return refusal === 'conflictingDuplicate'
    ? { ok: false, problem: { kind: 'keyReused', text: commandTexts.keyReused } }
    : conflict(now.size);
}

function conflict(actual: number): Answer<never> {
  return { ok: false, problem: { kind: 'conflict', text: commandTexts.conflict(actual), actual } };
}

function atEvents(fault: PlacelessFault): PlacelessFault {
  return { ...fault, path: ['events', ...fault.path] };
}
