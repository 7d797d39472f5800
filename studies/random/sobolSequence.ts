/**
 * Sobol's low-discrepancy points in [0, 1)^d, in Gray-code order (Antonov and Saleev 1979), with an optional digital shift that keeps
 * their structure and takes the first point off the corner.
 */
import { sobolDirections } from './sobolDirections.data.ts';
import { Stream } from './stream.ts';

export const sobolDimensionsMax = sobolDirections.length + 1;
const bits = 32;

/** v_1 … v_32 of a dimension, counted from 0. */
function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(bits);
  if (dimension === 0) return v.map((_, i) => 1 << (bits - 1 - i));
  const [s, a, ...m] = sobolDirections[dimension - 1] as readonly [number, number, ...number[]];
  for (let i = 0; i < bits; i++) {
    if (i < s) {
      v[i] = (m[i] as number) << (bits - 1 - i);
      continue;
    }
    let value = (v[i - s] as number) ^ ((v[i - s] as number) >>> s);
    for (let k = 1; k < s; k++) if ((a >>> (s - 1 - k)) & 1) value ^= v[i - k] as number;
    v[i] = value;
  }
  return v;
}

/**
 * The first `count` points, row by row.
 * @param shiftSeed digital shift of this seed; absent = none, the points of the tables
 * @throws RangeError for more than 160 dimensions
 */
export function sobolPoints(count: number, dimensions: number, shiftSeed?: number): Float64Array {
  if (!(dimensions >= 1 && dimensions <= sobolDimensionsMax)) throw new RangeError(`dimensions 1 to ${sobolDimensionsMax}: ${dimensions}`);
  const points = new Float64Array(count * dimensions);
  for (let d = 0; d < dimensions; d++) {
    const v = directions(d);
    let x = shiftSeed === undefined ? 0 : Stream.named(shiftSeed, 'shift', d).next();
    for (let i = 0; i < count; i++) {
      if (i > 0) x = (x ^ (v[31 - Math.clz32(i & -i)] as number)) >>> 0;
      points[i * dimensions + d] = x / 0x1_0000_0000;
    }
  }
  return points;
}
