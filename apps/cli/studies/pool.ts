/**
 * Worker threads for a study. Pieces are handed out one by one and given back in any order; what comes out must not depend on that.
 * A thread that dies fails the study with its reason.
 */
import { Worker } from 'node:worker_threads';
import type { Job } from '@gongze/studies/simulation/jobs/job';
import { type Piece, pieceOf } from './pieces.ts';

export interface Pool {
  readonly workers: number;
  readonly onPiece: (index: number, piece: Piece) => void;
  /** True as soon as nothing more shall be begun. */
  readonly cancelled: () => boolean;
}

/** Pieces begun ahead of the first one that is still missing: bounds what waits to be merged. */
const aheadPerWorker = 8;

/** Computes pieces `from` … `to − 1`. Resolves when all are given back, or when it was cancelled and what was begun has ended. */
export async function computePieces(study: Job, from: number, to: number, pool: Pool): Promise<void> {
  if (pool.workers <= 1) {
    const piece = pieceOf(study);
    for (let index = from; index < to && !pool.cancelled(); index++) {
      pool.onPiece(index, piece(index));
      // Lets signals and the terminal have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return;
  }
  await inThreads(study, from, to, pool);
}

async function inThreads(study: Job, from: number, to: number, { workers, onPiece, cancelled }: Pool): Promise<void> {
  const threads = Array.from(
    { length: Math.min(workers, to - from) },
    () => new Worker(new URL('./study.worker.ts', import.meta.url), { workerData: study }),
  );
  try {
    await new Promise<void>((resolve, reject) => {
      let next = from;
      let missing = from;
      let running = 0;
      const back = new Set<number>();
      const idle: Worker[] = [];
      const dispatch = (): void => {
        while (idle.length > 0 && next < to && next < missing + aheadPerWorker * threads.length && !cancelled()) {
          idle.pop()?.postMessage(next);
          next += 1;
          running += 1;
        }
        if (running === 0 && (next >= to || cancelled())) resolve();
      };
      for (const thread of threads) {
        thread.on('error', reject);
        thread.on('message', ({ index, result }: { index: number; result: Piece }) => {
          running -= 1;
          back.add(index);
          while (back.delete(missing)) missing += 1;
          onPiece(index, result);
          idle.push(thread);
          dispatch();
        });
        idle.push(thread);
      }
      dispatch();
    });
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}
