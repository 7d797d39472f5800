/**
 * How much of a solution survives in the solutions of other plausible settings, and which cases depend on the choice.
 * Source: as `ranges.ts`.
 */
import { sufficiency } from '../qca/fit.ts';
import { ratio } from '../qca/numbers.ts';

export interface RobustnessFit {
  /** Coverage of the robust core as a share of the solution's own. */
  readonly coverage: number | null;
  /** Inclusion of the solution as a share of the robust core's. */
  readonly inclusion: number | null;
  /** How much of the solution and of the smallest, and of the largest, of the others is common to both. */
  readonly overlapWithLeast: number | null;
  readonly overlapWithMost: number | null;
}

function together(sets: readonly Float64Array[], pick: (values: number[]) => number): Float64Array {
  const [first] = sets;
  return Float64Array.from(first ?? [], (_, at) => pick(sets.map((set) => set[at] as number)));
}

function overlap(a: Float64Array, b: Float64Array): number | null {
  let [both, either] = [0, 0];
  a.forEach((value, at) => {
    both += Math.min(value, b[at] as number);
    either += Math.max(value, b[at] as number);
  });
  return ratio(both, either);
}

function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : ratio(part, whole);
}

/** @param solution memberships in the solution; @param others in each solution of other settings; @param y in the outcome */
export function robustnessFit(solution: Float64Array, others: readonly Float64Array[], y: Float64Array): RobustnessFit {
  const least = together(others, (values) => Math.min(...values));
  const most = together(others, (values) => Math.max(...values));
  const core = sufficiency(
    together([solution, least], (values) => Math.min(...values)),
    y,
  );
  const own = sufficiency(solution, y);
  return {
    coverage: share(core.covS, own.covS),
    inclusion: share(own.inclS, core.inclS),
    overlapWithLeast: overlap(solution, least),
    overlapWithMost: overlap(solution, most),
  };
}

export interface RobustnessCases {
  /** In the solution whatever the settings; only with these settings; only with others; never. */
  readonly robust: readonly number[];
  readonly shaky: readonly number[];
  readonly possible: readonly number[];
  readonly out: readonly number[];
  /** Robust as a share of robust, shaky and possible, among cases with the outcome and without it. */
  readonly typical: number | null;
  readonly deviant: number | null;
  /** 1 neither shaky nor possible cases, 2 possible only, 3 shaky only, 4 both. */
  readonly rank: 1 | 2 | 3 | 4;
}

/** Which cases, by their places, depend on the settings. */
export function robustnessCases(solution: Float64Array, others: readonly Float64Array[], y: Float64Array): RobustnessCases {
  const least = together(others, (values) => Math.min(...values));
  const most = together(others, (values) => Math.max(...values));
  const where = (keep: (own: number, low: number, high: number) => boolean): number[] =>
    Array.from(solution, (_, at) => at).filter((at) => keep(solution[at] as number, least[at] as number, most[at] as number));
  const robust = where((own, low) => own > 0.5 && low > 0.5);
  const shaky = where((own, low) => own > 0.5 && low < 0.5);
  const possible = where((own, _, high) => own < 0.5 && high > 0.5);
  const among = (places: readonly number[], keep: (outcome: number) => boolean): number =>
    places.filter((at) => keep(y[at] as number)).length;
  const caseShare = (keep: (outcome: number) => boolean): number | null =>
    ratio(among(robust, keep), among(robust, keep) + among(shaky, keep) + among(possible, keep));
  return {
    robust,
    shaky,
    possible,
    out: where((own, _, high) => own < 0.5 && high < 0.5),
    typical: caseShare((outcome) => outcome > 0.5),
    deviant: caseShare((outcome) => outcome < 0.5),
    rank: (1 + 2 * Number(shaky.length > 0) + Number(possible.length > 0)) as 1 | 2 | 3 | 4,
  };
}
