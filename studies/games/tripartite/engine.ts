/**
 * Replicator dynamics of three populations with two strategies each, the form in which the Chinese literature studies
 * central, local and local governments: ẋ_i = x_i(1 − x_i)U_i(x_−i), x_i the share that plays strategy 1 and U_i what it
 * earns more than strategy 0. U_i is bilinear in the shares of the others, so the 2×2×2 payoff table says everything.
 */
import { type Field, integrate } from '../infinite/integrate.ts';

/** Payoff of each party: `[x][y][z]`, x, y, z ∈ {0, 1} the strategies of the three. */
export type Cube = readonly [readonly [Pair, Pair], readonly [Pair, Pair]];
type Pair = readonly [number, number];
export type TripartitePayoffs = readonly [Cube, Cube, Cube];
export type Point = readonly [number, number, number];

/** U = a + b·p + c·q + d·p·q in the shares p, q of the other two, in their order. */
export type Advantage = readonly [a: number, b: number, c: number, d: number];
export type Advantages = readonly [Advantage, Advantage, Advantage];

function advantageOf(gain: (p: 0 | 1, q: 0 | 1) => number): Advantage {
  const [a, b, c, d] = [gain(0, 0), gain(1, 0), gain(0, 1), gain(1, 1)];
  return [a, b - a, c - a, d - b - c + a];
}

export function advantages([first, second, third]: TripartitePayoffs): Advantages {
  return [
    advantageOf((y, z) => first[1][y][z] - first[0][y][z]),
    advantageOf((x, z) => second[x][1][z] - second[x][0][z]),
    advantageOf((x, y) => third[x][y][1] - third[x][y][0]),
  ];
}

/** The two others of each party, in order. */
const othersOf = [
  [1, 2],
  [0, 2],
  [0, 1],
] as const;

export function advantageAt([a, b, c, d]: Advantage, p: number, q: number): number {
  return a + b * p + c * q + d * p * q;
}

export function advantagesAt(all: Advantages, at: ArrayLike<number>): [number, number, number] {
  const of = (i: 0 | 1 | 2): number => advantageAt(all[i], at[othersOf[i][0]] as number, at[othersOf[i][1]] as number);
  return [of(0), of(1), of(2)];
}

export function fieldOf(all: Advantages): Field {
  return (x, into) => {
    const gains = advantagesAt(all, x);
    for (let i = 0; i < 3; i++) into[i] = (x[i] as number) * (1 - (x[i] as number)) * (gains[i] as number);
  };
}

/** Jacobian of the field. At a vertex it is diagonal: U_i(v)(1 − 2v_i). */
export function jacobian(all: Advantages, at: Point): number[][] {
  const gains = advantagesAt(all, at);
  return [0, 1, 2].map((i) => {
    const [, b, c, d] = all[i] as Advantage;
    const [j, k] = othersOf[i] as readonly [number, number];
    const x = at[i] as number;
    const row = [0, 0, 0];
    row[i] = (1 - 2 * x) * (gains[i] as number);
    row[j] = x * (1 - x) * (b + d * (at[k] as number));
    row[k] = x * (1 - x) * (c + d * (at[j] as number));
    return row;
  });
}

export const vertices: readonly Point[] = [0, 1].flatMap((x) => [0, 1].flatMap((y) => [0, 1].map((z): Point => [x, y, z])));

/** Where the three shares go from `start`, at the given times. */
export function trajectory(all: Advantages, start: Point, times: readonly number[]): Point[] {
  return integrate(fieldOf(all), start, times).map(([x, y, z]) => [x as number, y as number, z as number]);
}
