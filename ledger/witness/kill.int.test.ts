/**
 * Two processes of one witness on one folder, two histories that contradict each other, kill -9 at any moment: whatever
 * was cosigned, by whichever process, must be one history.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openNote } from '../log/note.ts';
import { addCheckpointBody } from '../log/witness.ts';
import { keyOf, type TestLog, testLog, textEntries, witnessSigners } from '../testing/log.ts';
import { httpWitness } from './client.ts';
import { readMemory } from './state.ts';

const rounds = Number(process.env['GONGZE_WITNESS_KILLS'] ?? 3);
const script = fileURLToPath(new URL('../testing/witness-process.ts', import.meta.url));
const [signer] = witnessSigners;
if (signer === undefined) throw new Error('no witness');
const key = keyOf(signer);
const common = 20;
const longest = 80;
const truth = testLog(textEntries(longest));
const lie = testLog([...truth.entries.slice(0, common), ...textEntries(longest - common, 'rewritten')]);

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

async function start(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

interface Given {
  readonly from: TestLog;
  readonly size: number;
}

/** Asks for ever larger trees of one history until it is refused or its time is over. */
async function press(from: TestLog, url: () => string, isOver: () => boolean, given: Given[]): Promise<void> {
  let known = 0;
  for (let size = 1; size <= longest && !isOver(); ) {
    const witness = httpWitness({ name: 'witness', key, url: url() }, 500);
    if (witness === undefined) throw new Error('no client for an address');
    const note = await from.note(size);
    const answer = await witness.addCheckpoint(addCheckpointBody({ oldSize: known, proof: await from.consistency(known, size), note }));
    if (answer.kind === 'cosigned') {
      const opened = openNote(`${note}${answer.cosignatures}`, [key]);
      if (!('verified' in opened) || opened.verified.length !== 1) throw new Error('a cosignature that does not hold');
      given.push({ from, size });
      known = size;
      size += 1 + (size % 3);
    } else if (answer.kind === 'conflict') {
      // Tells this history's operator where the witness stands; beyond the common part only one of the two can follow.
      known = Math.min(answer.size, longest);
      size = Math.max(size, known);
      if (known > size) return;
    } else if (answer.status === 422) return;
    else if (answer.status !== 0) throw new Error(`unexpected: ${answer.status} ${answer.reason}`);
  }
}

async function round(number: number): Promise<readonly Given[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gongze-witness-'));
  let over = false;
  const given: Given[] = [];
  const processes = await Promise.all([start(folder), start(folder)]);
  const clients = [truth, lie, truth, lie].map(async (from, at) => {
    await press(
      from,
      () => (processes[at < 2 ? 0 : 1] as { url: string }).url,
      () => over,
      given,
    );
  });
  for (let kill = 0; kill < 3; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 20 + ((number * 37 + kill * 53) % 60)));
    const at = kill % 2;
    processes[at]?.child.kill('SIGKILL');
    processes[at] = await start(folder);
  }
  const timeout = setTimeout(() => (over = true), 1500);
  await Promise.all(clients);
  clearTimeout(timeout);
  for (const { child } of processes) child.kill('SIGKILL');
  const { trees } = await readMemory(folder);
  const largest = Math.max(0, ...given.map(({ size }) => size));
  // What was given was kept before.
  expect([...trees.values()][0]?.size ?? 0).toBeGreaterThanOrEqual(largest);
  await rm(folder, { recursive: true });
  return given;
}

test(`in ${rounds} rounds of two processes and three kills no two contradicting trees are cosigned`, { timeout: 600_000 }, async () => {
  let cosigned = 0;
  for (let number = 0; number < rounds; number++) {
    const given = await round(number);
    cosigned += given.length;
    const beyond = new Set(given.filter(({ size }) => size > common).map(({ from }) => from));
    expect(beyond.size).toBeLessThanOrEqual(1);
  }
  expect(cosigned).toBeGreaterThan(rounds);
});
