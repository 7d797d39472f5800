/** A thread that computes pieces of experiments, so that whoever asks the server meanwhile does not wait. */
import { parentPort } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { encodeChunk } from '@gongze/studies/simulation/ensemble/bytes';
import { type Plan, planOf, runChunk } from '@gongze/studies/simulation/ensemble/chunks';
import type { Scenario } from '@gongze/studies/simulation/scenario/scenario';

let known: { readonly text: string; readonly plan: Plan } | undefined;

parentPort?.on('message', ({ scenario, piece }: { readonly scenario: string; readonly piece: number }) => {
  if (known?.text !== scenario) known = { text: scenario, plan: planOf(JSON.parse(scenario) as Scenario) };
  parentPort?.postMessage(deflateRawSync(encodeChunk(runChunk(known.plan, piece)), { level: 1 }));
});
