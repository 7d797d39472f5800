import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';

describe('address', () => {
  it('reads a full address', () => {
    const { view, faults } = parseAddress(
      '/case/xixian',
      '?edition=paper&asOf=2012-01-31&knownOn=2013-05-01&lang=zh&tab=duties&sel=duty:metro',
      'en',
    );
    expect(faults).toEqual([]);
    expect(view).toMatchObject({
      caseId: 'xixian',
      edition: 'paper',
      asOf: '2012-01-31',
      knownOn: '2013-05-01',
      lang: 'zh',
      tab: 'duties',
      sel: 'duty:metro',
    });
  });

  it('survives a round trip', () => {
    const { view } = parseAddress(
      '/case/a%20b',
      '?asOf=2012-01-31&tab=facts&sel=fact:x&why=finding:k%7C1&from=2004-01-01&to=2010-01-01&future=taper&tour=3',
      'zh',
    );
    const [path, search] = formatAddress(view).split('?');
    expect(parseAddress(path ?? '', `?${search}`, 'en').view).toEqual(view);
  });

  it.each([
    ['asOf', '2012-02-30'],
    ['asOf', 'yesterday'],
    ['knownOn', '2012-1-1'],
    ['lang', 'de'],
    ['tab', 'gauges'],
    ['edition', 'x'],
    ['future', 'tomorrow'],
  ])('names a bad %s', (parameter, value) => {
    const { view, faults } = parseAddress('/case/xixian', `?${parameter}=${value}`, 'en');
    expect(faults).toEqual([{ parameter, value }]);
    expect(view.asOf).toBeUndefined();
  });

  it('shows the future of no further intervention where another one is named that is not there', () => {
    expect(parseAddress('/case/x', '?future=tomorrow', 'en').view.future).toBe('none');
    expect(parseAddress('/case/x', '', 'en').view.future).toBeUndefined();
  });

  it('names an unknown path and keeps the language asked for', () => {
    expect(parseAddress('/nowhere', '?lang=zh', 'en')).toMatchObject({ view: { lang: 'zh' }, faults: [{ parameter: 'path' }] });
  });

  it('ignores a window that runs backwards', () => {
    expect(parseAddress('/case/x', '?from=2012-01-01&to=2010-01-01', 'en').view).toMatchObject({ from: undefined, to: undefined });
  });

  it('what if carries the case that it is asked about, other pages carry none', () => {
    const { view } = parseAddress('/what-if', '?lang=en&case=xixian&asOf=2012-01-31', 'zh');
    expect(view).toMatchObject({ page: 'what-if', caseId: 'xixian', asOf: '2012-01-31' });
    expect(formatAddress(view)).toBe('/what-if?lang=en&case=xixian&asOf=2012-01-31');
    expect(formatAddress({ ...view, page: undefined })).toBe('/case/xixian?lang=en&asOf=2012-01-31');
    expect(parseAddress('/verify', '?case=xixian', 'zh').view.caseId).toBeUndefined();
  });
});
