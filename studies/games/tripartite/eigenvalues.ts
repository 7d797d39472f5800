/** Eigenvalues of a 3×3 matrix: roots of λ³ − tλ² + mλ − d. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A real root of x³ + ax² + bx + c, polished by Newton's method. */
function realRoot(a: number, b: number, c: number): number {
  const value = (x: number): number => ((x + a) * x + b) * x + c;
  const bound = 1 + Math.max(Math.abs(a), Math.abs(b), Math.abs(c));
  let low = -bound;
  let high = bound;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (value(middle) < 0) low = middle;
    else high = middle;
  }
}

function quadraticRoots(p: number, q: number): [Complex, Complex] {
  // x² + px + q
  const disc = p * p - 4 * q;
  if (disc < 0) {
    const im = Math.sqrt(-disc) / 2;
    return [
      { re: -p / 2, im },
      { re: -p / 2, im: -im },
    ];
  }
  const large = -(p + (p < 0 ? -1 : 1) * Math.sqrt(disc)) / 2;
  const small = large === 0 ? 0 : q / large;
  return [
    { re: large, im: 0 },
    { re: small, im: 0 },
  ];
}

export function eigenvalues(matrix: readonly (readonly number[])[]): Complex[] {
  const at = (i: number, j: number): number => matrix[i]?.[j] as number;
  const diagonal = [0, 1, 2].every((i) => [0, 1, 2].every((j) => i === j || at(i, j) === 0));
  if (diagonal) return [0, 1, 2].map((i) => ({ re: at(i, i), im: 0 }));
  const minor = (i: number, j: number): number => at(i, i) * at(j, j) - at(i, j) * at(j, i);
  const trace = at(0, 0) + at(1, 1) + at(2, 2);
  const minors = minor(0, 1) + minor(0, 2) + minor(1, 2);
  const determinant =
    at(0, 0) * minor(1, 2) -
    at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
    at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0));
  const root = realRoot(-trace, minors, -determinant);
  const p = root - trace;
  return [{ re: root, im: 0 }, ...quadraticRoots(p, minors + root * p)];
}
