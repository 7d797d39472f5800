/**
 * A server process for crash tests: opens the ledger on a data folder, lets sixteen writers append for as long as it lives,
 * and tells on its output what is tried, what was acknowledged, and the receipts it got. A pipe takes each line at once, so
 * that a kill loses none that was told. Run: node writing-server.ts FOLDER NAME
 */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { StoreUnavailable } from '../fault.ts';
import { openStore } from '../index.ts';
import { journalCases, journalFact, type JournalLine } from './journal.ts';

const writers = 16;
const [, , dataDir = '', name = ''] = process.argv;
/** Before anything else goes on: a line that waits in a buffer dies with the process, and its write does not. */
const tell = (line: JournalLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const { store, receipts, startSequencer, databasePid } = await openStore({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
for (const caseId of journalCases) await store.putCase({ caseId, title: { zh: '案', en: 'Case' }, actors: {} });
startSequencer();
tell({ database: databasePid() });
setInterval(() => tell({ database: databasePid() }), 50);

/** Appends until it is acknowledged, however often the database goes away: the same id and key each time. */
async function record(caseId: CaseId, id: string, expected: number): Promise<number> {
  tell({ tried: id, caseId });
  let size = expected;
  for (;;) {
    try {
      const result = await store.append(caseId, size, [journalFact(caseId, size + 1, id)]);
      if ('appended' in result) {
        tell({ acknowledged: id, caseId });
        return result.size;
      }
      if (result.refusal !== 'versionConflict') throw new Error(`bug: ${JSON.stringify(result)}`);
      size = result.actual;
    } catch (cause) {
      if (!(cause instanceof StoreUnavailable)) throw cause;
      await sleep(50);
    }
  }
}

async function write(writer: number): Promise<void> {
  const caseId = journalCases[writer % journalCases.length] as CaseId;
  let size = (await store.headOf(caseId))?.size ?? 0;
  for (let count = 0; ; count += 1) size = await record(caseId, `${name}w${writer}n${count}`, size);
}

async function collect(): Promise<void> {
  for (;;) {
    await sleep(200);
    const health = await receipts.logHealth().catch(() => undefined);
    if (health?.checkpoint !== undefined) tell({ receipt: health.checkpoint });
  }
}

tell({ ready: true });
await Promise.all([...Array.from({ length: writers }, async (_, writer) => await write(writer)), collect()]);
