/** Adds up the weights of shapes that hold, and looks at no more of them than decide the sum. */

/** What decides about rounding: nearer to the limit than this the weights are added in their own order. */
const margin = 1e-6;

/**
 * Tells whether `bias` and the weights of all features that hold of a view are together above a limit. The heaviest are looked at first; as
 * soon as the others can no longer change the answer, they are not asked.
 */
export function weigher<View>(
  features: readonly (readonly [string, (view: View) => boolean])[],
  weights: readonly number[],
  bias: number,
): (view: View, limit: number) => boolean {
  const order = features
    .map(([, holds], index) => ({ holds, index, weight: weights[index] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  /** How far those from a place on can raise and lower the sum. */
  const rest = order.map((_, from) => {
    const open = order.slice(from + 1).map(({ weight }) => weight);
    const sum = (some: readonly number[]): number => some.reduce((total, weight) => total + weight, 0);
    return { up: sum(open.filter((weight) => weight > 0)), down: sum(open.filter((weight) => weight < 0)) };
  });
  return (view, limit) => {
    const held = new Array<boolean>(features.length).fill(false);
    let sum = bias;
    for (const [place, { holds, index, weight }] of order.entries()) {
      if (holds(view)) {
        held[index] = true;
        sum += weight;
      }
      const { up, down } = rest[place] as { up: number; down: number };
      if (sum + up < limit - margin) return false;
      if (sum + down > limit + margin) return true;
    }
    return held.reduce((total, one, index) => (one ? total + (weights[index] ?? 0) : total), bias) > limit;
  };
}
