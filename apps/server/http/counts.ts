/**
 * Counts of requests within a window, by a clock that never falls back. The limiter's own store counts by the machine's clock: set
 * back an hour, it would keep whoever had asked too much out for that hour and a minute.
 *
 * A window begins with the first request of a key and ends after its length, whatever is asked meanwhile. All windows of one store are
 * equally long, so that they end in the order in which they began, which is the order of the map: what has ended is dropped from its
 * front by every request, and where more keys than `keysMax` ask within one window, those whose windows end first are forgotten.
 */
import type { FastifyRateLimitOptions, FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';

interface Window {
  readonly began: number;
  count: number;
}

type Counted = Parameters<FastifyRateLimitStore['incr']>[1];

export class Counts implements FastifyRateLimitStore {
  readonly #windows = new Map<string, Window>();
  readonly #keysMax: number;
  readonly #now: () => number;

  /** `now` in milliseconds; it must not fall back. */
  constructor(keysMax: number, now: () => number) {
    this.#keysMax = keysMax;
    this.#now = now;
  }

  /** Keys remembered now. */
  get size(): number {
    return this.#windows.size;
  }

  incr(key: string, told: Counted, windowMilliseconds: number): void {
    const now = this.#now();
    this.#dropEnded(now, windowMilliseconds);
    let window = this.#windows.get(key);
    if (window === undefined) {
      window = { began: now, count: 0 };
      this.#windows.set(key, window);
      if (this.#windows.size > this.#keysMax) this.#dropFirst();
    }
    window.count += 1;
    told(null, { current: window.count, ttl: window.began + windowMilliseconds - now });
  }

  /** Each limit counts for itself. */
  child(): Counts {
    return new Counts(this.#keysMax, this.#now);
  }

  #dropEnded(now: number, windowMilliseconds: number): void {
    for (const [key, { began }] of this.#windows) {
      if (began + windowMilliseconds > now) return;
      this.#windows.delete(key);
    }
  }

  #dropFirst(): void {
    const first = this.#windows.keys().next();
    if (first.done === false) this.#windows.delete(first.value);
  }
}

/** The store as the limiter asks for it: a class that it constructs. */
export const countsBy = (keysMax: number, now: () => number): FastifyRateLimitStoreCtor =>
  class extends Counts {
    constructor(_options: FastifyRateLimitOptions) {
      super(keysMax, now);
    }
  };
