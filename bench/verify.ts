/**
 * What offline verification costs, as ratios to hashing the same bytes with node:crypto in the same run: the floor, since no
 * log can be verified without hashing it. Writes a log of generated records into a temporary folder and verifies it by depth.
 * Prints machine, versions and seed. `--small` is the size for CI.
 *
 * Gates (exit code 1): at least 200,000 tree entries and 40,000 records a second.
 */
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateHistory } from '@gongze/domain/testing/histories';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { folderFiles } from '@gongze/ledger/files/folder';
import { checkpointText } from '@gongze/ledger/log/checkpoint';
import { leafOf } from '@gongze/ledger/log/leaf';
import { isMalformed } from '@gongze/ledger/log/malformed';
import { leafHash, rootFromHashes } from '@gongze/ledger/log/merkle';
import { signNote } from '@gongze/ledger/log/signer';
import { encodeEntries, growTiles, tilePath } from '@gongze/ledger/log/tiles';
import { parseVkey } from '@gongze/ledger/log/vkey';
import { checkpointFile, recordLine, recordsFile } from '@gongze/ledger/verify/format';
import { type LogOptions, verifyLog } from '@gongze/ledger/verify/log';

const seed = 20_261_124;
const small = process.argv.includes('--small');
const size = small ? 60_000 : 400_000;
const perStream = 100;
const origin = 'bench.example/gongze';
/** Entries a second that were asked for on a quiet machine; printed, and no gate, because the machine may be busy. */
const goals = { tree: 200_000, leaves: undefined, records: 40_000 } as const;
/** At most so many times the hashing of the same bytes. Measured on a quiet machine: 2.3, 3.1 and 5.2; beside a compiler up to 7. */
const gates = { tree: 4, leaves: 8, records: 10 } as const;

const { signer } = signingKey(origin, 'ed25519', new Uint8Array(32).fill(7));
const key = parseVkey(signer.vkey);
if (isMalformed(key)) throw new Error('bug: a fresh key is refused');
const policy = { logs: [{ key }], witnesses: [], quorum: undefined };

interface Written {
  readonly folder: string;
  readonly leafBytes: number;
  readonly lineBytes: number;
}

async function write(): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'gongze-verify-'));
  const put = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  // A few histories under many names: generating hundreds of thousands of facts would take longer than the rest.
  const histories = Array.from({ length: 20 }, (_, at) => generateHistory(seed + at, { size: perStream }));
  const records = openSync(join(folder, recordsFile), 'w');
  const [hashes, entries]: [Uint8Array[], Uint8Array[]] = [[], []];
  let [leafBytes, lineBytes] = [0, 0];
  for (let index = 0; index < size; index++) {
    const stream = Math.floor(index / perStream);
    const fact = histories[stream % histories.length]?.[index % perStream];
    if (fact === undefined) throw new Error('bug: a history is shorter than it was asked to be');
    const record = { ...fact, streamId: `case-${stream}`, version: (index % perStream) + 1 };
    const salt = index.toString(16).padStart(32, '0');
    const { bytes } = leafOf(record, salt, sha256);
    const line = recordLine(record, salt);
    writeSync(records, `${line}\n`);
    leafBytes += bytes.length;
    lineBytes += line.length;
    entries.push(bytes);
    hashes.push(leafHash(sha256, bytes));
  }
  for (const { level, index, width, bytes } of growTiles(sha256, 0, [], hashes)) {
    put(tilePath(level, index, width), bytes);
    if (level === 0) put(tilePath('entries', index, width), encodeEntries(entries.slice(index * 256, index * 256 + width)));
  }
  put(checkpointFile, await signNote(checkpointText({ origin, size, root: rootFromHashes(sha256, hashes) }), signer));
  return { folder, leafBytes: leafBytes / size, lineBytes: lineBytes / size };
}

/** Seconds to hash, one by one, as many inputs of each length. */
function floorSeconds(lengths: readonly number[]): number {
  const inputs = lengths.map((length) => new Uint8Array(length).fill(1));
  const start = process.hrtime.bigint();
  for (let at = 0; at < size; at++) for (const input of inputs) hash('sha256', input, 'buffer');
  return Number(process.hrtime.bigint() - start) / 1e9;
}

interface Spent {
  readonly wall: number;
  /** Of all threads, collecting garbage included. */
  readonly processor: number;
}

async function spentOn(folder: string, depth: LogOptions['depth']): Promise<Spent> {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  const report = await verifyLog(folderFiles(folder), { policy, sha256, depth });
  const { user, system } = process.cpuUsage(before);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (report.faultsTotal > 0 || report.entries !== size) throw new Error(`bug: ${JSON.stringify(report.faults[0])}`);
  return { wall, processor: (user + system) / 1e6 };
}

/** The quietest of some runs: other work on the machine adds to a run and never takes from it. */
async function quietest(folder: string, depth: LogOptions['depth']): Promise<Spent> {
  const runs: Spent[] = [];
  for (let run = 0; run < 5; run++) runs.push(await spentOn(folder, depth));
  return { wall: Math.min(...runs.map(({ wall }) => wall)), processor: Math.min(...runs.map(({ processor }) => processor)) };
}

const { folder, leafBytes, lineBytes } = await write();
try {
  console.log(`verify: ${size} entries of ${leafBytes.toFixed(0)} bytes, records of ${lineBytes.toFixed(0)} bytes, seed ${seed}`);
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
  const nodeBytes = 65;
  let failed = false;
  for (const depth of ['tree', 'leaves', 'records'] as const) {
    const lengths = [leafBytes + 1, nodeBytes, ...(depth === 'records' ? [lineBytes / 2, lineBytes / 2] : [])].map(Math.round);
    const floor = Math.min(floorSeconds(lengths), floorSeconds(lengths), floorSeconds(lengths));
    const { wall, processor } = await quietest(folder, depth);
    // A machine that is busy with something else gives less of itself, but its processor does as much in its second.
    const rate = size / Math.min(wall, processor);
    const ratio = Math.min(wall, processor) / floor;
    const kept = ratio <= gates[depth];
    const goal = goals[depth];
    const verdict = `  (gate ${gates[depth]}: ${kept ? 'kept' : 'MISSED'})${goal === undefined ? '' : rate >= goal ? `, goal of ${goal}/s reached` : `, goal of ${goal}/s not reached`}`;
    failed ||= !kept;
    const shown = (value: number): string => Math.round(value).toString().padStart(8);
    console.log(
      `${depth.padEnd(8)} ${shown(size / wall)}/s  ${shown(size / processor)} per processor second  ${ratio.toFixed(2)} × hashing${verdict}`,
    );
  }
  console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident, of which the making of the log took most`);
  if (failed) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
