import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { describe, expect, it } from 'vitest';
import { formatDate, formatOccurred, formatPartial, readDate } from './dates.ts';

describe('dates as written', () => {
  it('writes the day of each language', () => {
    expect(formatDate('2012-01-31', 'zh')).toBe('2012年1月31日');
    expect(formatDate('2012-01-31', 'en')).toBe('31 January 2012');
  });

  it('writes no more than is known', () => {
    const year = { first: isoDateOf('2002-01-01'), last: isoDateOf('2002-12-31') };
    expect(formatOccurred({ ...year, precision: 'year' }, 'zh')).toBe('2002年');
    expect(formatOccurred({ ...year, precision: 'year' }, 'en')).toBe('2002');
    expect(formatOccurred({ ...year, precision: 'interval' }, 'en')).toBe('1 January 2002 to 31 December 2002');
    expect(formatOccurred({ ...year, precision: 'unknown' }, 'zh')).toContain('日期不详');
    expect(formatPartial('2011-05', 'zh')).toBe('2011年5月');
  });

  it.each([
    ['2012-01-31', '2012-01-31'],
    ['2012/1/31', '2012-01-31'],
    ['2012年1月31日', '2012-01-31'],
    ['31 January 2012', '2012-01-31'],
    ['31 jan 2012', '2012-01-31'],
    ['2012-02', '2012-02-29'],
    ['2012年2月', '2012-02-29'],
    ['2012', '2012-12-31'],
    ['2012年', '2012-12-31'],
  ])('reads %s', (text, date) => expect(readDate(text)).toBe(date));

  it.each(['2012-02-30', 'tomorrow', '31 Foo 2012', '', '2012-13'])('refuses %s', (text) => expect(readDate(text)).toBeUndefined());
});
