/** A thread that computes pieces of a study. It keeps the plan and is asked for pieces by number. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from '@gongze/studies/simulation/jobs/job';
import { pieceOf } from './pieces.ts';

const study = workerData as Job;
const piece = pieceOf(study);

parentPort?.on('message', (index: number) => {
  parentPort?.postMessage({ index, result: piece(index) });
});
