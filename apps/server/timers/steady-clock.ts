/**
 * The clock of the job queue. It counts from the start of the process and never falls back, and no wait is longer than an hour.
 *
 * The queue waits for differences of clocks: its own, and that of the database. Where one of them falls back by more than 24 days, such a
 * difference does not fit into the 32 bits of a timer, which then fires at once, again and again. Whoever wakes early looks at the
 * clock again, so that shorter waits cost nothing. What the queue writes into the database is dated there, or corrected by how
 * far this clock is from that one, which it measures.
 */
export const WAIT_MILLISECONDS_MAX = 3_600_000;

const bounded = (milliseconds: number): number => Math.min(milliseconds, WAIT_MILLISECONDS_MAX);

export const steadyClock = {
  now: (): number => performance.timeOrigin + performance.now(),
  setTimeout: (work: () => void, milliseconds: number): NodeJS.Timeout => setTimeout(work, bounded(milliseconds)),
  clearTimeout: (timer: NodeJS.Timeout | undefined): void => clearTimeout(timer),
  setInterval: (work: () => void, milliseconds: number): NodeJS.Timeout => setInterval(work, bounded(milliseconds)),
  clearInterval: (timer: NodeJS.Timeout | undefined): void => clearInterval(timer),
} as const;
