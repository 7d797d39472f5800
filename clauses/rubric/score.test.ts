/** Worked by hand; the same cases give the same figures in the scorer that the clause set came with. */
import { expect, test } from 'vitest';
import { align, comparable, type Judged, type Labelled, score, spearman } from './score.ts';

const statement = (aim: string, more: Partial<Labelled> = {}): Labelled => ({
  attribute: ['甲方'],
  lead: null,
  deontic: 'must',
  aim,
  object: '泵站',
  deadline: null,
  indicator: null,
  orElse: null,
  ...more,
});
const clause = (statements: Labelled[], vague: string[], binding_score: number): Judged => ({ statements, vague, binding_score });

test('statements are paired by what they have in common', () => {
  // 甲方|建成|泵站 and 甲方|建设|泵站: 5 of 9 pairs in common, 甲方 方| |建 |泵 泵站.
  expect(align([statement('建成')], [statement('建设')])).toEqual([[0, 0]]);
  expect(align([statement('建成')], [{ ...statement('停止'), attribute: [], object: '采砂' }])).toEqual([]);
});

test('a deadline is compared by day, duration, recurrence or period', () => {
  expect(comparable({ duration: 'P3M', from: '签订之日' })).toBe(comparable({ duration: 'P3M' }));
  expect(comparable({ standing: '长期' })).toBe(comparable({ unresolved: '汛前' }));
  expect(comparable('2026-12-31')).not.toBe(comparable({ period: '2026/2027' }));
});

test('rank correlation with ties', () => {
  expect(spearman([1, 2, 3], [10, 20, 30])).toBeCloseTo(1);
  expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
  // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / √(4.5 · 5).
  expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5));
});

test('a report', () => {
  const gold = clause(
    [statement('建成', { deadline: '2026-12-31' }), { ...statement('停止'), attribute: [], object: '采砂' }],
    ['no_party'],
    0.5,
  );
  const read = clause([statement('建成', { deontic: null, deadline: '2026-12-31' })], ['no_party', 'no_deadline'], 0.7);
  const report = score([
    [gold, read],
    [gold, gold],
  ]);
  // 3 pairs; 4 labelled, 3 read.
  expect(report.statementF1).toBeCloseTo((2 * 1 * 0.75) / 1.75);
  expect(report.deonticAccuracy).toBeCloseTo(2 / 3);
  expect(report.recall.deadline).toBe(1);
  expect(report.scoreError).toBeCloseTo(0.1);
  // no_party 1, no_deadline 0, the other four never occur.
  expect(report.vagueMacroF1).toBeCloseTo(1 / 6);
});
