/** The exact partial likelihood of tied events in discrete time: which d of those at risk it was, among all sets of d. */
import type { Design } from './design.ts';

export interface ExactTime {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/** Multiplications that one pass over the data may cost. */
export const exactCostMax = 2e9;

/** Rows at risk at each time of events, and how many events. */
function* riskSets({ time, start, event, ends }: Design): Generator<{ readonly risk: number[]; readonly dying: number[] }> {
  let begin = 0;
  for (const end of ends) {
    for (let at = begin; at < end; ) {
      const now = time[at] as number;
      const dying: number[] = [];
      for (; at < end && time[at] === now; at += 1) if (event[at] === 1) dying.push(at);
      if (dying.length === 0) continue;
      const risk: number[] = [];
      for (let place = begin; place < at; place += 1) if (start === undefined || (start[place] as number) < now) risk.push(place);
      yield { risk, dying };
    }
    begin = end;
  }
}

/** Multiplications of one pass. */
export function exactCost(design: Design): number {
  let cost = 0;
  let begin = 0;
  for (const end of design.ends) {
    for (let at = begin; at < end; ) {
      const now = design.time[at];
      let deaths = 0;
      for (; at < end && design.time[at] === now; at += 1) deaths += design.event[at] as number;
      cost += deaths * (at - begin) * (1 + design.terms + design.terms ** 2);
    }
    begin = end;
  }
  return cost;
}

/**
 * Σ over sets of d of the product of risks is the elementary symmetric polynomial e_d of the risks; it and its first two derivatives
 * grow row by row: e_k ← e_k + r e_{k−1}. Risks are scaled so that no e_k leaves the range of numbers.
 *
 * Source: M. H. Gail, J. H. Lubin and L. V. Rubinstein, Likelihood calculations for matched case-control studies and survival studies
 * with tied death times, Biometrika 68, 1981, 703–707.
 */
export function exactSums(design: Design, eta: Float64Array): ExactTime {
  const { terms, x } = design;
  const score = new Float64Array(terms);
  const information = new Float64Array(terms * terms);
  let logLikelihood = 0;
  for (const { risk, dying } of riskSets(design)) {
    const d = dying.length;
    let total = 0;
    for (const at of risk) total += Math.exp(eta[at] as number);
    const scale = d / (Math.E * total);
    const e = new Float64Array(d + 1);
    const first = new Float64Array((d + 1) * terms);
    const second = new Float64Array((d + 1) * terms * terms);
    e[0] = 1;
    for (const [seen, at] of risk.entries()) {
      const r = Math.exp(eta[at] as number) * scale;
      for (let k = Math.min(d, seen + 1); k > 0; k -= 1) grow(e, first, second, k, r, x, at * terms, terms);
    }
    const whole = e[d] as number;
    logLikelihood -= Math.log(whole) - d * Math.log(scale);
    for (const at of dying) {
      logLikelihood += eta[at] as number;
      for (let i = 0; i < terms; i += 1) score[i] = (score[i] as number) + (x[at * terms + i] as number);
    }
    for (let i = 0; i < terms; i += 1) {
      const mi = (first[d * terms + i] as number) / whole;
      score[i] = (score[i] as number) - mi;
      for (let j = i; j < terms; j += 1) {
        const mj = (first[d * terms + j] as number) / whole;
        information[i * terms + j] =
          (information[i * terms + j] as number) + (second[(d * terms + i) * terms + j] as number) / whole - mi * mj;
      }
    }
  }
  return { logLikelihood, score, information };
}

function grow(
  e: Float64Array,
  first: Float64Array,
  second: Float64Array,
  k: number,
  r: number,
  x: Float64Array,
  from: number,
  terms: number,
): void {
  const before = e[k - 1] as number;
  e[k] = (e[k] as number) + r * before;
  for (let i = 0; i < terms; i += 1) {
    const xi = x[from + i] as number;
    const firstBefore = first[(k - 1) * terms + i] as number;
    first[k * terms + i] = (first[k * terms + i] as number) + r * (firstBefore + xi * before);
    for (let j = i; j < terms; j += 1) {
      const xj = x[from + j] as number;
      const at = (k * terms + i) * terms + j;
      const secondBefore = second[((k - 1) * terms + i) * terms + j] as number;
      const cross = xj * firstBefore + xi * (first[(k - 1) * terms + j] as number) + xi * xj * before;
      second[at] = (second[at] as number) + r * (secondBefore + cross);
    }
  }
}
