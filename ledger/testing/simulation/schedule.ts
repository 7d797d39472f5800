/**
 * Virtual time. Everything that waits, waits here; what wakes next is chosen by time and then by order of asking, so that a
 * run is its seed and nothing else. Promises settle in between, in the order that the language fixes.
 */
import { randomOf } from '../../../domain/testing/histories.ts';

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

export class Schedule {
  readonly random: () => number;
  #now = Date.parse('2026-01-01T00:00:00Z');
  #order = 0;
  #waiting: Waiting[] = [];
  readonly #end: number;

  constructor(seed: number, milliseconds: number) {
    this.random = randomOf(seed);
    this.#end = this.#now + milliseconds;
  }

  now(): number {
    return this.#now;
  }

  get over(): boolean {
    return this.#now >= this.#end;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A whole number below `count`. */
  pick(count: number): number {
    return Math.floor(this.random() * count);
  }

  sleep(milliseconds: number): Promise<void> {
    const at = this.#now + Math.max(0, Math.round(milliseconds));
    return new Promise((wake) => {
      this.#waiting.push({ at, order: this.#order++, wake });
    });
  }

  /** Runs until nobody waits, or far beyond the end: then somebody waits for ever, and that is a fault of its own. */
  async run(): Promise<'quiet' | 'endless'> {
    await settled();
    while (this.#waiting.length > 0) {
      let next = 0;
      for (let i = 1; i < this.#waiting.length; i++) if (earlier(this.#waiting[i] as Waiting, this.#waiting[next] as Waiting)) next = i;
      const [chosen] = this.#waiting.splice(next, 1) as [Waiting];
      this.#now = chosen.at;
      if (this.#now > this.#end + 3_600_000) return 'endless';
      chosen.wake();
      await settled();
    }
    return 'quiet';
  }
}

function earlier(a: Waiting, b: Waiting): boolean {
  return a.at !== b.at ? a.at < b.at : a.order < b.order;
}

/** All that can go on without time passing has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
