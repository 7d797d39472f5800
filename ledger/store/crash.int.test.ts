import type { Store } from '@gongze/application/ports';
import type { FactId } from '@gongze/domain/vocabulary/ids';
import { expect, it } from 'vitest';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '../embedded/start.ts';
import { anyTitle, freshCase, numbered, withoutHash } from '../testing/contract.ts';
import { random, remove, temporaryFolder } from '../testing/servers.ts';
import { postgresStore } from './postgres.ts';

const kills = 5;
const writers = 8;

/** Appends facts one by one until the server is gone; every write is retried on a conflict, as a use case does. */
async function writeUntilEnd(
  store: Store,
  caseId: ReturnType<typeof freshCase>,
  name: string,
  tried: Set<string>,
  acknowledged: Set<string>,
): Promise<void> {
  let size = 0;
  for (let count = 0; ; count += 1) {
    const id = `${name}-${count}`;
    tried.add(id);
    for (;;) {
      const fact = numbered(caseId, size + 1, { id: id as FactId, idempotencyKey: id }, id);
      const result = await store.append(caseId, size, [fact]).catch(() => undefined);
      if (result === undefined) return;
      if ('appended' in result) {
        size = result.size;
        acknowledged.add(id);
        break;
      }
      if (result.refusal !== 'versionConflict') throw new Error(`bug: ${JSON.stringify(result)}`);
      size = result.actual;
    }
  }
}

it(`keeps every acknowledged fact once, and no other, when the server is killed ${kills} times under ${writers} writers`, async () => {
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'data');
  const cases = [freshCase(), freshCase()];
  const tried = new Set<string>();
  const acknowledged = new Set<string>();
  let server: Embedded | undefined;
  try {
    for (let round = 0; round <= kills; round += 1) {
      server = await startEmbedded({ dataDir });
      const store = await postgresStore({ connectionString: server.connectionString, random });
      for (const caseId of cases) await store.putCase({ caseId, title: anyTitle, actors: {} });
      const kept = await Promise.all(cases.map(async (caseId) => (await store.readCase(caseId))?.facts ?? []));
      for (const [index, facts] of kept.entries()) {
        const caseId = cases[index] as (typeof cases)[number];
        const expected = facts.map(({ id }, at) => numbered(caseId, at + 1, { id, idempotencyKey: id }, id));
        expect(withoutHash(facts)).toEqual(expected);
      }
      const ids = kept.flat().map(({ id }) => id as string);
      const present = new Set(ids);
      expect(present.size).toBe(ids.length);
      expect([...acknowledged].filter((id) => !present.has(id))).toEqual([]);
      expect(ids.filter((id) => !tried.has(id))).toEqual([]);
      if (round < kills) {
        const before = acknowledged.size;
        const { pid } = server;
        const writing = Array.from(
          { length: writers },
          async (_, writer) =>
            await writeUntilEnd(store, cases[writer % 2] as (typeof cases)[number], `r${round}w${writer}`, tried, acknowledged),
        );
        setTimeout(() => process.kill(pid, 'SIGKILL'), 150 + 60 * round);
        await Promise.all(writing);
        expect(acknowledged.size).toBeGreaterThan(before);
      }
      await store.close();
      await server.stop();
    }
    console.log(`${kills} kills: ${acknowledged.size} facts acknowledged, ${tried.size} tried`);
  } finally {
    await server?.stop();
    await remove(folder);
  }
});
