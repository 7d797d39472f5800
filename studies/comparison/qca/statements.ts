/** Parameters of fit of statements about single conditions and about whole expressions. */
import { type Answer, answered } from '../answer.ts';
import { type QcaData, union } from './data.ts';
import { type Expression, expressionFrom, expressionOf, expressionText, productMembership } from './expression.ts';
import { haesebrouckConsistency, type Necessity, necessity, type Sufficiency, sufficiency, uniqueCoverages } from './fit.ts';
import { absent } from './terms.ts';

export type Relation = 'sufficiency' | 'necessity';

export interface StatementFit extends Partial<Sufficiency>, Partial<Necessity> {
  readonly term: string;
  /** Only of sufficiency: what it accounts for beside the other terms of the statement. */
  readonly covU?: number | null;
  /** Only of sufficiency: consistency after Haesebrouck. */
  readonly inclH?: number | null;
}

function fitsOf(names: readonly string[], parts: readonly Float64Array[], y: Float64Array, relation: Relation): StatementFit[] {
  if (relation === 'necessity') return parts.map((x, at) => ({ term: names[at] as string, ...necessity(x, y) }));
  const alone = uniqueCoverages(parts, y);
  return parts.map((x, at) => ({
    term: names[at] as string,
    ...sufficiency(x, y),
    covU: alone[at] ?? null,
    inclH: haesebrouckConsistency(x, y),
  }));
}

/** Fit of every level of every condition: of binary conditions presence and absence. */
export function fitOfConditions(data: QcaData, relation: Relation): StatementFit[] {
  const levels = Math.max(...data.levels);
  const products: Expression = Array.from({ length: levels }, (_, at) => levels - 1 - at).flatMap((level) =>
    data.names.flatMap((_, condition) =>
      level < (data.levels[condition] as number)
        ? expressionOf([data.names.map((_name, at) => (at === condition ? level : absent))], data)
        : [],
    ),
  );
  return fitsOf(
    products.map((product) => expressionText([product], data)),
    products.map((product) => productMembership(data, product)),
    data.y,
    relation,
  );
}

export interface ExpressionFit {
  readonly terms: readonly StatementFit[];
  readonly whole: StatementFit;
}

/** Fit of each term of an expression and of the whole. Refuses: `badExpression`. */
export function fitOfExpression(data: QcaData, text: string, relation: Relation): Answer<ExpressionFit> {
  const expression = expressionFrom(text, data);
  if (!expression.ok) return expression;
  const names = expression.value.map((product) => expressionText([product], data));
  const parts = expression.value.map((product) => productMembership(data, product));
  const { covU: _, ...whole } = fitsOf(['expression'], [union(parts, data.cases.length)], data.y, relation)[0] as StatementFit;
  return answered({ terms: fitsOf(names, parts, data.y, relation), whole });
}
