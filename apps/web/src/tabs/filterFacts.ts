/** Which facts a search and a filter leave: over everything a reader sees of a fact, in both languages. */
import { entryDate } from '@gongze/domain/cases/order';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { titleOf } from '../engine/describe.ts';
import type { Engine } from '../engine/engine.ts';

export const factFilters = ['all', 'counted', 'after', 'onlyCorrected', 'onlyUndated'] as const;
export type FactFilter = (typeof factFilters)[number];

/** All words of a fact in lower case, for searching; built once per history. */
export function searchTexts(engine: Engine, nameOf: (fact: Fact) => string): ReadonlyMap<string, string> {
  return new Map(
    engine.facts.map((fact) => {
      const title = titleOf(fact);
      const sources = fact.sources.flatMap(({ publisher, title: own }) => [publisher.zh, publisher.en, own?.zh, own?.en]);
      const parts = [
        fact.id,
        fact.occurred.first,
        fact.occurred.last,
        title?.zh,
        title?.en,
        fact.note?.zh,
        fact.note?.en,
        nameOf(fact),
        ...sources,
      ];
      return [
        fact.id,
        parts
          .filter((part) => part !== undefined)
          .join(' ')
          .toLowerCase(),
      ];
    }),
  );
}

export function filterFacts(engine: Engine, texts: ReadonlyMap<string, string>, query: string, filter: FactFilter, asOf: IsoDate): Fact[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return engine.facts.filter((fact) => {
    const later = entryDate(fact) > asOf;
    if (filter === 'counted' && (later || engine.traceByTarget.get(fact.id)?.kind === 'retracted')) return false;
    if (filter === 'after' && !later) return false;
    if (filter === 'onlyCorrected' && !engine.traceByTarget.has(fact.id)) return false;
    if (filter === 'onlyUndated' && fact.occurred.precision !== 'unknown') return false;
    const text = texts.get(fact.id) ?? '';
    return words.every((word) => text.includes(word));
  });
}
