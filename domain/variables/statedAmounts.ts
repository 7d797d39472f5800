/** Costs and benefits as the parties stated them. A later statement on the same topic in the same unit replaces an earlier. */
import type { Dated, FactRef } from '../cases/state.ts';
import type { Payload } from '../events/catalogue.ts';
import type { Situation } from '../stages/situation.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { type PartyOf, partyOfIn } from './parties.ts';

export interface Balance {
  readonly party: ActorId;
  readonly unit: string;
  cost: number | undefined;
  benefit: number | undefined;
  readonly refs: FactRef[];
}

type Statement = Dated<Payload<'costStated'>>;

function latest(statements: readonly Statement[], partyOf: PartyOf): Statement[] {
  const byKey = new Map<string, Statement>();
  for (const statement of statements) {
    const { party, topic, unit } = statement.payload;
    if (partyOf(party) !== undefined) byKey.set(JSON.stringify([party, topic ?? null, unit]), statement);
  }
  return [...byKey.values()];
}

/** Sums of each party in each unit in which it stated anything. Amounts in different units are never added. */
export function balances(situation: Situation): Balance[] {
  const partyOf = partyOfIn(situation);
  const byKey = new Map<string, Balance>();
  const add = (statements: readonly Statement[], side: 'cost' | 'benefit') => {
    for (const { payload, ref } of latest(statements, partyOf)) {
      const party = partyOf(payload.party) as ActorId;
      const key = JSON.stringify([party, payload.unit]);
      let balance = byKey.get(key);
      if (balance === undefined) byKey.set(key, (balance = { party, unit: payload.unit, cost: undefined, benefit: undefined, refs: [] }));
      balance[side] = (balance[side] ?? 0) + payload.amount;
      balance.refs.push(ref);
    }
  };
  add(situation.state.costs, 'cost');
  add(situation.state.benefits, 'benefit');
  return [...byKey.values()];
}
