/** Documents over HTTP: what comes out is what the format says it is, what goes in is shown first and recorded whole or not at all. */
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicCaller, registerCaller } from './caller.ts';
import { day, type Opened, openServer } from './testing/server.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openServer();
  const events = [
    {
      type: 'topicRaised',
      occurred: day('2026-11-23'),
      payload: { topic: 'bridge', title: { zh: '跨河大桥', en: 'The bridge' }, by: ['610100'] },
    },
    { type: 'meetingConvened', occurred: day('2026-11-23'), payload: meeting('convened') },
    { type: 'meetingHeld', occurred: day('2026-11-23'), payload: meeting('held') },
    { type: 'obligationDrafted', occurred: day('2026-11-23'), payload: duty() },
  ];
  for (const [index, event] of events.entries()) {
    const answer = await opened.post('/api/cases/river/events', { events: [event] }, { 'idempotency-key': `e${index}`, 'if-match': '*' });
    expect(answer.statusCode, answer.body).toBe(201);
  }
});
afterAll(async () => await opened.server.close());

function meeting(step: 'convened' | 'held') {
  const shared = {
    meeting: 'm1',
    kind: 'liaison',
    topics: ['bridge'],
    title: { zh: '第一次联络员会议', en: 'First liaison meeting' },
  };
  return step === 'convened'
    ? { ...shared, by: '610100', invited: [{ actor: '610100' }, { actor: '610400' }], plannedOn: '2026-11-23' }
    : {
        ...shared,
        attendees: [
          { actor: '610100', rank: 6 },
          { actor: '610400', rank: 6 },
        ],
      };
}
function duty() {
  return {
    obligation: 'd1',
    title: { zh: '建成引桥', en: 'Build the approach' },
    liable: ['610400'],
    lead: '610400',
    deadline: {
      text: { zh: '2027年6月底', en: 'end of June 2027' },
      readings: [{ reading: 'due', dueOn: '2027-06-30' }],
      defaultReading: 'due',
    },
    origin: 'agreed',
    acceptedBy: ['610400'],
  };
}

const get = async (path: string) => await opened.server.inject(`/api/cases/river/documents/${path}`);

describe('out', () => {
  test.each([
    ['notice?lang=zh&by=610000&number=陕督〔2026〕7号', '建成引桥'],
    ['letter?lang=en&by=610100', 'Build the approach'],
    ['minutes?lang=zh', '第一次联络员会议'],
  ])('%s is a word document that says so', async (path, text) => {
    const answer = await get(encodeURI(path));
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="river-[a-z]+-2026-11-23\.docx"; filename\*=UTF-8''[\w%.-]+-2026-11-23\.docx$/,
    );
    const body = strFromU8(unzipSync(answer.rawPayload)['word/document.xml'] as Uint8Array);
    expect(body.replace(/<[^>]+>/g, '')).toContain(text);
  });

  test('the calendar holds the due date, to another reader', async () => {
    const answer = await get('ics?lang=en');
    const found = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents();
    expect(JSON.stringify(found.map((one) => one.toJSON()))).toContain('2027-06-30');
  });

  test('tables, data and log', async () => {
    expect((await get('csv?table=dictionary&lang=en')).headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(JSON.parse((await get('ocel')).body)).toHaveProperty('objectTypes');
    expect(JSON.parse((await get('json')).body)).toHaveProperty('facts');
    expect(strFromU8(unzipSync((await get('xlsx?lang=en')).rawPayload)['xl/workbook.xml'] as Uint8Array)).toContain('sheet');
  });

  test.each([
    ['notice?duty=none', 404, 'no duty with this id'],
    ['csv?table=x', 404, 'csv has no table'],
    ['letter?number=x', 404, 'number of a document'],
    ['notice?by=<script>', 404, 'no code of an actor'],
    ['pdf', 400, 'format'],
    ['ics?asOf=yesterday', 400, 'YYYY'],
  ])('%s is refused with %i: %s', async (path, status, text) => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(text);
  });

  test('of a case that is not there, or not open to whoever asks, there is none', async () => {
    expect((await opened.server.inject('/api/cases/nowhere/documents/json')).statusCode).toBe(404);
  });
});

const csv = (...rows: string[]) => `﻿任务,责任单位,完成时限\n${rows.join('\n')}\n`;
const send = async (path: string, content: string | Buffer, headers: Record<string, string> = {}) =>
  await opened.server.inject({
    method: 'POST',
    url: `/api/cases/river/imports/${path}`,
    headers: { 'content-type': 'application/octet-stream', 'accept-language': 'en', ...headers },
    payload: content,
  });

describe('a ledger in', () => {
  test('is shown first, with the meaning of its columns as they are said', async () => {
    const answer = await send('ledger/preview?fileName=a.csv&map=C=-', csv('修路,西安市,2027-06-30'));
    expect(answer.json()).toMatchObject({
      columns: [{ key: 'title.zh' }, { key: 'liable' }, { key: null, by: 'given' }],
      rows: [{ row: 2, kind: 'new' }],
      events: [{ type: 'obligationDrafted' }],
    });
  });

  test('with one fault records nothing, and names the cell', async () => {
    const before = (await opened.server.inject('/api/cases/river')).json().version;
    const content = csv('修路,西安市,2027-06-30', '架桥,无名市,2027-06-30');
    const answer = await send('ledger?fileName=a.csv', content, { 'idempotency-key': 'bad', 'if-match': '*' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().faults[0]).toMatchObject({ field: 'B3', found: '无名市' });
    expect((await opened.server.inject('/api/cases/river')).json().version).toBe(before);
  });

  test('is recorded whole, once, more rows than one request of events may have', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `第${index + 1}项任务,西安市,2027-06-30`);
    const headers = { 'idempotency-key': 'good', 'if-match': '*' };
    const answer = await send('ledger?fileName=a.csv', csv(...rows), headers);
    expect(answer.statusCode, answer.body.slice(0, 400)).toBe(201);
    expect(answer.json().facts).toHaveLength(120);
    expect((await send('ledger?fileName=a.csv', csv(...rows), headers)).statusCode).toBe(409);
  });

  test('that was taken out comes back without a change', async () => {
    const book = (await get('xlsx?lang=zh')).rawPayload;
    expect((await send('ledger/preview?fileName=a.xlsx', book)).json()).toMatchObject({ faults: [], events: [] });
  });

  test('needs a version and a key', async () => {
    expect((await send('ledger?fileName=a.csv', csv('修路,西安市,2027-06-30'), { 'idempotency-key': 'k' })).statusCode).toBe(428);
    expect((await send('ledger?fileName=a.csv', csv('修路,西安市,2027-06-30'), { 'if-match': '*' })).statusCode).toBe(400);
  });
});

describe('what cannot be taken', () => {
  test.each([
    ['ledger/preview?fileName=a.csv', '', 400, 'empty'],
    ['ledger/preview?fileName=a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 400, 'old kind'],
    ['ledger/preview?fileName=a.pdf', Buffer.from('%PDF-1.4'), 400, 'kind of file'],
    ['ledger/preview?fileName=a.csv', 'a,b\n1,2\n', 400, 'Columns that are needed'],
    ['ledger/preview?fileName=a.csv&map=liable', 'a', 400, 'pairs with commas'],
    ['ledger/preview?fileName=a.csv&map=A=nothing', 'a', 400, 'title.zh'],
    ['ledger/preview?fileName=a.csv&on=soon', 'a', 400, 'YYYY'],
    ['ledger/preview', 'a', 400, 'fileName'],
    ['agreement/preview?fileName=a.docx', Buffer.from('PK damaged'), 400, 'damaged'],
    ['ledger/preview?fileName=a.csv', Buffer.alloc(20 * 1024 * 1024 + 1, 65), 413, 'at most 20 MB'],
    ['ledger/preview?fileName=a.csv', Buffer.alloc(22 * 1024 * 1024, 65), 413, String(21 * 1024 * 1024)],
  ])('%s %#', async (path, content, status, text) => {
    const answer = await send(path, content);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(status);
    expect(answer.body).toContain(text);
  });

  test('JSON is no file, and a file is no JSON', async () => {
    expect((await send('ledger/preview?fileName=a.csv', '{}', { 'content-type': 'application/json' })).statusCode).toBe(415);
    const events = await opened.post('/api/cases/river/events', 'x', { 'content-type': 'application/octet-stream', 'if-match': '*' });
    expect(events.statusCode).toBe(415);
  });

  test('whoever has not signed in hands nothing in', async () => {
    const other = await openServer({
      signIn: (server) => {
        registerCaller(server, async (request) =>
          request.headers['x-local'] ? { mode: 'local', person: 'local', roles: [] } : publicCaller,
        );
        return () => undefined;
      },
    }).catch((fault: unknown) => String(fault));
    // The case itself cannot be opened by the public either.
    expect(String(other)).toContain('401');
  });
});

test('an agreement is read into clauses and duties, with the names it uses', async () => {
  const text = '一、甲方应当于2027年6月30日前建成跨河大桥引桥。\n二、双方加强合作。\n';
  const answer = await send(`agreement/preview?fileName=a.txt&agreement=x&actors=${encodeURIComponent('甲方=610100')}`, text);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  const { duties, reading } = answer.json();
  expect(reading.clauses).toHaveLength(2);
  expect(duties[0].payload.liable).toEqual(['610100']);
});
