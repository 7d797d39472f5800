/** The world fails in other ways than by a kill: full disk, lost connections, clocks that jump, requests twice and out of order. */
import { execFileSync } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseId, FactId } from '@gongze/domain/vocabulary/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomOf } from '../../domain/testing/histories.ts';
import { StoreUnavailable } from '../fault.ts';
import { fsck } from '../fsck/fsck.ts';
import { openStore } from '../index.ts';
import { anyTitle, freshCase, numbered, run, withoutHash } from '../testing/contract.ts';
import { random, remove, temporaryFolder, type TestServer, testServer } from '../testing/servers.ts';
import { postgresStore, type PostgresStore } from './postgres.ts';

/** Appends facts one by one and retries for as long as the store cannot; returns the faults that were met. */
async function appendAll(store: PostgresStore, caseId: CaseId, from: number, to: number): Promise<StoreUnavailable[]> {
  const faults: StoreUnavailable[] = [];
  for (let version = from; version <= to; version += 1) {
    for (;;) {
      try {
        const result = await store.append(caseId, version - 1, [numbered(caseId, version)]);
        if (!('size' in result)) throw new Error(JSON.stringify(result));
        break;
      } catch (cause) {
        if (!(cause instanceof StoreUnavailable)) throw cause;
        faults.push(cause);
        await sleep(50);
      }
    }
  }
  return faults;
}

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const size of [1_000_000, 4096]) {
      for (;;) {
        const written = await file.write(Buffer.alloc(size)).catch((cause: NodeJS.ErrnoException) => {
          if (cause.code !== 'ENOSPC') throw cause;
          return undefined;
        });
        if (written === undefined) break;
      }
    }
  } finally {
    await file.close();
  }
}

// A file system of its own can only be made by root; elsewhere the disk would have to be filled in earnest.
describe.runIf(process.getuid?.() === 0)('a full disk', () => {
  it('is told as such, loses nothing, and once there is room the store goes on by itself', { timeout: 180_000 }, async () => {
    const folder = await temporaryFolder();
    const disk = join(folder, 'disk');
    await mkdir(disk, { mode: 0o755 });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', disk]);
    const opened = await openStore({ dataDir: join(disk, 'data'), log: () => undefined });
    try {
      const { store } = opened;
      opened.startSequencer();
      const caseId = freshCase();
      await store.putCase({ caseId, title: anyTitle, actors: {} });
      await appendAll(store, caseId, 1, 20);
      await fill(join(disk, 'filler'));
      // The log of the database has room that it took beforehand; it goes on until that is used up.
      const title = { zh: '长'.repeat(4000), en: 'x'.repeat(4000) };
      const faults: unknown[] = [];
      let size = 20;
      while (faults.length < 3 && size < 5000) {
        const fact = { ...numbered(caseId, size + 1), payload: { title } } as ReturnType<typeof numbered>;
        const result = await store.append(caseId, size, [fact]).catch((cause: unknown) => void faults.push(cause));
        if (result !== undefined && 'size' in result) size = result.size;
      }
      expect(faults).toHaveLength(3);
      for (const fault of faults) expect(fault).toBeInstanceOf(StoreUnavailable);
      await rm(join(disk, 'filler'));
      await appendAllFrom(store, caseId, size);
      await sleep(2000);
      const read = await store.readCase(caseId);
      expect(read?.facts.slice(0, 20).map((fact) => fact.id)).toEqual(run(caseId, 1, 20).map((fact) => fact.id));
      expect(read?.size).toBeGreaterThanOrEqual(size + 5);
      expect((await fsck(store.pool, { policy: opened.policy })).findings).toEqual([]);
    } finally {
      await opened.close();
      execFileSync('umount', ['-l', disk]);
      await remove(folder);
    }
  });
});

/** Goes on behind what is there: an append that failed may have happened. */
async function appendAllFrom(store: PostgresStore, caseId: CaseId, least: number): Promise<void> {
  for (;;) {
    const size = await store.headOf(caseId).then(
      (head) => head?.size,
      () => undefined,
    );
    if (size === undefined) await sleep(100);
    else {
      expect(size).toBeGreaterThanOrEqual(least);
      await appendAll(store, caseId, size + 1, size + 5);
      return;
    }
  }
}

/** A wire to the database that can be cut: connections are dropped, with what is under way, and new ones refused. */
async function wireTo(socketPath: string): Promise<{ port: number; cut: () => void; mend: () => void; close: () => void }> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const database = connect(socketPath);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          client.destroy();
          database.destroy();
        });
    }
    client.pipe(database).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe('over a server that stays', () => {
  let server: TestServer;
  let store: PostgresStore;
  beforeAll(async () => {
    server = await testServer();
    store = await postgresStore({ connectionString: server.connectionString, random });
  });
  afterAll(async () => {
    await store?.close();
    await server?.remove();
  });

  it('a lost connection is told as such; appends in doubt are settled by handing them in again', { timeout: 120_000 }, async () => {
    const [, user, password, host = '', port = ''] = /^postgresql:\/\/([^:]+):([^@]+)@([^:]+):(\d+)/.exec(server.connectionString) ?? [];
    const wire = await wireTo(join(decodeURIComponent(host), `.s.PGSQL.${port}`));
    const far = await postgresStore({ connectionString: `postgresql://${user}:${password}@127.0.0.1:${wire.port}/postgres`, random });
    try {
      const cases = Array.from({ length: 8 }, () => freshCase());
      for (const caseId of cases) await far.putCase({ caseId, title: anyTitle, actors: {} });
      let cutting = true;
      const cuts = (async () => {
        for (let times = 0; times < 10; times += 1) {
          await sleep(100);
          wire.cut();
          await sleep(30);
          wire.mend();
        }
        cutting = false;
      })();
      const sizes = await Promise.all(
        cases.map(async (caseId) => {
          let [size, faults] = [0, 0];
          while (cutting || size < 10) {
            faults += (await appendAll(far, caseId, size + 1, size + 5)).length;
            size += 5;
          }
          return { size, faults };
        }),
      );
      await cuts;
      expect(sizes.reduce((sum, { faults }) => sum + faults, 0)).toBeGreaterThan(0);
      for (const [at, caseId] of cases.entries()) {
        expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual(run(caseId, 1, sizes[at]?.size ?? 0));
      }
      wire.cut();
      const fault = await far.append(cases[0] as CaseId, 0, [numbered(cases[0] as CaseId, 1)]).catch((cause: unknown) => cause);
      expect(fault).toMatchObject({
        name: 'StoreUnavailable',
        retryAfterSeconds: 2,
        text: { zh: expect.stringContaining('数据库暂时没有应答') },
      });
      wire.mend();
    } finally {
      await far.close();
      wire.close();
    }
  });

  it('requests that come twice and out of order leave each fact once, in an order that somebody asked for', async () => {
    const random01 = randomOf(20_261_126);
    for (let times = 0; times < 20; times += 1) {
      const caseId = freshCase();
      await store.putCase({ caseId, title: anyTitle, actors: {} });
      // Ten requests, each handed in up to three times, in any order and all at once; who conflicts asks again.
      const requests = Array.from({ length: 10 }, (_, at) => `r${at}`).flatMap((id) =>
        Array.from({ length: 1 + Math.floor(random01() * 3) }, () => id),
      );
      requests.sort(() => random01() - 0.5);
      await Promise.all(
        requests.map(async (id) => {
          for (let expected = Math.floor(random01() * 3); ; ) {
            const fact = numbered(caseId, expected + 1, { id: id as FactId, idempotencyKey: id }, id);
            const result = await store.append(caseId, expected, [fact]);
            if ('appended' in result) return;
            if (result.refusal !== 'versionConflict') throw new Error(JSON.stringify(result));
            expected = result.actual;
          }
        }),
      );
      const facts = (await store.readCase(caseId))?.facts ?? [];
      expect(facts.map(({ version }) => version)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
      expect(new Set(facts.map(({ id }) => id)).size).toBe(10);
    }
  });

  it('one append of a group that fails does not hurt the others', async () => {
    const cases = Array.from({ length: 12 }, () => freshCase());
    for (const caseId of cases) await store.putCase({ caseId, title: anyTitle, actors: {} });
    const results = await Promise.allSettled(
      cases.map(async (caseId, at) => {
        if (at === 3) return await store.append(freshCase(), 0, []);
        if (at === 4) return await store.append('nowhere' as CaseId, 0, run('nowhere' as CaseId, 1, 1));
        if (at === 5) return await store.append(caseId, 7, run(caseId, 8, 9));
        // An index entry has no room for a key of this size: the database itself refuses it.
        const key = Array.from({ length: 30_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join('');
        if (at === 6) return await store.append(caseId, 0, [numbered(caseId, 1, { idempotencyKey: key })]);
        return await store.append(caseId, 0, run(caseId, 1, 2));
      }),
    );
    const told = results.map((result) => (result.status === 'fulfilled' ? result.value : 'threw'));
    expect(told.map((result) => (typeof result === 'object' && 'appended' in result ? result.appended : 'no'))).toEqual([
      2,
      2,
      2,
      'no',
      'no',
      'no',
      'no',
      2,
      2,
      2,
      2,
      2,
    ]);
    expect(told[5]).toEqual({ refusal: 'versionConflict', expected: 7, actual: 0 });
  });

  it('a clock that jumps changes what facts say of their recording, and nothing else', async () => {
    const caseId = freshCase();
    await store.putCase({ caseId, title: anyTitle, actors: {} });
    const instants = ['2026-01-01T00:00:00Z', '1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '2026-01-01T00:00:01Z'];
    for (const [at, recordedAt] of instants.entries()) {
      expect(await store.append(caseId, at, [numbered(caseId, at + 1, { recordedAt })])).toEqual({ size: at + 1, appended: 1 });
    }
    expect((await store.readCase(caseId))?.facts.map((fact) => fact.recordedAt)).toEqual(instants);
  });
});
