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
import { type VerifierKey, vkeyText } from '@gongze/ledger/log/vkey';
import { keyOf, logSigner, policyOf, type TestLog, witnessSigners } from '@gongze/ledger/testing/log';
import { compareCheckpoints } from '@gongze/ledger/verify/consistency';
import { readCheckpoint, verifyLog } from '@gongze/ledger/verify/log';
import { isVerified } from '@gongze/ledger/verify/outcome';
import { verifyReceipt } from '@gongze/ledger/verify/receipt';
import { runProduct } from './product.ts';
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

function goAccepts(args: readonly string[]): boolean {
  const run = spawnSync(program as string, [...args], { encoding: 'utf8' });
  if (run.status !== 0 && run.status !== 1) throw new Error(`the Go program failed: ${run.stdout}${run.stderr}`, { cause: run.error });
  return run.status === 0;
}

function goHolds(folder: string, old: string | undefined): boolean {
  const witnesses = witnessSigners.slice(0, 2).map(({ vkey }) => vkey);
  return goAccepts([folder, logSigner.vkey, ...(old === undefined ? [] : ['-old', join(folder, 'old')]), ...witnesses]);
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

function sigstoreHolds(receipt: string, key: VerifierKey): boolean {
  try {
    verifyWithSigstore(receipt, key);
    return true;
  } catch {
    return false;
  }
}

async function checkReceipts(log: TestLog): Promise<void> {
  const verdicts = (receipt: string): Record<string, boolean> => ({
    ours: isVerified(verifyReceipt({ receipt, policy, sha256 })),
    sigstore: sigstoreHolds(receipt, keyOf(logSigner)),
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

/** The product's own log and receipts, as it serves them. */
async function checkProduct(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongze-product-'));
  try {
    const product = await runProduct(folder);
    const { witnessVkeys, receipts } = product;
    const report = await verifyLog(folderFiles(product.folder), { policy: product.policy, sha256, depth: 'leaves' });
    const go = goAccepts([product.folder, vkeyText(product.log), ...witnessVkeys]);
    judge(`the product's own log, ${report.entries} entries`, true, { ours: report.faultsTotal === 0, go });
    for (const { name, receipt, fact } of receipts) {
      const found = verifyReceipt({ receipt, record: fact, policy: product.policy, sha256 });
      judge(`the product's receipt of ${name}`, true, { ours: isVerified(found), sigstore: sigstoreHolds(receipt, product.log) });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { log, all } = await variants();
for (const variant of all) await checkLog(variant);
await checkReceipts(log);
await checkProduct();
console.log(disagreements === 0 ? 'all verifiers agree' : `${disagreements} wrong verdicts`);
if (disagreements > 0) process.exitCode = 1;
