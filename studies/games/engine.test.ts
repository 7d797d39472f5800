/** The parts of the games against brute force and against each other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stream } from '../random/stream.ts';
import { bandedChain, setRate, stationaryOfBanded } from './markov/banded.ts';
import { closedClasses, stationaryOfLogRates } from './markov/dense.ts';
import { collectiveRiskAdvantage, collectiveRiskPayoffs } from './models/collectiveRisk.ts';
import { inequality } from './models/inequality.ts';
import { poolPeerPayoffs } from './models/poolPeer.ts';
import { voluntaryPayoffs } from './models/voluntary.ts';
import { birthDeath } from './population/birthDeath.ts';
import { fullChain } from './population/fullChain.ts';
import { fixation, logFixation } from './population/fixation.ts';
import { pairwiseVisits } from './population/monteCarlo.ts';
import { atLeast, hypergeometric } from './population/sampling.ts';
import { advantages, advantagesAt, fieldOf, jacobian, type Point, trajectory } from './tripartite/engine.ts';
import { eigenvalues } from './tripartite/eigenvalues.ts';
import { restPoints } from './tripartite/equilibria.ts';

const rate = fc.double({ min: 1e-6, max: 1, noNaN: true });

/** All groups of `draws` others out of a population written as a list. */
function* groups<T>(others: readonly T[], draws: number, from = 0): Generator<T[]> {
  if (draws === 0) yield [];
  for (let i = from; draws > 0 && i < others.length; i++)
    for (const rest of groups(others, draws - 1, i + 1)) yield [others[i] as T, ...rest];
}
function meanOverGroups<T>(others: readonly T[], draws: number, value: (group: readonly T[]) => number): number {
  let sum = 0;
  let count = 0;
  for (const group of groups(others, draws)) {
    sum += value(group);
    count += 1;
  }
  return sum / count;
}
const listOf = (counts: readonly number[]): number[] => counts.flatMap((count, strategy) => new Array<number>(count).fill(strategy));
const countIn = (group: readonly number[], ...wanted: number[]): number => group.filter((one) => wanted.includes(one)).length;

describe('sampling', () => {
  test('hypergeometric probabilities are those of all groups', () => {
    for (const [population, successes, draws] of [
      [9, 4, 3],
      [9, 0, 3],
      [9, 9, 4],
      [6, 2, 6],
    ] as const) {
      const others = listOf([population - successes, successes]);
      const found = hypergeometric(population, successes, draws);
      for (let j = 0; j <= draws; j++) {
        expect(found[j]).toBeCloseTo(
          meanOverGroups(others, draws, (group) => (countIn(group, 1) === j ? 1 : 0)),
          13,
        );
      }
    }
  });
  test('neither large populations nor large groups overflow', () => {
    expect(atLeast(100_000, 50_000, 999, 500)).toBeCloseTo(0.5, 10);
    expect(atLeast(100_000, 0, 10, 1)).toBe(0);
  });
});

describe('stationary distributions', () => {
  test('banded and dense elimination agree with each other and with πP = π', () => {
    fc.assert(
      fc.property(fc.array(fc.array(rate, { minLength: 6, maxLength: 6 }), { minLength: 6, maxLength: 6 }), (rates) => {
        const chain = bandedChain(6, 5);
        rates.forEach((row, i) => {
          row.forEach((value, j) => {
            if (i !== j) setRate(chain, i, j, value);
          });
        });
        const banded = stationaryOfBanded(chain);
        const dense = stationaryOfLogRates(rates.map((row) => row.map(Math.log))) as number[];
        for (let j = 0; j < 6; j++) {
          expect(Math.abs((banded[j] as number) / (dense[j] as number) - 1)).toBeLessThan(1e-10);
          let [into, out] = [0, 0];
          for (let i = 0; i < 6; i++) {
            if (i === j) continue;
            into += (dense[i] as number) * (rates[i]?.[j] as number);
            out += (dense[j] as number) * (rates[j]?.[i] as number);
          }
          expect(Math.abs(into / out - 1)).toBeLessThan(1e-10);
        }
      }),
    );
  });
  test('rates that differ by hundreds of orders of magnitude', () => {
    // A ring: the weight of a state is the reciprocal of the rate at which it is left.
    const none = Number.NEGATIVE_INFINITY;
    const found = stationaryOfLogRates([
      [none, -2000, none],
      [none, none, 0],
      [-1999, none, none],
    ]) as number[];
    expect(found[0]).toBeCloseTo(Math.E / (1 + Math.E), 12);
    expect(found[2]).toBeCloseTo(1 / (1 + Math.E), 12);
  });
  test('several closed classes have no unique distribution; states that are left for good have weight 0', () => {
    const none = Number.NEGATIVE_INFINITY;
    const two = [
      [none, 0, 0],
      [none, none, none],
      [none, none, none],
    ];
    expect(closedClasses(two)).toEqual([[1], [2]]);
    expect(stationaryOfLogRates(two)).toBeUndefined();
    const one = [
      [none, 0, none],
      [none, none, -5],
      [none, -3, none],
    ];
    expect(stationaryOfLogRates(one)?.[0]).toBe(0);
  });
});

describe('populations', () => {
  test('payoffs of the collective-risk dilemma are means over all groups, and the advantage is their difference', () => {
    const game = { N: 4, M: 2, c: 0.2, b: 1.5, r: 0.7 };
    for (let k = 1; k < 8; k++) {
      const kept = (own: number) => (group: readonly number[]) => (countIn(group, 1) + own >= game.M ? game.b : game.b * (1 - game.r));
      const contributor = meanOverGroups(listOf([8 - k, k - 1]), 3, kept(1)) - game.c * game.b;
      const defector = meanOverGroups(listOf([8 - k - 1, k]), 3, kept(0));
      const [c, d] = collectiveRiskPayoffs(game, 8, k);
      expect([c, d]).toEqual([expect.closeTo(contributor, 12), expect.closeTo(defector, 12)]);
      expect(collectiveRiskAdvantage(game, 8, k)).toBeCloseTo(contributor - defector, 12);
    }
  });
  test('payoffs of the voluntary game are means over all groups', () => {
    const game = { N: 3, r: 2.5, c: 1.2, sigma: 0.8, beta: 1.1, gamma: 0.4 };
    const counts = [2, 2, 3, 1];
    const found = voluntaryPayoffs(game, counts);
    [0, 1, 3].forEach((strategy) => {
      const others = listOf(counts.map((count, i) => (i === strategy ? count - 1 : count)));
      const payoff = meanOverGroups(others, game.N - 1, (group) => {
        const participants = group.filter((one) => one !== 2).length;
        const own = strategy === 1 ? 0 : 1;
        const shared =
          participants === 0 ? game.sigma : (game.r * game.c * (countIn(group, 0, 3) + own)) / (participants + 1) - own * game.c;
        return shared - (strategy === 1 ? game.beta * countIn(group, 3) : 0) - (strategy === 3 ? game.gamma * countIn(group, 1) : 0);
      });
      expect(found[strategy]).toBeCloseTo(payoff, 12);
    });
  });
  test('payoffs of pool and peer punishment are means over all groups', () => {
    const game = { N: 4, r: 2.5, c: 1.2, sigma: 0.8, beta: 0.5, gamma: 0.4, B: 0.6, G: 0.3, secondOrder: true };
    const counts = [2, 1, 2, 2, 2];
    for (const strategy of [0, 1, 2, 3, 4]) {
      const others = listOf(counts.map((count, i) => (i === strategy ? count - 1 : count)));
      const payoff = meanOverGroups(others, game.N - 1, (group) => {
        if (strategy === 2) return game.sigma;
        const own = strategy === 1 ? 0 : 1;
        const participants = group.filter((one) => one !== 2).length;
        const shared = participants === 0 ? game.sigma : (game.r * game.c * countIn(group, 0, 3, 4)) / participants - own * game.c;
        const seen = strategy !== 1 && group.includes(1) ? 1 : 0;
        const fines = {
          0: game.B * countIn(group, 3) + seen * game.beta * countIn(group, 4),
          1: game.B * countIn(group, 3) + game.beta * countIn(group, 4),
          3: participants === 0 ? 0 : game.G,
          4: game.B * countIn(group, 3) + game.gamma * countIn(group, 1) + seen * game.gamma * countIn(group, 0),
        }[strategy] as number;
        return shared - fines;
      });
      expect(poolPeerPayoffs(game, counts, strategy)).toBeCloseTo(payoff, 12);
    }
  });
  test('the full chain of two strategies is the birth-death chain', () => {
    const payoffs = ([c, d]: readonly number[]) => [(c as number) * 0.1 - 1, (d as number) * 0.05];
    const size = 12;
    const one = birthDeath(size, 2, 0.02, (k) => {
      const [a, b] = payoffs([k, size - k]) as [number, number];
      return a - b;
    });
    const { compositions, stationary } = fullChain(2, size, 2, 0.02, payoffs);
    stationary.forEach((weight, index) => {
      expect(weight).toBeCloseTo(one.stationary[compositions.at(index)[0] as number] as number, 12);
    });
  });
  test('neutral mutation makes all strategies alike', () => {
    const { compositions, stationary } = fullChain(3, 9, 0, 0.1, () => [5, 1, 3]);
    const means = [0, 0, 0];
    stationary.forEach((weight, index) => {
      compositions.at(index).forEach((count, strategy) => {
        means[strategy] = (means[strategy] as number) + (weight * count) / 9;
      });
    });
    expect(means).toEqual([1, 1, 1].map(() => expect.closeTo(1 / 3, 12)));
  });
  test('fixation that no floating-point number of ordinary size can hold', () => {
    // A constant disadvantage δ: ρ = (e^δ − 1)/(e^(Zδ) − 1).
    const rule = { kind: 'fermi', beta: 5 } as const;
    expect(fixation(100, () => [0, 1], rule) / (Math.expm1(5) / Math.expm1(500))).toBeCloseTo(1, 10);
    expect(logFixation(5000, () => [0, 1], rule)).toBeCloseTo(Math.log(Math.expm1(5)) - 25_000, 8);
  });
  test('the classes of the inequality game may be named either way', () => {
    const game = { Z: 20, N: 4, M: 2, c: 0.1, beta: 3, mu: 0.05, r: 0.5, h: 0.4 };
    const one = inequality({ ...game, ZR: 6, bR: 2, bP: 0.5 });
    const other = inequality({ ...game, ZR: 14, bR: 0.5, bP: 2 });
    expect(one.etaG).toBeCloseTo(other.etaG, 12);
    expect(one.meanRich).toBeCloseTo(other.meanPoor, 12);
  });
});

/** Solves U = 0 from many starting points; each solution inside the cube once. */
function newtonFromGrid(all: Parameters<typeof restPoints>[0]): number[][] {
  const solutions: number[][] = [];
  const cells = [0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98];
  for (const start of cells.flatMap((x) => cells.flatMap((y) => cells.map((z) => [x, y, z])))) {
    let [x, y, z] = start as [number, number, number];
    for (let step = 0; step < 60; step++) {
      const [u, v, w] = advantagesAt(all, [x, y, z]);
      const [[, b0, c0, d0], [, b1, c1, d1], [, b2, c2, d2]] = all;
      const [uy, uz, vx, vz, wx, wy] = [b0 + d0 * z, c0 + d0 * y, b1 + d1 * z, c1 + d1 * x, b2 + d2 * y, c2 + d2 * x];
      // The Jacobian of U has an empty diagonal; Cramer's rule.
      const det = uy * vz * wx + uz * vx * wy;
      x -= (-u * vz * wy + uy * vz * w + uz * v * wy) / det;
      y -= (u * vz * wx - uz * v * wx + uz * vx * w) / det;
      z -= (uy * v * wx + u * vx * wy - uy * vx * w) / det;
    }
    const solved =
      [x, y, z].every((share) => share > 0 && share < 1) && advantagesAt(all, [x, y, z]).every((gain) => Math.abs(gain) < 1e-9);
    if (solved && !solutions.some((one) => one.every((share, i) => Math.abs(share - ([x, y, z][i] as number)) < 1e-6)))
      solutions.push([x, y, z]);
  }
  return solutions;
}

describe('tripartite dynamics', () => {
  const payoff = fc.double({ min: -5, max: 5, noNaN: true });
  const two = <T>(of: fc.Arbitrary<T>) => fc.tuple(of, of);
  const cube = two(two(two(payoff)));
  test('rest points are at rest; eigenvalues sum to the trace and multiply to the determinant', () => {
    fc.assert(
      fc.property(cube, cube, cube, (a, b, c) => {
        const all = advantages([a, b, c]);
        for (const { at, eigenvalues: values } of restPoints(all)) {
          const field = new Float64Array(3);
          fieldOf(all)(at, field);
          expect(Math.max(...field.map(Math.abs))).toBeLessThan(1e-8);
          const matrix = jacobian(all, at);
          const trace = matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
          expect(values.reduce((sum, { re }) => sum + re, 0)).toBeCloseTo(trace, 8);
        }
      }),
    );
  });
  test('nearly coinciding equations give no point that solves none', () => {
    // Found by the property above: U₃ is 1 at the point that elimination returns.
    const cubes = [
      [-4.5e-9, 4.5e-9, 4.5e-9, -4.5e-9],
      [0, 0.764, 5e-324, -1.528],
      [0, 0, -4e-9, 4e-9],
    ] as const;
    expect(restPoints(cubes).filter(({ kind }) => kind === 'interior')).toEqual([]);
  });
  test('every isolated mixed point is found: brute force by Newton from a grid', () => {
    const stream = Stream.named(3, 'prior', 0);
    for (let game = 0; game < 40; game++) {
      const draw = () => Array.from({ length: 4 }, () => stream.uniform() * 4 - 2) as [number, number, number, number];
      const all = [draw(), draw(), draw()] as const;
      const found = restPoints(all).filter(({ kind }) => kind === 'interior');
      const reached = newtonFromGrid(all);
      for (const point of reached) expect(found.some(({ at }) => at.every((x, i) => Math.abs(x - (point[i] as number)) < 1e-6))).toBe(true);
      expect(reached.length).toBe(found.length);
    }
  });
  test('a matrix with known eigenvalues', () => {
    const found = eigenvalues([
      [0, -2, 0],
      [2, 0, 0],
      [0, 1, 3],
    ]);
    const sorted = [...found].sort((a, b) => a.im - b.im);
    expect(sorted.map(({ re }) => re)).toEqual([0, 3, 0].map((value) => expect.closeTo(value, 12)));
    expect(sorted.map(({ im }) => im)).toEqual([-2, 0, 2].map((value) => expect.closeTo(value, 12)));
  });
  test('with a constant advantage each share follows the logistic curve', () => {
    const start: Point = [0.1, 0.5, 0.9];
    const gains = [1, -2, 0.5];
    const [end] = trajectory(
      [
        [1, 0, 0, 0],
        [-2, 0, 0, 0],
        [0.5, 0, 0, 0],
      ],
      start,
      [3],
    );
    start.forEach((share, i) => {
      const odds = (share / (1 - share)) * Math.exp((gains[i] as number) * 3);
      expect(end?.[i]).toBeCloseTo(odds / (1 + odds), 9);
    });
  });
});

describe('Monte Carlo', () => {
  test('visits are those of the exact chain', () => {
    const advantage = (k: number): number => 0.3 - 0.05 * k;
    const { stationary } = birthDeath(12, 2, 0.05, advantage);
    const visits = pairwiseVisits(12, 2, 0.05, advantage, { steps: 4_000_000, start: 0, stream: Stream.named(1, 'run', 0) });
    stationary.forEach((share, k) => {
      expect(Math.abs((visits[k] as number) - share)).toBeLessThan(0.004);
    });
  });
});
