/** The clock of the job queue: no wait overflows the 32 bits of a timer, and nothing that the machine's clock does moves it back. */
import { expect, test, vi } from 'vitest';
import { steadyClock, WAIT_MILLISECONDS_MAX } from './steady-clock.ts';

test('a wait of months ends after an hour instead of at once; a short one as it was asked for', () => {
  vi.useFakeTimers();
  try {
    const fired: string[] = [];
    steadyClock.setTimeout(() => fired.push('months'), 200 * 86_400_000);
    const often = steadyClock.setInterval(() => fired.push('often'), 2 ** 40);
    steadyClock.setTimeout(() => fired.push('soon'), 5000);
    steadyClock.clearTimeout(steadyClock.setTimeout(() => fired.push('never'), 10));
    vi.advanceTimersByTime(WAIT_MILLISECONDS_MAX - 1);
    expect(fired).toEqual(['soon']);
    vi.advanceTimersByTime(WAIT_MILLISECONDS_MAX + 1);
    expect(fired).toEqual(['soon', 'months', 'often', 'often']);
    steadyClock.clearInterval(often);
  } finally {
    vi.useRealTimers();
  }
});

test('a machine whose clock falls back by a year does not take it along', () => {
  const before = steadyClock.now();
  expect(Math.abs(before - Date.now())).toBeLessThan(60_000);
  const real = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => real() - 365 * 86_400_000);
  try {
    const after = steadyClock.now();
    expect(after - before).toBeGreaterThanOrEqual(0);
    expect(after - before).toBeLessThan(60_000);
  } finally {
    vi.restoreAllMocks();
  }
});
