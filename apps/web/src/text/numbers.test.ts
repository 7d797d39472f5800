import { describe, expect, it } from 'vitest';
import { formatChange, formatDays, formatNumber, formatPercent } from './numbers.ts';

describe('numbers as written', () => {
  it('separates thousands and names the unit', () => {
    expect(formatDays(4647, 'zh')).toBe('4,647天');
    expect(formatDays(4647, 'en')).toBe('4,647 days');
    expect(formatDays(1, 'en')).toBe('1 day');
    expect(formatNumber(80.6, 'en', 1)).toBe('80.6');
  });

  it('shows the sign of a change and never a signed zero', () => {
    expect(formatChange(0.256)).toBe('+0.26');
    expect(formatChange(-0.25)).toBe('−0.25');
    expect(formatChange(-0.001)).toBe('±0.00');
  });

  it('writes shares as per cent', () => expect(formatPercent(0.305, 'en')).toBe('31%'));
});
