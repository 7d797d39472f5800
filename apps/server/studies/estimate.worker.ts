/** A thread that estimates what the advised instruments would bring, so that whoever asks the server meanwhile does not wait. */
import { parentPort } from 'node:worker_threads';
import type { CaseReport } from '@gongze/domain/report/schema';
import { estimateOf } from '@gongze/studies/simulation/what-if/effect';

parentPort?.on('message', (report: CaseReport) => parentPort?.postMessage(estimateOf(report)));
