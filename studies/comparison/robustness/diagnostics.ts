/** Checks before and after an analysis: skewed sets, and whether a statement holds in every group of cases alike. */
import { necessity, sufficiency } from '../qca/fit.ts';

export interface Skewness {
  /** Cases more in the set than out of it, and their share. */
  readonly members: number;
  readonly share: number;
  /** A set in which nearly all or nearly no cases are makes both it and its negation look consistent. */
  readonly skewed: boolean;
}

/** Share of members below which, or above one minus which, a set is called skewed. A convention. */
const skewedBelow = 0.2;

/**
 * How unevenly cases lie in a set.
 * Source: C. Schneider and C. Wagemann, Set-Theoretic Methods for the Social Sciences, Cambridge 2012, section 9.2.2.
 */
export function skewnessOf(x: ArrayLike<number>): Skewness {
  const members = Array.from(x).filter((value) => value > 0.5).length;
  const share = members / x.length;
  return { members, share, skewed: share < skewedBelow || share > 1 - skewedBelow };
}

export interface ClusterFit {
  readonly name: string;
  readonly cases: number;
  readonly consistency: number | null;
  readonly coverage: number | null;
}

export interface ClusterDiagnostics {
  readonly pooled: { readonly consistency: number | null; readonly coverage: number | null };
  readonly groups: readonly ClusterFit[];
  /** 0 where the statement is as consistent in every group; Euclidean distance of their shares from equal ones. */
  readonly distance: number | null;
}

/**
 * Whether a statement holds alike in all groups, such as years or regions.
 *
 * Distance: √Σ(cₖ/Σc − 1/K)² over the consistencies c of K groups.
 * Source: R. García-Castro and M. A. Ariño, A general approach to panel data set-theoretic research, Journal of Advances in Management
 * Sciences & Information Systems 2 (2016), 63–76.
 */
export function clusterDiagnostics(
  x: Float64Array,
  y: Float64Array,
  groups: readonly string[],
  relation: 'sufficiency' | 'necessity' = 'sufficiency',
): ClusterDiagnostics {
  const fitOf = (places: readonly number[]): { readonly consistency: number | null; readonly coverage: number | null } => {
    const own = Float64Array.from(places, (at) => x[at] as number);
    const outcome = Float64Array.from(places, (at) => y[at] as number);
    if (relation === 'necessity') {
      const { inclN, covN } = necessity(own, outcome);
      return { consistency: inclN, coverage: covN };
    }
    const { inclS, covS } = sufficiency(own, outcome);
    return { consistency: inclS, coverage: covS };
  };
  const all = Array.from(x, (_, at) => at);
  const fits = [...new Set(groups)].sort().map((name) => {
    const places = all.filter((at) => groups[at] === name);
    return { name, cases: places.length, ...fitOf(places) };
  });
  const known = fits.map(({ consistency }) => consistency).filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  const distance = sum === 0 ? null : Math.sqrt(known.reduce((total, value) => total + (value / sum - 1 / known.length) ** 2, 0));
  return { pooled: fitOf(all), groups: fits, distance };
}
