/** Who holds which office: what the records of `registry:offices` amount to. */
import type { LedgerRecord } from '@gongze/application/ledger/records';
import type { BodyStanding, Role } from '@gongze/application/ports';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { officePayloads } from './payloads.ts';

export interface Office {
  readonly office: string;
  readonly actor: ActorId;
  readonly roles: readonly Role[];
  /** Persons who hold it now. */
  readonly holders: ReadonlySet<string>;
}

export interface Offices {
  readonly offices: ReadonlyMap<string, Office>;
  readonly bodies: ReadonlyMap<ActorId, BodyStanding>;
  /** Ids of records that no rule of the registry explains: shown, and counted for nothing. */
  readonly loose: readonly string[];
}

export const noOffices: Offices = { offices: new Map(), bodies: new Map(), loose: [] };

type Parsed = {
  [T in keyof typeof officePayloads]: { type: T; payload: ReturnType<(typeof officePayloads)[T]['parse']> };
}[keyof typeof officePayloads];

function parsed({ type, payload }: Pick<LedgerRecord, 'type' | 'payload'>): Parsed | undefined {
  if (!Object.hasOwn(officePayloads, type)) return undefined;
  const known = type as keyof typeof officePayloads;
  const result = officePayloads[known].safeParse(payload);
  return result.success ? ({ type: known, payload: result.data } as Parsed) : undefined;
}

/** The registry after one more record; a record that does not fit changes nothing but `loose`. */
export function evolveOffices(before: Offices, record: LedgerRecord): Offices {
  const loose: Offices = { ...before, loose: [...before.loose, record.id] };
  const known = parsed(record);
  if (known === undefined) return loose;
  if (known.type === 'bodyRegistered') {
    const { body, members, host } = known.payload;
    if (!body.startsWith('body:')) return loose;
    const standing: BodyStanding = { body, members, over: [], powers: [], ...(host === undefined ? {} : { host }) };
    return { ...before, bodies: new Map(before.bodies).set(body, standing) };
  }
  const { office } = known.payload;
  const held = before.offices.get(office);
  const put = (next: Office): Offices => ({ ...before, offices: new Map(before.offices).set(office, next) });
  if (known.type === 'officeCreated') {
    if (held !== undefined) return loose;
    return put({ office, actor: known.payload.actor, roles: known.payload.roles, holders: new Set() });
  }
  if (held === undefined) return loose;
  switch (known.type) {
    case 'officeRolesChanged':
      return put({ ...held, roles: known.payload.roles });
    case 'officeAssigned':
      return put({ ...held, holders: new Set([...held.holders, known.payload.person]) });
    case 'officeRelinquished': {
      if (!held.holders.has(known.payload.person)) return loose;
      return put({ ...held, holders: new Set([...held.holders].filter((person) => person !== known.payload.person)) });
    }
    default:
      return known satisfies never;
  }
}

export function foldOffices(records: readonly LedgerRecord[], before: Offices = noOffices): Offices {
  return records.reduce(evolveOffices, before);
}

/** True if nobody holds an office of the actor that may sign. */
export function isVacant({ offices }: Offices, actor: ActorId): boolean {
  return ![...offices.values()].some((office) => office.actor === actor && office.roles.includes('signer') && office.holders.size > 0);
}
