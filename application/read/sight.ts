/**
 * What of a case somebody may see: all of it, what was published, or nothing, which looks the same as a case that is
 * not there. Every read of a case goes through here.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import { type Answer, answered } from '../answers.ts';
import { noSuchCase } from '../commands/answers.ts';
import { type CaseStanding, publicFacts } from '../commands/publication.ts';
import type { RecordPorts } from '../commands/record.ts';
import type { Caller } from '../permissions/caller.ts';
import { caseResource } from '../permissions/claims/claim.ts';
import type { StoredCase } from '../ports.ts';
import { stateOf } from './cache.ts';

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

export function sightOf({ readCase, authorizer, standingOf }: Pick<RecordPorts, 'readCase' | 'authorizer' | 'standingOf'>): Sight {
  return {
    see: async (caseId, caller) => {
      const stored = await readCase(caseId);
      if (stored === undefined) return noSuchCase(caseId);
      const standing = await standingOf(caseId);
      const { published, closed } = standing;
      const may = (open: boolean): boolean =>
        authorizer.decide(caller, 'readCase', caseResource(stateOf(stored), { published: open, closed })).allowed;
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
