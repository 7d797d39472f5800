/** A thread that computes pieces of experiments, so that whoever asks the server meanwhile does not wait. */
import { parentPort } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { pieceBytesOf } from '@gongze/studies/simulation/jobs/job';
import { jobOfText } from './jobs.ts';

let known: { readonly text: string; readonly piece: (index: number) => Uint8Array } | undefined;

parentPort?.on('message', ({ scenario, piece }: { readonly scenario: string; readonly piece: number }) => {
  if (known?.text !== scenario) known = { text: scenario, piece: pieceBytesOf(jobOfText(scenario)) };
  parentPort?.postMessage(deflateRawSync(known.piece(piece), { level: 1 }));
});
