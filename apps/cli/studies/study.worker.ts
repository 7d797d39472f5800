/** A thread that computes pieces of a study. It keeps the plan and is asked for pieces by number. */
import { parentPort, workerData } from 'node:worker_threads';
import { pieceOf, type Study } from './pieces.ts';

const study = workerData as Study;
const piece = pieceOf(study);

parentPort?.on('message', (index: number) => {
  parentPort?.postMessage({ index, result: piece(index) });
});
