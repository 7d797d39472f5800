/**
 * Tolerance with which a parameter of fit is compared with a cut-off: the square root of the spacing of doubles at 1, so that 0.8
 * computed as a quotient of sums still meets a cut-off of 0.8. The convention of R's QCA package, kept so that results agree.
 */
const tolerance = 2 ** -26;

/** Whether `value` reaches `cut`, up to the rounding of sums. */
export function reaches(value: number, cut: number): boolean {
  return value >= cut - tolerance;
}

/** `numerator / denominator`, or null where the denominator is nothing: the ratio is then undefined, not zero. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
