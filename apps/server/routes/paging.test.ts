/** Pages by cursor: put together they are the whole, each thing once and in order, whatever comes in between; no cursor is made up. */
import { beforeEach, expect, test } from 'vitest';
import { joining, type Opened, openServer, riverCase } from '../testing/server.ts';

let opened: Opened;
const create = async (id: string) => await opened.post('/api/cases', { ...riverCase, case: id }, { 'idempotency-key': id });
beforeEach(async () => {
  opened = await openServer();
  for (const id of ['b', 'a', 'd', 'c']) expect((await create(id)).statusCode).toBe(201);
});

async function pages(url: string, between = async () => {}): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let cursor = ''; ; ) {
    const answer = await opened.server.inject(`${url}?limit=2${cursor}`);
    expect(answer.statusCode).toBe(200);
    found.push(answer.json());
    const { next } = answer.json<{ next?: string }>();
    if (next === undefined) return found;
    await between();
    cursor = `&cursor=${next}`;
  }
}

test('of cases, while others are opened before and behind the cursor', async () => {
  const created: number[] = [];
  const found = await pages('/api/cases', async () => {
    if (created.length === 0) for (const id of ['aa', 'z']) created.push((await create(id)).statusCode);
  });
  expect(created).toEqual([201, 201]);
  // `aa` came where the reader had been already.
  expect(found.map(({ cases }) => (cases as { case: string }[]).map((one) => one.case))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['river', 'z'],
  ]);
});

test('of the facts of a case, while more are recorded', async () => {
  const record = async (key: string, party: string) =>
    await opened.post('/api/cases/river/events', joining(party), { 'if-match': '*', 'idempotency-key': key });
  for (const [at, party] of ['610300', '610500'].entries()) expect((await record(`k${at}`, party)).statusCode).toBe(201);
  let late = 0;
  const found = await pages('/api/cases/river/events', async () => {
    if (late === 0) late = (await record('late', '610600')).statusCode;
  });
  expect(late).toBe(201);
  expect(found.map(({ events }) => (events as { version: number }[]).map(({ version }) => version))).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('by a cursor that nobody gave out is refused, and so is a page of no size', async () => {
  for (const url of ['/api/cases', '/api/cases/river/events']) {
    for (const question of ['cursor=zz', 'cursor=0', 'cursor=ff', 'cursor=2e2e2f', 'limit=0', 'limit=501', 'limit=x']) {
      const answer = await opened.server.inject(`${url}?${question}`);
      expect([answer.statusCode, answer.headers['content-type']], `${url}?${question}`).toEqual([
        400,
        expect.stringContaining('application/problem+json'),
      ]);
    }
  }
});

test('by a cursor of another list is refused: of cases, of the facts of a case, of those of another case', async () => {
  for (const [at, party] of ['610300', '610500'].entries())
    await opened.post('/api/cases/river/events', joining(party), { 'if-match': '*', 'idempotency-key': `k${at}` });
  const nextOf = async (url: string) => (await opened.server.inject(`${url}?limit=1`)).json<{ next: string }>().next;
  const lists = ['/api/cases', '/api/cases/river/events', '/api/cases/a/events'];
  const cursors = await Promise.all(lists.slice(0, 2).map(nextOf));
  for (const [from, cursor] of cursors.entries())
    for (const [to, url] of lists.entries())
      expect((await opened.server.inject(`${url}?limit=1&cursor=${cursor}`)).statusCode, `${lists[from]} in ${url}`).toBe(
        from === to ? 200 : 400,
      );
});
