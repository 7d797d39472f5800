/**
 * A case that grows by facts and by corrections, as far as claims look at it: who is a party, and whom a duty, a text, a body, an
 * inspection, an intervention or an instrument binds.
 *
 * Each of these is a subject, and what is said about one decides nothing of another. So a fact that comes last in fold order is folded on,
 * and one that is late, corrected or retracted costs its own subject anew and not the case. A succession passes duties, seats and texts
 * to another name: it decides for all subjects, and with it which duties were over by then, so that it costs the case anew; it is rare.
 */
import { isChange } from '@gongze/domain/events/change';
import { resolveHistory } from '@gongze/domain/cases/corrections';
import { evolveInPlace, fold } from '@gongze/domain/cases/fold';
import { comparePositions, inFoldOrder, positionOf } from '@gongze/domain/cases/order';
import { type CaseState, emptyState, type FoldPosition } from '@gongze/domain/cases/state';
import type { EventType, Fact } from '@gongze/domain/events/catalogue';
import type { ActorId, CaseId, ObligationId } from '@gongze/domain/vocabulary/ids';
import type { Resource } from '../caller.ts';
import { resourceOf, type Standing } from './claim.ts';
import { obligedBy } from './duties.ts';

/** Where the state keeps what a subject is, and the field of a payload that names it. */
type Place = 'obligations' | 'agreements' | 'bodies' | 'topics' | 'inspections' | 'interventions' | 'instruments' | 'parties';
const fieldOf: Readonly<Record<Exclude<Place, 'parties'>, string>> = {
  obligations: 'obligation',
  agreements: 'agreement',
  bodies: 'body',
  topics: 'topic',
  inspections: 'inspection',
  interventions: 'intervention',
  instruments: 'instrument',
};

/** Facts that decide a claim, each by the subject for which it does. */
const placeOf: Partial<Record<EventType, Place>> = {
  caseOpened: 'parties',
  partyJoined: 'parties',
  partyLeft: 'parties',
  topicRaised: 'topics',
  agreementSigned: 'agreements',
  agreementTerminated: 'agreements',
  obligationDrafted: 'obligations',
  obligationAssigned: 'obligations',
  obligationAmended: 'obligations',
  obligationFulfilled: 'obligations',
  obligationClosedOut: 'obligations',
  obligationReopened: 'obligations',
  obligationDischarged: 'obligations',
  powerExercised: 'obligations',
  bodyEstablished: 'bodies',
  bodyUpgraded: 'bodies',
  bodyAbolished: 'bodies',
  inspectionPlanned: 'inspections',
  interventionOpened: 'interventions',
  instrumentApplied: 'instruments',
};

/** Facts that tell no more than that a duty ended, or did not: they decide a claim only through a succession. */
const endsOnly: ReadonlySet<EventType> = new Set<EventType>([
  'agreementTerminated',
  'obligationFulfilled',
  'obligationClosedOut',
  'obligationReopened',
  'obligationDischarged',
  'powerExercised',
]);

/** They decide whom an act concerns, and never in whose name it speaks. */
const concernsOnly: ReadonlySet<Place> = new Set<Place>(['parties', 'topics', 'inspections']);

/** Whether facts of this type decide in whose name later acts on the same subject speak: at once, once somebody is succeeded, or never. */
export function decidesAuthors(type: EventType): 'atOnce' | 'afterSuccession' | 'never' {
  const place = placeOf[type];
  if (type === 'actorSucceeded') return 'atOnce';
  if (place === undefined || concernsOnly.has(place)) return 'never';
  return endsOnly.has(type) ? 'afterSuccession' : 'atOnce';
}

interface Subject {
  readonly place: Place;
  readonly id: string;
  /** By the id of the fact as it was recorded, each as it stands corrected. */
  readonly facts: Map<string, Fact>;
  last: FoldPosition | undefined;
}

/** What was recorded to change a fact, and changes of those changes. */
interface Changes {
  readonly all: Fact[];
  /** The one that counts as long as nothing is retracted. */
  latest: Fact;
  hasRetraction: boolean;
}

const isAfter = (position: FoldPosition, other: FoldPosition | undefined): boolean =>
  other === undefined || comparePositions(other, position) < 0;

export class CaseTerms {
  readonly #caseId: CaseId;
  readonly #subjects = new Map<string, Subject>();
  /** Facts that decide claims, as they were recorded and as they stand. */
  readonly #recorded = new Map<string, Fact>();
  readonly #standing = new Map<string, Fact>();
  /** Of every change the fact that it is about in the end. */
  readonly #rootOf = new Map<string, string>();
  readonly #changes = new Map<string, Changes>();
  readonly #successions = new Map<string, Fact>();
  readonly #texts = new Map<string, Fact>();
  /** To be folded anew. */
  readonly #late = new Set<Subject>();
  #state: CaseState | undefined;
  #last: FoldPosition | undefined;
  /** How many duties each actor owes. */
  readonly #owed = new Map<ActorId, number>();
  #resource: Resource | undefined;

  /** Cost: that of looking at each fact once; they are folded when the state is asked for. */
  constructor(caseId: CaseId, facts: readonly Fact[] = []) {
    this.#caseId = caseId;
    for (const fact of facts) this.add(fact);
  }

  /** True once the facts name a successor: what ended a duty then decides whose it is. */
  get hasSuccession(): boolean {
    return this.#successions.size > 0;
  }

  add(fact: Fact): void {
    if (isChange(fact)) this.#change(fact);
    else if (placeOf[fact.type] !== undefined || fact.type === 'actorSucceeded') {
      this.#recorded.set(fact.id, fact);
      this.#settle(fact);
    }
  }

  /** The case as claims look at it: of everything else in it nothing is told. To be read until the next fact is added. */
  get state(): CaseState {
    const state = (this.#state ??= this.#foldAll());
    for (const subject of this.#late) this.#foldSubject(subject, state);
    this.#late.clear();
    return state;
  }

  /** What `caseResource` says of the case, lists in any order. */
  resource(standing: Standing): Resource {
    const { state } = this;
    this.#resource ??= resourceOf(state, [...this.#owed.keys()], standing);
    return { ...this.#resource, published: standing.published, closed: standing.closed };
  }

  #change(change: Extract<Fact, { type: 'factCorrected' | 'factRetracted' }>): void {
    const { target } = change.payload;
    const root = this.#rootOf.get(target) ?? target;
    this.#rootOf.set(change.id, root);
    const changes = this.#changes.get(root) ?? { all: [], latest: change, hasRetraction: false };
    this.#changes.set(root, changes);
    changes.all.push(change);
    if (change.version > changes.latest.version) changes.latest = change;
    changes.hasRetraction ||= change.type === 'factRetracted';
    const fact = this.#recorded.get(root);
    if (fact !== undefined) this.#settle(fact);
  }

  /** The fact as it stands corrected; nothing if it is retracted. */
  #resolved(fact: Fact): Fact | undefined {
    const changes = this.#changes.get(fact.id);
    if (changes === undefined) return fact;
    return resolveHistory([fact, ...(changes.hasRetraction ? changes.all : [changes.latest])]).facts[0];
  }

  /** Puts the fact, as it stands now, where it belongs, and takes away what stood for it before. */
  #settle(recorded: Fact): void {
    const [before, now] = [this.#standing.get(recorded.id), this.#resolved(recorded)];
    if (before !== undefined) this.#remove(before);
    if (now === undefined) return;
    this.#standing.set(now.id, now);
    const text = placeOf[now.type] === 'agreements';
    if (text) this.#texts.set(now.id, now);
    if (now.type === 'actorSucceeded') {
      this.#successions.set(now.id, now);
      this.#state = undefined;
      return;
    }
    const subject = this.#subjectOf(now);
    subject.facts.set(now.id, now);
    if (this.#state === undefined || this.#late.has(subject)) return;
    const position = positionOf(now);
    // Texts end duties, and whether a duty had ended decides whether it passed to a successor.
    const isLast = isAfter(position, this.hasSuccession ? this.#last : subject.last);
    if (before === undefined && isLast) this.#foldOn(subject, now, this.#state);
    else if (text && this.hasSuccession) this.#state = undefined;
    else this.#late.add(subject);
  }

  #remove(fact: Fact): void {
    this.#standing.delete(fact.id);
    const subject = fact.type === 'actorSucceeded' ? undefined : this.#subjectOf(fact);
    const decidesForAll = this.#successions.delete(fact.id) || (this.#texts.delete(fact.id) && this.hasSuccession);
    if (decidesForAll) this.#state = undefined;
    if (subject === undefined) return;
    subject.facts.delete(fact.id);
    this.#late.add(subject);
  }

  #subjectOf({ type, payload }: Fact): Subject {
    const place = placeOf[type] as Place;
    const id = place === 'parties' ? '' : String((payload as Readonly<Record<string, unknown>>)[fieldOf[place]]);
    const name = `${place} ${id}`;
    const subject = this.#subjects.get(name) ?? { place, id, facts: new Map(), last: undefined };
    this.#subjects.set(name, subject);
    return subject;
  }

  #foldOn(subject: Subject, fact: Fact, state: CaseState): void {
    this.#count(subject, state, -1);
    evolveInPlace(state, fact);
    forgetTheRest(state);
    this.#count(subject, state, 1);
    subject.last = positionOf(fact);
    if (isAfter(subject.last, this.#last)) this.#last = subject.last;
  }

  #foldSubject(subject: Subject, state: CaseState): void {
    const { place, id, facts } = subject;
    const beside = this.hasSuccession ? [...this.#successions.values(), ...(place === 'obligations' ? this.#texts.values() : [])] : [];
    const ordered = inFoldOrder([...facts.values(), ...beside]);
    const folded = fold(this.#caseId, ordered);
    this.#count(subject, state, -1);
    if (place === 'parties') {
      state.parties.clear();
      for (const [actor, party] of folded.parties) state.parties.set(actor, party);
    } else {
      const [entry, entries] = [(folded[place] as Map<string, unknown>).get(id), state[place] as Map<string, unknown>];
      if (entry === undefined) entries.delete(id);
      else entries.set(id, entry);
    }
    this.#count(subject, state, 1);
    const own = ordered.findLast((fact) => facts.has(fact.id));
    subject.last = own && positionOf(own);
    if (subject.last !== undefined && isAfter(subject.last, this.#last)) this.#last = subject.last;
  }

  #foldAll(): CaseState {
    const state = emptyState(this.#caseId);
    const ordered = inFoldOrder([...this.#standing.values()]);
    for (const subject of this.#subjects.values()) subject.last = undefined;
    for (const fact of ordered) {
      evolveInPlace(state, fact);
      forgetTheRest(state);
      if (fact.type !== 'actorSucceeded') this.#subjectOf(fact).last = positionOf(fact);
    }
    const last = ordered.at(-1);
    this.#last = last && positionOf(last);
    this.#late.clear();
    this.#resource = undefined;
    this.#owed.clear();
    for (const { terms } of state.obligations.values()) this.#countActors(obligedBy(terms), 1);
    return state;
  }

  /** Keeps count of who owes a duty, before and after the subject changes. */
  #count({ place, id }: Subject, state: CaseState, by: 1 | -1): void {
    if (place === 'obligations') this.#countActors(obligedBy(state.obligations.get(id as ObligationId)?.terms), by);
    else if (place === 'bodies' || place === 'parties') this.#resource = undefined;
  }

  #countActors(actors: readonly ActorId[], by: 1 | -1): void {
    for (const actor of actors) {
      const [before, after] = [this.#owed.get(actor) ?? 0, (this.#owed.get(actor) ?? 0) + by];
      if (after === 0) this.#owed.delete(actor);
      else this.#owed.set(actor, after);
      if (before === 0 || after === 0) this.#resource = undefined;
    }
  }
}

/** Acts and loose ends are told nobody here; kept, they would only be sorted again and again. */
function forgetTheRest(state: CaseState): void {
  state.acts.length = 0;
  state.unmatched.length = 0;
}
