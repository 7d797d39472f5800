/** Attached files through HTTP over PostgreSQL: what comes in, what a record may name, who reads it, what is cleared away. */
import { createHash, randomBytes } from 'node:crypto';
import { createApplication } from '@gongze/application';
import { PART_BYTES } from '@gongze/application/attachments/ports';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { clearUnnamed, postgresAttachments } from '@gongze/ledger/attachments/store';
import { postgresStore, type PostgresStore } from '@gongze/ledger/store/postgres';
import { random, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileBytesMax } from './attachments.ts';
import { day, openServer, type Opened, riverCase, testClock } from './testing/server.ts';

const MAX = 4 * PART_BYTES;
let database: TestServer;
let store: PostgresStore;
let opened: Opened;

beforeAll(async () => {
  database = await testServer({ synchronous_commit: 'off' });
  store = await postgresStore({ connectionString: database.connectionString, random });
  opened = await openServer({}, { store, attachments: { store: postgresAttachments(store.pool), bytesMax: MAX }, rules: () => undefined });
  const owed = await owe();
  if (owed.statusCode !== 201) throw new Error(owed.body);
  await opened.post('/api/cases', { ...riverCase, case: 'lake' }, { 'idempotency-key': 'lake' });
}, 60_000);
afterAll(async () => {
  await opened?.server.close();
  await store?.close();
  await database?.remove();
});

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const begin = async (sha256: string, bytes: number, caseId = 'river') =>
  await opened.post(`/api/cases/${caseId}/attachments`, { sha256, bytes });
const put = async (sha256: string, part: number | string, bytes: Uint8Array, caseId = 'river', type = 'application/octet-stream') =>
  await opened.server.inject({
    method: 'PUT',
    url: `/api/cases/${caseId}/attachments/${sha256}/parts/${part}`,
    headers: { 'content-type': type },
    payload: Buffer.from(bytes),
  });
const read = async (sha256: string, caseId = 'river') => await opened.server.inject(`/api/cases/${caseId}/attachments/${sha256}`);
const partsOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, part) => bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));

async function handIn(bytes: Uint8Array, caseId = 'river') {
  const sha256 = digestOf(bytes);
  await begin(sha256, bytes.length, caseId);
  let told: { complete: boolean; mediaType?: string } = { complete: false };
  for (const [part, own] of partsOf(bytes).entries()) told = (await put(sha256, part, own, caseId)).json();
  return { sha256, ...told };
}

let keys = 0;
const name = async (files: readonly object[], caseId = 'river') =>
  await opened.post(
    `/api/cases/${caseId}/events`,
    {
      events: [
        { type: 'evidenceAttached', occurred: day('2026-11-23'), payload: { obligation: 'o', title: { zh: '证', en: 'Evidence' }, files } },
      ],
    },
    { 'idempotency-key': `name-${keys++}`, 'if-match': '*' },
  );
/** A duty that evidence can be about. */
const owe = async (caseId = 'river') => {
  const payload = { obligation: 'o', title: { zh: '事', en: 'Duty' }, origin: 'agreed', liable: ['610100'] };
  const events = [{ type: 'obligationDrafted', occurred: day('2026-11-20'), payload }];
  return await opened.post(`/api/cases/${caseId}/events`, { events }, { 'idempotency-key': 'owe', 'if-match': '*' });
};

test('comes in part by part, in any order and after a break, and goes out as it came', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * PART_BYTES + 17)]);
  const sha256 = digestOf(bytes);
  const [first, second, third] = partsOf(bytes) as [Uint8Array, Uint8Array, Uint8Array];
  expect((await begin(sha256, bytes.length)).json()).toEqual({
    sha256,
    bytes: bytes.length,
    partBytes: PART_BYTES,
    parts: 3,
    missing: [0, 1, 2],
    complete: false,
  });
  expect((await put(sha256, 2, third)).json()).toMatchObject({ missing: [0, 1], complete: false });
  expect((await put(sha256, 2, third)).json()).toMatchObject({ missing: [0, 1], complete: false });
  expect((await begin(sha256, bytes.length)).json()).toMatchObject({ missing: [0, 1] });
  await put(sha256, 0, first);
  const file = { sha256, name: '第一季度 “进度”报告.pdf', bytes: bytes.length, mediaType: 'application/pdf' };
  expect((await name([file])).json()).toMatchObject({ status: 409, rule: 'attachmentMissing', event: 0 });
  expect((await put(sha256, 1, second)).json()).toMatchObject({ missing: [], complete: true, mediaType: 'application/pdf' });
  // Here, and named by no record: nobody reads it yet.
  expect((await read(sha256)).statusCode).toBe(404);
  expect((await name([{ ...file, bytes: file.bytes - 1 }])).json()).toMatchObject({ status: 409, rule: 'attachmentDiffers' });
  expect((await name([{ ...file, mediaType: 'image/png' }])).json()).toMatchObject({ status: 409, rule: 'attachmentDiffers' });
  const recorded = await name([file]);
  expect(recorded.json()).toMatchObject({ durable: true });
  const answer = await read(sha256);
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.equals(bytes)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  });
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="___________.pdf"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
});

test('a page with a script is text to be saved, never a page', async () => {
  const { sha256, mediaType } = await handIn(Buffer.from('<html><script>alert(1)</script></html>'));
  await name([{ sha256, name: 'page.html', bytes: 38, mediaType }]);
  const { headers } = await read(sha256);
  expect(headers).toMatchObject({ 'content-type': 'text/plain', 'content-security-policy': "default-src 'none'; sandbox" });
  expect(headers['content-disposition']).toMatch(/^attachment; /);
});

test('what is not the announced file is thrown away, and may be sent again', async () => {
  const bytes = randomBytes(100);
  const sha256 = digestOf(bytes);
  await begin(sha256, 100);
  const answer = await put(sha256, 0, randomBytes(100));
  expect(answer.json()).toMatchObject({ status: 409, type: 'urn:gongze:problem:refused' });
  expect((await put(sha256, 0, bytes)).statusCode).toBe(409);
  expect((await begin(sha256, 100)).json()).toMatchObject({ missing: [0] });
  expect((await put(sha256, 0, bytes)).json()).toMatchObject({ complete: true });
});

test('what does not fit is refused, and says what would', async () => {
  const sha256 = digestOf(Buffer.from('x'));
  const tooLarge = await begin(sha256, MAX + 1);
  expect(tooLarge.json()).toMatchObject({ status: 400, faults: [{ field: 'bytes', found: String(MAX + 1) }] });
  expect((await begin(sha256, 0)).statusCode).toBe(400);
  expect((await begin('no digest', 1)).statusCode).toBe(400);
  expect((await put(sha256, 0, Buffer.from('x'))).statusCode).toBe(409);
  await begin(sha256, PART_BYTES + 1);
  expect((await put(sha256, 2, Buffer.from('x'))).statusCode).toBe(400);
  expect((await put(sha256, 1, Buffer.from('xx'))).json()).toMatchObject({ status: 400, faults: [{ found: '2' }] });
  expect((await put(sha256, -1, Buffer.from('x'))).statusCode).toBe(400);
  expect((await put(sha256, 0, Buffer.alloc(0))).statusCode).toBe(400);
  expect((await put(sha256, 0, Buffer.alloc(PART_BYTES + 1))).statusCode).toBe(413);
  expect((await put(sha256, 0, Buffer.from('{}'), 'river', 'application/json')).statusCode).toBe(415);
  expect((await begin(sha256, 2)).statusCode).toBe(400);
  expect((await begin(sha256, 1, 'nowhere')).statusCode).toBe(404);
  expect((await name([{ sha256, name: '../x', bytes: 1, mediaType: 'text/plain' }])).statusCode).toBe(400);
});

test('nobody has more on the way, named by no record, than ten files of the greatest length', async () => {
  const announced: number[] = [];
  for (let at = 0; at < 12; at++) announced.push((await begin(digestOf(Buffer.from(`big ${at}`)), MAX, 'lake')).statusCode);
  expect(announced.filter((status) => status === 409).length).toBeGreaterThanOrEqual(2);
  await store.pool.query("delete from ledger.attachment_arrivals where case_id = 'lake'");
});

test('the same file stands once; another case has to send it all the same, so that nobody learns what others hold', async () => {
  const bytes = Buffer.from('the same in both');
  const { sha256 } = await handIn(bytes);
  expect((await begin(sha256, bytes.length, 'lake')).json()).toMatchObject({ complete: false, missing: [0] });
  expect((await put(sha256, 0, bytes, 'lake')).json()).toMatchObject({ complete: true });
  const { rows } = await store.pool.query('select count(*)::int as parts from ledger.attachments where sha256 = $1', [sha256]);
  expect(rows[0]).toEqual({ parts: 1 });
});

test('is read by whoever may read a record that names it, and by nobody else', async () => {
  const bytes = Buffer.from('for those who may read');
  const { sha256, mediaType } = await handIn(bytes);
  await name([{ sha256, name: 'a.txt', bytes: bytes.length, mediaType }]);
  const governments = gb2260();
  const authorizer = createAuthorizer({ governments, today: testClock.today });
  const attachments = { store: postgresAttachments(store.pool), bytesMax: MAX };
  const application = createApplication({ store, clock: testClock, governments, selectEdition, authorizer, attachments });
  const as = async (caller: object) => {
    const answer = await application.openAttachment({ caseId: 'river', sha256, caller: caller as never });
    return answer.ok ? 200 : answer.problem.kind;
  };
  const publicly = { mode: 'server', roles: ['public'] };
  const party = { mode: 'server', person: 'p', office: 'o', actor: '610100', roles: ['registrar'] };
  expect([await as(publicly), await as(party), await as({ ...party, actor: '110000' })]).toEqual(['notFound', 200, 'notFound']);
  const { size = 0 } = (await store.headOf('river' as CaseId)) ?? {};
  const publish = async (withheld: readonly string[], key: string) =>
    await store.appendRecords('registry:publication', (await store.readStream('registry:publication'))?.size ?? 0, [
      {
        streamId: 'registry:publication',
        version: ((await store.readStream('registry:publication'))?.size ?? 0) + 1,
        id: key,
        type: 'casePublished',
        schemaVersion: 1,
        recordedAt: testClock.now(),
        recordedBy: { mode: 'local', person: 'local' },
        idempotencyKey: key,
        signatures: [],
        payload: { case: 'river', version: size, withheld },
      } as never,
    ]);
  const last = (await store.readCase('river' as CaseId))?.facts.at(-1)?.id as string;
  await publish([last], 'p1');
  expect(await as(publicly)).toBe('notFound');
  await publish([], 'p2');
  expect(await as(publicly)).toBe(200);
  // Who reads does not write.
  const attach = async (caller: object) => {
    const answer = await application.beginAttachment({ caseId: 'river', sha256, bytes: 1_000_000_000, caller: caller as never });
    return answer.ok ? 201 : answer.problem.kind;
  };
  expect([await attach(publicly), await attach({ ...party, actor: '110000' }), await attach(party)]).toEqual([
    'unauthenticated',
    'forbidden',
    'badRequest',
  ]);
});

test('an altered byte never comes through whole', async () => {
  const bytes = randomBytes(PART_BYTES + 5);
  const { sha256, mediaType } = await handIn(bytes);
  await name([{ sha256, name: 'b.bin', bytes: bytes.length, mediaType }]);
  await store.pool.query(
    'update ledger.attachments set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where sha256 = $1 and part = 0',
    [sha256],
  );
  const url = await opened.server.listen({ port: 0 });
  const answer = await fetch(`${url}/api/cases/river/attachments/${sha256}`);
  await expect(answer.arrayBuffer()).rejects.toThrow();
});

test('what no record names is cleared away after its time; what one names stays', async () => {
  const [named, unnamed] = [await handIn(Buffer.from('named')), await handIn(Buffer.from('unnamed'))];
  await name([{ sha256: named.sha256, name: 'n.txt', bytes: 5, mediaType: 'text/plain' }]);
  await begin(digestOf(Buffer.from('half')), 4);
  expect(await clearUnnamed(store.pool, 48)).toBe(0);
  await store.pool.query("update ledger.attachment_arrivals set at = now() - interval '3 days'");
  expect(await clearUnnamed(store.pool, 48)).toBeGreaterThanOrEqual(1);
  const { rows } = await store.pool.query<{ sha256: string }>('select distinct sha256 from ledger.attachments');
  const kept = rows.map(({ sha256 }) => sha256);
  expect(kept).toContain(named.sha256);
  expect(kept).not.toContain(unnamed.sha256);
  expect((await name([{ sha256: unnamed.sha256, name: 'u.txt', bytes: 7, mediaType: 'text/plain' }])).json()).toMatchObject({
    rule: 'attachmentMissing',
  });
  expect((await store.pool.query('select from ledger.attachment_arrivals where not named')).rows).toEqual([]);
  // What one record names another may name as well, however late.
  expect((await name([{ sha256: named.sha256, name: 'n.txt', bytes: 5, mediaType: 'text/plain' }])).statusCode).toBe(201);
});

test.each([
  [undefined, 50],
  ['200', 200],
  ['0', 50],
  ['a lot', 50],
  ['1001', 50],
])('GONGZE_FILE_MB=%s allows %i MB', (wish, megabytes) => {
  expect(fileBytesMax({ GONGZE_FILE_MB: wish })).toBe(megabytes * 1_000_000);
});
