/**
 * A solution against a theory: where they agree, where the data go beyond it, and what it leaves unexplained.
 * Source: C. Schneider and C. Wagemann, Set-Theoretic Methods for the Social Sciences, Cambridge 2012, section 11.3.
 */
import type { QcaData } from './data.ts';
import { union } from './data.ts';
import { both, type Expression, expressionText, negation, productMembership } from './expression.ts';
import { type Sufficiency, sufficiency } from './fit.ts';

export type TheoryPart = 'model' | 'theory' | 'modelAndTheory' | 'modelOnly' | 'theoryOnly' | 'neither';

export interface TheoryFit extends Sufficiency {
  readonly part: TheoryPart;
  readonly expression: string;
  /** Cases more in the part than out of it. */
  readonly cases: readonly string[];
}

/** The six parts, each with its expression, its fit and its cases. */
export function theoryFit(data: QcaData, model: Expression, theory: Expression): TheoryFit[] {
  const [notModel, notTheory] = [negation(model, data), negation(theory, data)];
  const parts: readonly (readonly [TheoryPart, Expression])[] = [
    ['model', model],
    ['theory', theory],
    ['modelAndTheory', both(model, theory)],
    ['modelOnly', both(model, notTheory)],
    ['theoryOnly', both(notModel, theory)],
    ['neither', both(notModel, notTheory)],
  ];
  return parts.map(([part, expression]) => {
    const x = union(
      expression.map((product) => productMembership(data, product)),
      data.cases.length,
    );
    return {
      part,
      expression: expressionText(expression, data),
      ...sufficiency(x, data.y),
      cases: data.cases.filter((_, at) => (x[at] as number) > 0.5),
    };
  });
}
