/** The kernel against a second telling of the same equations, written for reading and not for speed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stream } from '../../random/stream.ts';
import { exponential } from './exponential.ts';
import { FULFIL, Kernel, scalar, SHIRK, SYMBOLIC } from './kernel.ts';
import { modelParameters, parameterSet, priorParameters } from './parameters.ts';
import { noIntervention, type Policy, policyNumbersOf } from './policy.ts';
import { superior } from './superior.ts';

describe('exponential', () => {
  test('agrees with the platform within two units of the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(5e-16);
      }),
    );
  });
  test('beyond its bound it stays finite', () => {
    expect(exponential(1e9)).toBe(exponential(700));
    expect(exponential(-1e9)).toBeGreaterThan(0);
  });
});

type Values = Readonly<Record<string, number>>;

/** One month by the equations of the protocol, object by object. */
function tell(v: (name: string) => number, policy: Policy, kernel: Kernel, before: Kernel, draws: readonly (readonly number[])[]) {
  const n = before.parties;
  const u = kernel.memory[superior.strength] as number;
  const level = kernel.memory[superior.level] as number;
  const [wS, wP, wC] = [policy.sanction, policy.subsidy, policy.coordination];
  const [K, X, y] = [scalar.K, scalar.X, scalar.y].map((at) => before.scalars[at] as number) as [number, number, number];
  const rank = Math.min(1, v('rank') + (u > 0 ? v('rankPerTier') * level : 0));
  const det = Math.min(v('detectionCap'), v('d0') + v('specDetects') * v('spec') + v('mon') * u * (1 - v('coordinationBlinds') * wC));
  const passes = v('qS') * (1 - v('specReveals') * v('spec')) * (1 - v('superiorReveals') * u);
  const fine = v('phi') * v('bind') * (v('rankBase') + (1 - v('rankBase')) * rank) * v('capacityScale') * K + v('Phi') * u * wS;
  const sub = v('psi') * u * wP;
  const tc = v('kappa') * (1 - K) * Math.max(0, 1 - v('coordinationRelief') * wC * u);
  const M = v('M0') + v('M1') * X;
  const G = (Q: number) => 1 / (1 + Math.exp(-v('k') * (Q - M)));
  const tau = Array.from({ length: n }, (_, i) => (before.alpha[i] as number) / ((before.alpha[i] as number) + (before.beta[i] as number)));
  const b = [...before.burden];
  const acts = Array.from({ length: n }, (_, i) => {
    const [mode, choice] = draws[i] as readonly number[] as [number, number];
    if (mode < v('mu')) return choice < 1 / 3 ? SHIRK : choice < 2 / 3 ? SYMBOLIC : FULFIL;
    const imitates = v('mu') + (1 - v('mu')) * v('iota');
    if (mode < imitates) {
      const j = Math.min(n - 1, Math.floor(((mode - v('mu')) / (imitates - v('mu'))) * n));
      const copies = 1 / (1 + Math.exp(v('betaF') * ((before.payoff[i] as number) - (before.payoff[j] as number))));
      return before.act[choice < copies ? j : i] as number;
    }
    const others = b.reduce((sum, share, j) => (j === i ? sum : sum + share * (tau[j] as number)), 0);
    const [own, cost, B, m] = [b[i], before.cost[i], before.benefit[i], before.motivation[i]] as [number, number, number, number];
    const fulfil = B * G(others + own) - cost - tc + m + sub;
    const symbolic =
      B * G(others + v('eS') * own) -
      v('eS') * cost -
      v('symbolicEffort') * tc +
      v('symbolicPride') * m +
      v('symbolicSubsidy') * sub -
      det * (1 - passes) * fine;
    const shirk = B * G(others) - det * fine;
    const weights = [shirk, symbolic, fulfil].map((utility) => Math.exp(v('beta') * (utility - fulfil)));
    const mark = choice * weights.reduce((sum, weight) => sum + weight, 0);
    return mark < (weights[0] as number) ? SHIRK : mark < (weights[0] as number) + (weights[1] as number) ? SYMBOLIC : FULFIL;
  });
  const effort = acts.map((act) => (act === FULFIL ? 1 : act === SYMBOLIC ? v('eS') : 0));
  const Q = effort.reduce((sum, e, i) => sum + e * (b[i] as number), 0);
  const seen = acts.map((act, i) =>
    (draws[i]?.[2] as number) < (act === FULFIL ? 1 - v('eps') : act === SYMBOLIC ? passes : v('eps')) ? 1 : 0,
  );
  const yNew = y + v('ay') * (Q - y);
  const reputation = (old: number, prior: number, evidence: number, leaves: boolean) => {
    const now = v('lam') * old + (1 - v('lam')) * v('priorWeight') * prior + evidence;
    return leaves ? prior + v('kappaL') * (now - prior) : now;
  };
  const leaves = draws.map((own) => (own[3] as number) < v('h'));
  const K1 = K + v('gK') * (1 - K) * Q * (1 - v('zeta') * u) - v('dK') * K - v('zc') * u * (wS + v('mandateErodes') * wC) * K;
  return {
    acts,
    seen,
    Q,
    y: yNew,
    K: Math.min(1, Math.max(0, K1)),
    X: (1 - v('d')) * X + 2 * v('d') * (1 - Q),
    alpha: acts.map((_, i) => reputation(before.alpha[i] as number, v('a0'), seen[i] as number, leaves[i] as boolean)),
    motivation: acts.map((_, i) => {
      const m = before.motivation[i] as number;
      const level0 = v('m0') * (v('motivationFloor') + v('motivationGain') * yNew);
      return m + v('am') * (level0 - m) * (1 - u) - v('chi') * u * wS * (1 - v('legit')) * m;
    }),
  };
}

function copyOf(kernel: Kernel): Kernel {
  const copy = new Kernel(kernel.parties);
  for (const name of [
    'parameters',
    'policy',
    'memory',
    'scalars',
    'resources',
    'burden',
    'benefit',
    'cost',
    'alpha',
    'beta',
    'motivation',
    'payoff',
  ] as const)
    copy[name].set(kernel[name]);
  copy.act.set(kernel.act);
  copy.state.set(kernel.state);
  return copy;
}

const policies: readonly Policy[] = [
  noIntervention,
  {
    ...noIntervention,
    onset: 'month',
    onsetMonth: 5,
    strength: 4,
    sanction: 0.5,
    subsidy: 0.2,
    coordination: 0.3,
    exit: 'linear',
    holdMonths: 10,
    taperMonths: 12,
  },
  {
    ...noIntervention,
    onset: 'trigger',
    theta: 0.6,
    thetaMonths: 3,
    strength: 2,
    escalateEvery: 6,
    tiersAbove: 2,
    exit: 'performance',
    holdMonths: 6,
    taperMonths: 3,
  },
];

describe('a month', () => {
  test.each([0, 1, 2, 3, 4, 5])('is what the equations say, with drawn parameters %i', (number) => {
    const stream = Stream.named(5, 'prior', number);
    const values: Values = Object.fromEntries(
      priorParameters.map(({ name, prior: [low, high] }) => [name, low + (high - low) * stream.uniform()]),
    );
    const set = parameterSet(values);
    const v = (name: string): number => set[modelParameters.findIndex((one) => one.name === name)] as number;
    const policy = policies[number % policies.length] as Policy;
    const kernel = new Kernel(4);
    kernel.begin(set, policyNumbersOf(policy), 3, number);
    for (let month = 0; month < 60; month++) {
      const before = copyOf(kernel);
      const random = new Stream([...kernel.state] as [number, number, number, number]);
      const draws = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => random.next() / 2 ** 32));
      kernel.advance();
      const told = tell(v, policy, kernel, before, draws);
      expect([...kernel.act]).toEqual(told.acts);
      expect([...kernel.seen]).toEqual(told.seen);
      for (const [at, value] of [
        [scalar.Q, told.Q],
        [scalar.y, told.y],
        [scalar.K, told.K],
        [scalar.X, told.X],
      ] as const) {
        expect(kernel.scalars[at]).toBeCloseTo(value, 12);
      }
      for (let i = 0; i < 4; i++) {
        expect(kernel.alpha[i]).toBeCloseTo(told.alpha[i] as number, 11);
        expect(kernel.motivation[i]).toBeCloseTo(told.motivation[i] as number, 12);
      }
    }
  });
});

describe('a run', () => {
  const run = (policy: Policy, seed = 1, number = 0) => {
    const kernel = new Kernel(6);
    kernel.begin(parameterSet(), policyNumbersOf(policy), seed, number);
    return Array.from({ length: 120 }, () => {
      kernel.advance();
      return [kernel.scalars[scalar.Q] as number, kernel.memory[superior.strength] as number] as const;
    });
  };
  test('is the same for the same seed and number, and another for another', () => {
    expect(run(noIntervention)).toEqual(run(noIntervention));
    expect(run(noIntervention)).not.toEqual(run(noIntervention, 1, 1));
    expect(run(noIntervention)).not.toEqual(run(noIntervention, 2, 0));
  });
  test('is not touched by an intervention before it comes', () => {
    const later: Policy = { ...noIntervention, onset: 'month', onsetMonth: 60, strength: 5 };
    expect(run(later).slice(0, 60)).toEqual(run(noIntervention).slice(0, 60));
    expect(run(later).slice(60)).not.toEqual(run(noIntervention).slice(60));
  });
  test('burdens add up to 1, whoever has the power', () => {
    for (const w of [0, 0.5, 1]) {
      const kernel = new Kernel(7);
      kernel.begin(parameterSet({ w, eta: 2 }), policyNumbersOf(noIntervention), 1, 1);
      expect(kernel.burden.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });
  test('a powerless rich party bears most, a powerful one least', () => {
    const kernel = new Kernel(2);
    kernel.begin(parameterSet({ w: 0 }), policyNumbersOf(noIntervention), 1, 1, [1.5, 0.5]);
    expect(kernel.burden[0]).toBeCloseTo(0.75, 12);
    kernel.begin(parameterSet({ w: 1, eta: 1 }), policyNumbersOf(noIntervention), 1, 1, [1.5, 0.5]);
    expect(kernel.burden[0]).toBeCloseTo(0.25, 12);
  });
});

describe('the superior', () => {
  const strengths = (policy: Partial<Policy>, months: number, values: Values = {}) => {
    const kernel = new Kernel(3);
    kernel.begin(parameterSet(values), policyNumbersOf({ ...noIntervention, strength: 5, ...policy }), 1, 0);
    return Array.from({ length: months }, () => {
      kernel.advance();
      return kernel.memory[superior.strength] as number;
    });
  };
  test('comes in the month, stays, leaves at once', () => {
    expect(strengths({ onset: 'month', onsetMonth: 2, exit: 'abrupt', holdMonths: 3 }, 8)).toEqual([0, 0, 1, 1, 1, 0, 0, 0]);
  });
  test('leaves in equal steps', () => {
    const found = strengths({ onset: 'month', onsetMonth: 0, exit: 'linear', holdMonths: 1, taperMonths: 3 }, 6);
    expect(found).toEqual([1, 0.75, 0.5, 0.25, 0, 0].map((value) => expect.closeTo(value, 12)));
  });
  test('an exponential exit halves after taper·ln 2 months', () => {
    const found = strengths({ onset: 'month', onsetMonth: 0, exit: 'exponential', holdMonths: 0, taperMonths: 10 }, 60);
    expect((found[13] as number) / (found[6] as number)).toBeCloseTo(Math.exp(-0.7), 12);
    expect(found.at(-1)).toBe(0);
  });
  // Nobody can fulfil when fulfilling costs a thousand times the benefit.
  const hopeless = { c: 2, r: 0, beta: 1000, mu: 0, m0: 0, iota: 0, eps: 0 };
  test('comes when performance has been low for long enough, and climbs', () => {
    const found = strengths(
      { onset: 'trigger', theta: 0.9, thetaMonths: 4, strength: 1, escalateEvery: 3, escalateBy: 1, tiersAbove: 2 },
      14,
      { ...hopeless, Phi: 0 },
    );
    expect(found.map((u) => Math.round(u * 5))).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]);
  });
  test('does not leave while performance is low, and comes back when it falls again', () => {
    const stays = strengths({ onset: 'month', onsetMonth: 0, exit: 'performance', holdMonths: 2, thetaExit: 0.5, thetaExitMonths: 2 }, 40, {
      ...hopeless,
      Phi: 0,
    });
    expect(stays.every((u) => u === 1)).toBe(true);
    // A sanction that nobody can afford to risk, and no reason to go on without it.
    const returns = strengths(
      {
        onset: 'month',
        onsetMonth: 0,
        exit: 'performance',
        holdMonths: 2,
        thetaExit: 0.5,
        thetaExitMonths: 2,
        taperMonths: 0,
        theta: 0.5,
        thetaMonths: 6,
        sanction: 1,
        subsidy: 0,
        coordination: 0,
      },
      80,
      { ...hopeless, Phi: 20, d0: 1 },
    );
    const comings = returns.filter((u, m) => u > 0 && (m === 0 || returns[m - 1] === 0)).length;
    expect(comings).toBeGreaterThan(1);
  });
});
