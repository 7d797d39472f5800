/** Groups drawn from a finite population without replacement. */

/**
 * Hypergeometric probabilities of 0 … `draws` successes among `draws` individuals out of `population`, `successes` of which
 * count. Built by ratios outwards from the mode and normalised, so neither large populations nor large groups overflow.
 *
 * Cost: O(draws).
 */
export function hypergeometric(
  population: number,
  successes: number,
  draws: number,
  into: Float64Array = new Float64Array(draws + 1),
): Float64Array {
  into.fill(0, 0, draws + 1);
  const low = Math.max(0, draws - (population - successes));
  const high = Math.min(draws, successes);
  const mode = Math.min(high, Math.max(low, Math.floor(((draws + 1) * (successes + 1)) / (population + 2))));
  const spare = population - successes - draws;
  into[mode] = 1;
  let total = 1;
  let weight = 1;
  for (let j = mode; j < high; j++) {
    weight *= ((successes - j) * (draws - j)) / ((j + 1) * (spare + j + 1));
    into[j + 1] = weight;
    total += weight;
  }
  weight = 1;
  for (let j = mode; j > low; j--) {
    weight *= (j * (spare + j)) / ((successes - j + 1) * (draws - j + 1));
    into[j - 1] = weight;
    total += weight;
  }
  for (let j = low; j <= high; j++) into[j] = (into[j] as number) / total;
  return into;
}

/** Probability that none of `draws` individuals out of `population` is among the `marked`. */
export function noneAmong(population: number, marked: number, draws: number): number {
  let probability = 1;
  for (let j = 0; j < draws; j++) probability *= Math.max(0, population - marked - j) / (population - j);
  return probability;
}

/** Probability that at least `threshold` of `draws` individuals count. */
export function atLeast(population: number, successes: number, draws: number, threshold: number, scratch?: Float64Array): number {
  const probabilities = hypergeometric(population, successes, draws, scratch);
  let sum = 0;
  for (let j = Math.max(0, threshold); j <= draws; j++) sum += probabilities[j] as number;
  return Math.min(1, sum);
}
