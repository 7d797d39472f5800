/**
 * What an act claims, derived from its payload and from the case: the bridge between a kind of fact and the rules of
 * who may record it. The rules themselves stand in the policies, not here.
 */
import { isChange } from '@gongze/domain/events/change';
import type { CaseState } from '@gongze/domain/cases/state';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { isBinding } from '../../ledger/binding.ts';
import type { Claim, Resource } from '../caller.ts';
import { actorsOf, obligedBy, type PartialClaim, partiesOf } from './duties.ts';
import { type Act, claimOfCommitment, claimOfDelivery, claimOfSuperior, claimOfTalk } from './families.ts';

export type { Act } from './families.ts';

const nothing = { inNameOf: [], among: [], subjects: [], holders: [], agreed: false } as const;

/** The claim of an act on the case as it stands. `target` is the fact that a correction or retraction is about. */
export function claimOf(state: CaseState, act: Act, target?: Fact): Claim {
  const binds = isBinding(act.type, act.payload, target?.type);
  if (isChange(act)) {
    const author = target?.recordedBy.actor;
    return { ...nothing, binds, ...(author === undefined ? {} : { author }) };
  }
  const found: PartialClaim =
    claimOfTalk(state, act) ?? claimOfCommitment(state, act) ?? claimOfDelivery(state, act) ?? claimOfSuperior(state, act) ?? {};
  return { ...nothing, ...found, binds };
}

export interface Standing {
  readonly published: boolean;
  readonly closed: boolean;
}

/** The case as a resource. */
export function caseResource(state: CaseState, standing: Standing): Resource {
  return resourceOf(state, actorsOf(...[...state.obligations.values()].map(({ terms }) => obligedBy(terms))), standing);
}

/** The same where it is known who owes a duty. */
export function resourceOf(state: CaseState, dutyHolders: readonly ActorId[], { published, closed }: Standing): Resource {
  const founded = [...state.bodies.values()].filter(({ abolished }) => abolished === undefined);
  return {
    kind: 'case',
    caseId: state.caseId,
    parties: partiesOf(state),
    dutyHolders,
    bodies: founded.map(({ body, members, over, powers, host }) => ({
      body,
      members,
      over: over.length > 0 ? over : members,
      powers,
      ...(host === undefined ? {} : { host }),
    })),
    published,
    closed,
  };
}
