import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { competingDocument } from './competing.ts';
import { kaplanMeierDocument } from './curves.ts';
import { logRankDocument } from './logRank.ts';
import { rmstDocument } from './rmst.ts';
import { freireich } from './testing/freireich.ts';
import { accepted, csvOf, dataOf } from './testing/tables.ts';

const asked = { time: 'weeks', event: 'relapse', group: ['arm'] };
const options = { confidence: { type: 'log', level: 0.95 }, estimator: 'kaplan-meier', quantiles: [0.25, 0.5, 0.75] } as const;

describe('remission in leukaemia', () => {
  const document = accepted(kaplanMeierDocument(dataOf(freireich, asked), options));

  // D. R. Cox and D. Oakes, Analysis of Survival Data, 1984, section 4.2; J. P. Klein and M. L. Moeschberger, 2003, table 4.1.
  test('survival, standard errors and medians as published', () => {
    const curve = document.curves['arm=6-MP'];
    const events = curve?.time.flatMap((time, at) =>
      (curve['n.event'][at] as number) > 0 ? [[time, curve.surv[at], curve['std.err'][at]]] : [],
    );
    const published = [
      [6, 0.857, 0.0764],
      [7, 0.807, 0.0869],
      [10, 0.753, 0.0963],
      [13, 0.69, 0.1068],
      [16, 0.627, 0.1141],
      [22, 0.538, 0.1282],
      [23, 0.448, 0.1346],
    ];
    expect(events).toHaveLength(published.length);
    for (const [at, [time, survival, error]] of published.entries()) {
      expect(events?.[at]?.[0]).toBe(time);
      expect(events?.[at]?.[1]).toBeCloseTo(survival as number, 3);
      expect(events?.[at]?.[2]).toBeCloseTo(error as number, 4);
    }
    expect(document.table.map(({ median }) => median)).toEqual([23, 8]);
  });

  test('log-rank test as published: 9 and 21 against 19.25 and 10.75, χ² = 16.79', () => {
    const { obs, exp, chisq, df } = accepted(logRankDocument(dataOf(freireich, asked), 0));
    expect(obs).toEqual([9, 21]);
    expect(exp[0]).toBeCloseTo(19.25, 2);
    expect(exp[1]).toBeCloseTo(10.75, 2);
    expect(chisq).toBeCloseTo(16.79, 2);
    expect(df).toBe(1);
  });
});

test('a flat stretch at one half has its middle as the median', () => {
  const data = dataOf(
    csvOf(
      'case,t,e',
      [1, 2, 3, 4].map((time) => [`c${time}`, time, 1]),
    ),
    { time: 't', event: 'e' },
  );
  expect(accepted(kaplanMeierDocument(data, options)).table[0]?.['median']).toBe(2.5);
});

test('Peto–Peto by hand: weights are the pooled curve just before', () => {
  // a at 1 and 3, b at 2 and 4+. Weights 1, 3/4, 1/2; at risk (2,2), (1,2), (1,1).
  const csv = csvOf('case,t,e,g', [
    ['p', 1, 1, 'a'],
    ['q', 2, 1, 'b'],
    ['r', 3, 1, 'a'],
    ['s', 4, 0, 'b'],
  ]);
  const { obs, exp, var: variance } = accepted(logRankDocument(dataOf(csv, { time: 't', event: 'e', group: ['g'] }), 1));
  expect(obs).toEqual([1.5, 0.75]);
  expect(exp[0]).toBeCloseTo(0.5 + 0.75 / 3 + 0.25, 12);
  expect(variance[0]?.[0]).toBeCloseTo(1 / 4 + (0.75 ** 2 * 2) / 9 + 0.25 / 4, 12);
});

test('a late entry is not at risk before it starts', () => {
  const csv = csvOf('s,t,e', [
    [0, 2, 1],
    [1, 3, 1],
    [2, 4, 1],
  ]);
  const { curves } = accepted(kaplanMeierDocument(dataOf(csv, { start: 's', time: 't', event: 'e' }), options));
  expect(curves['all']?.['n.risk']).toEqual([2, 2, 1]);
});

const times = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 30 });

test('without censoring the restricted mean is the mean of min(T, τ), and its variance theirs over n', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 9 }), (values, tau) => {
      const data = dataOf(
        csvOf(
          'case,t,e',
          values.map((time, at) => [`c${at}`, time, 1]),
        ),
        { time: 't', event: 'e' },
      );
      const { arms } = accepted(rmstDocument(data, tau, 0.95));
      const cut = values.map((time) => Math.min(time, tau));
      const mean = cut.reduce((sum, value) => sum + value, 0) / cut.length;
      const spread = cut.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cut.length;
      expect(arms[0]?.rmst['Est.']).toBeCloseTo(mean, 10);
      expect(arms[0]?.var).toBeCloseTo(spread / cut.length, 10);
    }),
  );
});

test('the difference of means has the sum of both variances', () => {
  const data = dataOf(freireich, asked);
  const { arms, contrast } = accepted(rmstDocument(data, 20, 0.95));
  const [first, second] = arms;
  expect(contrast[0]).toMatchObject({ group: 'arm=placebo', against: 'arm=6-MP' });
  expect(contrast[0]?.['Est.']).toBeCloseTo((second?.rmst['Est.'] ?? 0) - (first?.rmst['Est.'] ?? 0), 12);
  expect((contrast[0]?.se ?? 0) ** 2).toBeCloseTo((first?.var ?? 0) + (second?.var ?? 0), 12);
  expect(rmstDocument(data, 40, 0.95)).toMatchObject({ ok: false, refusal: { kind: 'tauTooLate' } });
});

test('without censoring incidence is a share with the error of a share', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('x', 'y')), { minLength: 2, maxLength: 40 }), (rows) => {
      const csv = csvOf(
        'case,t,e',
        rows.map(([time, kind], at) => [`c${at}`, time, kind]),
      );
      const { curves, states } = accepted(competingDocument(dataOf(csv, { time: 't', event: 'e', competing: true }), options.confidence));
      const curve = curves['all'];
      for (const [at, time] of (curve?.time ?? []).entries())
        for (const [kind, state] of states.slice(1).entries()) {
          const p = rows.filter(([when, what]) => when <= time && what === state).length / rows.length;
          expect(curve?.pstate[at]?.[kind + 1]).toBeCloseTo(p, 10);
          expect(curve?.['std.err'][at]?.[kind + 1]).toBeCloseTo(Math.sqrt((p * (1 - p)) / rows.length), 6);
        }
    }),
  );
});

test('with one kind of event incidence is what the curve has lost, with its error', () => {
  const km = accepted(kaplanMeierDocument(dataOf(freireich, asked), options));
  const { curves } = accepted(competingDocument(dataOf(freireich, { ...asked, competing: true }), options.confidence));
  for (const [label, curve] of Object.entries(km.curves))
    for (const [at, survival] of curve.surv.entries()) {
      expect(curves[label]?.pstate[at]?.[1]).toBeCloseTo(1 - survival, 12);
      expect(curves[label]?.['std.err'][at]?.[1]).toBeCloseTo(curve['std.err'][at] ?? 0, 12);
    }
});

test('three groups: the statistic is the quadratic form of the first two, by hand', () => {
  // One happens at each of 1 to 5; at risk of (a, b, c): (2,2,2), (1,2,2), (1,1,2), (1,1,1), (0,1,1).
  const rows: [number, number, string][] = [
    [1, 1, 'a'],
    [2, 1, 'b'],
    [3, 1, 'c'],
    [4, 1, 'a'],
    [5, 1, 'b'],
    [6, 0, 'c'],
  ];
  const csv = csvOf(
    'case,t,e,g',
    rows.map((row, at) => [`c${at}`, ...row]),
  );
  const { obs, exp, var: variance, chisq, df } = accepted(logRankDocument(dataOf(csv, { time: 't', event: 'e', group: ['g'] }), 0));
  const atRisk = [
    [2, 2, 2],
    [1, 2, 2],
    [1, 1, 2],
    [1, 1, 1],
    [0, 1, 1],
  ];
  const shares = atRisk.map((counts) => counts.map((count) => count / counts.reduce((sum, one) => sum + one, 0)));
  const total = (of: (share: readonly number[]) => number): number => shares.reduce((sum, share) => sum + of(share), 0);
  expect(obs).toEqual([2, 2, 1]);
  for (const group of [0, 1, 2]) {
    expect(exp[group]).toBeCloseTo(
      total((share) => share[group] as number),
      12,
    );
    // With one happening at a time the variance is that of one draw: p(1 − p), and −pq between groups.
    for (const other of [0, 1, 2])
      expect(variance[group]?.[other]).toBeCloseTo(
        total((share) => (share[group] as number) * (Number(group === other) - (share[other] as number))),
        12,
      );
  }
  const [a, b] = [2 - (exp[0] as number), 2 - (exp[1] as number)];
  const [vaa, vab, vbb] = [variance[0]?.[0], variance[0]?.[1], variance[1]?.[1]] as [number, number, number];
  expect(chisq).toBeCloseTo((vbb * a * a - 2 * vab * a * b + vaa * b * b) / (vaa * vbb - vab * vab), 10);
  expect(df).toBe(2);
});
