/**
 * What an act claims, derived from its payload and from the case: the bridge between a kind of fact and the rules of
 * who may record it. The rules themselves stand in the policies, not here.
 */
import type { CaseState } from '@gongze/domain/cases/state';
import type { EventType, Fact } from '@gongze/domain/events/catalogue';
import { isBinding } from '../../ledger/binding.ts';
import type { Claim, Resource } from '../caller.ts';
import { actorsOf, obligedBy, type PartialClaim, partiesOf } from './duties.ts';
import { type Act, claimOfCommitment, claimOfDelivery, claimOfSuperior, claimOfTalk } from './families.ts';

export type { Act } from './families.ts';

const nothing = { inNameOf: [], among: [], subjects: [], holders: [], agreed: false } as const;

/** The claim of an act on the case as it stands. `target` is the fact that a correction or retraction is about. */
export function claimOf(state: CaseState, act: Act, target?: Fact): Claim {
  const binds = isBinding(act.type, act.payload, target?.type);
  if (act.type === 'factCorrected' || act.type === 'factRetracted') {
    const author = target?.recordedBy.actor;
    return { ...nothing, binds, ...(author === undefined ? {} : { author }) };
  }
  const found: PartialClaim =
    claimOfTalk(state, act) ?? claimOfCommitment(state, act) ?? claimOfDelivery(state, act) ?? claimOfSuperior(state, act) ?? {};
  return { ...nothing, ...found, binds };
}

/** The case as a resource. */
export function caseResource(state: CaseState, standing: { readonly published: boolean; readonly closed: boolean }): Resource {
  const founded = [...state.bodies.values()].filter(({ abolished }) => abolished === undefined);
  return {
    kind: 'case',
    caseId: state.caseId,
    parties: partiesOf(state),
    dutyHolders: actorsOf(...[...state.obligations.values()].map(({ terms }) => obligedBy(terms))),
    bodies: founded.map(({ body, members, over, powers, host }) => ({
      body,
      members,
      over: over.length > 0 ? over : members,
      powers,
      ...(host === undefined ? {} : { host }),
    })),
    published: standing.published,
    closed: standing.closed,
  };
}

/** Acts that change neither who is a party, nor who owes a duty, nor what a body is. */
const leavesAll: ReadonlySet<EventType> = new Set<EventType>([
  'contextRecorded',
  'indicatorRead',
  'obligationReceived',
  'obligationAccepted',
  'obligationContested',
  'progressReported',
  'evidenceAttached',
  'obligationReported',
  'obligationReviewed',
  'obligationFulfilled',
  'closeOutRequested',
  'obligationClosedOut',
  'reminderIssued',
]);

/**
 * The case as a resource after one more act was folded onto the state that it was told of: what `caseResource` says of `state`, at the
 * cost of that act where that is enough. `isNew`: the duty of the act was not known before it.
 */
export function resourceAfter(before: Resource, act: Fact, isNew: boolean, state: CaseState): Resource {
  if (leavesAll.has(act.type)) return before;
  const added = act.type === 'obligationDrafted' ? act.payload : act.type === 'obligationAssigned' ? act.payload.terms : undefined;
  if (!isNew || added === undefined) return caseResource(state, { published: before.published === true, closed: before.closed === true });
  return { ...before, dutyHolders: actorsOf(before.dutyHolders, obligedBy(added)) };
}
