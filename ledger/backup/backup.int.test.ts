import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateHistory } from '../../domain/testing/histories.ts';
import { nodeSha256 } from '../crypto/sha256.ts';
import { postgresAttachments } from '../attachments/store.ts';
import { fsck } from '../fsck/fsck.ts';
import { signingKey } from '../crypto/signing-key.ts';
import { folderFiles } from '../files/folder.ts';
import { verifyLog } from '../verify/log.ts';
import { postgresLogStore } from '../sequence/postgres.ts';
import { createSequencer } from '../sequence/sequencer.ts';
import { claimInstance } from '../store/instance.ts';
import { postgresStore, type PostgresStore } from '../store/postgres.ts';
import { keyOf, logSigner } from '../testing/log.ts';
import { handClock, testPolicy } from '../testing/sequencing.ts';
import { random, type TestServer, testServer } from '../testing/servers.ts';
import { exportLog } from './export-log.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

const policy = testPolicy();
const servers: TestServer[] = [];
let store: PostgresStore;
let folder: string;
let path: string;

const fileParts = [Buffer.alloc(524_288, 7), Buffer.from('end')];
const fileDigest = createHash('sha256').update(Buffer.concat(fileParts)).digest('hex');

async function freshStore(): Promise<PostgresStore> {
  const server = await testServer({ synchronous_commit: 'off' });
  servers.push(server);
  folder ??= server.folder;
  return await postgresStore({ connectionString: server.connectionString, random });
}

const sequencer = (over: PostgresStore, holder = 'test') =>
  createSequencer({
    logStore: postgresLogStore(over.pool),
    signer: logSigner,
    witnesses: [],
    policy,
    clock: handClock(),
    sha256: nodeSha256,
    holder,
  });

beforeAll(async () => {
  store = await freshStore();
  await claimInstance(store.pool, 'local');
  const own = sequencer(store);
  for (const [at, caseId] of (['jia', 'yi', 'bing'] as CaseId[]).entries()) {
    await store.createCase({ caseId, title: { zh: '案', en: 'Case' }, actors: {} }, generateHistory(at, { size: 700, caseId }));
    if (at < 2) await own.step();
  }
  await store.pool.query("insert into ledger.webhooks (id, url, caller, next_index) values ('w', 'https://example.org/', '{}', 7)");
  await store.pool.query("insert into ledger.webhook_dead_letters (webhook_id, log_index, attempts, error) values ('w', 3, 9, '错\n')");
  for (const [part, bytes] of fileParts.entries())
    await store.pool.query('insert into ledger.attachments (sha256, part, bytes) values ($1, $2, $3)', [fileDigest, part, bytes]);
  path = join(folder, 'backup');
  expect(await writeBackup(store.pool, path)).toEqual({ facts: 2103, placed: 1402, checkpoints: 2, rows: 2, files: 1 });
});
afterAll(async () => {
  await store?.close();
  for (const server of servers) await server.remove();
});

async function everything(over: PostgresStore): Promise<object> {
  const cases = await Promise.all((await over.listCases()).map(async ({ caseId }) => await over.readCase(caseId)));
  const { rows: tiles } = await over.pool.query('select * from ledger.tiles order by level, index');
  const { rows: places } = await over.pool.query('select * from ledger.sequence order by index');
  const { rows: checkpoints } = await over.pool.query('select * from ledger.checkpoints order by number');
  const { rows: webhooks } = await over.pool.query(
    'select * from ledger.webhooks w join ledger.webhook_dead_letters d on d.webhook_id = w.id',
  );
  const { rows: files } = await over.pool.query('select * from ledger.attachments order by sha256, part');
  return { cases, tiles, places, checkpoints, webhooks, files, names: await over.readStream('registry:cases') };
}

it('gives all of it back, byte for byte, and the log goes on', async () => {
  const restored = await freshStore();
  expect(await restoreBackup(restored.pool, path, { policy })).toEqual({ facts: 2103, placed: 1402, checkpoints: 2, rows: 2, files: 1 });
  expect(await everything(restored)).toEqual(await everything(store));
  expect(await fsck(restored.pool, { policy, patienceMilliseconds: 0 })).toMatchObject({ findings: [], facts: 2103, waiting: 701 });
  expect(await sequencer(restored).step()).toBe('published');
  expect(await fsck(restored.pool, { policy, patienceMilliseconds: 0 })).toMatchObject({ findings: [], waiting: 0, checkpoints: 3 });
  await expect(restoreBackup(restored.pool, path, { policy })).rejects.toThrow(/The database is not empty.*不是空的/);
  await restored.close();
});

it('restores nothing of what was cut short, altered, or is not what was signed', async () => {
  const empty = await freshStore();
  const whole = gunzipSync(await readFile(path)).toString();
  const lines = whole.trimEnd().split('\n');
  const attempt = async (bytes: Buffer | string, trust = { policy }): Promise<unknown> => {
    const other = join(folder, 'other');
    await writeFile(other, typeof bytes === 'string' ? gzipSync(bytes) : bytes);
    return await restoreBackup(empty.pool, other, trust).catch((cause: Error) => cause.message);
  };
  const packed = await readFile(path);
  expect(await attempt(packed.subarray(0, packed.length >> 1))).toMatch(/cannot be read to its end.*Nothing was restored/);
  expect(await attempt(`${lines.slice(0, -1).join('\n')}\n`)).toMatch(/cut short or altered/);
  expect(await attempt(whole.replace('"v":1', '"v":1 '))).toMatch(/cut short or altered/);
  expect(await attempt('hello\n')).toMatch(/cut short or altered/);
  // Whoever can compute the last line anew still cannot sign.
  const forged = (change: (lines: string[]) => string[]): string => {
    const body = change(lines.slice(0, -1)).map((line) => `${line}\n`);
    const end = JSON.parse(lines.at(-1) ?? '') as object;
    return `${body.join('')}${JSON.stringify({ ...end, end: Buffer.from(nodeSha256(body.join(''))).toString('hex') })}\n`;
  };
  expect(await attempt(forged((all) => all.map((line, at) => (at === 100 ? line.replace(/2\d{3}-/, '1999-') : line))))).toMatch(
    /It is not what was signed/,
  );
  expect(await attempt(forged((all) => all.filter((_, at) => at !== 100)))).toMatch(/It is not what was signed/);
  expect(
    await attempt(forged((all) => all.map((line, at) => (at === 100 ? (all[101] ?? '') : at === 101 ? (all[100] ?? '') : line)))),
  ).toMatch(/It is not what was signed/);
  expect(await attempt(forged((all) => all.map((line) => line.replace('"bytes":"BwcH', '"bytes":"BwcI'))))).toMatch(
    /It is not what was signed: .*digest/,
  );
  const { signer: other } = signingKey('log.example/other', 'ed25519', new Uint8Array(32).fill(9));
  const trust = { policy: { ...policy, logs: [{ key: keyOf(other) }] } };
  expect(await attempt(packed, trust)).toMatch(/a signature of the checkpoint does not hold/);
  expect(await empty.listCases()).toEqual([]);
  expect(await restoreBackup(empty.pool, path, { policy })).toMatchObject({ facts: 2103 });
  await empty.close();
});

it('refuses a backup of the other mode, and one that is older than what others know', async () => {
  const served = await freshStore();
  await claimInstance(served.pool, 'server');
  await expect(restoreBackup(served.pool, path, { policy })).rejects.toThrow(/made in local mode/);
  await served.close();
  const late = await freshStore();
  await store.pool.query("update ledger.sequencer set renewed = '-infinity'");
  expect(await sequencer(store, 'latest').step()).toBe('published');
  const { rows: newest } = await store.pool.query<{ note: string }>('select note from ledger.checkpoints order by number desc limit 1');
  const foreign = [{ note: newest[0]?.note ?? '', from: 'a witness' }];
  await expect(restoreBackup(late.pool, path, { policy, foreign })).rejects.toThrow(/a witness, fewer entries than were signed/);
  await late.close();
});

it('exports a log that the verifier accepts', async () => {
  const target = join(folder, 'export');
  const parts = { store, logStore: postgresLogStore(store.pool), attachments: postgresAttachments(store.pool) };
  const size = await exportLog(parts, `log ${logSigner.vkey}\nquorum none\n`, target);
  expect(size).toBe(2103);
  await expect(exportLog(parts, '', target)).rejects.toThrow(/is not empty/);
  const report = await verifyLog(folderFiles(target), { policy, sha256: nodeSha256, depth: 'records' });
  expect(report).toMatchObject({ entries: size, faultsTotal: 0, records: { checked: size, withheld: 0 } });
});
