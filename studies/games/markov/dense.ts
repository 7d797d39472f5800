/**
 * Stationary distribution of a small chain whose rates may differ by hundreds of orders of magnitude, as those of
 * fixation do. State reduction after Grassmann, Taksar and Heyman (Operations Research 33:1107, 1985) never subtracts, so it
 * loses no digits where eigenvalue solvers report nonsense; here it runs on logarithms of rates, so nothing underflows either.
 */

/** log(eᵃ + eᵇ) without overflow. */
export function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** States that each reach the others and nothing else. One class: the stationary distribution is unique. */
export function closedClasses(logRates: readonly (readonly number[])[]): number[][] {
  const n = logRates.length;
  const reach = logRates.map((row, i) => row.map((rate, j) => i === j || rate > Number.NEGATIVE_INFINITY));
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      if (!reach[i]?.[k]) continue;
      for (let j = 0; j < n; j++) if (reach[k]?.[j]) (reach[i] as boolean[])[j] = true;
    }
  }
  const reaches = (i: number, j: number): boolean => reach[i]?.[j] === true;
  const classes: number[][] = [];
  for (let i = 0; i < n; i++) {
    const members = Array.from({ length: n }, (_, j) => j).filter((j) => reaches(i, j));
    const closed = members.every((j) => reaches(j, i));
    if (closed && members[0] === i) classes.push(members);
  }
  return classes;
}

/** Log of the stationary weights of an irreducible chain, up to a constant. */
function reduceStates(logRates: readonly (readonly number[])[]): number[] {
  const a = logRates.map((row) => [...row]);
  const at = (i: number, j: number): number => a[i]?.[j] as number;
  for (let n = a.length - 1; n > 0; n--) {
    let out = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < n; j++) out = logAdd(out, at(n, j));
    for (let i = 0; i < n; i++) {
      const row = a[i] as number[];
      row[n] = at(i, n) - out;
      for (let j = 0; j < n; j++) if (j !== i) row[j] = logAdd(at(i, j), at(i, n) + at(n, j));
    }
  }
  const weights = [0];
  for (let j = 1; j < a.length; j++) {
    let weight = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < j; i++) weight = logAdd(weight, (weights[i] as number) + at(i, j));
    weights.push(weight);
  }
  return weights;
}

/**
 * Stationary distribution of the chain with rates e^logRates[i][j] from i to j (the diagonal is not read). Time spent in
 * states that are left for good is 0.
 *
 * Cost: O(n³).
 * @returns `undefined` where more than one class is closed, for then every mixture of theirs is stationary
 */
export function stationaryOfLogRates(logRates: readonly (readonly number[])[]): number[] | undefined {
  const [members, ...others] = closedClasses(logRates);
  if (members === undefined || others.length > 0) return undefined;
  const weights = reduceStates(members.map((i) => members.map((j) => logRates[i]?.[j] as number)));
  const high = Math.max(...weights);
  const shares = weights.map((weight) => Math.exp(weight - high));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const result = new Array<number>(logRates.length).fill(0);
  members.forEach((state, index) => {
    result[state] = (shares[index] as number) / total;
  });
  return result;
}
