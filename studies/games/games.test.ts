/**
 * The games against published and independently computed results. Rows marked [exact] are rational numbers of the papers; the
 * others were computed by programs that share no code with this one (EGTtools, pyevodyn, authors' MATLAB).
 */
import { describe, expect, test } from 'vitest';
import { gameModels, runGame } from './games.ts';

function solved<T>(name: string, given: Readonly<Record<string, unknown>> = {}, payoffs?: unknown): T {
  const outcome = runGame(name, given, payoffs);
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message.en).join('; '));
  return outcome.value as T;
}
const relative = (found: number, expected: number): number => Math.abs(found - expected) / Math.abs(expected);

describe('crd: Santos and Pacheco 2011', () => {
  // Printed with nine digits: half a unit of the last one is the tolerance.
  test.each([
    [{ r: 0, Z: 100, beta: 5, mu: 0.01 }, 0.00263843],
    [{ r: 0.5, Z: 100, beta: 5, mu: 0.01 }, 0.830832813],
    [{ r: 1, Z: 100, beta: 5, mu: 0.01 }, 0.943615143],
    [{ r: 0.3, Z: 200, beta: 3, mu: 1 / 200 }, 0.00661043],
    // Cells that are not printed: detailed balance in 40 digits (mpmath).
    [{ r: 0.1, Z: 100, beta: 5, mu: 0.01 }, 0.0031163209660883],
    [{ r: 0.2, Z: 100, beta: 5, mu: 0.01 }, 0.0042293662552426],
    [{ r: 0.3, Z: 100, beta: 5, mu: 0.01 }, 0.0176336053389885],
    [{ r: 0.4, Z: 100, beta: 5, mu: 0.01 }, 0.5441110042908264],
    [{ r: 0.8, Z: 100, beta: 5, mu: 0.01 }, 0.921472987171347],
    [{ r: 0, Z: 200, beta: 3, mu: 1 / 200 }, 0.0016290655075521],
    [{ r: 0.4, Z: 200, beta: 3, mu: 1 / 200 }, 0.5837397136103363],
    [{ r: 1, Z: 200, beta: 3, mu: 1 / 200 }, 0.9466337486082839],
  ])('group achievement %o', (given, expected) => {
    expect(Math.abs(solved<{ etaG: number }>('crd', given).etaG - expected)).toBeLessThan(5.01e-10);
  });

  test.each([
    [0.3, 0.342267, 0.459652],
    [0.4, 0.237445, 0.579165],
    [0.5, 0.196267, 0.63105],
    [0.6, 0.171055, 0.664585],
    [0.8, 0.140247, 0.707785],
    [0.9, 0.129868, 0.722988],
    [1, 0.121433, 0.735618],
  ])('rest points at r = %d', (r, low, high) => {
    const { equilibria, stability } = solved<{ equilibria: number[]; stability: string[] }>('crd', { r });
    expect(equilibria).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
    expect(stability).toEqual(['unstable', 'stable']);
  });

  test('rest points exist from r = c/0.3456 on, and not before', () => {
    expect(solved<{ equilibria: number[] }>('crd', { r: 0.28935 }).equilibria).toEqual([]);
    expect(solved<{ equilibria: number[] }>('crd', { r: 0.28936 }).equilibria).toHaveLength(2);
  });
});

describe('matrix', () => {
  test('fixation of hawk among doves (EGTtools)', () => {
    const { fixation } = solved<{ fixation: number[][] }>(
      'matrix',
      {},
      {
        payoffs: [
          [-0.5, 2],
          [0, 0],
        ],
      },
    );
    expect(relative(fixation[1]?.[0] as number, 0.8641155742462664)).toBeLessThan(1e-12);
  });
  test('fixation in groups of three (EGTtools)', () => {
    const payoffs = {
      groupSize: 3,
      payoffs: [
        [-0.5, 2, 1, 3],
        [0, 0, 1, 2],
      ],
    };
    const { fixation } = solved<{ fixation: number[][] }>('matrix', {}, payoffs);
    expect(relative(fixation[0]?.[1] as number, 0.020104159364630978)).toBeLessThan(1e-12);
  });
  test('the collective-risk dilemma as a table (EGTtools)', () => {
    const kept = (contributors: number): number => (contributors >= 3 ? 1 : 0);
    const ks = [0, 1, 2, 3, 4, 5, 6];
    const payoffs = { groupSize: 6, strategies: ['D', 'C'], payoffs: [ks.map(kept), ks.map((k) => kept(k) - 0.1)] };
    const { fixation } = solved<{ fixation: number[][] }>('matrix', { Z: 50 }, payoffs);
    expect(relative(fixation[1]?.[0] as number, 0.003682100470889826)).toBeLessThan(1e-12);
  });
  test('cooperators among defectors, exponential Moran process (pyevodyn)', () => {
    const table = [
      [1, -1],
      [2, 0],
    ];
    const { fixation } = solved<{ fixation: number[][] }>('matrix', { Z: 50, rule: 'moranExponential', w: 0.1 }, table);
    expect(relative(fixation[1]?.[0] as number, 0.0006059821672805591)).toBeLessThan(1e-12);
  });
  test('an infinite population of hawks and doves rests where both earn alike [exact]', () => {
    const table = [
      [-0.5, 2],
      [0, 1],
    ];
    const { replicator } = solved<{ replicator: Record<string, number> }>('matrix', { time: 200 }, table);
    expect(replicator['0']).toBeCloseTo(2 / 3, 9);
  });
  test('equal payoffs are neutral: 1/Z, whatever the rule [exact]', () => {
    const table = [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ];
    for (const rule of ['fermi', 'moran', 'moranExponential', 'strong']) {
      const { stationary, fixation } = solved<{ stationary: Record<string, number>; fixation: number[][] }>(
        'matrix',
        { Z: 40, rule },
        table,
      );
      expect(Object.values(stationary)).toEqual([1, 1, 1].map(() => expect.closeTo(1 / 3, 14)));
      expect(fixation[0]?.[1]).toBeCloseTo(1 / 40, 14);
    }
  });
});

describe('voluntary: Hauert et al. 2007', () => {
  test('punishers 72 %, cooperators 14 %, non-participants 9 %, defectors 5 %', () => {
    const { stationary } = solved<{ stationary: Record<string, number> }>('voluntary');
    const percent = Object.fromEntries(Object.entries(stationary).map(([name, share]) => [name, Math.round(share * 100)]));
    expect(percent).toEqual({ C: 14, D: 5, N: 9, P: 72 });
  });
  test('compulsory: defectors', () => {
    const { stationary } = solved<{ stationary: Record<string, number> }>('voluntary', { compulsory: true });
    expect(stationary['D']).toBeGreaterThan(0.999);
  });
});

describe('pool-peer: Sigmund et al. 2010 [exact]', () => {
  const population = 100;
  test.each([
    [{ peer: false }, { X: 2 / 7, Y: 2 / 7, Z: 2 / 7, V: 1 / 7 }],
    [
      { peer: false, secondOrder: true },
      { X: 0, Y: 0, Z: 0, V: 1 },
    ],
    [
      { pool: false },
      { X: 2 / (population + 8), Y: 2 / (population + 8), Z: 2 / (population + 8), W: (population + 2) / (population + 8) },
    ],
    // All five at once: solved in fractions (sympy) from payoffs written out group by group.
    [{}, { X: 6 / 323, Y: 6 / 323, Z: 4 / 323, V: 1 / 323, W: 18 / 19 }],
    [{ secondOrder: true }, { X: 0, Y: 0, Z: 0, V: 1, W: 0 }],
    [
      { pool: false, secondOrder: true },
      { X: 1 / 54, Y: 1 / 54, Z: 1 / 54, W: 17 / 18 },
    ],
    [{ compulsory: true }, { X: 0, Y: 1, V: 0, W: 0 }],
    [
      { compulsory: true, pool: false },
      { X: 0, Y: 1, W: 0 },
    ],
    [
      { compulsory: true, peer: false, secondOrder: true },
      { X: 0, Y: 1, V: 0 },
    ],
  ])('%o', (given, expected) => {
    const { stationary } = solved<{ stationary: Record<string, number> }>('pool-peer', { M: population, ...given });
    expect(Object.keys(stationary)).toEqual(Object.keys(expected));
    for (const [name, share] of Object.entries(expected)) expect(stationary[name]).toBeCloseTo(share, 14);
  });
  test('nearly reducible: compulsory, at steep but finite selection', () => {
    for (const s of [10, 100, 1000]) {
      const { stationary } = solved<{ stationary: Record<string, number> }>('pool-peer', { compulsory: true, rule: 'fermi', s });
      expect(stationary['Y']).toBeCloseTo(1, 8);
    }
  });
});

describe('inequality: Vasconcelos et al. 2014', () => {
  test.each([
    [0.3, 0, 0.747485],
    [0.3, 0.7, 0.749648],
    [0.3, 1, 0.493382],
    [0.9, 0, 0.948701],
    [0.9, 0.7, 0.954973],
    [0.9, 1, 0.707933],
  ])('r = %d, h = %d', (r, h, expected) => {
    expect(Math.abs(solved<{ etaG: number }>('inequality', { r, h }).etaG - expected)).toBeLessThan(1e-6);
  });
  test('shares of contributors at r = 0.3, h = 1', () => {
    const { meanRich, meanPoor } = solved<{ meanRich: number; meanPoor: number }>('inequality', { r: 0.3, h: 1 });
    expect([meanRich, meanPoor]).toEqual([expect.closeTo(0.925, 3), expect.closeTo(0.128, 3)]);
  });
  // Without inequality and homophily the two classes are one population: another program path, the same chain.
  test.each([0, 0.2, 0.3, 0.4, 1])('equal endowments at r = %d are the one-population chain', (r) => {
    for (const ZR of [40, 150]) {
      const two = solved<{ etaG: number; meanRich: number }>('inequality', { r, ZR, bR: 1, bP: 1, h: 0 });
      const one = solved<{ etaG: number; meanCooperators: number }>('crd', { r, Z: 200, beta: 3, mu: 1 / 200 });
      expect(relative(two.etaG, one.etaG)).toBeLessThan(1e-9);
      expect(relative(two.meanRich, one.meanCooperators)).toBeLessThan(1e-9);
    }
  });
});

describe('institutions: Vasconcelos et al. 2013', () => {
  test.each([
    ['none', 0.3, 0.0051],
    ['global', 0.3, 0.0123],
    ['local', 0.3, 0.938],
    ['none', 1, 0.9782],
    ['global', 1, 0.9861],
    ['local', 1, 0.9915],
  ])('%s at r = %d', (scope, r, expected) => {
    const { etaG, etaI } = solved<{ etaG: number; etaI: number }>('institutions', { scope, r });
    expect(Math.abs(etaG - expected)).toBeLessThan(5.1e-5);
    if (scope === 'local') expect(etaI).toBeCloseTo(0.225, 2);
  });
  test('the order stands at other fees and fines', () => {
    for (const { piT, piF } of [
      { piT: 0.02, piF: 0.3 },
      { piT: 0.03, piF: 0.1 },
      { piT: 0.02, piF: 0.1 },
    ]) {
      const [none, global, local] = ['none', 'global', 'local'].map(
        (scope) => solved<{ etaG: number }>('institutions', { scope, r: 0.3, piT, piF }).etaG,
      );
      expect(none).toBeLessThan(global as number);
      expect(global).toBeLessThan(local as number);
    }
  });
});

describe('tripartite', () => {
  interface Solved {
    readonly ess: { at: number[]; eigenvalues: number[] }[];
    readonly final: number[];
    readonly basins: { at: number[]; share: number }[];
    readonly equilibria: { kind: string; at: number[] }[];
  }
  test.each([
    [0, [0, 0, 0], [-3.15, -6.5, -10], [0, 0, 0]],
    [1, [0, 0, 1], [-3.9, -6.5, -2.4], [0, 0, 1]],
    [2, [1, 0, 1], [-1.36, -3.5, -2.24], [0.9985, 0, 1]],
    [3, [1, 1, 1], [-6.75, -1.6, -12.4], [1, 0.9993, 1]],
    [4, [1, 1, 0], [-0.85, -8, -3], [0.9994, 1, 0]],
  ])('stage %d of Wang et al. 2023', (stage, at, eigenvalues, final) => {
    const found = solved<Solved>('tripartite', { stage, grid: 3 });
    expect(found.ess).toEqual([{ at, eigenvalues: eigenvalues.map((value) => expect.closeTo(value, 10)) }]);
    // The paper prints four digits of the state at t = 5.
    for (const [i, share] of found.final.entries()) expect(Math.abs(share - (final[i] as number))).toBeLessThan(6e-5);
    expect(found.basins).toEqual([{ at, share: 1 }]);
  });
  test('payoffs from a file: three parties with one stable corner', () => {
    const payoffs = [
      [
        [
          [0, 0, 0],
          [0, 0, -2],
        ],
        [
          [0, 5.25, 0],
          [0, 3.75, -1.5],
        ],
      ],
      [
        [
          [14, 0, 0],
          [12, 0, 0],
        ],
        [
          [11, 8.25, 0],
          [9, 6.75, 0.5],
        ],
      ],
    ];
    const start = { x0: 0.2, y0: 0.2, z0: 0.2 };
    const { ess, final } = solved<Solved>('tripartite', { ...start, time: 0.5 }, payoffs);
    expect(ess).toEqual([{ at: [1, 1, 1], eigenvalues: [-9, -6.75, -0.5] }]);
    expect(final).toEqual([expect.closeTo(0.99, 5), expect.closeTo(0.90233, 5), expect.closeTo(0.18235, 5)]);
    expect(solved<Solved>('tripartite', { ...start, time: 5 }, payoffs).final[2]).toBeCloseTo(0.67725, 5);
  });
  test('mixed points are rest points', () => {
    // U = y + z − 1, x − z, x − y: all three vanish at (½, ½, ½) alone.
    const cell = (x: number, y: number, z: number) => [x * (y + z - 1), y * (x - z), z * (x - y)];
    const payoffs = [0, 1].map((x) => [0, 1].map((y) => [0, 1].map((z) => cell(x, y, z))));
    const { equilibria } = solved<Solved>('tripartite', { grid: 1 }, payoffs);
    expect(equilibria.filter(({ kind }) => kind === 'interior').map(({ at }) => at)).toEqual([[0.5, 0.5, 0.5]]);
  });
});

describe('what is refused', () => {
  const said = (name: string, given: Readonly<Record<string, unknown>>, payoffs?: unknown) => {
    const outcome = runGame(name, given, payoffs);
    return outcome.ok ? [] : outcome.refusals.map(({ kind, where, message }) => ({ kind, where, en: message.en, zh: message.zh }));
  };
  test.each([
    ['crd', { r: 1.5 }, 'outOfRange', '0 ≤ r ≤ 1'],
    ['crd', { mu: 0 }, 'outOfRange', '0 < mu ≤ 1'],
    ['crd', { r: Number.NaN }, 'notANumber', '0 ≤ r ≤ 1'],
    ['crd', { r: 'Infinity' }, 'notANumber', '0 ≤ r ≤ 1'],
    ['crd', { N: 2.5 }, 'notWhole', '2 ≤ N ≤ 1000'],
    ['crd', { M: 7 }, 'inconsistent', 'M ≤ N'],
    ['crd', { N: 200 }, 'inconsistent', 'N ≤ Z'],
    ['crd', { risk: 1 }, 'unknownParameter', 'N, M, c'],
    ['institutions', { scope: 'both' }, 'outOfRange', 'none, global, local'],
    ['institutions', { Z: 1000 }, 'inconsistent', 'multiplications'],
    ['voluntary', { s: 1 }, 'inconsistent', 'fitness'],
    ['voluntary', { s: 2 }, 'inconsistent', '0 ≤ s ≤ 1'],
    ['matrix', {}, 'badFile', 'payoffs'],
    ['nothing', {}, 'unknownModel', 'crd'],
    // What every object of the language answers to is no parameter.
    ['voluntary', { constructor: 1 }, 'unknownParameter', 'no parameter named constructor'],
    ['matrix', { toString: 1 }, 'unknownParameter', 'no parameter named toString'],
  ])('%s %o: %s', (name, given, kind, part) => {
    const [first] = said(name, given);
    expect(first).toMatchObject({ kind, en: expect.stringContaining(part) });
    expect(first?.zh).toMatch(/\p{Script=Han}/u);
  });
  test.each([
    [[[1, 2]]],
    [
      [
        [1, 2],
        [1, Number.NaN],
      ],
    ],
    [
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    ['text'],
    [{ payoffs: [], more: 1 }],
  ])('payoffs %o', (payoffs) => {
    expect(said('matrix', {}, payoffs)).toMatchObject([{ kind: 'badFile' }]);
  });
  test('every model has titles, sources and standards within their ranges', () => {
    for (const { name, parameters, choices, payoffs } of gameModels) {
      for (const { standard, min, max } of parameters) expect(standard >= min && standard <= max, name).toBe(true);
      for (const { standard, options } of choices) expect(options).toContain(standard);
      if (payoffs !== 'required') expect(runGame(name, name === 'tripartite' ? { grid: 1 } : {}).ok).toBe(true);
    }
  });
});
