/**
 * Bayes updating with its guard-rails: a prior with a range, independence groups, and how far the answer depends on the judgements.
 *
 * Posterior odds are prior odds times the likelihood ratio of each group. Of a group of several pieces the mean of their log ratios
 * counts once: repeating a piece adds nothing. The range takes, for the lower end, the judgements least favourable to the
 * hypothesis, and of a group its least favourable piece; for the upper end the most favourable ones.
 * Sources: T. Fairfield and A. Charman, Explicit Bayesian analysis for process tracing, Political Analysis 25(3), 2017, 363–380; objections
 * in S. Zaks, Return to the scene of the crime, Political Analysis 29(1), 2021, 1–20.
 */
import { type Answer, answered, refused } from '../answer.ts';
import { type Evidence, type Likelihood, type TestKind, testKind } from './evidence.ts';

export interface Weighed {
  readonly id: string;
  readonly group: string;
  readonly kind: TestKind;
  /** Likelihood ratio as judged; 1 where the piece is unknown. */
  readonly ratio: number;
  readonly known: boolean;
}

export interface Updated {
  readonly prior: Likelihood;
  readonly posterior: Likelihood;
  /** Ten times the common logarithm of the likelihood ratio of all: 0 says nothing, 10 is ten to one, 30 a thousand to one. */
  readonly decibans: Likelihood;
  readonly pieces: readonly Weighed[];
  /** Whether the posterior stays on one side of ½ whatever judgements within the ranges are taken. */
  readonly robust: boolean;
}

type End = keyof Likelihood;

/** Ratio of one piece, taking one end of the judgements. */
function ratioOf({ observed, ifTrue, ifFalse }: Evidence, end: End): number {
  if (observed === null) return 1;
  // Not seeing what should be seen weighs against: then the high likelihood is the unfavourable one.
  const opposite: End = end === 'low' ? 'high' : end === 'high' ? 'low' : 'likely';
  return observed ? ifTrue[end] / ifFalse[opposite] : (1 - ifTrue[opposite]) / (1 - ifFalse[end]);
}

function logRatioOfGroup(pieces: readonly Evidence[], end: End): number {
  const known = pieces.filter(({ observed }) => observed !== null).map((piece) => Math.log(ratioOf(piece, end)));
  if (known.length === 0) return 0;
  if (end === 'low') return Math.min(...known);
  if (end === 'high') return Math.max(...known);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function checked(name: string, { low, likely, high }: Likelihood): Answer<null> {
  if (low > 0 && high < 1 && low <= likely && likely <= high) return answered(null);
  return refused(
    'badSetting',
    `“${name}”的概率须依次满足 0 < 最低 ≤ 判断值 ≤ 最高 < 1。概率为0或1时，任何证据都不能再改变结论。`,
    `The probabilities of "${name}" must keep to 0 < low ≤ likely ≤ high < 1. At 0 or 1 no evidence could ever change the answer.`,
  );
}

/** Updates a prior by evidence. Order does not matter. Refuses: `badSetting` where a probability is not strictly between 0 and 1. */
export function updated(prior: Likelihood, evidence: readonly Evidence[]): Answer<Updated> {
  const judgements: readonly (readonly [string, Likelihood])[] = [
    ['prior', prior],
    ...evidence.flatMap(({ id, ifTrue, ifFalse }) => [[id, ifTrue] as const, [id, ifFalse] as const]),
  ];
  for (const [name, likelihood] of judgements) {
    const fine = checked(name, likelihood);
    if (!fine.ok) return fine;
  }
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) groups.set(piece.group, [...(groups.get(piece.group) ?? []), piece]);
  const logRatio = (end: End): number => [...groups.values()].reduce((sum, pieces) => sum + logRatioOfGroup(pieces, end), 0);
  const posterior = (end: End): number => {
    const logOdds = Math.log(prior[end] / (1 - prior[end])) + logRatio(end);
    return 1 / (1 + Math.exp(-logOdds));
  };
  const at = (value: (end: End) => number): Likelihood => ({ low: value('low'), likely: value('likely'), high: value('high') });
  const after = at(posterior);
  return answered({
    prior,
    posterior: after,
    decibans: at((end) => (10 * logRatio(end)) / Math.LN10),
    pieces: evidence.map((piece) => ({
      id: piece.id,
      group: piece.group,
      kind: testKind(piece.ifTrue.likely, piece.ifFalse.likely),
      ratio: ratioOf(piece, 'likely'),
      known: piece.observed !== null,
    })),
    robust: after.low > 0.5 || after.high < 0.5,
  });
}
