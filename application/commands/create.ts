/** Opens a case: its names, and the fact that it was opened, by whom and between whom. */
import { emptyState } from '@gongze/domain/cases/state';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { isRegistryStream } from '../ledger/records.ts';
import { type Answer, answered } from '../answers.ts';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { commandTexts } from '../messages.ts';
import type { Caller } from '../permissions/caller.ts';
import { caseResource, claimOf } from '../permissions/claims/claim.ts';
import type { StoredCase } from '../ports.ts';
import { inputProblem, isAnonymous, refusalOf, signInFirst } from './answers.ts';
import type { NewEvent } from './new-event.ts';
import { unpublished } from './publication.ts';
import { earlier, factsOf, type Recorded, recordedAnswer, type RecordPorts } from './record.ts';

export interface CreateRequest {
  readonly case: string;
  readonly title: Bilingual;
  /** Names of actors that the tree of governments does not hold. */
  readonly actors?: Readonly<Record<string, Bilingual>> | undefined;
  /** The opening; its title is the title of the case. */
  readonly opened: Omit<Extract<NewEvent, { type: 'caseOpened' }>, 'type' | 'schemaVersion'>;
  readonly idempotencyKey: string;
  readonly caller: Caller;
}

/** Creates the case with its first fact, or nothing. A case of this name that somebody may not see counts as existing. */
export async function createCase(ports: RecordPorts, request: CreateRequest): Promise<Answer<Recorded>> {
  const { store, clock, governments, decide, authorizer } = ports;
  const { case: id, title, actors = {}, opened, caller, idempotencyKey } = request;
  if (isAnonymous(caller)) return signInFirst();
  if (isRegistryStream(id)) return exists(id);
  const caseId = id as CaseId;
  const events = [{ type: 'caseOpened', ...opened } as NewEvent];
  const fresh = factsOf({ caseId: id, idempotencyKey, events, caller }, 0, clock);
  const stored: StoredCase = { caseId, title, actors, facts: [], size: 0 };
  const state = emptyState(caseId);
  const claim = claimOf(state, { type: 'caseOpened', payload: opened.payload });
  const verdict = authorizer.decide(caller, 'createCase', { ...caseResource(state, unpublished), parties: opened.payload.parties, claim });
  if (!verdict.allowed) return refusalOf(verdict);
  const before = await store.readCase(caseId);
  if (before !== undefined) return earlier(before, fresh) ?? exists(id);
  const faults = decide({ stored, fresh, governments, today: clock.today() });
  if (faults.length > 0) return inputProblem(faults.map((fault) => ({ ...fault, path: ['opened', ...fault.path.slice(1)] })));
  const [first] = fresh;
  if (first === undefined) throw new Error('bug: one event became no fact');
  const result = await store.createCase({ caseId, title, actors }, fresh, { recordedAt: first.recordedAt, recordedBy: first.recordedBy });
  if (!('appended' in result)) {
    // Somebody was faster; it may have been this very request, sent twice.
    const now = await store.readCase(caseId);
    return (now && earlier(now, fresh)) ?? exists(id);
  }
  ports.recorded?.(id, result.size);
  return answered(recordedAnswer(id, fresh, false));
}

function exists(id: string): Answer<never> {
  return { ok: false, problem: { kind: 'refused', text: commandTexts.caseExists(id), facts: [] } };
}
