/**
 * Takes part in the experiments that wait in the database, until stopped: this process computes what others leave. Progress is what is in
 * the database; a process that is killed loses the pieces it held, for as long as their lease.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { serialise } from '@gongze/application';
import { resultOfJob } from '@gongze/studies/simulation/jobs/job';
import { jobOfText } from './jobs.ts';
import type { LeasedPiece, StudyStore } from './store.ts';

export interface WorkParts {
  readonly studies: StudyStore;
  /** Threads that compute. */
  readonly threads: number;
  readonly report: (fault: unknown) => void;
  readonly leaseSeconds?: number;
  /** While there is nothing to do. */
  readonly pauseMilliseconds?: number;
}

/** Much longer than a piece takes, so that a slow machine keeps what it has begun. */
const LEASE_SECONDS = 60;
const PAUSE = 1000;
/** A piece that kills whoever computes it is not tried for ever. */
const ATTEMPTS_MAX = 5;

async function* inflated(pieces: AsyncIterable<readonly [number, Uint8Array]>): AsyncGenerator<readonly [number, Uint8Array]> {
  for await (const [piece, bytes] of pieces) yield [piece, inflateRawSync(bytes)];
}

/** The result as one process would print it. */
async function mergePieces(scenario: string, pieces: AsyncIterable<readonly [number, Uint8Array]>): Promise<string> {
  return serialise(await resultOfJob(jobOfText(scenario), inflated(pieces)));
}

/** One thread that is made when it is first needed, and made anew after it died. */
class Computer {
  #thread: Worker | undefined;

  async compute({ scenario, piece }: LeasedPiece): Promise<Uint8Array> {
    this.#thread ??= new Worker(new URL('./piece.worker.ts', import.meta.url));
    const thread = this.#thread;
    const ended = new AbortController();
    try {
      // `once` rejects by itself where the thread fails; one that exits says nothing more.
      const answer = once(thread, 'message', { signal: ended.signal });
      const exit = once(thread, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('the thread ended before it answered');
      });
      thread.postMessage({ scenario, piece });
      const [bytes] = (await Promise.race([answer, exit])) as [Uint8Array];
      return bytes;
    } catch (cause) {
      this.#thread = undefined;
      await thread.terminate();
      throw cause;
    } finally {
      ended.abort();
    }
  }

  async end(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = undefined;
  }
}

/** Computes one piece, or merges an experiment whose last piece is in. False if there was nothing to do. */
async function workOnce(
  { studies, leaseSeconds = LEASE_SECONDS }: WorkParts,
  computer: Computer,
  stopped: () => boolean,
): Promise<boolean> {
  const leased = await studies.lease(leaseSeconds);
  if (leased === undefined) return await studies.finish(mergePieces);
  const { study, piece, attempts } = leased;
  if (attempts > ATTEMPTS_MAX) {
    await studies.fail(study, `piece ${piece} was begun ${ATTEMPTS_MAX} times and never finished`);
    return true;
  }
  try {
    await studies.settle(study, piece, await computer.compute(leased));
  } catch (cause) {
    if (!stopped()) throw cause;
    await studies.release(study, piece);
  }
  return true;
}

/** Works until stopped; what was begun is given back. */
export function runStudies(parts: WorkParts): { readonly stop: () => Promise<void> } {
  const { threads, report, pauseMilliseconds = PAUSE } = parts;
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, pauseMilliseconds);
      timer.unref();
      stopping.signal.addEventListener('abort', done);
    });
  const computers = Array.from({ length: threads }, () => new Computer());
  const loops = computers.map(async (computer) => {
    while (!stopped()) {
      const busy = await workOnce(parts, computer, stopped).catch((fault: unknown) => {
        report(fault);
        return false;
      });
      if (!busy && !stopped()) await rest();
    }
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(computers.map((computer) => computer.end()));
      await Promise.all(loops);
    },
  };
}
