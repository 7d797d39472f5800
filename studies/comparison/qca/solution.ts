/** How well a model fits its data. */
import { type QcaData, termMembership, union } from './data.ts';
import { type Sufficiency, sufficiency, uniqueCoverages } from './fit.ts';
import { compareTerms, type Term, termText } from './terms.ts';

export interface TermFit extends Sufficiency {
  readonly term: string;
  /** What the term alone accounts for within its model. */
  readonly covU: number | null;
  /** Cases more in the term than out of it. */
  readonly cases: readonly string[];
}

export interface FittedModel extends Sufficiency {
  readonly terms: readonly string[];
  readonly termFits: readonly TermFit[];
}

/** Parameters of fit of a model and of each of its terms. */
export function fittedModel(data: QcaData, terms: readonly Term[]): FittedModel {
  const ordered = [...terms].sort(compareTerms);
  const parts = ordered.map((term) => termMembership(data, term));
  const alone = uniqueCoverages(parts, data.y);
  return {
    terms: ordered.map((term) => termText(term, data)),
    ...sufficiency(union(parts, data.cases.length), data.y),
    termFits: ordered.map((term, index) => {
      const x = parts[index] as Float64Array;
      return {
        term: termText(term, data),
        ...sufficiency(x, data.y),
        covU: alone[index] ?? null,
        cases: data.cases.filter((_, at) => (x[at] as number) > 0.5),
      };
    }),
  };
}
