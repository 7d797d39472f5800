/** The maximum of the partial likelihood, by Newton's method; refusals where there is none. */
import { listed } from '../../comparison/answer.ts';
import { answered, refused, type SurvivalAnswer } from '../answer.ts';
import { inverse, times } from '../linear.ts';
import { eachDeathTime, predictors, type TieMethod } from './deathTimes.ts';
import type { Design } from './design.ts';
import { exactCost, exactCostMax, exactSums } from './exact.ts';

export interface Likelihood {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

export interface CoxFit {
  readonly ties: TieMethod;
  /** On the scale of the design, as are the score and the variance. */
  readonly beta: Float64Array;
  readonly variance: Float64Array;
  readonly logLikelihood: number;
  /** Where all coefficients are 0. */
  readonly atZero: Likelihood;
  readonly scoreTest: number;
  readonly iterations: number;
}

export function likelihood(design: Design, beta: Float64Array, ties: TieMethod): Likelihood {
  const eta = predictors(design, beta);
  const { terms } = design;
  let sums: Likelihood;
  if (ties === 'exact') sums = exactSums(design, eta);
  else {
    let logLikelihood = 0;
    const score = new Float64Array(terms);
    const information = new Float64Array(terms * terms);
    eachDeathTime(design, eta, ties === 'efron', (at) => {
      logLikelihood += at.logLikelihood;
      for (let i = 0; i < terms; i += 1) score[i] = (score[i] as number) + (at.score[i] as number);
      for (let i = 0; i < terms * terms; i += 1) information[i] = (information[i] as number) + (at.information[i] as number);
    });
    sums = { logLikelihood, score, information };
  }
  mirror(sums.information, terms);
  return sums;
}

/** Copies the upper triangle to the lower. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) for (let j = 0; j < i; j += 1) matrix[i * size + j] = matrix[j * size + i] as number;
}

const iterationsMax = 40;
/** A step this small, in standard deviations of a covariate, is the end. */
const stepMin = 1e-10;
/** Log hazard ratio per standard deviation that no data of bounded size can support. */
const betaMax = 30;

/** Which terms run off: those whose step stays long. */
function runaway(names: readonly string[], beta: Float64Array, step: Float64Array | undefined): SurvivalAnswer<never> {
  const moving = names.filter((_, term) => (step ? Math.abs(step[term] as number) > 0.01 : Math.abs(beta[term] as number) > 5));
  const told = moving.length > 0 ? moving : [...names];
  const { zh, en } = listed(told);
  return refused(
    'infiniteCoefficient',
    `似然函数随${zh}的系数单调上升，系数趋于无穷（例如某一组没有事件，或协变量完全排出了事件的先后）。请合并水平、去掉该协变量，或改用 --logrank。`,
    `The likelihood rises for ever with the coefficient of ${en}, which has no finite estimate (a group without events, or a covariate that sorts the events perfectly). Join levels, leave it out, or use --logrank.`,
    told,
  );
}

/** Refuses: `tooLarge`, `collinear`, `infiniteCoefficient`, `noConvergence`. */
export function fitCox(design: Design, names: readonly string[], ties: TieMethod): SurvivalAnswer<CoxFit> {
  if (ties === 'exact' && exactCost(design) > exactCostMax)
    return refused(
      'tooLarge',
      '同时发生的事件太多，精确法耗时过长。请用 --ties efron。',
      'Too many events at the same times: the exact likelihood would take too long. Use --ties efron.',
    );
  let beta = new Float64Array(design.terms);
  const atZero = likelihood(design, beta, ties);
  const first = inverse(atZero.information, design.terms);
  if ('singularAt' in first) {
    const name = names[first.singularAt] as string;
    return refused(
      'collinear',
      `“${name}”可由其他协变量推出，或在每个风险集中都不变，作用无法分开。请去掉其中一个。`,
      `"${name}" follows from the other covariates, or never varies among those at risk, so its effect cannot be told apart. Leave one of them out.`,
      [name],
    );
  }
  const scoreTest = times(first.inverse, atZero.score).reduce((sum, value, i) => sum + value * (atZero.score[i] as number), 0);
  let current = atZero;
  let step = times(first.inverse, atZero.score);
  for (let iterations = 1; iterations <= iterationsMax; iterations += 1) {
    let next = beta.map((value, term) => value + (step[term] as number));
    let reached = likelihood(design, next, ties);
    for (
      let halving = 0;
      halving < 30 && !(reached.logLikelihood >= current.logLikelihood - 1e-9 * Math.abs(current.logLikelihood));
      halving += 1
    ) {
      step = step.map((value) => value / 2);
      next = beta.map((value, term) => value + (step[term] as number));
      reached = likelihood(design, next, ties);
    }
    beta = next;
    current = reached;
    const inverted = inverse(current.information, design.terms);
    if ('singularAt' in inverted) return runaway(names, beta, undefined);
    step = times(inverted.inverse, current.score);
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (longest < stepMin * (1 + beta.reduce((most, value) => Math.max(most, Math.abs(value)), 0))) {
      const { logLikelihood } = current;
      return answered({ ties, beta, variance: inverted.inverse, logLikelihood, atZero, scoreTest, iterations });
    }
    if (beta.some((value) => Math.abs(value) > betaMax)) return runaway(names, beta, step);
  }
  if (step.some((value) => Math.abs(value) > 0.01)) return runaway(names, beta, step);
  return refused(
    'noConvergence',
    '迭代未能收敛。请检查协变量是否有极端值，或减少协变量。',
    'The iterations do not settle. Look for extreme values among the covariates, or use fewer of them.',
  );
}
