/**
 * In whose name an act that binds speaks, told from the log alone: by the same derivation that decided when it was recorded
 * (`application/permissions/claims`). Most acts say it themselves. What changes or ends a duty, a text, a body or an
 * intervention speaks for whom that one binds, so that those terms are kept here, case by case, in the order of the log.
 */
import { isChange } from '@gongze/domain/events/change';
import { type Act, claimOf } from '@gongze/application/permissions/claims/claim';
import { CaseTerms, decidesAuthors } from '@gongze/application/permissions/claims/terms';
import { emptyState } from '@gongze/domain/cases/state';
import { type EventType, type Fact, isEventType, payloadSchemas } from '@gongze/domain/events/catalogue';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';

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

/** `undefined`: it cannot be told, because what it rests on was not. */
export type Authors = readonly ActorId[] | undefined;

/** What a correction of an act has to know of it. */
interface Told {
  readonly type: EventType;
  /** Kept where authors follow from what stood before; of any other act they stay what they were. */
  readonly payload?: unknown;
  readonly authors?: Authors;
}

interface Known {
  readonly terms: CaseTerms;
  readonly told: Map<string, Told>;
  /** Something that decides authors was not told; `ends`: something that does once somebody is succeeded. */
  gap: boolean;
  ends: boolean;
}

/** Cost: each act, and each correction, that of what is said about its own subject; see `CaseTerms`. */
export class AuthorsOfActs {
  readonly #cases = new Map<string, Known>();

  #known(stream: string): Known {
    const known = this.#cases.get(stream) ?? { terms: new CaseTerms(stream as CaseId), told: new Map(), gap: false, ends: false };
    this.#cases.set(stream, known);
    return known;
  }

  /** To be told of every record of a case, after its own authors were asked for; `binding`: those, if it binds. */
  record(fact: Fact, binding?: { readonly authors: Authors }): void {
    const { type, payload } = fact;
    const decides = isChange({ type }) || decidesAuthors(type) !== 'never';
    if (!decides && binding === undefined) return;
    const known = this.#known(fact.streamId);
    // The correction of anything else changes nobody's terms.
    if (isChange({ type }) && !known.told.has((payload as { readonly target?: string } | null)?.target ?? '')) return;
    known.told.set(fact.id, decides || ofTerms.has(type) ? { type, payload } : { type, authors: binding?.authors });
    if (!decides) return;
    try {
      known.terms.add(fact);
    } catch {
      // Nobody can tell what it says, and so whose the acts after it are.
      known.gap = true;
    }
  }

  withheld(stream: string, type: string): void {
    const decides = isEventType(type) ? (isChange({ type }) ? 'atOnce' : decidesAuthors(type)) : 'never';
    if (decides === 'atOnce') this.#known(stream).gap = true;
    if (decides === 'afterSuccession') this.#known(stream).ends = true;
  }

  /** Whoever has to have signed the act, as it stands after everything that was told. */
  of(fact: Fact): Authors {
    try {
      return isChange(fact) ? this.#ofChange(fact) : this.#ofAct(fact.streamId, fact.type, fact.payload);
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
    const { terms, gap, ends } = this.#known(stream);
    return gap || (ends && terms.hasSuccession) ? undefined : claimOf(terms.state, act).inNameOf;
  }

  /** Who changes what a fact says must be entitled to say it. */
  #ofChange(fact: Fact): Authors {
    const { target, replacement } = fact.payload as { readonly target: string; readonly replacement?: { readonly payload?: unknown } };
    const { told, gap } = this.#known(fact.streamId);
    const act = told.get(target);
    if (act === undefined) return gap ? undefined : [];
    const payload = replacement?.payload ?? act.payload;
    return payload === undefined ? act.authors : this.#ofAct(fact.streamId, act.type, payload);
  }
}
