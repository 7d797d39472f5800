/** The indirect method: a fractional logit of rough groups on a fractional polynomial of the measure. */

const powersOf = (x: number): number[] => [1, Math.log(x), Math.sqrt(x), x, x * x];
/** The logarithm of nothing does not exist; R's QCA takes this instead, and so do we. */
const nothing = 0.00001;
const roundsMax = 25;
const converged = 1e-8;
const digits = 1e6;

/** Least squares by Householder reflections, columns scaled to length one. */
function leastSquares(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const width = rows[0]?.length ?? 0;
  const scale = Array.from({ length: width }, (_, at) => Math.sqrt(rows.reduce((sum, row) => sum + (row[at] as number) ** 2, 0)) || 1);
  const a = rows.map((row) => row.map((value, at) => value / (scale[at] as number)));
  const b = [...right];
  for (let at = 0; at < width; at += 1) {
    const length = Math.sqrt(a.slice(at).reduce((sum, row) => sum + (row[at] as number) ** 2, 0));
    if (length === 0) continue;
    const sign = ((a[at] as number[])[at] as number) > 0 ? -1 : 1;
    const mirror = a.map((row, place) => (place < at ? 0 : (row[at] as number)));
    mirror[at] = (mirror[at] as number) - sign * length;
    const weight = mirror.reduce((sum, value) => sum + value * value, 0);
    if (weight === 0) continue;
    for (let column = at; column < width; column += 1) {
      const along = (2 * a.reduce((sum, row, place) => sum + (row[column] as number) * (mirror[place] as number), 0)) / weight;
      a.forEach((row, place) => {
        (row[column] as number) -= along * (mirror[place] as number);
      });
    }
    const along = (2 * b.reduce((sum, value, place) => sum + value * (mirror[place] as number), 0)) / weight;
    for (let place = 0; place < b.length; place += 1) b[place] = (b[place] as number) - along * (mirror[place] as number);
  }
  const solution = new Array<number>(width).fill(0);
  for (let at = width - 1; at >= 0; at -= 1) {
    const row = a[at] as number[];
    const known = solution.reduce((sum, value, place) => (place > at ? sum + value * (row[place] as number) : sum), 0);
    const pivot = row[at] as number;
    solution[at] = Math.abs(pivot) < 1e-11 ? 0 : ((b[at] as number) - known) / pivot;
  }
  return solution.map((value, at) => value / (scale[at] as number));
}

/** Deviance of fractions under a logit: twice the distance in log-likelihood from a perfect fit. */
function deviance(shares: readonly number[], fitted: readonly number[]): number {
  const part = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));
  return 2 * shares.reduce((sum, y, at) => sum + part(y, fitted[at] as number) + part(1 - y, 1 - (fitted[at] as number)), 0);
}

/**
 * Fitted memberships, rounded to six digits.
 *
 * Groups are numbered by how many thresholds the value exceeds and take equally spaced shares, rounded to three digits; the
 * logit of these shares is regressed on log x, √x, x and x² by iteratively reweighted least squares.
 * Source: as `calibrate`; the polynomial and both roundings are those of R's QCA package, kept so that results agree.
 */
export function indirect(values: readonly number[], thresholds: readonly number[]): number[] {
  const groups = thresholds.length;
  const shares = values.map((value) => Math.round((thresholds.filter((threshold) => value > threshold).length / groups) * 1000) / 1000);
  const design = values.map((value) => powersOf(value === 0 ? nothing : value));
  let fitted = shares.map((share) => (share + 0.5) / 2);
  let before = deviance(shares, fitted);
  for (let round = 0; round < roundsMax; round += 1) {
    const weights = fitted.map((mean) => Math.sqrt(mean * (1 - mean)));
    const target = fitted.map((mean, at) => Math.log(mean / (1 - mean)) + ((shares[at] as number) - mean) / (mean * (1 - mean)));
    const coefficients = leastSquares(
      design.map((row, at) => row.map((value) => value * (weights[at] as number))),
      target.map((value, at) => value * (weights[at] as number)),
    );
    fitted = design.map((row) => {
      const score = row.reduce((sum, value, at) => sum + value * (coefficients[at] as number), 0);
      return Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, 1 / (1 + Math.exp(-score))));
    });
    const now = deviance(shares, fitted);
    if (Math.abs(now - before) / (Math.abs(now) + 0.1) < converged) break;
    before = now;
  }
  return fitted.map((mean) => Math.round(mean * digits) / digits);
}
