/** The feeds as somebody without an account reads them, under the real policies: what was published, and nothing of the rest. */
import { createApplication } from '@gongze/application';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import type { Caller } from '@gongze/application/permissions/caller';
import { selectEdition } from '@gongze/cases/edition';
import { factOf, titled } from '@gongze/domain/testing/facts';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { recordOf } from '@gongze/identity/testing/keys';
import { expect, test } from 'vitest';
import { registerCaller } from './caller.ts';
import { buildServer } from './server.ts';
import { testClock } from './testing/server.ts';

const nobody: Caller = { mode: 'server', roles: ['public'] };
const party: Caller = { mode: 'server', person: 'p', office: 'o', actor: '610100' as ActorId, roles: ['registrar'] };

/** Two cases of the same party: `open` is published up to its second fact without its first topic, `shut` is not. */
async function opened() {
  const store = memoryStore();
  for (const id of ['open', 'shut'] as const) {
    const about = (version: number) => ({ streamId: id, id: `${id}-${version}`, version, on: '2026-01-01' });
    const facts = [
      factOf('caseOpened', { title: titled(`${id} case`), parties: ['610100', '610400'] }, about(1)),
      factOf('topicRaised', { topic: 'a', title: titled(`${id} withheld`), by: ['610100'] }, about(2)),
      factOf('topicRaised', { topic: 'b', title: titled(`${id} told`), by: ['610100'] }, about(3)),
      factOf('topicRaised', { topic: 'c', title: titled(`${id} later`), by: ['610100'] }, about(4)),
    ];
    await store.createCase({ caseId: id as CaseId, title: titled(`${id} case`), actors: {} }, facts);
  }
  const published = recordOf('registry:publication', 'casePublished', { case: 'open', version: 3, withheld: ['open-2'] });
  await store.appendRecords('registry:publication', 0, [{ ...published, version: 1 }]);
  const authorizer = createAuthorizer({ governments: gb2260(), today: testClock.today });
  const application = createApplication({ store, clock: testClock, governments: gb2260(), selectEdition, authorizer });
  const signIn = (server: Parameters<typeof registerCaller>[0]) => {
    registerCaller(server, async ({ headers }) => (headers['x-party'] === undefined ? nobody : party));
    return () => undefined;
  };
  return buildServer({ application, authorizer, pageDir: 'none', ready: async () => true, signIn });
}

test('without an account a feed tells what was published; to a party it tells everything', async () => {
  const server = await opened();
  const read = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });
  const all = await read('/api/feed?lang=en');
  expect([all.statusCode, all.headers['set-cookie']]).toEqual([200, undefined]);
  const one = await read('/api/cases/open/feed?lang=en');
  for (const { body } of [all, one]) {
    expect(body).toContain('open told');
    for (const closed of ['open withheld', 'open later', 'shut', 'open-2', 'open-4']) expect(body).not.toContain(closed);
  }
  // What is closed looks like what is not there.
  const shut = await read('/api/cases/shut/feed?lang=en');
  const absent = await read('/api/cases/never/feed?lang=en');
  expect([shut.statusCode, absent.statusCode]).toEqual([404, 404]);
  expect(shut.json().type).toBe(absent.json().type);

  const own = await read('/api/feed?lang=en', { 'x-party': 'yes' });
  for (const title of ['open told', 'open withheld', 'open later', 'shut told']) expect(own.body).toContain(title);
  // One address, two answers: nothing between may keep either for the other.
  expect(own.headers['cache-control']).toContain('private');
  expect(own.headers['etag']).not.toBe(all.headers['etag']);
  await server.close();
});
