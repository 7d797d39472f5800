/** Thresholds that the data suggest: the middles of the gaps between clusters of values. A start, no substitute for a reason. */
import { type Answer, answered, refused } from '../answer.ts';

/** How far two clusters are apart: by their most distant members, by the mean over all pairs, or by their closest members. */
export type Linkage = 'complete' | 'average' | 'single';

function distance(a: readonly number[], b: readonly number[], linkage: Linkage): number {
  // Clusters of sorted values are intervals, `a` before `b`.
  if (linkage === 'single') return (b[0] as number) - (a.at(-1) as number);
  if (linkage === 'complete') return (b.at(-1) as number) - (a[0] as number);
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return meanOf(b) - meanOf(a);
}

/**
 * The middles of the gaps between `count + 1` clusters of the values.
 *
 * Neighbouring clusters are joined, closest first, until so many are left; on a line no others ever need joining.
 * Source: as R's `hclust` on sorted values, cut into `count + 1` groups.
 * Refuses: `badSetting` where there are too few different values.
 */
export function suggestedThresholds(values: readonly (number | null)[], count: number, linkage: Linkage = 'complete'): Answer<number[]> {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (!Number.isInteger(count) || count < 1 || new Set(sorted).size <= count)
    return refused(
      'badSetting',
      `只有${new Set(sorted).size}个不同的数值，分不出${count + 1}组。`,
      `There are only ${new Set(sorted).size} different values, too few for ${count + 1} groups.`,
    );
  const clusters = sorted.map((value) => [value]);
  while (clusters.length > count + 1) {
    let closest = 0;
    for (let at = 1; at < clusters.length - 1; at += 1) if (gap(clusters, at, linkage) < gap(clusters, closest, linkage)) closest = at;
    clusters.splice(closest, 2, [...(clusters[closest] as number[]), ...(clusters[closest + 1] as number[])]);
  }
  return answered(clusters.slice(1).map((cluster, at) => ((clusters[at]?.at(-1) as number) + (cluster[0] as number)) / 2));
}

function gap(clusters: readonly (readonly number[])[], at: number, linkage: Linkage): number {
  return distance(clusters[at] as readonly number[], clusters[at + 1] as readonly number[], linkage);
}
