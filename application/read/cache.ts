/** Cases that were read lately. Facts are only ever added, so what is new is all that has to be read again. */
import { resolveHistory } from '@gongze/domain/cases/corrections';
import { fold } from '@gongze/domain/cases/fold';
import { inFoldOrder } from '@gongze/domain/cases/order';
import type { CaseState } from '@gongze/domain/cases/state';
import type { Fact } from '@gongze/domain/events/catalogue';
import { caseIdSchema } from '@gongze/domain/events/schemas';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Store, StoredCase } from '../ports.ts';

const CASES_MAX = 64;
const FACTS_MAX = 200_000;

/** The case as the store has it now; its facts are shared and never changed. */
export type ReadCase = (caseId: string) => Promise<StoredCase | undefined>;

/** Asks the store at every call, for the head and the facts that it has not seen. The least used cases go first. */
export function caseCache(store: Pick<Store, 'readCase'>): ReadCase {
  const kept = new Map<string, StoredCase>();
  let facts = 0;
  const forget = (caseId: string): void => {
    facts -= kept.get(caseId)?.size ?? 0;
    kept.delete(caseId);
  };
  const keep = (stored: StoredCase): StoredCase => {
    forget(stored.caseId);
    kept.set(stored.caseId, stored);
    facts += stored.size;
    for (const oldest of kept.keys()) {
      if ((kept.size <= CASES_MAX && facts <= FACTS_MAX) || oldest === stored.caseId) break;
      forget(oldest);
    }
    return stored;
  };
  return async (caseId) => {
    // What cannot be the name of a case need not be asked for, and cannot harm whoever is asked.
    if (!caseIdSchema.safeParse(caseId).success) return undefined;
    const known = kept.get(caseId);
    const stored = await store.readCase(caseId as CaseId, known?.size);
    if (stored === undefined || known === undefined) return stored && keep(stored);
    if (stored.size < known.size) {
      const whole = await store.readCase(caseId as CaseId);
      return whole && keep(whole);
    }
    if (stored.size === known.size) return keep(withNames(known, stored));
    return keep({ ...stored, facts: [...known.facts, ...stored.facts] });
  };
}

/** The known object where nothing has changed, so that what was computed from it still holds. */
function withNames(known: StoredCase, head: Omit<StoredCase, 'facts'>): StoredCase {
  const isSame = JSON.stringify([known.title, known.actors]) === JSON.stringify([head.title, head.actors]);
  return isSame ? known : { ...head, facts: known.facts };
}

const states = new WeakMap<StoredCase, CaseState>();

/** What the facts of the case amount to; folded once for each object. Nobody may write to it. */
export function stateOf(stored: StoredCase): CaseState {
  const state = states.get(stored) ?? foldFacts(stored.caseId, stored.facts);
  states.set(stored, state);
  return state;
}

export function foldFacts(caseId: CaseId, facts: readonly Fact[]): CaseState {
  return fold(caseId, inFoldOrder(resolveHistory(facts).facts));
}
