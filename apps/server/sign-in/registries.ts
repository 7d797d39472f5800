/** The registries of offices and keys as this process knows them: reads only what is new, and appends. */
import type { LedgerRecord, RecordedBy, WritableRegistry } from '@gongze/application/ledger/records';
import type { BodyStanding, Caller, Store } from '@gongze/application/ports';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { aboveIn } from '@gongze/identity/registry/above';
import { evolveKeys, instantOf, type KeyRules, type Keys, noKeys } from '@gongze/identity/registry/keys';
import { evolveOffices, noOffices, type Office, type Offices } from '@gongze/identity/registry/offices';
import type { KeyPayloads, OfficePayloads } from '@gongze/identity/registry/payloads';
import type { Signature } from '@gongze/identity/signatures/verify';
import type { Clock } from '@gongze/application/ports';

export const OFFICES = 'registry:offices';
export const KEYS = 'registry:keys';

type RegistryStore = Pick<Store, 'readStream' | 'appendRecords'>;

/** A fold over one registry that goes on where it stopped. */
function following<T>(store: RegistryStore, stream: WritableRegistry, start: T, evolve: (before: T, record: LedgerRecord) => T) {
  let state = start;
  let size = 0;
  let reading: Promise<T> | undefined;
  const read = async (): Promise<T> => {
    const fresh = await store.readStream(stream, { after: size });
    for (const record of fresh?.records ?? []) {
      if (record.version !== size + 1) continue;
      state = evolve(state, record);
      size = record.version;
    }
    return state;
  };
  return {
    /** One reader at a time; who asks meanwhile waits for the next, so that nobody is answered from before his question. */
    now: async (): Promise<T> => {
      const before = reading;
      const next = (async () => {
        await before?.catch(() => undefined);
        return await read();
      })();
      reading = next;
      return await next;
    },
    size: () => size,
    last: () => state,
  };
}

export interface NewRecord {
  readonly type: keyof OfficePayloads | keyof KeyPayloads;
  readonly payload: unknown;
  readonly idempotencyKey: string;
  readonly signatures?: readonly Signature[];
}

export interface RegistriesParts {
  readonly store: RegistryStore;
  readonly clock: Clock;
  readonly governments: GovernmentTree;
  readonly newId: () => string;
}

export type Registries = ReturnType<typeof registriesOver>;

export function registriesOver({ store, clock, governments, newId }: RegistriesParts) {
  const isAbove = aboveIn(governments, clock.today);
  const rules: KeyRules = { at: instantOf, isAbove };
  const offices = following<Offices>(store, OFFICES, noOffices, evolveOffices);
  const keys = following<Keys>(store, KEYS, noKeys, (before, record) => evolveKeys(before, record, rules));

  /** The record as it will stand; what of it is signed does not depend on its place. */
  const recordOf = (stream: WritableRegistry, version: number, by: RecordedBy, one: NewRecord): LedgerRecord => ({
    streamId: stream,
    version,
    id: newId(),
    idempotencyKey: one.idempotencyKey,
    type: one.type,
    schemaVersion: 1,
    recordedAt: clock.now(),
    recordedBy: by,
    payload: one.payload,
    signatures: one.signatures ?? [],
  });

  /** Appends, and says whether the registry took it: what no rule explains is never written. */
  const append = async (stream: typeof OFFICES | typeof KEYS, by: RecordedBy, one: NewRecord): Promise<'recorded' | 'unfitting'> => {
    const book = stream === OFFICES ? offices : keys;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const before = await book.now();
      const record = recordOf(stream, book.size() + 1, by, one);
      const after = stream === OFFICES ? evolveOffices(before as Offices, record) : evolveKeys(before as Keys, record, rules);
      if (after.loose.length > before.loose.length) return 'unfitting';
      const result = await store.appendRecords(stream, record.version - 1, [record]);
      if ('appended' in result || result.refusal === 'conflictingDuplicate') return 'appended' in result ? 'recorded' : 'unfitting';
    }
    throw new Error('the registry is written to faster than it can be read');
  };

  /** What the last reading found. */
  const knownBodies = (): readonly BodyStanding[] => [...offices.last().bodies.values()];
  return { knownBodies, offices: offices.now, keys: keys.now, append, isAbove };
}

export function recordedByOf({ mode, person, office, actor }: Caller): RecordedBy {
  return { mode, person, office, actor };
}

/** The offices that a person holds, by name. */
export function officesOf({ offices }: Offices, person: string): Office[] {
  return [...offices.values()].filter(({ holders }) => holders.has(person)).sort((a, b) => (a.office < b.office ? -1 : 1));
}

export function callerIn(known: Offices, person: string, chosen: string | undefined): Caller {
  const held = officesOf(known, person);
  // An office that passed on is nobody's any more; with one office there is nothing to choose.
  const office = held.find((own) => own.office === chosen) ?? (held.length === 1 ? held[0] : undefined);
  if (office === undefined) return { mode: 'server', person, roles: [] };
  return { mode: 'server', person, office: office.office, actor: office.actor as ActorId, roles: office.roles };
}
