/** Which facts count at a date, and in which order they are folded: never the order of arrival. */
import { type Fact, typeRank } from '../events/catalogue.ts';
import { type DayNumber, type IsoDate, toDayNumber } from '../vocabulary/dates.ts';
import type { FactRef, FoldPosition } from './state.ts';

/**
 * The day on which a fact enters the fold: the end of its interval. A fact of unknown date is standing evidence:
 * it enters at its lower bound and dates nothing (`since: null`).
 */
export function entryDate(fact: Fact): IsoDate {
  return isDated(fact) ? fact.occurred.last : fact.occurred.first;
}

export function isDated(fact: Fact): boolean {
  return fact.occurred.precision !== 'unknown';
}

export function refOf(fact: Fact): FactRef {
  return { id: fact.id, first: fact.occurred.first, on: entryDate(fact), dated: isDated(fact) };
}

export function positionOf(fact: Fact): FoldPosition {
  return { day: toDayNumber(entryDate(fact)), typeRank: typeRank(fact.type), id: fact.id };
}

/** Negative if `a` is folded before `b`: day, then type rank, then id. Total on distinct ids. */
export function comparePositions(a: FoldPosition, b: FoldPosition): number {
  if (a.day !== b.day) return a.day - b.day;
  if (a.typeRank !== b.typeRank) return a.typeRank - b.typeRank;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The facts in fold order (a new array). */
export function inFoldOrder(facts: readonly Fact[]): Fact[] {
  const keyed = facts.map((fact) => ({ fact, position: positionOf(fact) }));
  keyed.sort((a, b) => comparePositions(a.position, b.position));
  return keyed.map(({ fact }) => fact);
}

/** Number of leading facts of an ordered history that count at `asOf`. */
export function countUpTo(ordered: readonly Fact[], asOf: IsoDate): number {
  const day: DayNumber = toDayNumber(asOf);
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toDayNumber(entryDate(ordered[middle] as Fact)) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
