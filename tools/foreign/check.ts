/**
 * Three verifiers on the same logs: ours, Go's (the program given as the first argument) and, for receipts, npm's. They must
 * accept every log that holds and refuse every falsified one; where they disagree, one of them is wrong. Exit code 1 then.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { folderFiles } from '@gongze/ledger/files/folder';
import { judgeCheckpoint } from '@gongze/ledger/log/policy';
import { parseProof, proofText } from '@gongze/ledger/log/proof';
import { receiptExtra } from '@gongze/ledger/log/receipt';
import { keyOf, logSigner, policyOf, type TestLog, witnessSigners } from '@gongze/ledger/testing/log';
import { compareCheckpoints } from '@gongze/ledger/verify/consistency';
import { readCheckpoint, verifyLog } from '@gongze/ledger/verify/log';
import { verifyReceipt } from '@gongze/ledger/verify/receipt';
import { verifyWithSigstore } from './sigstore.ts';
import { type Variant, variants } from './variants.ts';

const program = process.argv[2];
if (program === undefined) throw new Error('the Go program has to be named: tools/foreign/run.sh does');
const policy = policyOf(2);
let disagreements = 0;

function judge(name: string, expected: boolean, verdicts: Readonly<Record<string, boolean>>): void {
  const wrong = Object.entries(verdicts).filter(([, holds]) => holds !== expected);
  disagreements += wrong.length;
  const told = wrong.length === 0 ? 'ok    ' : 'WRONG ';
  console.log(`${told} ${expected ? 'holds  ' : 'refused'} by ${Object.keys(verdicts).join(', ')}: ${name}`);
  for (const [verifier, holds] of wrong) console.error(`       ${verifier} ${holds ? 'accepts' : 'refuses'} it`);
}

async function oursHolds(folder: string, old: string | undefined): Promise<boolean> {
  const files = folderFiles(folder);
  const report = await verifyLog(files, { policy, sha256, depth: 'tree' });
  if (report.faultsTotal > 0 || old === undefined) return report.faultsTotal === 0;
  const [known, present] = [judgeCheckpoint(old, policy), await readCheckpoint(files, policy)];
  if (!('checkpoint' in known && 'checkpoint' in present)) return false;
  return (await compareCheckpoints(sha256, known, present, files)) === undefined;
}

function goHolds(folder: string, old: string | undefined): boolean {
  const witnesses = witnessSigners.slice(0, 2).map(({ vkey }) => vkey);
  const run = spawnSync(
    program as string,
    [folder, logSigner.vkey, ...(old === undefined ? [] : ['-old', join(folder, 'old')]), ...witnesses],
    {
      encoding: 'utf8',
    },
  );
  if (run.status !== 0 && run.status !== 1) throw new Error(`the Go program failed: ${run.stdout}${run.stderr}`, { cause: run.error });
  return run.status === 0;
}

async function checkLog({ name, holds, files, old }: Variant): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongze-foreign-'));
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    if (old !== undefined) writeFileSync(join(folder, 'old'), old);
    judge(name, holds, { ours: await oursHolds(folder, old), go: goHolds(folder, old) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sigstoreHolds(receipt: string): boolean {
  try {
    verifyWithSigstore(receipt, keyOf(logSigner));
    return true;
  } catch {
    return false;
  }
}

async function checkReceipts(log: TestLog): Promise<void> {
  const verdicts = (receipt: string): Record<string, boolean> => ({
    ours: 'header' in verifyReceipt({ receipt, policy, sha256 }),
    sigstore: sigstoreHolds(receipt),
  });
  const receiptOf = async (index: number, leafOf = index): Promise<string> =>
    await log.receipt(index, receiptExtra(log.entries[leafOf] ?? new Uint8Array()), 2);
  for (const index of [0, 1, 255, 256, 511, 512, 699]) {
    judge(`receipt of entry ${index}`, true, verdicts(await receiptOf(index)));
    judge(`receipt of entry ${index} for another leaf`, false, verdicts(await receiptOf(index, (index + 1) % 700)));
    const proof = parseProof(await receiptOf(index));
    if ('malformed' in proof) throw new Error('bug: our own receipt is none');
    judge(`receipt of entry ${index} under another index`, false, verdicts(proofText({ ...proof, index: (index + 1) % 700 })));
    judge(`receipt of entry ${index} without its last hash`, false, verdicts(proofText({ ...proof, proof: proof.proof.slice(0, -1) })));
    const resized = proof.checkpoint.replace('\n700\n', '\n701\n');
    judge(`receipt of entry ${index} under a changed checkpoint`, false, verdicts(proofText({ ...proof, checkpoint: resized })));
  }
}

const { log, all } = await variants();
for (const variant of all) await checkLog(variant);
await checkReceipts(log);
console.log(disagreements === 0 ? 'all verifiers agree' : `${disagreements} wrong verdicts`);
if (disagreements > 0) process.exitCode = 1;
