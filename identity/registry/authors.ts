/**
 * In whose name an act that binds speaks, told from the log alone: by the same derivation that decided when it was recorded
 * (`application/permissions/claims`). Most acts say it themselves. What changes or ends a duty, a text, a body or an
 * intervention speaks for whom that one binds, so that those terms are kept here, case by case, in the order of the log.
 */
import { type Act, claimOf } from '@gongze/application/permissions/claims/claim';
import { foldFacts } from '@gongze/application/read/cache';
import { type CaseState, emptyState } from '@gongze/domain/cases/state';
import { type EventType, type Fact, payloadSchemas } from '@gongze/domain/events/catalogue';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';

/** What sets or changes whom a duty, a text, a body, an intervention or an instrument binds. */
const terms: ReadonlySet<string> = new Set<EventType>([
  'agreementSigned',
  'agreementAmended',
  'obligationDrafted',
  'obligationAssigned',
  'obligationAmended',
  'bodyEstablished',
  'bodyUpgraded',
  'bodyAbolished',
  'interventionOpened',
  'instrumentApplied',
]);
const changes: ReadonlySet<string> = new Set<EventType>(['factCorrected', 'factRetracted']);

/** Acts whose authors follow from what stood before them. */
const ofTerms: ReadonlySet<string> = new Set<EventType>([
  'agreementAmended',
  'agreementTerminated',
  'obligationAmended',
  'obligationSuspended',
  'obligationResumed',
  'obligationDischarged',
  'bodyEstablished',
  'bodyUpgraded',
  'bodyAbolished',
  'interventionTapered',
  'interventionEscalated',
  'interventionExtended',
  'interventionClosed',
  'instrumentWithdrawn',
  'powersRestored',
]);

interface Known {
  /** Those that set terms, and their corrections. */
  readonly facts: Fact[];
  readonly byId: Map<string, Fact>;
  /** Of all other acts that bind: what a correction of them has to know. */
  readonly others: Map<string, { readonly type: EventType; readonly authors: Authors }>;
  /** Something that may have set terms was not told. */
  gap: boolean;
  /** What the facts amount to, until there is another. */
  state: CaseState | undefined;
}

/** `undefined`: it cannot be told, because what it rests on was not. */
export type Authors = readonly ActorId[] | undefined;

export class AuthorsOfActs {
  readonly #cases = new Map<string, Known>();

  #known(stream: string): Known {
    const known = this.#cases.get(stream) ?? { facts: [], byId: new Map(), others: new Map(), gap: false, state: undefined };
    this.#cases.set(stream, known);
    return known;
  }

  /** To be told of every record of a case, after its own authors were asked for; `binding`: those, if it binds. */
  record(fact: Fact, binding?: { readonly authors: Authors }): void {
    const isChange = changes.has(fact.type);
    if (!isChange && !terms.has(fact.type)) {
      if (binding !== undefined) this.#known(fact.streamId).others.set(fact.id, { type: fact.type, authors: binding.authors });
      return;
    }
    const known = this.#known(fact.streamId);
    // The correction of anything else changes nobody's terms.
    if (isChange && !known.byId.has((fact.payload as { readonly target: string }).target)) return;
    known.facts.push(fact);
    known.byId.set(fact.id, fact);
    known.state = undefined;
  }

  withheld(stream: string, type: string): void {
    if (terms.has(type) || changes.has(type)) this.#known(stream).gap = true;
  }

  /** Whoever has to have signed the act, as it stands after everything that was told. */
  of(fact: Fact): Authors {
    try {
      return changes.has(fact.type) ? this.#ofChange(fact) : this.#ofAct(fact.streamId, fact.type, fact.payload);
    } catch {
      // A log from anywhere has whatever it has; what cannot be read tells nothing.
      return undefined;
    }
  }

  #ofAct(stream: string, type: EventType, payload: unknown): Authors {
    const parsed = payloadSchemas[type].safeParse(payload);
    if (!parsed.success) return undefined;
    const act = { type, payload: parsed.data } as Act;
    if (!ofTerms.has(type)) return claimOf(emptyState(stream as CaseId), act).inNameOf;
    const known = this.#known(stream);
    if (known.gap) return undefined;
    known.state ??= foldFacts(stream as CaseId, known.facts);
    return claimOf(known.state, act).inNameOf;
  }

  /** Who changes what a fact says must be entitled to say it. */
  #ofChange(fact: Fact): Authors {
    const { target: id, replacement } = fact.payload as { readonly target: string; readonly replacement?: { readonly payload?: unknown } };
    const known = this.#known(fact.streamId);
    const target = known.byId.get(id);
    if (target !== undefined) return this.#ofAct(fact.streamId, target.type, replacement?.payload ?? target.payload);
    const other = known.others.get(id);
    if (other === undefined) return known.gap ? undefined : [];
    return replacement?.payload === undefined ? other.authors : this.#ofAct(fact.streamId, other.type, replacement.payload);
  }
}
