/**
 * How an individual comes to copy another. Each rule is given by the logarithm of the odds that, of a mutant and a resident
 * who compare themselves, the number of mutants falls rather than rises: that is all that fixation depends on.
 *
 * - `fermi` pairwise comparison, 1/(1 + e^(−β(π_b − π_a))): log odds β(π_resident − π_mutant). Traulsen, Nowak and Pacheco,
 *   Phys Rev E 74:011909, 2006.
 * - `moran` birth in proportion to fitness 1 − s + sπ, which must be above 0. Nowak et al., Nature 428:646, 2004.
 * - `moranExponential` birth in proportion to e^(wπ). Traulsen, Shoresh and Nowak, Bull Math Biol 70:1410, 2008.
 * - `strong` imitation of whoever earns more, neutral on a tie. Sigmund et al., Nature 466:861, 2010.
 */
export type UpdateRule =
  | { readonly kind: 'fermi'; readonly beta: number }
  | { readonly kind: 'moran'; readonly s: number }
  | { readonly kind: 'moranExponential'; readonly w: number }
  | { readonly kind: 'strong' };

export const ruleKinds = ['fermi', 'moran', 'moranExponential', 'strong'] as const;

/** Payoffs closer than this share of their size are a tie: what is equal on paper differs in the last digits. */
const tie = 1e-12;

/** log(P(one mutant fewer)/P(one mutant more)). NaN where a fitness is not above 0. */
export function logOddsAgainst(rule: UpdateRule, mutant: number, resident: number): number {
  switch (rule.kind) {
    case 'fermi':
      return rule.beta * (resident - mutant);
    case 'moranExponential':
      return rule.w * (resident - mutant);
    case 'moran': {
      const own = 1 - rule.s + rule.s * mutant;
      const other = 1 - rule.s + rule.s * resident;
      return own > 0 && other > 0 ? Math.log(other / own) : Number.NaN;
    }
    case 'strong': {
      const gap = resident - mutant;
      if (Math.abs(gap) <= tie * Math.max(1, Math.abs(resident), Math.abs(mutant))) return 0;
      return gap > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    }
    default:
      return rule satisfies never;
  }
}

/** Fermi probability that somebody who earns `own` copies somebody who earns `other`. */
export function fermi(beta: number, own: number, other: number): number {
  return 1 / (1 + Math.exp(beta * (own - other)));
}
