/** The first invitations where several servers start together: one makes them, the others say which and where. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { ask } from '@gongze/ledger/store/connection';
import { type PostgresStore, postgresStore } from '@gongze/ledger/store/postgres';
import { random, remove, temporaryFolder, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { contextOf } from './context.ts';
import { inviteFirst, TOGETHER_MILLISECONDS } from './first-signers.ts';

const first = [
  { actor: '610100', email: 'li@example.org' },
  { actor: '610400', email: 'wang@example.org' },
];
const hosts = ['one', 'two', 'three'];

let database: TestServer;
const stores: PostgresStore[] = [];
const folders: Record<string, string> = {};

beforeAll(async () => {
  database = await testServer({ synchronous_commit: 'off' });
  for (const host of hosts) {
    stores.push(await postgresStore({ connectionString: database.connectionString, random }));
    folders[host] = await temporaryFolder();
  }
}, 120_000);
afterAll(async () => {
  for (const store of stores) await store.close();
  await database?.remove();
  for (const folder of Object.values(folders)) await remove(folder);
});

/** What the server says when it starts. */
async function start(host: string): Promise<string> {
  const said: Bilingual[] = [];
  const store = stores[hosts.indexOf(host)] as PostgresStore;
  const governments = gb2260();
  const context = contextOf({
    publicUrl: 'https://gongze.test',
    secret: 'a secret of the tests, long enough for it',
    store,
    pool: store.pool,
    authorizer: createAuthorizer({ governments, today: systemClock.today }),
    clock: systemClock,
    governments,
    newId: () => `r-${randomUUID()}`,
  });
  await inviteFirst(context, first, folders[host] as string, (text) => void said.push(text), host);
  return said.map(({ en, zh }) => `${en}\n${zh}`).join('\n');
}
const pathOf = (host: string): string => join(folders[host] as string, 'first-invitations.txt');
const writers = async (): Promise<string[]> => {
  const there = await Promise.all(hosts.map(async (host) => ((await readdir(folders[host] as string)).length > 0 ? [host] : [])));
  return there.flat();
};
const openInvitations = async (): Promise<number> =>
  (await ask(stores[0]?.pool as never, 'select 1 from identity.invitations where used_at is null')).length;
const offices = async (): Promise<number> =>
  (
    await ask(
      stores[0]?.pool as never,
      "select 1 from ledger.streams s cross join generate_series(1, s.size) where s.stream_id = 'registry:offices'",
    )
  ).length;

test('one of three servers that start at once invites; the others name it and its file, in both languages', async () => {
  const said = await Promise.all(hosts.map(start));
  const [writer, ...more] = await writers();
  expect(more).toEqual([]);
  const links = (await readFile(pathOf(writer as string), 'utf8')).trim().split('\n');
  expect(links.map((line) => line.split(' ')[0])).toEqual(['610100', '610400']);
  expect([await openInvitations(), await offices()]).toEqual([2, 2]);
  for (const [index, host] of hosts.entries()) {
    const words = said[index]?.split('\n') ?? [];
    expect(words, host).toHaveLength(2);
    for (const own of words) expect(own).toContain(pathOf(writer as string));
    for (const own of words) if (host !== writer) expect(own).toContain(` ${writer} `);
  }
  expect(said.join('\n')).not.toContain('#invitation=');
});

test('one that starts again leaves it at that, unless its file went with its disk', async () => {
  const [writer] = await writers();
  const before = await readFile(pathOf(writer as string), 'utf8');
  await start(writer as string);
  expect(await readFile(pathOf(writer as string), 'utf8')).toBe(before);
  expect(await openInvitations()).toBe(2);
  await rm(pathOf(writer as string));
  await start(writer as string);
  expect(await readFile(pathOf(writer as string), 'utf8')).not.toBe(before);
  expect(await openInvitations()).toBe(4);
});

test('a while later any server that is started makes new links', async () => {
  const [writer] = await writers();
  const other = hosts.find((host) => host !== writer) as string;
  await start(other);
  expect(await writers()).toEqual([writer]);
  await ask(stores[0]?.pool as never, "update identity.invitations set created_at = created_at - $1 * interval '1 millisecond'", [
    TOGETHER_MILLISECONDS,
  ]);
  await start(other);
  expect((await writers()).toSorted()).toEqual([writer, other].toSorted());
});
