/**
 * The product itself, as the foreign verifiers meet it: a server with a log of its own, two witnesses as processes would be, and
 * everything fetched over HTTP. Writes the log into a folder, with receipts beside, and closes everything again.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { parseCheckpoint } from '@gongze/ledger/log/checkpoint';
import { parseNote } from '@gongze/ledger/log/note';
import { type KnownWitness, type Policy, parsePolicy, policyText } from '@gongze/ledger/log/policy';
import type { VerifierKey } from '@gongze/ledger/log/vkey';
import { createLogKey, readLogKey } from '@gongze/ledger/sequence/log-key';
import { keyOf, witnessSigners } from '@gongze/ledger/testing/log';
import { exportTiles } from '@gongze/ledger/verify/format';
import { witnessServer } from '@gongze/ledger/witness/serve';
import { openWitness } from '@gongze/ledger/witness/witness';
import { serve } from '@gongze/server';

export interface Product {
  readonly policy: Policy;
  readonly log: VerifierKey;
  readonly witnessVkeys: readonly string[];
  /** Folder of the log as it was served. */
  readonly folder: string;
  readonly receipts: readonly { readonly name: string; readonly receipt: string; readonly fact: string }[];
}

const deadlineMilliseconds = 60_000;

async function fetched(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks until the answer is there. */
async function eventually<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = Date.now() + deadlineMilliseconds;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not come within ${deadlineMilliseconds} ms`);
}

/** The checkpoint once it covers all shipped facts and bears both cosignatures. */
async function settledCheckpoint(url: string): Promise<{ readonly note: string; readonly size: number }> {
  let before = '';
  return await eventually(async () => {
    const response = await fetch(`${url}/log/checkpoint`);
    const note = response.status === 200 ? await response.text() : '';
    const parsed = parseNote(note);
    const isSettled = note === before && !('malformed' in parsed) && parsed.signatures.length === 3;
    before = note;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const checkpoint = 'malformed' in parsed ? parsed : parseCheckpoint(parsed.text);
    return isSettled && !('malformed' in checkpoint) ? { note, size: checkpoint.size } : undefined;
  }, 'a cosigned checkpoint');
}

async function receiptsOf(url: string): Promise<Product['receipts']> {
  const receipts: { name: string; receipt: string; fact: string }[] = [];
  for (const [caseId, version] of [
    ['xixian', 1],
    ['xixian', 20],
    ['jingjinji', 40],
  ] as const) {
    const { events } = (await (await fetch(`${url}/api/cases/${caseId}/events?limit=100`)).json()) as { events: { version: number }[] };
    const fact = events.find((event) => event.version === version);
    const receipt = await eventually(async () => {
      const response = await fetch(`${url}/api/cases/${caseId}/facts/${version}/receipt`);
      return response.status === 200 ? await response.text() : undefined;
    }, `the receipt of ${caseId} ${version}`);
    receipts.push({ name: `${caseId} version ${version}`, receipt, fact: JSON.stringify(fact) });
  }
  return receipts;
}

export async function runProduct(folder: string): Promise<Product> {
  const dataDir = join(folder, 'data');
  const keyFile = join(folder, 'log.key');
  await createLogKey(keyFile, 'foreign.example/gongze');
  const log = keyOf(await readLogKey(keyFile));
  const signers = witnessSigners.slice(0, 2);
  const closing: (() => Promise<unknown> | unknown)[] = [];
  try {
    const witnesses: KnownWitness[] = [];
    for (const [at, signer] of signers.entries()) {
      const state = join(folder, `witness-${at}`);
      const now = (): number => Math.floor(Date.now() / 1000);
      const witness = await openWitness({ signer, logs: [log], folder: state, sha256, now, unique: randomUUID });
      const server = witnessServer(witness, (error) => console.error(error));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      closing.push(() => {
        server.close();
        server.closeAllConnections();
      });
      witnesses.push({ name: `w${at}`, key: keyOf(signer), url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    }
    const text = policyText(log, witnesses, 2);
    writeFileSync(join(folder, 'policy'), text);
    const policy = parsePolicy(text);
    if ('malformed' in policy) throw new Error('bug: our own policy is refused');
    const env = { GONGZE_LOG_KEY_FILE: keyFile, GONGZE_LOG_POLICY_FILE: join(folder, 'policy') };
    const running = await serve({ port: 0, dataDir, env });
    closing.unshift(running.close);
    const { note, size } = await settledCheckpoint(running.url);
    const target = join(folder, 'log');
    for (const { path } of exportTiles(size)) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      writeFileSync(join(target, path), await fetched(`${running.url}/log/${path}`));
    }
    writeFileSync(join(target, 'checkpoint'), note);
    return { policy, log, witnessVkeys: signers.map(({ vkey }) => vkey), folder: target, receipts: await receiptsOf(running.url) };
  } finally {
    for (const close of closing) await close();
  }
}
