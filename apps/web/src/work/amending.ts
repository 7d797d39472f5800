/** Amending a duty: the form opens on the terms as they stand, the gaps first, and records only what was changed. */
import type { ObligationState } from '@gongze/domain/cases/state';
import { signingChecklist, type SigningPointName } from '@gongze/domain/decisions/signingChecklist';
import type { Situation } from '@gongze/domain/stages/situation';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Field } from '../forms/describe.ts';
import { payloadOf, type Typed, type TypedFields, typedOf } from '../forms/value.ts';

/** The terms that fill a gap of the checklist; an acceptance is no term. */
const fillers: Partial<Record<SigningPointName, readonly string[]>> = {
  lead: ['lead', 'shares'],
  measure: ['measure'],
  deadline: ['deadline'],
  orElse: ['orElse'],
};

/** Names of the terms that the signing of its agreement still asks for. */
export function gapFields({ obligation: id, terms }: ObligationState, situation: Situation): readonly string[] {
  const checklist = terms.agreement === undefined ? undefined : signingChecklist(terms.agreement, situation);
  const points = checklist?.clauses.flatMap(({ duties }) => duties).find(({ obligation }) => obligation === id)?.points ?? [];
  return points.flatMap(({ point, state }) => (state === 'missing' ? (fillers[point] ?? []) : []));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What stands in the case, as a form holds it. */
export function standingTerms(fields: readonly Field[], { terms }: ObligationState, lang: Language): TypedFields {
  const group = fields.find(({ name }) => name === 'terms');
  return group === undefined ? {} : (typedOf(group, terms, lang) as TypedFields);
}

/** The payload of an amendment with the terms left out that say what is said already. */
export function onlyChanged(
  payload: Record<string, unknown>,
  fields: readonly Field[],
  obligation: ObligationState,
  lang: Language,
): Record<string, unknown> {
  const group = fields.find(({ name }) => name === 'terms');
  if (group?.kind !== 'group') return payload;
  const before = payloadOf(group.fields, standingTerms(fields, obligation, lang), lang);
  const after = (payload['terms'] ?? {}) as Record<string, unknown>;
  const terms = Object.fromEntries(Object.entries(after).filter(([name, value]) => !same(value, before[name])));
  return { ...payload, terms };
}

/** Gaps first, then what stands, then what one looks for; the rest of the terms is folded. */
export function amendingOffers(terms: Typed, gaps: readonly string[]) {
  const held = Object.entries((terms ?? {}) as TypedFields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const first = [...new Set([...gaps, ...held, 'lead', 'measure', 'deadline', 'orElse'])];
  return {
    first: (path: string) => (path === 'terms' ? first : undefined),
    missing: new Set(gaps.map((name) => `terms.${name}`)),
  };
}
