/** What a server takes on, and what it refuses with the range; and that what it keeps is what was asked. */
import { expect, test } from 'vitest';
import { jobOfText, readJob, textOfJob } from './jobs.ts';

const scenario = { parties: 3, months: 36, runs: 600 };

test.each([
  ['experiment', scenario],
  ['sensitivity', { ...scenario, sensitivity: { parameters: ['r', 'c'], base: 64 } }],
  ['screen', { calibration: { draws: 100 } }],
] as const)('%s comes back from its text', (kind, content) => {
  const read = readJob(content);
  if (!read.ok) throw new Error(read.refusals[0]?.message.en);
  expect(read.value.kind).toBe(kind);
  expect(jobOfText(textOfJob(read.value))).toEqual(read.value);
});

test.each([
  [{}, 'scenario', 'at least one field'],
  [{ ...scenario, runs: 10_000_000, sweep: { 'policy.strength': [1, 2, 3] } }, 'runs', '4000 are allowed'],
  [{ ...scenario, sensitivity: [] }, 'sensitivity', 'an object'],
  [{ ...scenario, sensitivity: { bases: 3 } }, 'sensitivity.bases', 'known are variant, method'],
  [{ ...scenario, sensitivity: { base: '64' } }, 'sensitivity.base', 'a number'],
  [{ ...scenario, sensitivity: { base: 63 } }, 'base', 'power of 2'],
  [{ ...scenario, sensitivity: { parameters: 'r' } }, 'sensitivity.parameters', 'a list of names'],
  [{ ...scenario, sensitivity: { pairs: 'yes' } }, 'sensitivity.pairs', 'true or false'],
  [{ ...scenario, sensitivity: { method: 1 } }, 'sensitivity.method', 'a text'],
  [{ ...scenario, sensitivity: { output: 'sales' } }, 'output', 'meanQ'],
  [{ ...scenario, sensitivity: { base: 65_536 } }, 'sensitivity.base', '4000 are allowed'],
  [{ ...scenario, months: 2400, sensitivity: { replicates: 10_000 } }, 'sensitivity.replicates', 'at most 434 runs a point'],
  [{ calibration: 3 }, 'calibration', 'an object'],
  [{ calibration: { draws: 0 } }, 'draws', '1 ≤ draws ≤ 80000'],
  [{ calibration: { kind: 1 } }, 'calibration.kind', 'known are draws, seed, runs'],
  [{ ...scenario, calibration: {} }, 'calibration', 'stands alone'],
  [{ ...scenario, months: -1, sensitivity: {} }, 'months', '1 ≤ months ≤ 2400'],
])('%o is refused at %s', (content, where, part) => {
  const read = readJob(content);
  if (read.ok) throw new Error('it was taken');
  const [first] = read.refusals;
  expect(first).toMatchObject({ where, message: { en: expect.stringContaining(part), zh: expect.stringMatching(/\p{Script=Han}/u) } });
});
