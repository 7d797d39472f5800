import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from './index.ts';
import { anyTitle, freshCase, run, withoutHash } from './testing/contract.ts';
import { remove, temporaryFolder, testServer } from './testing/servers.ts';

const folder = await temporaryFolder();
afterAll(async () => await remove(folder));

it('opens the built-in database, and finds there what was kept when it opens again', async () => {
  const caseId = freshCase();
  const lines: string[] = [];
  const options = { dataDir: join(folder, 'data'), log: (line: string) => void lines.push(line) };
  const first = await openStore(options);
  await first.store.putCase({ caseId, title: anyTitle, actors: {} });
  await first.store.append(caseId, 0, run(caseId, 1, 3));
  await first.close();
  const second = await openStore({ ...options, databaseUrl: '' });
  expect(withoutHash((await second.store.readCase(caseId))?.facts ?? [])).toEqual(run(caseId, 1, 3));
  await second.close();
  expect(lines.filter((line) => line.startsWith('database ready after'))).toHaveLength(2);
});

it('opens the server that the address names, and leaves it running', async () => {
  const server = await testServer();
  const options = { databaseUrl: server.connectionString, dataDir: join(folder, 'unused'), log: () => undefined };
  for (let times = 0; times < 2; times += 1) {
    const { store, close } = await openStore(options);
    expect(await store.listCases()).toEqual([]);
    await close();
  }
  await server.remove();
  await expect(openStore(options)).rejects.toThrow(/The database does not answer/);
});
