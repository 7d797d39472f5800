/** A case at a date, as documents are written from it: the situation, and the facts whose words they quote. */
import type { Fact, FactOf } from '@gongze/domain/events/catalogue';
import type { OpenCase } from '@gongze/domain/report/report';
import type { Situation } from '@gongze/domain/stages/situation';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { entryDate } from '@gongze/domain/cases/order';

export interface CaseSource {
  readonly caseId: CaseId;
  readonly title: Bilingual;
  /** Names that the case gives to actors, by id. */
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly situation: Situation;
  /** Facts that count on the day, corrected, in the order of the fold. */
  readonly facts: readonly Fact[];
  readonly factOf: (id: string) => Fact | undefined;
}

/** The case as it stood on `asOf`. Cost: one fold. */
export function caseSource(open: OpenCase, asOf: IsoDate): CaseSource {
  const facts = open.ordered.filter((fact) => entryDate(fact) <= asOf);
  const byId = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]));
  return {
    caseId: open.input.caseId,
    title: open.input.title,
    names: open.input.actors,
    situation: open.situationAt(asOf),
    facts,
    factOf: (id) => byId.get(id),
  };
}

/** The fact behind a reference if it is of that type. */
export function factOfType<T extends Fact['type']>(source: CaseSource, id: string | undefined, type: T): FactOf<T> | undefined {
  const fact = id === undefined ? undefined : source.factOf(id);
  return fact?.type === type ? (fact as unknown as FactOf<T>) : undefined;
}
