/** The HTTP face: security headers on every answer, problems in the caller's language, tags, and the page. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '@gongze/application';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { caseIds, loadCase } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf } from './http/language.ts';
import { buildServer } from './server.ts';

let server: FastifyInstance;
let pageDir: string;
let isReady = true;

beforeAll(async () => {
  pageDir = mkdtempSync(join(tmpdir(), 'gongze-page-'));
  mkdirSync(join(pageDir, 'assets'));
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(pageDir, 'assets/index-abc.js'), `console.log(${'1'.repeat(4000)})`);
  const application = createApplication({
    store: memoryStore(),
    clock: { today: () => isoDateOf('2026-11-23'), now: () => '2026-11-23T00:00:00Z' },
    governments: gb2260(),
    selectEdition,
  });
  for (const id of caseIds) {
    const { case: caseId, title, actors, facts } = loadCase(id);
    await application.importHistory({ caseId, title, actors, facts });
  }
  server = await buildServer({ application, pageDir, ready: async () => isReady });
});

afterAll(async () => {
  await server.close();
  rmSync(pageDir, { recursive: true });
});

function get(url: string, headers: Record<string, string> = {}) {
  return server.inject({ method: 'GET', url, headers });
}

test.each([
  '/',
  '/case/xixian',
  '/api/cases',
  '/api/nothing',
  '/healthz',
  '/assets/index-abc.js',
  '/api/cases/xixian/report?asOf=nonsense',
])('%s carries the security headers, and no inline script or style is allowed', async (url) => {
  const { headers } = await get(url);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  for (const closed of ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'none'"]) expect(policy).toContain(closed);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

describe('the page', () => {
  test('is the same file for every address of its own, never for the interface or missing assets', async () => {
    for (const url of ['/', '/case/xixian?asOf=2012-01-31&lang=zh', '/anything'])
      expect((await get(url)).body).toContain('<title>page</title>');
    for (const url of ['/api/nothing', '/assets/missing.js']) expect((await get(url)).statusCode).toBe(404);
    expect((await server.inject({ method: 'POST', url: '/case/xixian' })).statusCode).toBe(404);
  });
  test('assets are kept for ever, the page itself is asked for again', async () => {
    expect((await get('/assets/index-abc.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });
  test('nothing outside its folder is served', async () => {
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
      expect((await get(url)).body).not.toContain('"name"');
    }
  });
});

describe('the interface', () => {
  test('a report is unchanged until its question changes', async () => {
    const first = await get('/api/cases/xixian/report?asOf=2012-01-31');
    const tag = String(first.headers['etag']);
    expect((await get('/api/cases/xixian/report?asOf=2012-01-31', { 'if-none-match': tag })).statusCode).toBe(304);
    expect((await get('/api/cases/xixian/report?asOf=2012-02-01', { 'if-none-match': tag })).statusCode).toBe(200);
    expect((await get('/api/cases/xixian/facts?asOf=2012-01-31', { 'if-none-match': tag })).statusCode).toBe(200);
  });
  test('thresholds can be given, and wrong ones are refused with their range', async () => {
    const facts = async (days: number) =>
      (
        (await get(`/api/cases/xixian/report?asOf=2011-02-15&parameter.decisionWithoutAction.graceDays=${days}`)).json() as {
          findings: { id: string; key: string }[];
        }
      ).findings.filter((finding) => finding.key === 'decisionWithoutAction:case');
    expect(await facts(30)).toHaveLength(1);
    expect(await facts(60)).toHaveLength(0);
    const wrong = await get('/api/cases/xixian/report?parameter.decisionWithoutAction.graceDays=-1', { 'accept-language': 'en' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json()).toMatchObject({ type: 'urn:gongze:problem:badRequest', faults: [{ field: 'decisionWithoutAction.graceDays' }] });
  });
  test('problems speak the language asked for', async () => {
    expect((await get('/api/cases/nothing/report', { 'accept-language': 'zh-CN,zh;q=0.9' })).json()).toMatchObject({
      status: 404,
      title: '未找到',
    });
    expect((await get('/api/cases/nothing/report', { 'accept-language': 'fr,en;q=0.5' })).json()).toMatchObject({
      status: 404,
      title: 'Not found',
    });
  });
  test('ready only while the store answers', async () => {
    expect((await get('/readyz')).statusCode).toBe(200);
    isReady = false;
    expect((await get('/readyz')).statusCode).toBe(503);
    isReady = true;
    expect((await get('/healthz')).statusCode).toBe(200);
  });
  test('long answers are compressed', async () => {
    const { headers } = await get('/api/cases/jingjinji/facts', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('br');
  });
  test('the salt of a payload never leaves the server', async () => {
    expect((await get('/api/cases/jingjinji/facts')).body).not.toContain('payloadSalt');
  });
});

/** The first line of the answer to bytes as they are, which no client of ours would send. */
async function answerTo(bytes: string): Promise<string> {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('utf8');
  let told = '';
  socket.on('data', (text) => {
    told += text;
  });
  const closed = once(socket, 'close');
  socket.write(bytes);
  await closed;
  return told;
}

describe('requests that two readers could understand in two ways', () => {
  beforeAll(async () => void (await server.listen({ port: 0, host: '127.0.0.1' })));
  const head = 'POST /api/cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n';
  test.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}'],
    ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'],
    ['a length that is no number', 'Content-Length: +2\r\n\r\n{}'],
  ])('with %s are refused and the connection is closed', async (_, rest) => {
    const told = await answerTo(`${head}${rest}`);
    expect(told).toMatch(/^HTTP\/1\.1 400 /);
    expect(told.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
  test('to echo the request back (TRACE) is no method here', async () => {
    const told = await answerTo('TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Secret: mirror\r\n\r\n');
    expect(told).toMatch(/^HTTP\/1\.1 (?:400|404|405|501) /);
    expect(told).not.toContain('mirror');
  });
  test('names of prototypes in a body reach no prototype', async () => {
    const payload = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"case":"x"}';
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
    const { statusCode } = await server.inject({ method: 'POST', url: '/api/cases', headers, payload });
    expect(statusCode).toBe(400);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

test('languages are ranked by weight, then by order', () => {
  const of = (text: string) => languageOf({ headers: { 'accept-language': text } });
  expect([of('zh'), of('en'), of('de'), of(''), of('en;q=0.3, zh;q=0.8'), of('zh;q=0.3,en;q=0.8'), of('zh-TW,en')]).toEqual([
    'zh',
    'en',
    'en',
    'en',
    'zh',
    'en',
    'zh',
  ]);
});
