/** Opens a case to the public, takes it back, closes and reopens it: records beside the case, never changes of it. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered } from '../answers.ts';
import { canonicalJson } from '../canonical.ts';
import type { LedgerRecord } from '../ledger/records.ts';
import { commandTexts, expected } from '../messages.ts';
import type { Caller, OtherAction } from '../permissions/caller.ts';
import { caseResource } from '../permissions/claims/claim.ts';
import type { StoredCase } from '../ports.ts';
import { stateOf } from '../read/cache.ts';
import { inputProblem, isAnonymous, noSuchCase, refusalOf, signInFirst } from './answers.ts';
import { PUBLICATION, type PublicationType } from './publication.ts';
import { mayRead, recordIdOf, type RecordPorts, recordedBy } from './record.ts';

export type PublicationChange =
  | { readonly change: 'publish'; readonly version?: number | undefined; readonly withheld?: readonly string[] | undefined }
  | { readonly change: 'withdraw' | 'close' | 'reopen'; readonly reason: Bilingual };

export interface PublishRequest {
  readonly caseId: string;
  readonly change: PublicationChange;
  readonly idempotencyKey: string;
  readonly caller: Caller;
}

export interface Published {
  readonly case: string;
  readonly published: boolean;
  readonly closed: boolean;
  readonly durable: true;
}

const actions: Record<PublicationChange['change'], { readonly action: OtherAction; readonly type: PublicationType }> = {
  publish: { action: 'publishCase', type: 'casePublished' },
  withdraw: { action: 'withdrawCase', type: 'caseWithdrawn' },
  close: { action: 'closeCase', type: 'caseClosed' },
  reopen: { action: 'reopenCase', type: 'caseReopened' },
};

const ATTEMPTS = 5;

function payloadOf(stored: StoredCase, change: PublicationChange): Record<string, unknown> {
  if (change.change !== 'publish') return { case: stored.caseId, reason: change.reason };
  return { case: stored.caseId, version: change.version ?? stored.size, withheld: change.withheld ?? [] };
}

/** What the request names and the case does not hold. */
function changeFaults(stored: StoredCase, change: PublicationChange) {
  if (change.change !== 'publish') return [];
  const ids = new Set<string>(stored.facts.map(({ id }) => id));
  const unknown = (change.withheld ?? [])
    .map((id, index) => ({ id, index }))
    .filter(({ id }) => !ids.has(id))
    .map(({ id, index }) => ({ kind: 'unknownTarget' as const, path: ['withheld', index], expected: expected.target, found: id }));
  const version = change.version ?? stored.size;
  const beyond = version >= 1 && version <= stored.size ? [] : [version];
  return [
    ...unknown,
    ...beyond.map((found) => ({
      kind: 'wrongValue' as const,
      path: ['version'],
      expected: expected.upTo(stored.size),
      found: String(found),
    })),
  ];
}

export async function publishCase(ports: RecordPorts, request: PublishRequest): Promise<Answer<Published>> {
  const { authorizer } = ports;
  const { caseId, caller, change } = request;
  if (isAnonymous(caller)) return signInFirst();
  const stored = await ports.readCase(caseId);
  if (stored === undefined) return noSuchCase(caseId);
  const standing = await ports.standingOf(caseId);
  const resource = caseResource(stateOf(stored), standing);
  const parties = resource.parties ?? [];
  const claim = { inNameOf: [], among: parties, subjects: parties, holders: [], agreed: false, binds: false };
  const verdict = authorizer.decide(caller, actions[change.change].action, { ...resource, claim });
  if (!verdict.allowed) return mayRead(authorizer, caller, stored, standing) ? refusalOf(verdict) : noSuchCase(caseId);
  const faults = changeFaults(stored, change);
  if (faults.length > 0) return inputProblem(faults);
  return await appendChange(ports, request, stored);
}

async function appendChange(
  ports: RecordPorts,
  { caseId, change, idempotencyKey, caller }: PublishRequest,
  stored: StoredCase,
): Promise<Answer<Published>> {
  const { store, clock } = ports;
  const key = `${caseId} ${idempotencyKey}`;
  const payload = payloadOf(stored, change);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const registry = await store.readStream(PUBLICATION);
    const known = registry?.records.find((record) => record.idempotencyKey === key);
    if (known !== undefined)
      return canonicalJson(known.payload) === canonicalJson(payload) ? await standingAnswer(ports, caseId) : keyReused();
    const size = registry?.size ?? 0;
    const record: LedgerRecord = {
      streamId: PUBLICATION,
      version: size + 1,
      id: recordIdOf(PUBLICATION, key),
      idempotencyKey: key,
      type: actions[change.change].type,
      schemaVersion: 1,
      recordedAt: clock.now(),
      recordedBy: recordedBy(caller),
      payload,
      signatures: [],
    };
    if ('appended' in (await store.appendRecords(PUBLICATION, size, [record]))) return await standingAnswer(ports, caseId);
  }
  return { ok: false, problem: { kind: 'unavailable', text: commandTexts.busy, retryAfterSeconds: 1 } };
}

function keyReused(): Answer<never> {
  return { ok: false, problem: { kind: 'keyReused', text: commandTexts.keyReused } };
}

async function standingAnswer({ standingOf }: RecordPorts, caseId: string): Promise<Answer<Published>> {
  const { published, closed } = await standingOf(caseId);
  return answered({ case: caseId, published, closed, durable: true });
}
