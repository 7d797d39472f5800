/**
 * Beta reputation with forgetting: what experience with somebody lets one expect of the next time.
 *
 * Positive experience r and negative experience s, in numbers of equally weighty occasions, are read as a Beta
 * distribution with parameters r + 1 and s + 1. Old experience counts less: what lies Δ units of time back is weighted λ^Δ.
 *
 * Source: A. Jøsang and R. Ismail, The Beta Reputation System, 15th Bled Electronic Commerce Conference, 2002. There
 * forgetting runs over the order of feedback (λ^(n−i)); here over the time elapsed, which is the same for evenly
 * spaced feedback and does not punish those of whom much is recorded.
 */
export interface Evidence {
  /** r ≥ 0. */
  readonly positive: number;
  /** s ≥ 0. */
  readonly negative: number;
}

export interface DatedEvidence extends Evidence {
  /** Day number or any other linear time, in the unit of `Forgetting.per`. */
  readonly time: number;
}

export interface Forgetting {
  /** λ, 0 to 1: 1 forgets nothing; 0 keeps only what bears the very time of the reading. */
  readonly factor: number;
  /** Time after which weight is multiplied by λ once, > 0; e.g. 365.25 for a factor per year on days. */
  readonly per: number;
}

export const noEvidence: Evidence = { positive: 0, negative: 0 };

/**
 * Evidence of one occasion rated `value` (−1 all bad … 1 all good) with weight w: r = w(1 + v)/2, s = w(1 − v)/2.
 * @throws RangeError if the value is outside −1…1 or the weight negative or not finite
 * @example evidenceOfRating(0.5) // { positive: 0.75, negative: 0.25 }
 */
export function evidenceOfRating(value: number, weight = 1): Evidence {
  if (!(value >= -1 && value <= 1)) throw new RangeError(`a rating lies between −1 and 1: ${value}`);
  insistOnEvidence({ positive: weight, negative: 0 });
  return { positive: (weight * (1 + value)) / 2, negative: (weight * (1 - value)) / 2 };
}

/** Evidence from independent sources adds up. */
export function combined(a: Evidence, b: Evidence): Evidence {
  return { positive: a.positive + b.positive, negative: a.negative + b.negative };
}

/**
 * The evidence as it counts after `elapsed` time: r·λ^(Δ/per), s·λ^(Δ/per).
 *
 * Forgetting over two stretches is forgetting over their sum, so a running reputation needs no history.
 * @throws RangeError for negative evidence or elapsed time, λ outside 0…1, or `per` ≤ 0
 */
export function forgotten(evidence: Evidence, elapsed: number, { factor, per }: Forgetting): Evidence {
  insistOnEvidence(evidence);
  if (!(factor >= 0 && factor <= 1)) throw new RangeError(`a forgetting factor lies between 0 and 1: ${factor}`);
  if (!(per > 0)) throw new RangeError(`forgetting needs a unit of time above 0: ${per}`);
  if (!(elapsed >= 0)) throw new RangeError(`time does not run backwards: ${elapsed}`);
  const weight = factor ** (elapsed / per);
  return { positive: evidence.positive * weight, negative: evidence.negative * weight };
}

/**
 * What all evidence up to `at` amounts to on that day; later evidence is not known yet and is left out.
 *
 * Cost: O(n), in any order of the evidence.
 * @throws RangeError as `forgotten`
 */
export function evidenceAt(history: readonly DatedEvidence[], at: number, forgetting: Forgetting): Evidence {
  let total = noEvidence;
  for (const evidence of history) {
    if (evidence.time <= at) total = combined(total, forgotten(evidence, at - evidence.time, forgetting));
  }
  return total;
}

/**
 * Expected share of good occasions: E = (r + 1)/(r + s + 2).
 *
 * @returns above 0 and below 1; ½ without evidence, which is ignorance, not mediocrity: show r + s beside it
 * @throws RangeError for negative or not finite evidence
 * @example reputationOf({ positive: 7, negative: 1 }) // 0.8
 */
export function reputationOf(evidence: Evidence): number {
  insistOnEvidence(evidence);
  return (evidence.positive + 1) / (evidence.positive + evidence.negative + 2);
}

/**
 * Variance of the Beta distribution: E(1 − E)/(r + s + 3), from 1/12 without evidence towards 0.
 * @throws RangeError for negative or not finite evidence
 */
export function reputationVariance(evidence: Evidence): number {
  const expected = reputationOf(evidence);
  return (expected * (1 - expected)) / (evidence.positive + evidence.negative + 3);
}

/**
 * The reputation on the scale −1…1: (r − s)/(r + s + 2) = 2E − 1.
 * @throws RangeError for negative or not finite evidence
 */
export function reputationRating(evidence: Evidence): number {
  insistOnEvidence(evidence);
  return (evidence.positive - evidence.negative) / (evidence.positive + evidence.negative + 2);
}

function insistOnEvidence({ positive, negative }: Evidence): void {
  for (const amount of [positive, negative]) {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) throw new RangeError(`not an amount of evidence: ${amount}`);
  }
}
