/** Commands over HTTP: versions, keys, and what is refused before a use case sees it. */
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { beforeEach, describe, expect, test } from 'vitest';
import { day, joining, type Opened, openServer, riverCase } from './testing/server.ts';

let opened: Opened;
beforeEach(async () => {
  opened = await openServer();
});

const events = '/api/cases/river/events';
const at = (version: string, key = 'k1') => ({ 'if-match': version, 'idempotency-key': key });

describe('recording', () => {
  test('of the local user says so in the fact itself', async () => {
    await opened.post(events, joining('610300'), at('"v1"'));
    const stored = await opened.store.readCase('river' as CaseId);
    expect(stored?.facts.map(({ recordedBy }) => recordedBy.mode)).toEqual(['local', 'local']);
  });
  test('of what binds waits while too few witnesses answer, in the words of the caller; the rest goes on, and so does this once they do', async () => {
    let allowed = false;
    const bindingActs = async () => ({ allowed, since: '2026-11-22T23:40:00Z' });
    const { post, store } = await openServer({}, { bindingActs });
    const title = { zh: '联合发文', en: 'Joint document' };
    const issued = { type: 'jointDocumentIssued', occurred: day('2026-11-23'), payload: { title, issuers: ['610100', '610400'] } };
    const binding = (language: string) => post(events, { events: [issued] }, { ...at('*', 'bind'), 'accept-language': language });
    for (const [language, words] of [
      ['zh', '见证方自 2026-11-22T23:40:00Z 起未达到法定数目'],
      ['en', 'Too few witnesses answer since 2026-11-22T23:40:00Z'],
    ] as const) {
      const refused = await binding(language);
      expect([refused.statusCode, refused.headers['retry-after'], refused.headers['content-type']]).toEqual([
        503,
        '60',
        expect.stringContaining('application/problem+json'),
      ]);
      expect(refused.json().detail).toContain(words);
    }
    // Among others too: all of a request or nothing.
    const mixed = await post(events, { events: [joining('610300').events[0], issued] }, at('*', 'mixed'));
    expect([mixed.statusCode, (await store.readCase('river' as CaseId))?.facts.length]).toEqual([503, 1]);
    expect((await post(events, joining('610300'), at('*', 'join'))).statusCode).toBe(201);
    allowed = true;
    expect((await binding('en')).statusCode).toBe(201);
  });
  test('answers 201 with the version as the tag, which the next command names', async () => {
    const first = await opened.post(events, joining('610300'), at('"v1"'));
    expect([first.statusCode, first.headers['etag']]).toEqual([201, '"v2"']);
    expect(first.json()).toMatchObject({ case: 'river', version: 2, durable: true, repeated: false });
    const second = await opened.post(events, joining('610500'), at('"v2"', 'k2'));
    expect(second.json()).toMatchObject({ version: 3 });
    const head = await opened.server.inject({ url: '/api/cases/river' });
    expect([head.headers['etag'], head.json()]).toEqual(['"v3"', expect.objectContaining({ version: 3, withheld: 0 })]);
    expect((await opened.server.inject({ url: '/api/cases/river', headers: { 'if-none-match': 'W/"v3"' } })).statusCode).toBe(304);
  });
  test.each([
    [undefined, 428],
    ['"v0"', 409],
    ['"v2"', 409],
    ['W/"v1"', 409],
    ['"other"', 409],
    ['v1', 400],
    ['"v1', 400],
    ['*', 201],
    ['"v7", "v1"', 201],
    [', "v1" ,', 201],
  ])('If-Match %s gives %d', async (tag, status) => {
    const headers = tag === undefined ? { 'idempotency-key': 'k' } : at(tag);
    const answer = await opened.post(events, joining('610300'), headers);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      status,
      status === 201 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    ]);
  });
  test.each(['', ' ', 'a b', 'x'.repeat(121), 'schlüssel'])('the key %j is refused', async (key) => {
    expect(
      (await opened.post(events, joining('610300'), { 'if-match': '*', ...(key !== '' && { 'idempotency-key': key }) })).statusCode,
    ).toBe(400);
  });
  test('quoted or not, a key is the same key', async () => {
    const first = await opened.post(events, joining('610300'), at('*', 'k'));
    const again = await opened.post(events, joining('610300'), at('*', '"k"'));
    expect([again.statusCode, again.json()]).toEqual([201, { ...first.json(), repeated: true }]);
  });
  test('faults name the place, and nothing is recorded', async () => {
    const answer = await opened.post(events, { events: [{ type: 'partyJoin', occurred: { first: '2026-02-30' }, payload: {} }] }, at('*'));
    expect(answer.json()).toMatchObject({ status: 400, type: 'urn:gongze:problem:badInput', faults: [{ field: '/events/0/type' }] });
    expect(answer.json().faults[0].expected).toContain('partyJoined');
    expect((await opened.server.inject({ url: '/api/cases/river' })).json()).toMatchObject({ version: 1 });
  });
});

describe('bodies', () => {
  test.each([
    ['{"events": [}', 'JSON'],
    ['{"events": [], "events": []}', 'twice'],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 'deep'],
    ['{"a": 12345678901234567890}', 'integer'],
    ['', 'empty'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'UTF-8'],
    ['{"a":"\\ud800"}', 'half'],
    ['{"a":"\\u0000"}', 'NUL'],
    ['[]', 'object'],
    ['null', 'object'],
  ])('%s is told with what is wrong', async (body, word) => {
    const answer = await opened.post(events, body, at('*'));
    expect([answer.statusCode, answer.json().type]).toEqual([400, 'urn:gongze:problem:badInput']);
    expect(answer.json().detail).toContain(word);
  });
  test('only JSON, and not too much of it', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense', 'application/jsonp'])
      expect((await opened.post(events, '{}', { ...at('*'), 'content-type': type })).statusCode, type).toBe(415);
    expect((await opened.post(events, '{}', { ...at('*'), 'content-type': 'application/json;charset=UTF-8' })).statusCode).toBe(400);
    const part = `/api/cases/river/attachments/${'a'.repeat(64)}/parts/0`;
    const json = { 'content-type': 'application/json', 'accept-language': 'en' };
    const asJson = await opened.server.inject({ method: 'PUT', url: part, payload: '{}', headers: json });
    expect([asJson.statusCode, asJson.json().detail]).toEqual([415, 'The body must be application/octet-stream, found application/json.']);
    for (const [encoding, payload] of [
      ['zstd', '{}'],
      ['gzip', 'no gzip at all'],
    ] as const) {
      const packed = await opened.post(events, payload, { ...at('*'), 'content-encoding': encoding });
      expect([packed.statusCode, packed.json().detail], encoding).toEqual([415, expect.stringContaining('gzip, br or deflate')]);
    }
    // Facts to record come by the thousand, each with its signature; anything else is small.
    expect((await opened.post(events, ' '.repeat(4 * 1024 * 1024 + 1), at('*'))).statusCode).toBe(413);
    expect((await opened.post(events, ' '.repeat(1024 * 1024 + 1), at('*'))).statusCode).toBe(400);
    expect((await opened.post('/api/cases', ' '.repeat(1024 * 1024 + 1), { 'idempotency-key': 'large' })).statusCode).toBe(413);
  });
});

describe('opening a case', () => {
  test('again with the same key is answered the same; a name that is taken is refused', async () => {
    expect((await opened.post('/api/cases', riverCase, { 'idempotency-key': 'open' })).json()).toMatchObject({
      repeated: true,
      version: 1,
    });
    expect((await opened.post('/api/cases', riverCase, { 'idempotency-key': 'other' })).statusCode).toBe(409);
    const registry = await opened.post('/api/cases', { ...riverCase, case: 'registry:keys' }, { 'idempotency-key': 'r' });
    expect(registry.statusCode).toBe(400);
  });
});
