/**
 * The matrix as requests: for each cell what to send, so that a permitted one is refused afterwards for another reason (a
 * version that has passed, a key that was used) and nothing changes from cell to cell.
 */
import type { LedgerRecord } from '@gongze/application/ledger/records';
import type { Fact, EventType } from '@gongze/domain/events/catalogue';
import { factOf } from '@gongze/domain/testing/facts';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { SignedContent } from '../signatures/bytes.ts';
import { historyOf } from './acts.ts';
import { ed25519Office, recordOf, type TestKey } from './keys.ts';
import { type Cell, caseStates, correctionTargets } from './matrix.ts';
import { oracle } from './oracle.ts';
import { type Place, places } from './places.ts';

export const usedKey = 'used';
const reason = { zh: '理由', en: 'reason' };
const keysByActor = new Map<string, TestKey>(places.map((actor) => [actor, ed25519Office(`${actor}#key`, actor)]));

export const keyRecords: readonly LedgerRecord[] = [...keysByActor.values()].map((key) =>
  recordOf('registry:keys', 'keyRegistered', key.registration()),
);

export const caseIdOf = (place: Place, { closed, published }: { closed: boolean; published: boolean }): string =>
  `${place.name}${closed ? '-closed' : published ? '-published' : ''}`;

export interface PreparedCase {
  readonly caseId: string;
  readonly facts: readonly Fact[];
  readonly publication: readonly LedgerRecord[];
}

const targetId = (type: string, author: string): string => `target-${type}-${author.replaceAll(/[^0-9a-z]/g, '.')}`;

/** The cases that the cells of a place ask about, each in one state. */
export function preparedCases(place: Place): readonly PreparedCase[] {
  return caseStates.map((state) => {
    const caseId = caseIdOf(place, state);
    const history: (readonly [EventType, unknown, string | undefined, string | undefined])[] = [
      ...historyOf(place).map(([type, payload]) => [type, payload, undefined, undefined] as const),
      ...places.flatMap((author) =>
        correctionTargets.map(([type, payload]) => [type, payload(author), author, targetId(type, author)] as const),
      ),
    ];
    const facts = history.map(([type, payload, author, id], index) => {
      const options = { streamId: caseId, id: id ?? `${caseId}-${index + 1}`, version: index + 1, on: '2026-01-01' };
      const fact = factOf(type as 'contextRecorded', payload as never, options);
      return author === undefined ? fact : { ...fact, recordedBy: { mode: 'server' as const, actor: author as string as ActorId } };
    });
    const change = (type: string, payload: object, key: string) =>
      recordOf('registry:publication', type, { case: caseId, ...payload }, { idempotencyKey: `${caseId} ${key}` });
    const publication = [
      // Uses the key up, so that a permitted change is told that it was used for something else.
      change('caseWithdrawn', { reason: { zh: '占用', en: 'used' } }, usedKey),
      ...(state.closed ? [change('caseClosed', { reason }, 'close')] : []),
      ...(state.published ? [change('casePublished', { version: facts.length, withheld: [] }, 'publish')] : []),
    ];
    return { caseId, facts, publication };
  });
}

export interface CellRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly expected: boolean;
  /** Statuses that say yes; every other one has to be a refusal. */
  readonly yes: readonly number[];
}

const occurred = { first: '2026-11-23', last: '2026-11-23', precision: 'day' };

/** Actors whose signature can matter for the payload: whoever it names. */
function namedIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string' && keysByActor.has(value)) found.add(value);
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) namedIn(member, found);
  return found;
}

/** At most ten signatures fit a request: of the caller's own actor, and of those that the act can concern. */
function signersFor(cell: Cell): readonly string[] {
  const concerned = namedIn(
    [
      cell.payload,
      cell.place.parties,
      cell.place.instrument.by,
      cell.place.tier,
      cell.place.bodies[String((cell.payload as { body?: string } | undefined)?.body)],
    ],
    new Set(cell.actor === undefined ? [] : [cell.actor]),
  );
  return cell.signers.filter((signer) => concerned.has(signer)).slice(0, 10);
}

function publicationBody(action: string): unknown {
  if (action === 'publishCase') return { change: 'publish', version: 1_000_000 };
  return { change: action === 'withdrawCase' ? 'withdraw' : action === 'closeCase' ? 'close' : 'reopen', reason };
}

function recordRequest(cell: Cell, caseId: string, number: number): CellRequest {
  const type = cell.action.slice('record:'.length);
  const key = `cell-${number}`;
  const payload = cell.target === undefined ? cell.payload : { ...cell.payload, target: targetId(cell.target.type, cell.target.by) };
  const signers = signersFor(cell);
  const { person, office, actor } = cell.caller;
  const recordedBy = { mode: 'server' as const, ...(person && { person }), ...(office && { office }), ...(actor && { actor }) };
  const content: SignedContent = {
    streamId: caseId,
    type,
    schemaVersion: 1,
    idempotencyKey: key,
    recordedBy,
    payload,
    occurred,
    sources: [],
    initiative: 'self',
  };
  const signatures = signers.flatMap((signer) => keysByActor.get(signer)?.signAct(content) ?? []);
  return {
    method: 'POST',
    url: `/api/cases/${caseId}/events`,
    headers: { 'idempotency-key': key, 'if-match': '"v1"' },
    body: { events: [{ type, occurred, payload, signatures }] },
    expected: oracle({ ...cell, signers }),
    yes: [409],
  };
}

/** What to send for the cell, and what the words say to it. */
export function requestOf(cell: Cell, number: number): CellRequest {
  const caseId = caseIdOf(cell.place, cell);
  if (cell.action.startsWith('record:')) return recordRequest(cell, caseId, number);
  const headers = { 'idempotency-key': cell.action === 'createCase' ? `cell-${number}` : usedKey };
  const expected = oracle({ ...cell, signers: [] });
  if (cell.action === 'readCase') return { method: 'GET', url: `/api/cases/${caseId}`, headers: {}, expected, yes: [200] };
  if (cell.action === 'attachFile') {
    // Longer than any file may be, so that a permitted one leaves nothing behind.
    const body = { sha256: '0'.repeat(64), bytes: Number.MAX_SAFE_INTEGER };
    return { method: 'POST', url: `/api/cases/${caseId}/attachments`, headers: {}, body, expected, yes: [400] };
  }
  if (cell.action === 'createCase') {
    const body = { case: caseId, title: reason, opened: { occurred, payload: cell.payload } };
    return { method: 'POST', url: '/api/cases', headers, body, expected, yes: [409] };
  }
  return {
    method: 'POST',
    url: `/api/cases/${caseId}/publication`,
    headers,
    body: publicationBody(cell.action),
    expected,
    yes: [400, 409],
  };
}
