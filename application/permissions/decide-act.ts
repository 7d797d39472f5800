/** May this caller record this act in this case? Asked before the domain decides whether the act fits the case. */
import { isChange } from '@gongze/domain/events/change';
import type { CaseState } from '@gongze/domain/cases/state';
import { type Fact, payloadSchemas } from '@gongze/domain/events/catalogue';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Authorizer, Caller, Resource, Verdict } from './caller.ts';
import { type Act, claimOf } from './claims/claim.ts';

export interface ActRequest {
  readonly caller: Caller;
  /** The case, as `caseResource` says it. */
  readonly resource: Resource;
  readonly state: CaseState;
  readonly act: Act;
  /** Actors whose office keys have signed exactly this act. */
  readonly signedBy: readonly ActorId[];
  /** The fact that a correction or retraction is about. */
  readonly target?: Fact | undefined;
}

const unreadable: Bilingual = {
  zh: '更正后的内容不符合该类事实的格式，无法判断是否有权记录。',
  en: 'The corrected content is none of this kind of fact, so nobody can be entitled to record it.',
};

/**
 * The verdict. Who corrects or retracts must besides be its author be entitled to record what the fact then says, so
 * that no correction puts into the history what its author could not have recorded.
 */
export function decideAct(authorizer: Authorizer, { caller, resource, state, act, signedBy, target }: ActRequest): Verdict {
  const own = authorizer.decide(caller, `record:${act.type}`, { ...resource, claim: claimOf(state, act, target), signedBy });
  if (!own.allowed || target === undefined || !isChange(act)) return own;
  const corrected = act.type === 'factCorrected' ? (act.payload.replacement.payload ?? target.payload) : target.payload;
  const parsed = payloadSchemas[target.type].safeParse(corrected);
  if (!parsed.success) return { allowed: false, reason: unreadable, policies: own.policies };
  const again = { type: target.type, payload: parsed.data } as Act;
  // The case may be closed by now: the act itself is not repeated, only the right to it is asked.
  const then = authorizer.decide(caller, `record:${target.type}`, { ...resource, closed: false, claim: claimOf(state, again), signedBy });
  return then.allowed ? own : then;
}
