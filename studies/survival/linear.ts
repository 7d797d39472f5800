/** Small symmetric systems. Matrices are square, row by row in one array. */

/** Of the largest diagonal element; a pivot below this share of its own diagonal element counts as zero. */
const tolerance = 1e-11;

/**
 * Inverse of a symmetric positive definite matrix by Cholesky's method.
 * @returns the inverse, or the index of the first row that is a combination of earlier ones
 */
export function inverse(matrix: Float64Array, size: number): { readonly inverse: Float64Array } | { readonly singularAt: number } {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k += 1) sum -= (lower[row * size + k] as number) * (lower[column * size + k] as number);
      if (column < row) lower[row * size + column] = sum / (lower[column * size + column] as number);
      else if (sum > tolerance * (matrix[row * size + row] as number)) lower[row * size + row] = Math.sqrt(sum);
      else return { singularAt: row };
    }
  }
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const solution = new Float64Array(size);
    for (let row = column; row < size; row += 1) {
      let sum = row === column ? 1 : 0;
      for (let k = column; k < row; k += 1) sum -= (lower[row * size + k] as number) * (solution[k] as number);
      solution[row] = sum / (lower[row * size + row] as number);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = solution[row] as number;
      for (let k = row + 1; k < size; k += 1) sum -= (lower[k * size + row] as number) * (solution[k] as number);
      solution[row] = sum / (lower[row * size + row] as number);
    }
    for (let row = 0; row < size; row += 1) result[row * size + column] = solution[row] as number;
  }
  return { inverse: result };
}

/** uᵀ M u. */
export function quadraticForm(matrix: Float64Array, u: Float64Array): number {
  const size = u.length;
  let sum = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      sum += (u[row] as number) * (matrix[row * size + column] as number) * (u[column] as number);
  return sum;
}

/** uᵀ M⁻¹ u, or `undefined` where M has no inverse. */
export function inverseForm(matrix: Float64Array, u: Float64Array): number | undefined {
  const solved = inverse(matrix, u.length);
  return 'inverse' in solved ? quadraticForm(solved.inverse, u) : undefined;
}

export function times(matrix: Float64Array, u: Float64Array): Float64Array {
  const size = u.length;
  return Float64Array.from({ length: size }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += (matrix[row * size + column] as number) * (u[column] as number);
    return sum;
  });
}

/** The rows and columns named. */
export function part(matrix: Float64Array, size: number, kept: readonly number[]): Float64Array {
  return Float64Array.from(kept.flatMap((row) => kept.map((column) => matrix[row * size + column] as number)));
}

export function asRows(matrix: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => [...matrix.subarray(row * size, (row + 1) * size)]);
}
