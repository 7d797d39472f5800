/**
 * A chunk as bytes, little-endian, for results that travel or wait on a disk. Every bit comes back, NaN included: what is merged from
 * bytes is what would have been merged at once.
 */
import { chunkRuns, type ChunkResult, deliveryCells, type Plan } from './chunks.ts';
import { outputs } from './outputs.ts';

const numberBytes = 8;
const countBytes = 4;

function layoutOf({ scenario, chunksPerVariant, chunks }: Plan, index: number) {
  if (!Number.isInteger(index) || index < 0 || index >= chunks) throw new RangeError(`no chunk ${index}`);
  const from = (index % chunksPerVariant) * chunkRuns;
  const runs = Math.min(chunkRuns, scenario.runs - from);
  const counts = scenario.months * deliveryCells;
  return {
    variant: Math.floor(index / chunksPerVariant),
    from,
    runs,
    counts,
    bytes: numberBytes * (outputs.length * runs + scenario.months) + countBytes * counts,
  };
}

export function encodeChunk({ columns, deliverySums, deliveryCounts }: ChunkResult): Uint8Array {
  const numbers = [...columns, deliverySums];
  const bytes = numberBytes * numbers.reduce((sum, { length }) => sum + length, 0) + countBytes * deliveryCounts.length;
  const view = new DataView(new ArrayBuffer(bytes));
  let at = 0;
  for (const column of numbers)
    for (const value of column) {
      view.setFloat64(at, value, true);
      at += numberBytes;
    }
  for (const count of deliveryCounts) {
    view.setUint32(at, count, true);
    at += countBytes;
  }
  return new Uint8Array(view.buffer);
}

/** Throws a `RangeError` for bytes that are not those of this chunk of the plan. */
export function decodeChunk(plan: Plan, index: number, bytes: Uint8Array): ChunkResult {
  const { variant, from, runs, counts, bytes: expected } = layoutOf(plan, index);
  if (bytes.length !== expected) throw new RangeError(`chunk ${index} has ${expected} bytes, got ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const numbers = (length: number): Float64Array =>
    Float64Array.from({ length }, () => {
      const value = view.getFloat64(at, true);
      at += numberBytes;
      return value;
    });
  const columns = outputs.map(() => numbers(runs));
  const deliverySums = numbers(plan.scenario.months);
  const deliveryCounts = Uint32Array.from({ length: counts }, () => {
    const count = view.getUint32(at, true);
    at += countBytes;
    return count;
  });
  return { index, variant, from, runs, columns, deliverySums, deliveryCounts };
}
