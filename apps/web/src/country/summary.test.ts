import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { expect, it } from 'vitest';
import { tiles } from './provinces.ts';
import { type CaseSummary, isStuck, provinceOf, superiorsOf } from './summary.ts';

const tree = gb2260();
const on = isoDateOf('2020-12-31');

const summary = (own: Partial<CaseSummary>): CaseSummary => ({
  caseId: 'a',
  title: { zh: '甲', en: 'A' },
  parties: [],
  provinces: [],
  superior: undefined,
  stage: null,
  dilemmas: [],
  presences: [],
  ...own,
});

it('has one tile for every province of the tree, and no two in one place', () => {
  const provinces = [...tree.all()].filter(({ tier }) => tier === 'province').map(({ code }) => code as string);
  expect(tiles.map(({ code }) => code).sort()).toEqual(provinces.sort());
  expect(new Set(tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(tiles.length);
});

it.each([
  ['610100', '610000'],
  ['610000', '610000'],
  ['130121', '130000'],
  ['000000', undefined],
])('%s lies in %s', (code, province) => {
  expect(provinceOf(tree, code, on)).toBe(province);
});

it('counts how long superiors stay, those that still do to the date', () => {
  const from = isoDateOf('2020-12-01');
  const cases = [
    summary({ presences: [{ tier: '610000', from, to: isoDateOf('2020-12-11'), binding: true }] }),
    summary({ presences: [{ tier: '610000', from, to: undefined, binding: false }] }),
    summary({ presences: [{ tier: '000000', from, to: isoDateOf('2020-12-05'), binding: false }] }),
  ];
  // 10 and 30 days: median 20.
  expect(superiorsOf(cases, tree, on)).toEqual([
    { code: '000000', tier: 'centre', cases: 1, now: 0, binding: 0, medianDays: 4 },
    { code: '610000', tier: 'province', cases: 2, now: 1, binding: 1, medianDays: 20 },
  ]);
});

it('calls a case stuck by one dilemma or by any', () => {
  expect(isStuck(summary({ dilemmas: ['vagueAgreement'] }), 'any')).toBe(true);
  expect(isStuck(summary({ dilemmas: ['vagueAgreement'] }), 'freeRiding')).toBe(false);
  expect(isStuck(summary({}), 'any')).toBe(false);
});
