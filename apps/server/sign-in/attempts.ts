/**
 * Attempts at something that could be guessed: a password, a one-time code. Asking whether a pause lasts, checking and noting the
 * failure are one piece of work, which is done for one account and one address at a time, on whatever server it is asked for: else a crowd
 * of requests would pass together before the first of its failures counts. One server does two at a time, whosever they are.
 */
import type { Throttle } from './throttle.ts';
import { turns } from './turns.ts';

/** `unfinished`: right as far as it goes, and neither a failure nor the end of one. */
export type Outcome = 'right' | 'wrong' | 'unfinished';

export type Attempts = ReturnType<typeof attemptsWith>;

const AT_A_TIME = 2;

export function attemptsWith(throttle: Throttle) {
  const inTurn = turns(AT_A_TIME);
  /** What came of the check, or seconds to wait where it was not made. `subjects`: account first, then address. */
  return async (subjects: readonly string[], check: () => Promise<Outcome>): Promise<Outcome | { readonly wait: number }> =>
    await inTurn(
      async () =>
        await throttle.alone(subjects, async (failures) => {
          const wait = await failures.wait();
          if (wait > 0) return { wait };
          const outcome = await check();
          if (outcome === 'wrong') await failures.failed();
          return outcome;
        }),
    );
}
