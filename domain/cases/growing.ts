/**
 * A history to which facts are added one by one, with what it amounts to after each: the acts of one request are decided each on what
 * those before it made. Folding anew after every act costs a request its square.
 *
 * What comes last in fold order is folded on. What comes earlier (facts of one day stand in the order of their types and ids) is folded
 * on too where everything that stands after it touches other things (`touchedBy`); else the history is folded anew. The state then
 * equals that of a fold from scratch, except that its collections may hold what is of one day in the order of arrival.
 */
import { isChange } from '../events/change.ts';
import type { Fact } from '../events/catalogue.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import { resolveHistory } from './corrections.ts';
import { evolveInPlace } from './fold.ts';
import { comparePositions, inFoldOrder, positionOf } from './order.ts';
import { type CaseState, emptyState, type FoldPosition } from './state.ts';
import { touchedBy } from './touched.ts';

const later = (a: FoldPosition | undefined, b: FoldPosition): FoldPosition => (a === undefined || comparePositions(a, b) < 0 ? b : a);

export class GrowingHistory {
  readonly #caseId: CaseId;
  readonly #facts: Fact[];
  #byId: Map<string, Fact> | undefined;
  /** Facts that a correction or a retraction names, known or not. */
  readonly #targets = new Set<string>();
  /** `undefined`: to be folded anew. */
  #state: CaseState | undefined;
  /** Whether the state is ours to write to, with what each thing was last touched by. */
  #isOwn = false;
  readonly #lastTouch = new Map<string, FoldPosition>();
  #lastOfAnything: FoldPosition | undefined;
  #isInOrder = true;

  /** `state`: what the facts amount to, where that is known; it is never written to. Cost: none. */
  constructor(caseId: CaseId, facts: readonly Fact[], state?: CaseState) {
    this.#caseId = caseId;
    this.#facts = [...facts];
    this.#state = state;
    for (const fact of facts) this.#noteTarget(fact);
  }

  /** All facts, in the order in which they were added. */
  get facts(): readonly Fact[] {
    return this.#facts;
  }

  /** What the facts amount to. To be read until the next is added; nobody may write to it. */
  get state(): CaseState {
    return (this.#state ??= this.#foldAnew());
  }

  /** False where a collection of the state may hold things in another order than a fold from scratch puts them in. */
  get isInOrder(): boolean {
    return this.#isInOrder;
  }

  /** The fact of that id as it was recorded, corrections included. */
  factOf(id: string): Fact | undefined {
    this.#byId ??= new Map(this.#facts.map((fact) => [fact.id as string, fact]));
    return this.#byId.get(id);
  }

  /**
   * Returns true where the fact was folded onto the state as it was; false where the history has to be folded anew, so that
   * what the fact comes before may now say something else. Cost: that of folding the fact alone, or all of them.
   */
  add(fact: Fact): boolean {
    this.#facts.push(fact);
    this.#byId?.set(fact.id, fact);
    this.#noteTarget(fact);
    if (this.#isOwn && this.#state !== undefined && this.#foldsOn(fact, this.#state)) {
      this.#take(fact, this.#state);
      return true;
    }
    this.#state = undefined;
    return false;
  }

  #noteTarget(fact: Fact): void {
    if (isChange(fact)) this.#targets.add(fact.payload.target);
  }

  /** Whether the fact may be folded onto the state although some of what is in it may stand after it. */
  #foldsOn(fact: Fact, state: CaseState): boolean {
    if (isChange(fact) || this.#targets.has(fact.id)) return false;
    const own = positionOf(fact);
    if (state.position === undefined || comparePositions(state.position, own) < 0) return true;
    const touched = touchedBy(fact, state);
    if (touched === 'anything') return false;
    const after = [this.#lastOfAnything, ...touched.map((name) => this.#lastTouch.get(name))];
    return after.every((position) => position === undefined || comparePositions(position, own) < 0);
  }

  #take(fact: Fact, state: CaseState): void {
    const own = positionOf(fact);
    const touched = touchedBy(fact, state);
    if (touched === 'anything') this.#lastOfAnything = later(this.#lastOfAnything, own);
    else for (const name of touched) this.#lastTouch.set(name, later(this.#lastTouch.get(name), own));
    evolveInPlace(state, fact);
    const last = later(state.position, own);
    this.#isInOrder &&= last === own;
    state.position = last;
  }

  #foldAnew(): CaseState {
    const state = emptyState(this.#caseId);
    this.#lastTouch.clear();
    this.#lastOfAnything = undefined;
    this.#isInOrder = true;
    this.#isOwn = true;
    for (const fact of inFoldOrder(resolveHistory(this.#facts).facts)) this.#take(fact, state);
    return state;
  }
}
