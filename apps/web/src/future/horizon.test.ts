import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { expect, test } from 'vitest';
import { monthsAhead, withFuture } from './horizon.ts';

test('the axis gains eight whole years', () => expect(withFuture(isoDateOf('2026-12-31'))).toBe('2034-12-31'));

test.each([
  ['2026-11-27', 96],
  ['2026-12-31', 96],
  ['2030-12-01', 48],
  ['2034-12-31', 0],
  ['2035-02-01', 0],
  ['1998-01-01', 96],
])('from %s the fan covers %d months', (asOf, months) => {
  expect(monthsAhead(isoDateOf(asOf), isoDateOf('2034-12-31'))).toBe(months);
});
