/** Estimates of reports, one after another in one thread; a few may wait, the last ones are kept. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Estimate } from '@gongze/studies/simulation/what-if/effect';

/** One takes about a second: whoever comes later than these is asked to come again. */
const WAITING_MAX = 8;
const KEPT_MAX = 32;

export class Estimator {
  readonly #kept = new Map<string, Promise<Estimate>>();
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /**
   * @param key equal for reports that are equal
   * @returns `undefined` where too many wait already
   */
  estimate(key: string, report: CaseReport): Promise<Estimate> | undefined {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#waiting >= WAITING_MAX) return undefined;
    this.#waiting += 1;
    const found = this.#last.then(() => this.#compute(report)).finally(() => (this.#waiting -= 1));
    this.#last = found.catch(() => undefined);
    this.#kept.set(key, found);
    found.catch(() => this.#kept.delete(key));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT_MAX && !oldest.done) this.#kept.delete(oldest.value);
    return found;
  }

  async #compute(report: CaseReport): Promise<Estimate> {
    this.#thread ??= new Worker(new URL('./estimate.worker.ts', import.meta.url));
    const thread = this.#thread;
    // It keeps the process alive only while somebody waits for it.
    thread.ref();
    try {
      const answer = once(thread, 'message');
      thread.postMessage(report);
      const [estimate] = (await answer) as [Estimate];
      thread.unref();
      return estimate;
    } catch (cause) {
      this.#thread = undefined;
      await thread.terminate();
      throw cause;
    }
  }
}
