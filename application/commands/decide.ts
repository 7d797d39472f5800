/** Whether what somebody wants to record can stand beside what the case holds: the last question before it is written. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { resolveHistory } from '@gongze/domain/cases/corrections';
import { fold } from '@gongze/domain/cases/fold';
import { inFoldOrder } from '@gongze/domain/cases/order';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { expected } from '../messages.ts';
import type { StoredCase } from '../ports.ts';
import { excerptOf, type PlacelessFault } from '../validation/faults.ts';
import { checkAppended } from '../validation/semantics.ts';

export interface Decision {
  readonly stored: StoredCase;
  /** What would be appended, in order; their versions follow the case. */
  readonly fresh: readonly Fact[];
  readonly governments: GovernmentTree;
  readonly today: IsoDate;
}

/** What stands against it, each with its path from the list of new events; nothing if it may be recorded. */
export type Decide = (decision: Decision) => readonly PlacelessFault[];

/** What nobody can have recorded truthfully: a day that has not come. */
function futureFaults({ fresh, today }: Decision): PlacelessFault[] {
  return fresh.flatMap((fact, index) =>
    fact.occurred.last <= today
      ? []
      : [
          {
            kind: 'notYetHappened',
            path: [index, 'occurred', 'last'],
            expected: expected.notLaterThan(today),
            found: excerptOf(fact.occurred.last),
          },
        ],
  );
}

/** What is coded afterwards says where it was read; otherwise it would be a way around the rules for what is live. */
function sourceFaults({ fresh }: Decision): PlacelessFault[] {
  return fresh.flatMap((fact, index) =>
    fact.origin !== 'archive' || fact.sources.length > 0
      ? []
      : [{ kind: 'wrongValue', path: [index, 'sources'], expected: expected.source, found: '[]' }],
  );
}

/** References to duties, agreements, topics or acts that the case does not know: the fold leaves such facts unmatched. */
function referenceFaults({ stored, fresh }: Decision): PlacelessFault[] {
  const all = [...stored.facts, ...fresh];
  const resolved = resolveHistory(all);
  const state = fold(stored.caseId, inFoldOrder(resolved.facts));
  const unmatched = new Set<string>([...resolved.unmatched, ...state.unmatched]);
  return fresh.flatMap((fact, index) =>
    unmatched.has(fact.id) ? [{ kind: 'unknownReference', path: [index, 'payload'], expected: expected.known, found: fact.type }] : [],
  );
}

/** The checks that an imported history gets, for new facts of a case that is known. */
export const decideByHistory: Decide = (decision) => {
  const { stored, fresh, governments } = decision;
  const faults = [...futureFaults(decision), ...sourceFaults(decision)];
  if (faults.length > 0) return faults;
  checkAppended(stored.facts, fresh, { actors: new Set(Object.keys(stored.actors)), governments }, (fault) => faults.push(fault));
  return faults.length > 0 ? faults : referenceFaults(decision);
};
