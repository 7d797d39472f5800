/**
 * Stationary distribution of a large sparse chain by exact state reduction (Grassmann, Taksar and Heyman 1985) inside its
 * band: no iteration, no tolerance, no subtraction. A population that changes by one individual a step has such a band.
 *
 * Cost: n·w² multiplications and n·(2w + 1) numbers, with n states and half-bandwidth w.
 */
export interface BandedChain {
  readonly states: number;
  /** Largest |i − j| of a transition. */
  readonly halfBand: number;
  /** Row i holds the rates to i − w … i + w. The diagonal is not read. */
  readonly rates: Float64Array;
}

export function bandedChain(states: number, halfBand: number): BandedChain {
  return { states, halfBand, rates: new Float64Array(states * (2 * halfBand + 1)) };
}

export function setRate({ halfBand, rates }: BandedChain, from: number, to: number, rate: number): void {
  rates[from * (2 * halfBand + 1) + to - from + halfBand] = rate;
}

function eliminate({ states, halfBand: w, rates }: BandedChain): void {
  const width = 2 * w + 1;
  for (let n = states - 1; n > 0; n--) {
    const first = Math.max(0, n - w);
    // Index of column j in row n is base + j.
    const base = n * width - n + w;
    let out = 0;
    for (let j = first; j < n; j++) out += rates[base + j] as number;
    for (let i = first; i < n; i++) {
      const row = i * width - i + w;
      const into = rates[row + n] as number;
      if (into === 0) continue;
      const share = into / out;
      rates[row + n] = share;
      for (let j = first; j < n; j++) rates[row + j] = (rates[row + j] as number) + share * (rates[base + j] as number);
    }
  }
}

/** Weights grow by a factor a state; far beyond this they are brought back, and what falls to 0 was 0. */
const rescaleAbove = 1e200;

/**
 * Stationary distribution. The rates are consumed.
 * @throws Error for a state from which no lower state can be reached: the caller lets every strategy arise by mutation
 */
export function stationaryOfBanded(chain: BandedChain): Float64Array {
  const { states, halfBand: w, rates } = chain;
  eliminate(chain);
  const width = 2 * w + 1;
  const weights = new Float64Array(states);
  weights[0] = 1;
  for (let j = 1; j < states; j++) {
    let weight = 0;
    for (let i = Math.max(0, j - w); i < j; i++) weight += (weights[i] as number) * (rates[i * width + j - i + w] as number);
    weights[j] = weight;
    if (weight > rescaleAbove) for (let i = 0; i <= j; i++) weights[i] = (weights[i] as number) / weight;
  }
  let total = 0;
  for (const weight of weights) total += weight;
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) throw new Error('bug: the chain is reducible');
  for (let i = 0; i < states; i++) weights[i] = (weights[i] as number) / total;
  return weights;
}
