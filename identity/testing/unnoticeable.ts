/**
 * Changes of policies that no question can notice, each with the reason, and with what the reason rests on. The soak of the
 * policies fails for one that is not here, and for one that is here and was noticed.
 */
import { schemaToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { isBinding } from '@gongze/application/ledger/binding';
import { eventTypes } from '@gongze/domain/events/catalogue';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { actorEntities, callerEntity } from '../entities.ts';
import { loadPolicies } from '../policies.ts';
import { callers } from './matrix.ts';
import { registered } from './offices.ts';

export interface Unnoticeable {
  readonly policy: string;
  readonly change: string;
  readonly why: string;
  /** What the reason rests on, asked of the product. */
  readonly holds: () => boolean;
}

function groupsOf(action: string): ReadonlySet<string> {
  const schema = schemaToJson(loadPolicies().schema);
  if (schema.type === 'failure') throw new Error('bug: the schema cannot be read');
  return new Set((schema.json['']?.actions[action]?.memberOf ?? []).map(({ id }) => id));
}

/** A payload that binds, if the type ever does; only a draft of a duty depends on what it says. */
const bindsEver = (type: (typeof eventTypes)[number]): boolean => isBinding(type, { acceptedBy: ['610100'] });

/** Every binding act that a party could record as if it did not bind, a signer of a party may enter as binding anyway. */
const bindingIsThePartiesToo = (): boolean =>
  eventTypes
    .filter((type) => bindsEver(type) && groupsOf(`record:${type}`).has('partyRecords'))
    .every((type) => groupsOf(`record:${type}`).has('partyBinds'));

/** Whoever has a role acts for somebody, and belongs to himself and to his government, in which he lies. */
const belongingIsLying = (): boolean =>
  callers
    .filter(({ roles }) => roles.some((role) => role !== 'public'))
    .every((caller) => {
      const { belongsTo, government } = callerEntity(caller).attrs;
      const isBody = caller.actor?.startsWith('body:') === true;
      return isBody ? (belongsTo as readonly unknown[]).length === 1 : government !== undefined;
    });

/** The host of a body is named in it; where it lies in the tree no question says, unless the caller lies there too. */
const hostsAreNotPlaced = (): boolean =>
  actorEntities([registered.body, '610000' as string as ActorId], {
    tree: gb2260(),
    on: isoDateOf('2026-06-01'),
    bodies: [registered],
  }).every(({ uid }) => (uid as { id: string }).id !== registered.host);

export const unnoticeable: readonly Unnoticeable[] = [
  // Files are handed in by those who are involved, told in the same words as those who read.
  ...(
    [
      ['read.involved', 2],
      ['file.involved', 3],
    ] as const
  ).flatMap(([policy, clause]) => [
    {
      policy,
      change: `when ${clause}.||.left.||.left.||.left.containsAny: containsAll`,
      why: 'an organ whose government is a party works in that government, and the case lies in it',
      holds: belongingIsLying,
    },
    {
      policy,
      change: `when ${clause}.||.left.||.right.containsAny: containsAll`,
      why: 'a body belongs to nobody but itself, and no government or organ is a body',
      holds: belongingIsLying,
    },
  ]),
  {
    policy: 'party.records',
    change: 'when 1.&&: left only',
    why: 'what binds needs a signer with the signature of the actor (limit.signersBind), and to such a one of a party, party.binds permits it',
    holds: bindingIsThePartiesToo,
  },
  {
    policy: 'office.ownHouse',
    change: 'when 3.||.right.&&.right.==: in',
    why: 'the host of a body lies, for Cedar, in nothing but itself',
    holds: hostsAreNotPlaced,
  },
];
