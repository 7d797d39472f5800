/** Institution and culture: bodies, rules, custom, exchange, leaders, capacities. */
import type { Fact } from '../../events/catalogue.ts';
import type { culturePayloads } from '../../events/culture.ts';
import type { institutionPayloads } from '../../events/institution.ts';
import { refOf } from '../order.ts';
import type { CaseState } from '../state.ts';
import { datedOf, recordAct, unmatched } from './shared.ts';
import { succeed } from './succession.ts';

export type SettingFact = Extract<Fact, { type: keyof typeof institutionPayloads | keyof typeof culturePayloads }>;
type BodyFact = Extract<SettingFact, { type: 'bodyEstablished' | 'bodyUpgraded' | 'bodyAbolished' }>;

function evolveBody(state: CaseState, fact: BodyFact): void {
  const ref = refOf(fact);
  if (fact.type === 'bodyEstablished') {
    const { body, title, kind, members, host, rank, powers, over } = fact.payload;
    state.bodies.set(body, {
      body,
      title,
      kind,
      members,
      host,
      rank,
      powers,
      over: over ?? members,
      established: ref,
      upgrades: [],
      abolished: undefined,
    });
    recordAct(state, fact, fact.payload.kind === 'superior' ? 'superior' : 'commitment');
    return;
  }
  const body = state.bodies.get(fact.payload.body);
  if (body === undefined) return unmatched(state, fact);
  if (fact.type === 'bodyAbolished') {
    body.abolished ??= ref;
    return;
  }
  const { title, kind, host, rank, powers, members, over } = fact.payload;
  body.title = title ?? body.title;
  body.kind = kind ?? body.kind;
  body.host = host ?? body.host;
  body.rank = rank ?? body.rank;
  body.powers = powers ?? body.powers;
  body.members = members ?? body.members;
  body.over = over ?? members ?? body.over;
  body.upgrades.push(ref);
  recordAct(state, fact, fact.initiative === 'superior' ? 'superior' : 'commitment');
}

/** A table says how something is scored. What put it into force is a fact of its own, so it is counted by no variable again. */
function adoptTable(state: CaseState, fact: Extract<SettingFact, { type: 'ruleAdopted' }>): void {
  const versions = state.ruleTables.get(fact.payload.rule);
  if (versions === undefined) state.ruleTables.set(fact.payload.rule, [datedOf(fact)]);
  else versions.push(datedOf(fact));
}

export function evolveSetting(state: CaseState, fact: SettingFact): void {
  switch (fact.type) {
    case 'bodyEstablished':
    case 'bodyUpgraded':
    case 'bodyAbolished':
      return evolveBody(state, fact);
    case 'ruleAdopted':
      if (fact.payload.table !== undefined) return adoptTable(state, fact);
      state.rules.push(datedOf(fact));
      recordAct(state, fact, fact.initiative === 'superior' ? 'superior' : 'commitment');
      return;
    case 'actorSucceeded':
      succeed(state, fact);
      state.successions.push(datedOf(fact));
      return;
    case 'customObserved':
      state.customs.push(datedOf(fact));
      return;
    case 'exchangeMade':
      state.exchanges.push(datedOf(fact));
      recordAct(state, fact, 'exchange');
      return;
    case 'officialExchanged':
      state.officialExchanges.push(datedOf(fact));
      recordAct(state, fact, 'exchange');
      return;
    case 'leaderChanged':
      state.leaderChanges.push(datedOf(fact));
      return;
    case 'capacityRead':
      state.capacities.push(datedOf(fact));
      return;
    default:
      fact satisfies never;
  }
}
