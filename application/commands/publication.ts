/**
 * Which cases the public may read, and which are closed: records of `registry:publication`. A case is public up to a
 * version and without what was withheld; what is recorded later waits until it is published too.
 */
import { isChange } from '@gongze/domain/events/change';
import { bilingualSchema, caseIdSchema, factIdSchema } from '@gongze/domain/events/schemas';
import type { Fact } from '@gongze/domain/events/catalogue';
import { z } from 'zod';
import type { LedgerRecord } from '../ledger/records.ts';
import type { Store } from '../ports.ts';

export const PUBLICATION = 'registry:publication';

const reasoned = z.strictObject({ case: caseIdSchema, reason: bilingualSchema });
export const publicationPayloads = {
  casePublished: z.strictObject({
    case: caseIdSchema,
    /** Facts up to this version are public. */
    version: z.int().min(1),
    /** Facts that stay closed, with every correction of them. */
    withheld: z.array(factIdSchema).max(10_000).readonly(),
  }),
  caseWithdrawn: reasoned,
  caseClosed: reasoned,
  caseReopened: reasoned,
} as const;
export type PublicationType = keyof typeof publicationPayloads;

/** Whether the case is open to the public, up to where, and whether it is closed. */
export interface CaseStanding {
  readonly published: boolean;
  readonly closed: boolean;
  readonly publication: { readonly version: number; readonly withheld: ReadonlySet<string> } | undefined;
}

export const unpublished: CaseStanding = { published: false, closed: false, publication: undefined };

function evolve(before: CaseStanding, { type, payload }: Pick<LedgerRecord, 'type' | 'payload'>): CaseStanding {
  switch (type as PublicationType) {
    case 'casePublished': {
      const { version, withheld } = publicationPayloads.casePublished.parse(payload);
      return { ...before, published: true, publication: { version, withheld: new Set(withheld) } };
    }
    case 'caseWithdrawn':
      return { ...before, published: false, publication: undefined };
    case 'caseClosed':
      return { ...before, closed: true };
    case 'caseReopened':
      return { ...before, closed: false };
    default:
      throw new Error(`bug: ${type} stands in the registry of publication`);
  }
}

/** What stands after the records, on top of what stood before. */
export function standingsOf(
  records: readonly LedgerRecord[],
  before: ReadonlyMap<string, CaseStanding> = new Map(),
): Map<string, CaseStanding> {
  const standings = new Map(before);
  for (const record of records) {
    const caseId = (record.payload as { readonly case: string }).case;
    standings.set(caseId, evolve(standings.get(caseId) ?? unpublished, record));
  }
  return standings;
}

export interface Publications {
  readonly standingOf: (caseId: string) => Promise<CaseStanding>;
  /** Version of the registry that was read last. */
  readonly size: () => Promise<number>;
}

/** Reads of the registry only what is new since the last question. */
export function publications(store: Pick<Store, 'readStream'>): Publications {
  let known = 0;
  let standings: ReadonlyMap<string, CaseStanding> = new Map();
  const advance = async (): Promise<void> => {
    const stream = await store.readStream(PUBLICATION, { after: known });
    // Two that ask at once read the same records; folding those that are new to both is done once.
    const fresh = stream?.records.filter(({ version }) => version > known) ?? [];
    if (fresh.length === 0) return;
    standings = standingsOf(fresh, standings);
    known = fresh.at(-1)?.version ?? known;
  };
  return {
    standingOf: async (caseId) => {
      await advance();
      return standings.get(caseId) ?? unpublished;
    },
    size: async () => {
      await advance();
      return known;
    },
  };
}

/** The office answers to the public, not the person who sat in it. */
function withoutPerson(fact: Fact): Fact {
  const { person: _person, ...recordedBy } = fact.recordedBy;
  return { ...fact, recordedBy };
}

/** What of a case is public, and how many facts are not. */
export function publicFacts(
  facts: readonly Fact[],
  { publication }: CaseStanding,
): { readonly facts: readonly Fact[]; readonly withheld: number } {
  if (publication === undefined) return { facts: [], withheld: facts.length };
  const closed = new Set<string>(publication.withheld);
  const open: Fact[] = [];
  for (const fact of facts) {
    const targets = isChange(fact) ? fact.payload.target : undefined;
    if (fact.version > publication.version || closed.has(fact.id) || (targets !== undefined && closed.has(targets))) closed.add(fact.id);
    else open.push(withoutPerson(fact));
  }
  return { facts: open, withheld: facts.length - open.length };
}
