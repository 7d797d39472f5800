import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeSha256 } from '@gongze/ledger/crypto/sha256';
import { leafOf } from '@gongze/ledger/log/leaf';
import { policyText } from '@gongze/ledger/log/policy';
import { receiptExtra } from '@gongze/ledger/log/receipt';
import { recordExport, saltOf, testRecords } from '@gongze/ledger/testing/files';
import { keyOf, logSigner, origin, policyOf, type TestLog, testLog, textEntries } from '@gongze/ledger/testing/log';
import { recordLine, recordsFile, withheldLine } from '@gongze/ledger/verify/format';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gongze, gongzeIn } from '../testing/ran.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongze-verify-'));
const at = (...path: string[]): string => join(folder, ...path);
function put(path: string, content: Uint8Array | string): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  return at(path);
}
const policy = policyText(keyOf(logSigner), policyOf(2).witnesses, 2);
let log: TestLog;
let server: Server;
let url: string;

beforeAll(async () => {
  const made = await recordExport(300);
  log = made.log;
  for (const [path, bytes] of made.files) put(`export/${path}`, bytes);
  put('export/policy', policy);
  put('policy', policy);
  const lines = readFileSync(at('export/records.jsonl'), 'utf8').split('\n').slice(0, -1);
  for (const mode of ['told', 'forged', 'withheld'] as const) {
    const told = lines.map((line, index) => {
      if (index !== 7 || mode === 'told') return line;
      return mode === 'forged' ? line.replace('第 7 次会议', '第 8 次会议') : withheldLine;
    });
    for (const [path, bytes] of made.files) if (path !== 'records.jsonl') put(`export/${mode}/log/${path}`, bytes);
    put(`export/${mode}/log/policy`, policy);
    put(`export/${mode}/log/records/000`, `${told.slice(0, 256).join('\n')}\n`);
    put(`export/${mode}/log/records/001.p/44`, `${told.slice(256).join('\n')}\n`);
  }
  server = createServer((request, response) => {
    if (request.url?.includes('/log/records/') && request.headers.cookie !== 'session=auditor') return void response.writeHead(401).end();
    if (request.url?.includes('/broken/')) return void response.writeHead(500).end();
    const path = (request.url ?? '').replace(/^\/site\/log\//, '/log/');
    if (path.startsWith('/site/')) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>\n\n');
    try {
      response.end(readFileSync(at('export', path.replace(/^\/log\//, ''))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('acts that bind', () => {
  const act = { ...testRecords(1)[0], type: 'obligationAccepted', payload: { obligation: 'd1', by: '610100' }, signatures: [] } as never;
  const exported = async (mode: string): Promise<string> => {
    const record = { ...(act as ReturnType<typeof testRecords>[0]), recordedBy: { mode, actor: '610100' } };
    const files = await testLog([leafOf(record, saltOf(0), nodeSha256).bytes]).files(1, 2);
    for (const [path, bytes] of files) put(`acts-${mode}/${path}`, bytes);
    put(`acts-${mode}/${recordsFile}`, `${recordLine(record, saltOf(0))}\n`);
    return at(`acts-${mode}`);
  };

  test('without the signature of their office are no acts, whatever the log says', async () => {
    const { code, out } = await gongze('verify', await exported('server'), '--policy', at('policy'));
    expect([code, out]).toEqual([3, expect.stringContaining('an act that binds, without the signature of an office of its actor')]);
  });

  test('of local mode are counted apart, for programs too', async () => {
    const { code, out } = await gongze('verify', await exported('local'), '--policy', at('policy'), '--json');
    expect([code, JSON.parse(out).acts]).toMatchObject([0, { signed: 0, unsignedLocal: 1, unsignedImported: 0, bad: 0, keys: 0 }]);
  });
});

describe('an export', () => {
  test('that holds', async () => {
    const { code, out } = await gongze('verify', at('export'), '--policy', at('policy'));
    expect(code).toBe(0);
    expect(out).toContain(`It holds: the log ${origin}, 300 entries`);
    expect(out).toContain('Cosigned by: shaanxi (1970-01-12 13:51:40 UTC), 西安 (');
    expect(out).toContain('Records: 300 records as logged, 0 withheld, in 3 streams');
    expect(out).not.toContain('Note:');
    expect((await gongze('verify', at('export'), '--policy', at('policy'), '--lang', 'zh')).out).toContain(
      '属实：日志 log.example/gongze，共 300 条',
    );
  });
  test('judged by its own policy says so', async () => {
    const { code, out } = await gongze('verify', at('export'));
    expect(code).toBe(0);
    expect(out).toContain('Note: the trust policy came with the log');
    expect(JSON.parse((await gongze('verify', at('export'), '--json')).out)).toMatchObject({ holds: true, policyOfItsOwn: true });
  });
  test('by one key; by the key of somebody else', async () => {
    expect((await gongze('verify', at('export'), '--log', logSigner.vkey)).code).toBe(0);
    const stranger = (await import('@gongze/ledger/crypto/signing-key')).signingKey('stranger', 'ed25519', new Uint8Array(32)).signer;
    const { code, out } = await gongze('verify', at('export'), '--log', stranger.vkey);
    expect(code).toBe(3);
    expect(out).toContain('It does not hold: 1 fault\nthe checkpoint is refused: the trust policy knows no log');
  });
  test('that was changed', async () => {
    const { files } = await recordExport(300);
    for (const [path, bytes] of files) put(`changed/${path}`, bytes);
    const records = readFileSync(at('export/records.jsonl'), 'utf8');
    put('changed/records.jsonl', records.replace('第 7 次会议', '第 8 次会议'));
    const { code, out } = await gongze('verify', at('changed'), '--policy', at('policy'));
    expect(code).toBe(3);
    expect(out).toContain('the record of entry 7 is not the one that was logged');
    const json = JSON.parse((await gongze('verify', at('changed'), '--policy', at('policy'), '--json')).out);
    expect(json).toMatchObject({
      holds: false,
      faultsTotal: 1,
      faults: [{ kind: 'recordDiffers', index: 7, text: { zh: /第 7 条/ } }],
    });
  });
  test('with a checkpoint kept earlier', async () => {
    const args = ['verify', at('export'), '--policy', at('policy'), '--checkpoint'];
    const kept = await gongze(...args, put('kept', await log.note(120, 2)));
    expect(kept).toMatchObject({ code: 0, out: expect.stringContaining('It begins with the checkpoint of 120 entries kept earlier') });
    const fork = testLog(textEntries(120));
    const rewritten = await gongze(...args, put('fork', await fork.note(120, 2)));
    expect(rewritten).toMatchObject({ code: 3, out: expect.stringContaining('history was rewritten: the log of 300 entries') });
    expect(rewritten.out).not.toContain('It begins');
    const later = testLog([...log.entries, ...textEntries(9)]);
    expect((await gongze(...args, put('later', await later.note(309, 2)))).out).toContain('it was cut, or this is an old copy');
    expect(await gongze(...args, put('unsigned', await log.note(120, 1)))).toMatchObject({
      code: 2,
      err: expect.stringContaining('too few witnesses'),
    });
  });
  test('of anything, where asked', async () => {
    for (const [path, bytes] of await testLog(textEntries(9)).files(9, 2)) put(`any/${path}`, bytes);
    expect((await gongze('verify', at('any'), '--policy', at('policy'))).code).toBe(3);
    expect(await gongze('verify', at('any'), '--policy', at('policy'), '--any-entries')).toMatchObject({
      code: 0,
      out: expect.stringContaining('No records came along'),
    });
  });
});

describe('a server', () => {
  test('is asked for files only', async () => {
    expect(await gongze('verify', `${url}/log/`, '--policy', at('policy'))).toMatchObject({ code: 0, err: '' });
    expect(await gongze('verify', `${url}/log`)).toMatchObject({ code: 0, out: expect.stringContaining('Note:') });
    expect(await gongze('verify', `${url}/nowhere`, '--policy', at('policy'))).toMatchObject({
      code: 3,
      out: expect.stringContaining('no file checkpoint'),
    });
  });
  test('is found by its own address, though it answers with its page wherever it has nothing', async () => {
    expect(await gongze('verify', `${url}/site`, '--policy', at('policy'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('It holds: the log'),
    });
  });
  test('tells who has signed in the records, so that signatures can be checked; says so to others', async () => {
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map((lang) => gongze('verify', `${url}/told`, '--policy', at('policy'), '--lang', lang)),
    );
    expect(en).toMatchObject({ code: 0, out: expect.stringContaining('tells records only to those who have signed in') });
    expect(zh).toMatchObject({ code: 0, out: expect.stringContaining('只向登录者提供记录') });
    const as = { GONGZE_COOKIE: 'session=auditor' };
    const told = await gongzeIn(as, 'verify', `${url}/told`, '--policy', at('policy'));
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('Records: 300 records as logged, 0 withheld') });
    expect(told.out).toContain('Signatures of offices:');
    expect(await gongzeIn(as, 'verify', `${url}/withheld`, '--policy', at('policy'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('Records: 299 records as logged, 1 withheld'),
    });
    expect(await gongzeIn(as, 'verify', `${url}/forged`, '--policy', at('policy'))).toMatchObject({
      code: 3,
      out: expect.stringContaining('the record of entry 7 is not the one that was logged'),
    });
  });
  test('that cannot answer is a fault, told in words', async () => {
    expect(await gongze('verify', `${url}/broken/`, '--policy', at('policy'))).toEqual({
      code: 1,
      out: '',
      err: `gongze: ${url}/broken/checkpoint cannot be had (HTTP 500)\n`,
    });
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const closed = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/log`;
    await new Promise((resolve) => gone.close(resolve));
    expect(await gongze('verify', closed, '--policy', at('policy'))).toEqual({
      code: 1,
      out: '',
      err: `gongze: ${closed} cannot be had (ECONNREFUSED)\n`,
    });
  });
});

describe('a receipt', () => {
  const extra = (index: number): Uint8Array => receiptExtra(log.entries[index] ?? new Uint8Array(), saltOf(index));
  test('that holds, with its record and without', async () => {
    const receipt = put('fact-4.tlog-proof', await log.receipt(4, extra(4), 2));
    const fact = put('fact-4.json', JSON.stringify(testRecords(9)[4]));
    const { code, out } = await gongze('verify', receipt, '--policy', at('policy'), '--fact', fact);
    expect(code).toBe(0);
    expect(out).toContain(`It holds: entry 4, counted from 0, of the first 300 of the log ${origin}`);
    expect(out).toContain('About: case-1 version 2, fact-4, recorded at 2026-11-24T00:00:00Z');
    expect(out).toContain('The record given is the one that was logged');
    expect((await gongze('verify', receipt, '--policy', at('policy'))).out).toContain('No record was given');
    expect(JSON.parse((await gongze('verify', receipt, '--policy', at('policy'), '--fact', fact, '--json')).out)).toMatchObject({
      holds: true,
      index: 4,
      recordCompared: true,
    });
  });
  test('that does not', async () => {
    const receipt = put('fact-5.tlog-proof', await log.receipt(5, extra(5), 2));
    const fact = put('fact-6.json', JSON.stringify(testRecords(9)[6]));
    const { code, out } = await gongze('verify', receipt, '--policy', at('policy'), '--fact', fact);
    expect(code).toBe(3);
    expect(out).toBe('It does not hold: the record is not the one of the receipt, which proves case-2 version 2 (fact-5)\n');
    expect(JSON.parse((await gongze('verify', receipt, '--policy', at('policy'), '--fact', fact, '--json')).out)).toMatchObject({
      holds: false,
      refusal: { refusal: 'recordDiffers' },
    });
  });
});

describe('what cannot be used', () => {
  test('is told as such', async () => {
    const receipt = put('some.tlog-proof', await log.receipt(5, receiptExtra(log.entries[5] ?? new Uint8Array(), saltOf(5)), 2));
    const fact = put('fact-5.json', JSON.stringify(testRecords(9)[5]));
    put('bare/checkpoint', 'x');
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[at('nothing')], 'cannot be read (ENOENT)'],
      [[receipt], 'Say whom you trust'],
      [[at('bare')], 'Say whom you trust'],
      [[receipt, '--log', 'x'], '--log: not a verifier key'],
      [[receipt, '--log', policyOf(0).witnesses.length > 0 ? `${policy.split(' ')[3]}` : ''], '--log: not a verifier key'],
      [[receipt, '--policy', put('bad', 'log x\n')], 'line 1: not a trust policy'],
      [[receipt, '--policy', at('none')], 'cannot be read (ENOENT)'],
      [[receipt, '--policy', at('policy'), '--fact', at('none')], 'cannot be read (ENOENT)'],
      [[receipt, '--policy', at('policy'), '--checkpoint', at('kept')], 'are for logs'],
      [[receipt, '--policy', at('policy'), '--any-entries'], 'are for logs'],
      [[at('export'), '--fact', at('policy')], 'are for receipts'],
      // Another kind of file is no receipt that was falsified.
      [[put('picture.tlog-proof', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 10, 10)), '--policy', at('policy')], 'is no receipt'],
      [[put('none.tlog-proof', ''), '--policy', at('policy')], 'is no receipt'],
      [[put('windows.tlog-proof', readFileSync(receipt, 'utf8').replaceAll('\n', '\r\n')), '--policy', at('policy')], 'line ends'],
      [[receipt, '--policy', at('policy'), '--fact', at('policy')], 'is not the JSON of a record'],
      [[receipt, '--policy', at('policy'), '--fact', fact, '--keys', at('policy')], 'holds no record'],
      [[receipt, '--policy', '/dev/zero'], 'is longer than 64 MiB'],
      [[put('folder/checkpoint/in', 'x').slice(0, -'/checkpoint/in'.length), '--policy', at('policy')], 'cannot be read (EISDIR)'],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = await gongze('verify', ...args);
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
      expect(err).toContain(message);
    }
  });
});
