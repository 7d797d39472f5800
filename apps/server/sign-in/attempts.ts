/**
 * Attempts at something that could be guessed: a password, a one-time code. Asking whether a pause lasts, checking and noting the
 * failure are one piece of work, and two of them are done at a time: else a crowd of requests would pass together before the
 * first of its failures counts.
 */
import type { Throttle } from './sessions.ts';
import { turns } from './turns.ts';

/** `unfinished`: right as far as it goes, and neither a failure nor the end of one. */
export type Outcome = 'right' | 'wrong' | 'unfinished';

export type Attempts = ReturnType<typeof attemptsWith>;

const AT_A_TIME = 2;

export function attemptsWith(throttle: Throttle) {
  const inTurn = turns(AT_A_TIME);
  /** What came of the check, or seconds to wait where it was not made. `subjects`: account first, then address. */
  return async (subjects: readonly string[], check: () => Promise<Outcome>): Promise<Outcome | { readonly wait: number }> =>
    await inTurn(async () => {
      const wait = await throttle.wait(subjects);
      if (wait > 0) return { wait };
      const outcome = await check();
      if (outcome === 'wrong') await throttle.failed(subjects);
      return outcome;
    });
}
