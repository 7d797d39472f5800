/** Mail and robots: everything new in one message, once; over a small server of each kind that says what it was sent. */
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localAuthorizer, localCaller } from '@gongze/application/permissions/local';
import { caseCache } from '@gongze/application/read/cache';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import { postgresCalendars } from '@gongze/ledger/daily/calendars';
import { postgresNotices, postgresTellings } from '@gongze/ledger/daily/notices';
import { postgresDaily } from '@gongze/ledger/daily/store';
import { postgresStore, type PostgresStore } from '@gongze/ledger/store/postgres';
import { random, temporaryFolder, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import ICAL from 'ical.js';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LiveCase } from '../../../domain/testing/live.ts';
import { openServer } from '../testing/server.ts';
import { sendMail, sendToRobot } from './send.ts';
import { isQuiet, type Robot, tellSettings } from './settings.ts';
import { workTimers } from './run.ts';
import { readersIn } from './readers.ts';
import { mailsToSend, robotMessagesToSend, type TellParts } from './tell.ts';

let database: TestServer;
let store: PostgresStore;
const today = isoDateOf('2026-07-01');
const governments = gb2260();
const clock = { today: () => today, now: () => `${today}T00:00:00Z` };
const [a, b] = ['610100', '610400'];
const title = (zh: string, en = zh) => ({ zh, en });

beforeAll(async () => {
  database = await testServer();
  store = await postgresStore({ connectionString: database.connectionString, random });
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

async function addCase(caseId: string, duties: number): Promise<void> {
  const live = new LiveCase({ governments });
  live.do('2026-01-05', a, 'openCase', { title: title('案', 'Case'), parties: [a, b] });
  for (let index = 0; index < duties; index++) {
    const obligation = `d${index}`;
    const deadline = { text: title('六月', 'June'), readings: [{ reading: 'day', dueOn: '2026-06-30' }], defaultReading: 'day' };
    const terms = {
      obligation,
      title: title(`修路${index}`, `Road ${index}`),
      origin: 'agreed',
      liable: [a],
      measure: title('m'),
      deadline,
    };
    live.do('2026-01-06', a, 'draftObligation', terms);
    live.do('2026-01-06', a, 'acceptObligation', { obligation, by: a });
  }
  const facts = live.facts.map((fact, index) => ({ ...fact, streamId: caseId as CaseId, version: index + 1, idempotencyKey: `${index}` }));
  await store.createCase({ caseId: caseId as CaseId, title: title('渭河', 'Wei river'), actors: {} }, facts);
}

const lists = () => ({ daily: postgresDaily(store.pool), readCase: caseCache(store), clock, governments });
const robot: Robot = {
  actor: a as ActorId,
  kind: 'dingtalk',
  url: 'http://127.0.0.1:1/send?access_token=x',
  secret: 'SECshared',
  language: 'zh',
};

function parts(): TellParts {
  return {
    daily: lists().daily,
    authorizer: localAuthorizer,
    tellings: postgresTellings(store.pool),
    settings: {
      smtpUrl: 'smtp://x',
      from: 'gongze@example.org',
      robots: [robot],
      quiet: undefined,
      publicUrl: 'https://gongze.example.org',
    },
    readers: async (mail) =>
      mail === 'each' ? [{ person: 'p', email: 'li@example.org', language: 'en', callers: [{ ...localCaller, actor: a as ActorId }] }] : [],
  };
}

/** As much of RFC 5321 as a client needs; what comes back is what it was sent. */
async function smtpServer() {
  const mails: { from: string; to: string[]; data: string }[] = [];
  const server = createServer((socket) => {
    let text = '';
    let mail = { from: '', to: [] as string[], data: '' };
    let inData = false;
    socket.write('220 test ESMTP\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (inData) {
          if (line === '.') {
            inData = false;
            mails.push(mail);
            mail = { from: '', to: [], data: '' };
            socket.write('250 kept\r\n');
          } else mail.data += `${line}\r\n`;
        } else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write('354 go on\r\n');
        } else {
          if (/^MAIL/i.test(line)) mail.from = line;
          if (/^RCPT/i.test(line)) mail.to.push(line);
          socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
          if (/^QUIT/i.test(line)) socket.end();
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { mails, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test('whoever is new is told from then on; all that is new goes out once, in one message', async () => {
  await addCase('first', 2);
  await workTimers({ ...lists(), pool: store.pool }, today);
  expect([await mailsToSend(parts(), 'each', 0), await robotMessagesToSend(parts())]).toEqual([[], []]);
  await addCase('second', 40);
  await workTimers({ ...lists(), pool: store.pool }, today);
  const two = await Promise.all([mailsToSend(parts(), 'each', 0), mailsToSend(parts(), 'each', 0)]);
  const [mail, ...others] = two.flat();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: 'li@example.org', subject: 'Gongze: 80 reminders' });
  expect(mail?.text).toContain('50 more: see the page.\n\nOpen the list: https://gongze.example.org/today');
  const [message] = await robotMessagesToSend(parts());
  expect(message).toMatchObject({ subject: '共责：80条提醒' });
  expect(await mailsToSend(parts(), 'each', 0)).toEqual([]);
  expect(await robotMessagesToSend(parts())).toEqual([]);
});

test('a mail arrives as it was written, under an id that stays the same', async () => {
  const smtp = await smtpServer();
  const mail = {
    to: 'li@example.org',
    from: 'gongze@example.org',
    subject: '共责：1条提醒',
    text: '- 修路：已逾期。',
    messageId: '<one@gongze>',
  };
  await sendMail(smtp.url, mail);
  await sendMail(smtp.url, mail);
  smtp.close();
  expect(smtp.mails.length).toBe(2);
  const [first] = smtp.mails;
  expect(first?.to).toEqual(['RCPT TO:<li@example.org>']);
  expect(smtp.mails.map(({ data }) => /^Message-ID: (.*)\r$/im.exec(data)?.[1])).toEqual(['<one@gongze>', '<one@gongze>']);
  const [headers = '', body = ''] = first?.data.split('\r\n\r\n') ?? [];
  const encoding = /^Content-Transfer-Encoding: (.*)$/im.exec(headers)?.[1];
  const decoded =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : Buffer.from(
          body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString();
  expect(decoded.trim()).toBe('- 修路：已逾期。');
  await expect(sendMail('smtp://127.0.0.1:1', mail)).rejects.toThrow();
});

test('robots get what they understand, signed where they ask for it; what they refuse is a fault', async () => {
  const seen: { url: URL; body: { msgtype: string; markdown: Record<string, string> } }[] = [];
  let answer = '{"errcode":0,"errmsg":"ok"}';
  const server = createHttpServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      seen.push({ url: new URL(request.url ?? '', 'http://x'), body: JSON.parse(text) });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?access_token=x`;
  const message = { subject: '共责：1条提醒', text: '- 修路' };
  await sendToRobot({ ...robot, url }, message, 1_767_000_000_000, 'm');
  // As DingTalk documents it: HMAC-SHA256 over timestamp, line feed, secret; keyed with the secret.
  const sign = createHmac('sha256', 'SECshared').update('1767000000000\nSECshared').digest('base64');
  expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({ access_token: 'x', timestamp: '1767000000000', sign });
  expect(seen[0]?.body).toEqual({ msgtype: 'markdown', markdown: { title: '共责：1条提醒', text: '### 共责：1条提醒\n- 修路' } });
  await sendToRobot({ ...robot, kind: 'wecom', url }, message, 0, 'm');
  expect(seen[1]?.body).toEqual({ msgtype: 'markdown', markdown: { content: '**共责：1条提醒**\n- 修路' } });
  answer = '{"errcode":310000,"errmsg":"sign not match"}';
  await expect(sendToRobot({ ...robot, url }, message, 0, 'm')).rejects.toThrow('310000');
  server.close();
});

test('any receiver of Standard Webhooks gets notices, and its reference library takes the signature and nothing else', async () => {
  const seen: { headers: Record<string, string>; body: string }[] = [];
  let status = 503;
  const server = createHttpServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      seen.push({ headers: request.headers as Record<string, string>, body: text });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  const message = { subject: '共责：1条提醒', text: '- 修路' };
  const now = Date.now();
  const send = async () => await sendToRobot({ ...robot, kind: 'webhook', url, secret }, message, now, 'job-7');
  // Not acknowledged, it is a fault, so that the queue tries again; the id stays.
  await expect(send()).rejects.toThrow('503');
  status = 204;
  await send();
  server.close();
  expect(seen.map(({ headers }) => headers['webhook-id'])).toEqual(['job-7', 'job-7']);
  const [, { headers, body } = { headers: {}, body: '' }] = seen;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'notices.due', data: message });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  expect(() => new Webhook(`whsec_${Buffer.alloc(32, 6).toString('base64')}`).verify(body, headers)).toThrow();
});

test('settings that cannot be read are told; quiet hours may cross midnight', async () => {
  await expect(tellSettings({ GONGZE_QUIET_HOURS: 'night' })).rejects.toThrow('full hours');
  await expect(tellSettings({ GONGZE_SMTP_URL: 'mail.example.org' })).rejects.toThrow('smtp');
  await expect(tellSettings({ GONGZE_ROBOTS_FILE: '/nowhere' })).rejects.toThrow('cannot be read');
  const unsigned = join(await temporaryFolder(), 'robots.json');
  await writeFile(unsigned, JSON.stringify([{ actor: '610100', kind: 'webhook', url: 'https://example.org/' }]));
  await expect(tellSettings({ GONGZE_ROBOTS_FILE: unsigned })).rejects.toThrow('whsec_');
  const { quiet } = await tellSettings({ GONGZE_QUIET_HOURS: '21-8' });
  expect([20, 21, 23, 0, 7, 8].map((hour) => isQuiet(quiet, hour))).toEqual([false, true, true, true, true, false]);
});

test('each person is told at hours of his own: quiet ones wait, a digest goes out once, late rather than never', async () => {
  const readers = readersIn(store.pool);
  const { change, settings } = postgresNotices(store.pool);
  const person = async (id: string) =>
    await store.pool.query("insert into identity.persons (person_id, email, name) values ($1, $1 || '@example.org', $1)", [id]);
  await person('awake');
  await person('asleep');
  await person('digest');
  const quiet = { from: 21, until: 7 };
  await change('awake', { mail: 'each', language: 'zh', digestHour: 8, quiet: null });
  await change('asleep', { mail: 'each', language: 'en', digestHour: 8, quiet });
  await change('digest', { mail: 'daily', language: 'zh', digestHour: 6, quiet });
  expect(await settings('asleep')).toEqual({ mail: 'each', language: 'en', digestHour: 8, quiet });
  expect(await settings('nobody')).toEqual({ mail: 'off', language: 'zh', digestHour: 8, quiet: null });
  await store.pool.query("update ledger.notification_settings set digest_slot = '2026-07-01T00:00:00+08:00'");
  const at = async (mail: 'each' | 'daily', instant: string) =>
    (await readers(mail, Date.parse(instant))).map((reader) => reader.person).sort();
  // Beijing time is eight hours ahead of UTC.
  for (const [instant, told] of [
    ['2026-07-01T12:59:59Z', ['asleep', 'awake']],
    ['2026-07-01T13:00:00Z', ['awake']],
    ['2026-07-01T22:59:59Z', ['awake']],
    ['2026-07-01T23:00:00Z', ['asleep', 'awake']],
  ] as const)
    expect([instant, await at('each', instant)]).toEqual([instant, told]);
  // Its hour, six, is a quiet one: it waits until seven, and goes out once, whoever asks.
  expect(await at('daily', '2026-07-01T22:30:00Z')).toEqual([]);
  const asked = await Promise.all(Array.from({ length: 5 }, () => at('daily', '2026-07-01T23:00:00Z')));
  expect(asked.flat()).toEqual(['digest']);
  expect(await at('daily', '2026-07-02T02:00:00Z')).toEqual([]);
  // A clock that jumps back tells nothing again; after days without a server one digest goes out, not one for each day.
  expect(await at('daily', '2026-06-20T02:00:00Z')).toEqual([]);
  expect(await at('daily', '2026-07-06T02:00:00Z')).toEqual(['digest']);
  expect(await at('daily', '2026-07-06T02:01:00Z')).toEqual([]);
  // Another hour begins with its next strike.
  await change('digest', { mail: 'daily', language: 'zh', digestHour: 9, quiet: null });
  await store.pool.query("update ledger.notification_settings set digest_slot = '2026-07-06T10:00:00+08:00' where person = 'digest'");
  expect(await at('daily', '2026-07-06T03:00:00Z')).toEqual([]);
  expect(await at('daily', '2026-07-07T01:00:00Z')).toEqual(['digest']);
});

test('the page lists notices, each person marks his own, and a calendar is read by its address until it is taken back', async () => {
  const daily = { ...lists(), notices: postgresNotices(store.pool), calendars: postgresCalendars(store.pool) };
  const { server, post } = await openServer({ daily }, { store, clock });
  const ask = async (url: string) => JSON.parse((await server.inject(url)).body);
  const all = await ask(`/api/notifications?actor=${a}&limit=500`);
  expect(all).toMatchObject({ actor: a, unread: 84 });
  expect(all.items.length).toBe(84);
  const [newest, second] = all.items;
  await post(`/api/notifications/read?actor=${a}`, { ids: [newest.id, '999999'] });
  await post(`/api/notifications/read?actor=${a}`, { upTo: all.items[80].id });
  const after = await ask(`/api/notifications?actor=${a}&limit=2`);
  expect(after).toMatchObject({
    unread: 79,
    items: [
      { id: newest.id, read: true },
      { id: second.id, read: false },
    ],
    next: second.id,
  });
  expect((await ask(`/api/notifications?actor=${b}`)).unread).toBe(42);
  // A number that stands for nothing yet marks nothing that is still to come.
  await post(`/api/notifications/read?actor=${b}`, { upTo: '900000000000000000' });
  await store.pool.query(`insert into ledger.notifications (side, case_id, kind, subject, due_on, title, text)
    values ('610400', 'first', 'overdue', 'later', '2026-07-01', '{"zh":"后","en":"Later"}', '{"zh":"后","en":"Later"}')`);
  expect((await ask(`/api/notifications?actor=${b}`)).unread).toBe(1);

  const added = JSON.parse((await post('/api/calendars', { actor: a, language: 'zh' })).body);
  const feed = await server.inject(added.path);
  expect([feed.statusCode, feed.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const events = new ICAL.Component(ICAL.parse(feed.body)).getAllSubcomponents('vevent').map((own) => new ICAL.Event(own));
  expect(events.length).toBe(42);
  expect(events.every((event) => event.startDate.toString() === '2026-06-30' && event.startDate.isDate)).toBe(true);
  expect(events[0]?.description).toContain('已逾期1天');
  expect((await server.inject(`/api/calendars/feed/${'A'.repeat(43)}.ics`)).statusCode).toBe(404);
  // No copy of the database opens it.
  const kept = JSON.stringify((await store.pool.query('select * from ledger.calendars')).rows);
  expect(kept.includes(added.path.slice(20, 50))).toBe(false);
  expect((await server.inject({ method: 'DELETE', url: `/api/calendars/${added.id}` })).statusCode).toBe(204);
  expect((await server.inject(added.path)).statusCode).toBe(404);
  await server.close();
});
