/** Who decides about a duty, and the line of governments above. */
import type { ObligationState } from '../cases/state.ts';
import type { Situation } from '../stages/situation.ts';
import { type ActorId, governmentOf } from '../vocabulary/ids.ts';
import { sameSide } from './context.ts';

/** Who decides about the duty first of all: its assigner; else a joint body with the power; else the other parties. */
export function deciders(situation: Situation, obligation: ObligationState): ActorId[] {
  if (obligation.assigned !== undefined) return [obligation.assigned.by];
  const { liable } = obligation.terms;
  const bodies = [...situation.state.bodies.values()].filter(
    (body) =>
      body.abolished === undefined &&
      body.powers.some((power) => power === 'assess' || power === 'supervise') &&
      liable.every((actor) => body.over.some((own) => sameSide(own, actor))),
  );
  if (bodies.length > 0) return bodies.map(({ body }) => body);
  return situation.parties.filter((party) => !liable.some((own) => sameSide(own, party)));
}

/**
 * True if the actor can hold those who owe the duty to it in its own name: its assigner, a government above all of them, a body
 * that may supervise or assess them, or whoever the terms give a power over it. An equal can write to them, and no more.
 */
export function holdsPowerOver({ state, governments, asOf }: Situation, { terms, assigned }: ObligationState, actor: ActorId): boolean {
  if (assigned !== undefined && sameSide(assigned.by, actor)) return true;
  if (terms.powers?.some(({ holder }) => sameSide(holder, actor))) return true;
  const body = state.bodies.get(actor);
  if (body !== undefined) {
    const may = body.abolished === undefined && body.powers.some((power) => power === 'assess' || power === 'supervise');
    return may && terms.liable.every((own) => body.over.some((over) => sameSide(over, own)));
  }
  const above = governmentOf(actor);
  return terms.liable.every((own) => {
    const below = governmentOf(own);
    return above !== undefined && below !== undefined && governments.relation(above, below, asOf) === 'superior';
  });
}

/** Governments above the actor, nearest first. */
function lineAbove({ governments, asOf }: Situation, actor: ActorId): ActorId[] {
  const line: ActorId[] = [];
  for (let code = governmentOf(actor); code !== undefined; ) {
    const above = governments.parentOf(code, asOf);
    if (above !== undefined) line.push(above as string as ActorId);
    code = above;
  }
  return line;
}

/** Steps up the line: who decides first, then each government above it, or above whoever owes where equals decide. */
export function lineOf(situation: Situation, obligation: ObligationState): ActorId[] {
  const from = obligation.assigned?.by ?? obligation.terms.liable[0];
  return from === undefined ? [] : lineAbove(situation, from);
}
