/**
 * Morris' screening: along random walks that change one parameter at a time, how much the output moves. μ* ranks influence, σ shows
 * interaction or curvature.
 *
 * Morris, Technometrics 33:161, 1991; μ*: Campolongo, Cariboni and Saltelli, Environ Model Softw 22:1509, 2007.
 */
import { Stream } from '../../random/stream.ts';

export interface MorrisDesign {
  readonly trajectories: number;
  readonly dimensions: number;
  readonly rows: number;
  readonly point: (row: number, into: Float64Array) => void;
  /** Which parameter changed on the step to row k + 1 of a walk, and in which direction. */
  readonly moved: (trajectory: number, step: number) => { readonly parameter: number; readonly delta: number };
}

function shuffled(n: number, stream: Stream): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = stream.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** @param levels even number of grid levels, usually 4; the step is levels/(2(levels − 1)) */
export function morrisDesign(trajectories: number, dimensions: number, levels: number, seed: number): MorrisDesign {
  if (!(levels >= 2 && levels % 2 === 0)) throw new RangeError(`an even number of levels: ${levels}`);
  const step = levels / (2 * (levels - 1));
  const walks = Array.from({ length: trajectories }, (_, trajectory) => {
    const stream = Stream.named(seed, 'morris', trajectory);
    const order = shuffled(dimensions, stream);
    const start = Array.from({ length: dimensions }, () => stream.below(levels / 2) / (levels - 1));
    // From the lower half of the grid a step leads up; half of the walks start at its end and go down.
    const up = Array.from({ length: dimensions }, () => stream.below(2) === 0);
    return { order, up, start: start.map((value, d) => (up[d] ? value : value + step)) };
  });
  return {
    trajectories,
    dimensions,
    rows: trajectories * (dimensions + 1),
    point: (row, into) => {
      const walk = walks[Math.floor(row / (dimensions + 1))] as (typeof walks)[number];
      const steps = row % (dimensions + 1);
      walk.start.forEach((value, d) => {
        into[d] = value;
      });
      for (let k = 0; k < steps; k++) {
        const d = walk.order[k] as number;
        into[d] = (into[d] as number) + (walk.up[d] ? step : -step);
      }
    },
    moved: (trajectory, k) => {
      const walk = walks[trajectory] as (typeof walks)[number];
      const parameter = walk.order[k] as number;
      return { parameter, delta: walk.up[parameter] ? step : -step };
    },
  };
}

export interface ElementaryEffects {
  /** Mean effect, mean absolute effect and standard deviation, in units of the output over the whole range. */
  readonly mu: number;
  readonly muStar: number;
  readonly sigma: number;
  /** Standard error of μ*. */
  readonly muStarError: number;
}

export function elementaryEffects(values: Float64Array, design: MorrisDesign): ElementaryEffects[] {
  const { trajectories, dimensions } = design;
  const effects: number[][] = Array.from({ length: dimensions }, () => []);
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    for (let k = 0; k < dimensions; k++) {
      const row = trajectory * (dimensions + 1) + k;
      const { parameter, delta } = design.moved(trajectory, k);
      effects[parameter]?.push(((values[row + 1] as number) - (values[row] as number)) / delta);
    }
  }
  return effects.map((own) => {
    const mean = (of: (effect: number) => number): number => own.reduce((sum, effect) => sum + of(effect), 0) / own.length;
    const deviation = (of: (effect: number) => number): number => {
      const centre = mean(of);
      return Math.sqrt(own.reduce((sum, effect) => sum + (of(effect) - centre) ** 2, 0) / Math.max(1, own.length - 1));
    };
    return {
      mu: mean((x) => x),
      muStar: mean(Math.abs),
      sigma: deviation((x) => x),
      muStarError: deviation(Math.abs) / Math.sqrt(own.length),
    };
  });
}
