/**
 * What of a case somebody may see: all of it, what was published, or nothing, which looks the same as a case that is
 * not there. Every read of a case goes through here.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { type Answer, answered } from '../answers.ts';
import { canonicalJson } from '../canonical.ts';
import { noSuchCase } from '../commands/answers.ts';
import { type CaseStanding, publicFacts, unpublished } from '../commands/publication.ts';
import type { RecordPorts } from '../commands/record.ts';
import { caseResource } from '../commands/resources.ts';
import type { Caller, Resource } from '../permissions/caller.ts';
import type { StoredCase } from '../ports.ts';

export interface Seen {
  readonly stored: StoredCase;
  /** Facts that are open to the caller, in order of version. */
  readonly facts: readonly Fact[];
  /** Facts that are not. */
  readonly withheld: number;
  readonly standing: CaseStanding;
  /** Equal tags mean equal facts. */
  readonly tag: string;
}

export interface Sight {
  readonly see: (caseId: string, caller: Caller) => Promise<Answer<Seen>>;
}

const KEPT_MAX = 64;
const KEPT_FACTS_MAX = 200_000;

/** Facts are only added, names may change. */
function isSame(known: StoredCase, head: Omit<StoredCase, 'facts'>): boolean {
  return known.size === head.size && canonicalJson([known.title, known.actors]) === canonicalJson([head.title, head.actors]);
}

/** Cases that were read, as long as they have not grown; the least used go first. */
function caseCache(store: RecordPorts['store']): (caseId: string) => Promise<StoredCase | undefined> {
  const kept = new Map<string, StoredCase>();
  let facts = 0;
  const forget = (caseId: string): void => {
    facts -= kept.get(caseId)?.size ?? 0;
    kept.delete(caseId);
  };
  return async (caseId) => {
    const head = await store.headOf(caseId as CaseId);
    const known = kept.get(caseId);
    if (head === undefined) return undefined;
    const stored = known !== undefined && isSame(known, head) ? known : await store.readCase(caseId as CaseId);
    forget(caseId);
    if (stored === undefined) return undefined;
    kept.set(caseId, stored);
    facts += stored.size;
    for (const oldest of kept.keys()) {
      if ((kept.size <= KEPT_MAX && facts <= KEPT_FACTS_MAX) || oldest === caseId) break;
      forget(oldest);
    }
    return stored;
  };
}

export function sightOf({
  store,
  authorizer,
  standingOf,
}: Pick<RecordPorts, 'store' | 'authorizer'> & { readonly standingOf: (caseId: string) => Promise<CaseStanding> }): Sight {
  const read = caseCache(store);
  const resources = new WeakMap<StoredCase, Resource>();
  const resourceOf = (stored: StoredCase): Resource => {
    const resource = resources.get(stored) ?? caseResource(stored, unpublished);
    resources.set(stored, resource);
    return resource;
  };
  return {
    see: async (caseId, caller) => {
      const stored = await read(caseId);
      if (stored === undefined) return noSuchCase(caseId);
      const standing = await standingOf(caseId);
      const { published, closed } = standing;
      const resource = { ...resourceOf(stored), closed };
      const may = (open: boolean): boolean => authorizer.decide(caller, 'readCase', { ...resource, published: open }).allowed;
      if (may(false)) return answered({ stored, facts: stored.facts, withheld: 0, standing, tag: `${stored.size}` });
      if (!published || !may(true)) return noSuchCase(caseId);
      const { facts, withheld } = publicFacts(stored.facts, standing);
      return answered({
        stored,
        facts,
        withheld,
        standing,
        tag: `${stored.size} public ${facts.length} ${facts.at(-1)?.version ?? 0} ${closedKey(standing)}`,
      });
    },
  };
}

/** What of a publication decides which facts are open. */
function closedKey({ publication }: CaseStanding): string {
  return publication === undefined ? '' : `${publication.version} ${[...publication.withheld].sort().join(',')}`;
}
