/**
 * A scanner beside attached files. It speaks the protocol of clamd(8) and is written here from that page: a file in pieces
 * behind their lengths, one line of answer. The test file is the one that every scanner takes for malware (eicar.org).
 */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { PART_BYTES } from '@gongze/application/attachments/ports';
import { postgresAttachments } from '@gongze/ledger/attachments/store';
import { postgresStore, type PostgresStore } from '@gongze/ledger/store/postgres';
import { random, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clamdScanner, scannerAddress } from './scanner.ts';
import { openServer, type Opened, riverCase } from './testing/server.ts';

const eicar = Buffer.from(String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`);
let scanner: Server;
let seen: Buffer[] = [];
let says: 'judge' | 'ERROR' | 'nothing' = 'judge';
let database: TestServer;
let store: PostgresStore;
let opened: Opened;

/** The file within what was sent, once it has ended. */
function fileIn(sent: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (sent.length < command.length) return undefined;
  expect(sent.subarray(0, command.length).toString()).toBe(command);
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > sent.length) return undefined;
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

beforeAll(async () => {
  scanner = createServer((socket) => {
    let sent = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      sent = Buffer.concat([sent, bytes]);
      const file = fileIn(sent);
      if (file === undefined) return;
      seen.push(file);
      const judged = file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
      socket.end({ judge: judged, ERROR: 'INSTREAM size limit exceeded. ERROR\0', nothing: '' }[says]);
    });
  }).listen(0, '127.0.0.1');
  await once(scanner, 'listening');
  const { port } = scanner.address() as AddressInfo;
  database = await testServer({ synchronous_commit: 'off' });
  store = await postgresStore({ connectionString: database.connectionString, random });
  const attachments = { store: postgresAttachments(store.pool), bytesMax: 50_000_000, scan: clamdScanner({ host: '127.0.0.1', port }) };
  opened = await openServer({}, { store, attachments, rules: () => undefined });
  await opened.post('/api/cases', riverCase, { 'idempotency-key': 'river' });
}, 60_000);
afterAll(async () => {
  await opened?.server.close();
  await store?.close();
  await database?.remove();
  scanner?.close();
});
beforeEach(() => {
  [seen, says] = [[], 'judge'];
});

/** Sends the file in its parts, the answer is that to the last one. */
async function handIn(bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await opened.post('/api/cases/river/attachments', { sha256, bytes: bytes.length });
  const put = async (part: number) =>
    await opened.server.inject({
      method: 'PUT',
      url: `/api/cases/river/attachments/${sha256}/parts/${part}`,
      headers: { 'content-type': 'application/octet-stream', 'accept-language': 'en' },
      payload: bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
    });
  const last = Math.ceil(bytes.length / PART_BYTES) - 1;
  for (let part = 0; part < last; part++) expect((await put(part)).statusCode).toBe(201);
  return { answer: await put(last), again: async () => await put(last), sha256 };
}
const onItsWay = async (sha256: string): Promise<number> =>
  Number((await store.pool.query('select count(*) from ledger.attachment_parts where sha256 = $1', [sha256])).rows[0].count);

test('a clean file is looked through whole and kept', async () => {
  const bytes = randomBytes(2 * PART_BYTES + 5);
  const { answer } = await handIn(bytes);
  expect(answer.json()).toMatchObject({ complete: true, missing: [] });
  expect(seen).toEqual([bytes]);
});

test('malware is named and thrown away', async () => {
  const { answer, sha256 } = await handIn(Buffer.concat([randomBytes(PART_BYTES), eicar]));
  expect(answer.statusCode).toBe(409);
  expect(answer.json().detail).toContain('Eicar-Test-Signature');
  expect(await onItsWay(sha256)).toBe(0);
});

test.each(['ERROR', 'nothing'] as const)('a scanner that says %s: nothing is kept, nothing is lost', async (word) => {
  says = word;
  const { answer, again, sha256 } = await handIn(randomBytes(PART_BYTES + 1));
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('30');
  expect(await onItsWay(sha256)).toBe(2);
  says = 'judge';
  expect((await again()).json()).toMatchObject({ complete: true });
});

test('nobody listens', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  const file = (async function* () {
    yield eicar;
  })();
  await expect(clamdScanner({ host: '127.0.0.1', port })(file)).rejects.toThrow();
});

test('addresses', () => {
  expect(scannerAddress('clamd:3310')).toEqual({ host: 'clamd', port: 3310 });
  expect(scannerAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  for (const bad of ['clamd', ':3310', 'clamd:0', 'clamd:70000', 'tcp://clamd:x']) expect(scannerAddress(bad)).toBeUndefined();
});
