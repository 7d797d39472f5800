/** All isolated rest points of the tripartite dynamics, their eigenvalues, and what flows where. */
import { type Advantage, type Advantages, advantagesAt, jacobian, type Point, trajectory, vertices } from './engine.ts';
import { type Complex, eigenvalues } from './eigenvalues.ts';

export type Stability = 'ESS' | 'unstable' | 'saddle' | 'undetermined';

export interface RestPoint {
  readonly at: Point;
  readonly kind: 'vertex' | 'face' | 'interior';
  readonly eigenvalues: readonly Complex[];
  readonly stability: Stability;
}

/** By the signs of the real parts (Lyapunov). A zero decides nothing. Mixed points of asymmetric games are never ESS (Selten 1980). */
function stabilityOf(values: readonly Complex[]): Stability {
  if (values.every(({ re }) => re < 0)) return 'ESS';
  if (values.every(({ re }) => re > 0)) return 'unstable';
  return values.some(({ re }) => re > 0) && values.some(({ re }) => re < 0) ? 'saddle' : 'undetermined';
}

function restPoint(all: Advantages, at: Point, kind: RestPoint['kind']): RestPoint {
  const values = eigenvalues(jacobian(all, at));
  return { at, kind, eigenvalues: values, stability: stabilityOf(values) };
}

const inside = (x: number): boolean => x > 0 && x < 1;

/** On the face where party `fixed` plays 0 or 1, the other two make each other indifferent: two linear equations. */
function faceStates(all: Advantages): Point[] {
  return ([0, 1, 2] as const).flatMap((fixed) =>
    [0, 1].flatMap((value): Point[] => {
      const [j, k] = ([0, 1, 2] as const).filter((party) => party !== fixed) as [0 | 1 | 2, 0 | 1 | 2];
      // Party j is indifferent at a certain share of k, and the other way round.
      const zero = (party: 0 | 1 | 2): number => {
        const [a, b, c, d] = all[party] as Advantage;
        const fixedIsFirst = fixed < (party === j ? k : j);
        const [constant, slope] = fixedIsFirst ? [a + b * value, c + d * value] : [a + c * value, b + d * value];
        return -constant / slope;
      };
      const point: [number, number, number] = [0, 0, 0];
      point[fixed] = value;
      point[k] = zero(j);
      point[j] = zero(k);
      return inside(point[j] as number) && inside(point[k] as number) ? [point] : [];
    }),
  );
}

/** y and x follow from z; what is left is a quadratic in z. */
function interiorStates(all: Advantages): Point[] {
  const [[a0, a1, a2, a3], [b0, b1, b2, b3], [c0, c1, c2, c3]] = all;
  // y = −(a0 + a2 z)/(a1 + a3 z), x = −(b0 + b2 z)/(b1 + b3 z); polynomials as [constant, slope].
  const [yTop, yLow, xTop, xLow] = [
    [-a0, -a2],
    [a1, a3],
    [-b0, -b2],
    [b1, b3],
  ] as [Line, Line, Line, Line];
  const terms = [
    scaled(times(xLow, yLow), c0),
    scaled(times(xTop, yLow), c1),
    scaled(times(xLow, yTop), c2),
    scaled(times(xTop, yTop), c3),
  ];
  const [q, p, o] = terms.reduce((sum, term) => [sum[0] + term[0], sum[1] + term[1], sum[2] + term[2]]);
  return realRoots(o, p, q)
    .map((z): Point => [at(xTop, z) / at(xLow, z), at(yTop, z) / at(yLow, z), z])
    .filter((point) => point.every(inside));
}

type Line = readonly [number, number];
type Quadratic = readonly [number, number, number];
const at = ([a, b]: Line, z: number): number => a + b * z;
const times = ([a, b]: Line, [c, d]: Line): Quadratic => [a * c, a * d + b * c, b * d];
const scaled = ([a, b, c]: Quadratic, by: number): Quadratic => [a * by, b * by, c * by];

/** Real roots of oz² + pz + q. */
function realRoots(o: number, p: number, q: number): number[] {
  if (o === 0) return p === 0 ? [] : [-q / p];
  const disc = p * p - 4 * o * q;
  if (disc < 0) return [];
  const large = -(p + (p < 0 ? -1 : 1) * Math.sqrt(disc)) / 2;
  return large === 0 ? [0] : disc === 0 ? [large / o] : [large / o, q / large];
}

/** Part of an advantage's own size that counts as nothing. */
const negligible = 1e-10;

/** Whether everybody who mixes is indifferent. Where equations nearly coincide, solving them can return a point that solves none. */
function isAtRest(all: Advantages, point: Point): boolean {
  return advantagesAt(all, point).every((gain, i) => {
    const size = (all[i] as Advantage).reduce((sum, part) => sum + Math.abs(part), 0);
    return !inside(point[i] as number) || Math.abs(gain) <= negligible * size;
  });
}

export function restPoints(all: Advantages): RestPoint[] {
  const resting = (points: readonly Point[]): Point[] => points.filter((point) => isAtRest(all, point));
  return [
    ...vertices.map((vertex) => restPoint(all, vertex, 'vertex')),
    ...resting(faceStates(all)).map((point) => restPoint(all, point, 'face')),
    ...resting(interiorStates(all)).map((point) => restPoint(all, point, 'interior')),
  ];
}

/** What each of the inequalities behind an ESS says at a vertex: party, its advantage there, whether it keeps the party in place. */
export function essConditions(all: Advantages, vertex: Point): { party: number; advantage: number; holds: boolean }[] {
  return advantagesAt(all, vertex).map((advantage, party) => ({
    party,
    advantage,
    holds: vertex[party] === 1 ? advantage > 0 : advantage < 0,
  }));
}

export interface Basin {
  readonly at: Point;
  /** Share of the starting points of the grid that end there. */
  readonly share: number;
}

const arrived = 1e-2;

/** Which vertex every starting point of an inner grid of `perSide`³ points has reached by `time`; `settled` is the share that has. */
export function basins(all: Advantages, perSide: number, time: number): { basins: Basin[]; settled: number } {
  const counts = new Map<Point, number>();
  const shares = Array.from({ length: perSide }, (_, i) => (i + 0.5) / perSide);
  for (const x of shares) {
    for (const y of shares) {
      for (const z of shares) {
        const [end] = trajectory(all, [x, y, z], [time]);
        const goal = vertices.find((vertex) => vertex.every((share, i) => Math.abs(share - (end?.[i] as number)) < arrived));
        if (goal !== undefined) counts.set(goal, (counts.get(goal) ?? 0) + 1);
      }
    }
  }
  const total = perSide ** 3;
  const found = [...counts].map(([point, count]) => ({ at: point, share: count / total })).sort((a, b) => b.share - a.share);
  return { basins: found, settled: found.reduce((sum, { share }) => sum + share, 0) };
}
