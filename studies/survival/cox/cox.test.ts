import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logRankDocument } from '../logRank.ts';
import { inverseForm } from '../linear.ts';
import { freireich } from '../testing/freireich.ts';
import { accepted, csvOf, dataOf } from '../testing/tables.ts';
import { concordance } from './concordance.ts';
import { predictors, type TieMethod } from './deathTimes.ts';
import { designOf } from './design.ts';
import { coxDocument } from './document.ts';
import { likelihood } from './fit.ts';

const plain = { level: 0.95, robust: false } as const;
type Row = readonly (number | string)[];

// Breslow: J. D. Kalbfleisch and R. L. Prentice, 2002, and SAS (−2 log L 187.970 and 172.759). All three: T. M. Therneau's and Stata's manuals.
test.each([
  ['breslow', 1.509, 0.41],
  ['efron', 1.572, 0.412],
  ['exact', 1.628, 0.433],
] as const)('remission in leukaemia with %s ties', (ties, coef, se) => {
  const data = dataOf(freireich, { time: 'weeks', event: 'relapse', covariates: ['placebo'] });
  const document = accepted(coxDocument(data, { ties, ...plain }));
  expect(document.coefficients[0]?.['coef']).toBeCloseTo(coef, 3);
  expect(document.coefficients[0]?.['se']).toBeCloseTo(se, 3);
  if (ties !== 'breslow') return;
  expect(-2 * document.loglik_null).toBeCloseTo(187.97, 3);
  expect(-2 * document.loglik).toBeCloseTo(172.759, 3);
});

test('the score test with exact ties is the log-rank test', () => {
  const asked = { time: 'weeks', event: 'relapse', group: ['arm'], covariates: ['arm'] };
  const data = dataOf(freireich, asked);
  const { score } = accepted(coxDocument(data, { ties: 'exact', ...plain }));
  expect(score.test).toBeCloseTo(accepted(logRankDocument(data, 0)).chisq, 8);
});

describe('six cases worked by hand', () => {
  // T. M. Therneau and P. M. Grambsch, Modeling Survival Data, 2000, appendix E: with r = exp(β) the likelihoods are as written here.
  const csv = csvOf('case,t,e,x', [
    ['a', 1, 1, 1],
    ['b', 1, 0, 1],
    ['c', 6, 1, 1],
    ['d', 6, 1, 0],
    ['e', 8, 0, 0],
    ['f', 9, 1, 0],
  ]);
  const formulas: Readonly<Record<'breslow' | 'efron', (beta: number) => number>> = {
    breslow: (beta) => 2 * beta - Math.log(3 * Math.exp(beta) + 3) - 2 * Math.log(Math.exp(beta) + 3),
    efron: (beta) => 2 * beta - Math.log(3 * Math.exp(beta) + 3) - Math.log(Math.exp(beta) + 3) - Math.log((Math.exp(beta) + 5) / 2),
  };
  test.each(['breslow', 'efron'] as const)('%s', (ties) => {
    const document = accepted(coxDocument(dataOf(csv, { time: 't', event: 'e', covariates: ['x'] }), { ties, ...plain }));
    const formula = formulas[ties];
    const beta = document.coefficients[0]?.['coef'] as number;
    expect(document.loglik_null).toBeCloseTo(formula(0), 10);
    expect(document.loglik).toBeCloseTo(formula(beta), 10);
    for (const step of [-1e-3, 1e-3]) expect(formula(beta + step)).toBeLessThan(document.loglik);
    const curvature = (formula(beta + 1e-4) - 2 * formula(beta) + formula(beta - 1e-4)) / 1e-8;
    expect(document.vcov[0]?.[0]).toBeCloseTo(-1 / curvature, 4);
    expect(beta).toBeCloseTo(ties === 'breslow' ? 1.475285 : 1.676857, 6);
  });
  test('with exact ties it rises for ever, which is refused', () => {
    const answer = coxDocument(dataOf(csv, { time: 't', event: 'e', covariates: ['x'] }), { ties: 'exact', ...plain });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'infiniteCoefficient', columns: ['x'] } });
  });
});

/** Rows of time, event, two covariates and a unit, with many ties; always estimable. */
function drawn(count: number, seed: number): Row[] {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, (_, at) => {
    const [x, z] = [Math.round(next() * 6) / 2, Number(next() < 0.5)];
    return [at, 1 + Math.floor((-Math.log(next()) * 12) / Math.exp(0.4 * x - 0.3 * z)), Number(next() < 0.7), x, z];
  });
}
const header = 'id,t,e,x,z';
const asked = { time: 't', event: 'e', covariates: ['x', 'z'] };

test('cutting rows at any time changes nothing, if units are told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom<TieMethod>('efron', 'breslow'), (seed, ties) => {
      const rows = drawn(40, seed);
      const cut = rows.flatMap(([id, t, e, x, z]) => {
        const middle = Math.floor((t as number) / 2);
        return middle === 0
          ? [[id, 0, t, e, x, z]]
          : [
              [id, 0, middle, 0, x, z],
              [id, middle, t, e, x, z],
            ];
      }) as Row[];
      const whole = accepted(coxDocument(dataOf(csvOf(header, rows), { ...asked, cluster: 'id' }), { ties, ...plain }));
      const pieces = accepted(coxDocument(dataOf(csvOf('id,s,t,e,x,z', cut), { ...asked, start: 's', cluster: 'id' }), { ties, ...plain }));
      for (const key of ['loglik', 'loglik_null'] as const) expect(pieces[key]).toBeCloseTo(whole[key], 8);
      expect(pieces.vcov.flat().map((v) => v.toFixed(8))).toEqual(whole.vcov.flat().map((v) => v.toFixed(8)));
      expect(pieces.robust_score?.test).toBeCloseTo(whole.robust_score?.test ?? 0, 6);
      expect(pieces.concordance.C).toBeCloseTo(whole.concordance.C ?? 0, 10);
      expect(pieces.concordance['se(C)']).toBeCloseTo(whole.concordance['se(C)'] ?? 0, 10);
      for (const [at, row] of whole.zph_identity.entries()) expect(pieces.zph_identity[at]?.chisq).toBeCloseTo(row.chisq ?? 0, 6);
    }),
    { numRuns: 25 },
  );
});

test.each(['efron', 'breslow', 'exact'] as const)('the same data in two strata: same coefficients, half the variance (%s)', (ties) => {
  const rows = drawn(40, 7);
  const once = accepted(coxDocument(dataOf(csvOf(header, rows), asked), { ties, ...plain }));
  const doubled = [...rows.map((row) => [...row, 'p']), ...rows.map((row) => [...row, 'q'])];
  const twice = accepted(coxDocument(dataOf(csvOf(`${header},half`, doubled), { ...asked, strata: ['half'] }), { ties, ...plain }));
  for (const [at, row] of once.coefficients.entries()) expect(twice.coefficients[at]?.['coef']).toBeCloseTo(row['coef'] as number, 8);
  expect(twice.vcov[0]?.[1]).toBeCloseTo((once.vcov[0]?.[1] ?? 0) / 2, 10);
  expect(twice.concordance.C).toBeCloseTo(once.concordance.C ?? 0, 12);
});

test('exact ties against all sets written out', () => {
  const rows = drawn(12, 3);
  const data = dataOf(csvOf(header, rows), asked);
  const design = accepted(designOf(data));
  const beta = Float64Array.of(0.3, -0.2);
  const eta = (at: number): number => (design.x[2 * at] as number) * 0.3 + (design.x[2 * at + 1] as number) * -0.2;
  const sets = (from: readonly number[], size: number): number[][] =>
    size === 0 ? [[]] : from.flatMap((one, at) => sets(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
  const places = [...Array(design.rows).keys()];
  const sum = (set: readonly number[]): number => set.reduce((total, at) => total + eta(at), 0);
  let expected = 0;
  for (const time of new Set(design.time)) {
    const dying = places.filter((at) => design.time[at] === time && design.event[at] === 1);
    const risk = places.filter((at) => (design.time[at] as number) >= time);
    if (dying.length > 0) expected += sum(dying) - Math.log(sets(risk, dying.length).reduce((total, set) => total + Math.exp(sum(set)), 0));
  }
  expect(likelihood(design, beta, 'exact').logLikelihood).toBeCloseTo(expected, 10);
  const h = 1e-5;
  const { score, information } = likelihood(design, beta, 'exact');
  const moved = (d: number): number => likelihood(design, Float64Array.of(0.3 + d, -0.2), 'exact').logLikelihood;
  expect(score[0]).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 5);
  expect(information[0]).toBeCloseTo(-(moved(1e-4) - 2 * moved(0) + moved(-1e-4)) / 1e-8, 3);
});

test('robust variance is the sum of squared influences, each found by weighing one row a little more and less', () => {
  const rows = drawn(15, 11);
  const copies = 60;
  const fitted = (extra: number, more: number): number[] => {
    const weighed = rows.flatMap((row, at) => new Array<Row>(copies + (at === extra ? more : 0)).fill(row));
    const document = accepted(coxDocument(dataOf(csvOf(header, weighed), asked), { ties: 'breslow', ...plain }));
    return document.coefficients.map(({ coef }) => coef as number);
  };
  const robust = accepted(coxDocument(dataOf(csvOf(header, rows), asked), { ties: 'breslow', level: 0.95, robust: true }));
  let variance = 0;
  for (const at of rows.keys()) {
    const [up, down] = [fitted(at, 1), fitted(at, -1)];
    variance += (((up[0] as number) - (down[0] as number)) * (copies / 2)) ** 2;
  }
  expect(Math.abs(variance / (robust.vcov[0]?.[0] ?? 0) - 1)).toBeLessThan(1e-3);
});

test('proportionality is the score test of x·t as a covariate that changes', () => {
  const rows = drawn(30, 5);
  const document = accepted(coxDocument(dataOf(csvOf(header, rows), asked), { ties: 'efron', ...plain }));
  const [bx, bz] = document.coefficients.map(({ coef }) => coef as number) as [number, number];
  const ends = [...new Set(rows.map(([, t]) => t as number))].sort((a, b) => a - b);
  const pieces = rows.flatMap(([id, t, e, x, z]) =>
    ends
      .filter((end) => end <= (t as number))
      .map((end, at) => [id, at === 0 ? 0 : (ends[at - 1] as number), end, end === t ? e : 0, x, z, (x as number) * end] as Row),
  );
  const grown = dataOf(csvOf('id,s,t,e,x,z,xt', pieces), { ...asked, start: 's', covariates: ['x', 'z', 'xt'] });
  const design = accepted(designOf(grown));
  const beta = Float64Array.of(bx * (design.scale[0] as number), bz * (design.scale[1] as number), 0);
  const { score, information } = likelihood(design, beta, 'efron');
  expect(document.zph_identity[0]?.chisq).toBeCloseTo(inverseForm(information, score) ?? 0, 6);
});

test('concordance and its error against all pairs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const design = accepted(designOf(dataOf(csvOf(header, drawn(25, seed)), asked)));
      const eta = predictors(design, Float64Array.of(0.5, -0.2));
      const value = (i: number, j: number): number | undefined => {
        const [ti, tj] = [design.time[i] as number, design.time[j] as number];
        if (design.event[i] === 0 || ti > tj || (ti === tj && design.event[j] === 1) || i === j) return undefined;
        return eta[i] === eta[j] ? 0.5 : Number((eta[i] as number) > (eta[j] as number));
      };
      const places = [...Array(design.rows).keys()];
      const own = places.map(() => ({ agree: 0, pairs: 0 }));
      let [agree, pairs] = [0, 0];
      for (const i of places)
        for (const j of places) {
          const one = value(i, j);
          if (one === undefined) continue;
          agree += one;
          pairs += 1;
          for (const at of [i, j]) {
            (own[at] as { agree: number }).agree += one;
            (own[at] as { pairs: number }).pairs += 1;
          }
        }
      const influence = own.map((one) => (one.agree - (agree / pairs) * one.pairs) / pairs);
      const found = concordance(design, eta, undefined);
      expect(found.C).toBeCloseTo(agree / pairs, 12);
      expect(found['se(C)']).toBeCloseTo(Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0)), 12);
    }),
    { numRuns: 40 },
  );
});

describe('what cannot be estimated is refused with its reason', () => {
  const rows: readonly Row[] = [
    [1, 3, 1, 0, 0],
    [2, 4, 1, 1, 2],
    [3, 5, 0, 2, 4],
    [4, 6, 1, 0, 0],
    [5, 7, 1, 1, 2],
  ];
  test.each([
    ['constantCovariate', ['c'], rows.map((row) => [...row, 5])],
    ['collinear', ['x', 'z'], rows.map((row) => [...row, 5])],
    ['noEvents', ['x'], rows.map(([id, t, , x, z]) => [id, t, 0, x, z, 5])],
    ['oneRow', ['x'], [[1, 3, 1, 0, 0, 5]]],
    ['noCovariates', [], rows.map((row) => [...row, 5])],
    [
      'infiniteCoefficient',
      ['x'],
      [
        [1, 1, 1, 9, 0, 0],
        [2, 2, 1, 8, 0, 0],
        [3, 3, 1, 7, 0, 0],
        [4, 4, 0, 6, 0, 0],
      ],
    ],
  ] as const)('%s', (kind, covariates, table) => {
    const data = dataOf(csvOf(`${header},c`, table as readonly Row[]), { ...asked, covariates });
    for (const ties of ['efron', 'breslow', 'exact'] as const) {
      const answer = coxDocument(data, { ties, ...plain });
      expect(answer).toMatchObject({ ok: false, refusal: { kind } });
      if (!answer.ok) expect(answer.refusal.text.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
