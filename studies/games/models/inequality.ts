/**
 * Collective risk between rich and poor who prefer to copy their like. A contribution is the share c of one's own endowment; a
 * group reaches its target if it collects at least M·c times the mean endowment. Homophily h = 1: only one's own class is copied.
 *
 * T_k^{X→Y} = i_k^X/Z · [μ + (1−μ)(i_k^Y·F + (1−h)·i_l^Y·F)/(Z_k − 1 + (1−h)Z_l)], F the Fermi probability.
 * Vasconcelos, Santos, Pacheco and Levin, PNAS 111:2212, 2014.
 */
import { bandedChain, setRate, stationaryOfBanded } from '../markov/banded.ts';
import { fermi } from '../population/rules.ts';
import { hypergeometric } from '../population/sampling.ts';

export interface Inequality {
  readonly Z: number;
  readonly ZR: number;
  readonly N: number;
  readonly M: number;
  readonly c: number;
  readonly bR: number;
  readonly bP: number;
  readonly beta: number;
  readonly mu: number;
  readonly r: number;
  readonly h: number;
}

export interface InequalityResult {
  readonly etaG: number;
  /** Mean share of contributors among the rich, and among the poor. */
  readonly meanRich: number;
  readonly meanPoor: number;
}

/** Sums that are equal on paper may differ in the last digit. */
const slack = 1e-9;

/**
 * Probability that `draws` members with `rich` and `poor` contributors among `population`, beside contributions already made of
 * `given`, collect the target.
 */
function reaches({
  M,
  N,
  bR,
  bP,
  Z,
  ZR,
}: Inequality): (population: number, rich: number, poor: number, draws: number, given: number) => number {
  const mean = (ZR * bR + (Z - ZR) * bP) / Z;
  const target = M * mean * (1 - slack);
  const contributing = new Float64Array(N + 1);
  const ofThemRich = new Float64Array(N + 1);
  return (population, rich, poor, draws, given) => {
    hypergeometric(population, rich + poor, draws, contributing);
    let sum = 0;
    for (let n = 0; n <= Math.min(draws, rich + poor); n++) {
      const weight = contributing[n] as number;
      if (weight === 0) continue;
      hypergeometric(rich + poor, rich, n, ofThemRich);
      for (let j = 0; j <= n; j++) if (given + j * bR + (n - j) * bP >= target) sum += weight * (ofThemRich[j] as number);
    }
    return sum;
  };
}

interface Fitness {
  readonly richC: number;
  readonly richD: number;
  readonly poorC: number;
  readonly poorD: number;
}

function fitnessAt(game: Inequality, reached: ReturnType<typeof reaches>, rich: number, poor: number): Fitness {
  const { Z, N, bR, bP, c, r } = game;
  const kept = (probability: number): number => 1 - r * (1 - probability);
  const alone = kept(reached(Z - 1, rich, poor, N - 1, 0));
  return {
    richC: rich === 0 ? 0 : bR * (kept(reached(Z - 1, rich - 1, poor, N - 1, bR)) - c),
    richD: bR * alone,
    poorC: poor === 0 ? 0 : bP * (kept(reached(Z - 1, rich, poor - 1, N - 1, bP)) - c),
    poorD: bP * alone,
  };
}

/** The class of the one who may change, seen from it. */
interface View {
  readonly own: number;
  readonly other: number;
  readonly sizeOwn: number;
  readonly sizeOther: number;
}

/** Probability that one of `from` individuals of a class changes to what `own` of its class and `other` of the other class do. */
function change(
  { Z, mu, h, beta }: Inequality,
  from: number,
  { own, other, sizeOwn, sizeOther }: View,
  fitness: readonly [number, number, number],
): number {
  const reach = sizeOwn - 1 + (1 - h) * sizeOther;
  const [mine, ofOwn, ofOther] = fitness;
  const copied = reach <= 0 ? 0 : (own * fermi(beta, mine, ofOwn) + (1 - h) * other * fermi(beta, mine, ofOther)) / reach;
  return (from / Z) * (mu + (1 - mu) * copied);
}

export function inequality(game: Inequality): InequalityResult {
  const { Z, ZR } = game;
  const ZP = Z - ZR;
  const reached = reaches(game);
  // The smaller class runs inside: its size is the band.
  const richInside = ZR <= ZP;
  const inner = (richInside ? ZR : ZP) + 1;
  const states = (ZR + 1) * (ZP + 1);
  const indexOf = (rich: number, poor: number): number => (richInside ? poor * inner + rich : rich * inner + poor);
  const chain = bandedChain(states, inner);
  for (let rich = 0; rich <= ZR; rich++) {
    for (let poor = 0; poor <= ZP; poor++) {
      const { richC, richD, poorC, poorD } = fitnessAt(game, reached, rich, poor);
      const from = indexOf(rich, poor);
      const ofRich = { sizeOwn: ZR, sizeOther: ZP };
      const ofPoor = { sizeOwn: ZP, sizeOther: ZR };
      const [richIdle, poorIdle] = [ZR - rich, ZP - poor];
      if (rich < ZR)
        setRate(chain, from, indexOf(rich + 1, poor), change(game, richIdle, { own: rich, other: poor, ...ofRich }, [richD, richC, poorC]));
      if (rich > 0)
        setRate(
          chain,
          from,
          indexOf(rich - 1, poor),
          change(game, rich, { own: richIdle, other: poorIdle, ...ofRich }, [richC, richD, poorD]),
        );
      if (poor < ZP)
        setRate(chain, from, indexOf(rich, poor + 1), change(game, poorIdle, { own: poor, other: rich, ...ofPoor }, [poorD, poorC, richC]));
      if (poor > 0)
        setRate(
          chain,
          from,
          indexOf(rich, poor - 1),
          change(game, poor, { own: poorIdle, other: richIdle, ...ofPoor }, [poorC, poorD, richD]),
        );
    }
  }
  const stationary = stationaryOfBanded(chain);
  let etaG = 0;
  let meanRich = 0;
  let meanPoor = 0;
  for (let rich = 0; rich <= ZR; rich++) {
    for (let poor = 0; poor <= ZP; poor++) {
      const weight = stationary[indexOf(rich, poor)] as number;
      etaG += weight * reached(Z, rich, poor, game.N, 0);
      meanRich += weight * (ZR === 0 ? 0 : rich / ZR);
      meanPoor += weight * (ZP === 0 ? 0 : poor / ZP);
    }
  }
  return { etaG, meanRich, meanPoor };
}
