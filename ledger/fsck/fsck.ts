/** Checks the ledger of a database, from one moment of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Policy } from '../log/policy.ts';
import { inTransaction } from '../store/connection.ts';
import { type Checked, checkLedger, type ForeignCheckpoint } from './check.ts';
import { tablesOf } from './database.ts';
import { signedCheckpoint } from './places.ts';

export interface FsckOptions {
  readonly policy: Policy;
  readonly foreign?: readonly ForeignCheckpoint[];
  /** A sequencer at work needs a moment between placing and signing. Default: five seconds. */
  readonly patienceMilliseconds?: number;
}

/**
 * Checks every row of every table that is truth or derived. Entries that are placed and not signed yet are looked at again
 * after a moment, since a sequencer may just be at work; everything else is judged at once.
 */
export async function fsck(pool: pg.Pool, { policy, foreign = [], patienceMilliseconds = 5000 }: FsckOptions): Promise<Checked> {
  const once = async (): Promise<Checked> =>
    await inTransaction(
      pool,
      async (client) => await checkLedger(tablesOf(client), (note) => signedCheckpoint(note, policy), foreign),
      'repeatable read',
    );
  const checked = await once();
  if (checked.findings.length !== 1 || checked.findings[0]?.kind !== 'notSigned' || patienceMilliseconds === 0) return checked;
  await sleep(patienceMilliseconds);
  const { rows } = await pool.query<{ size: string | null }>('select max(size) as size from ledger.checkpoints');
  return Number(rows[0]?.size ?? 0) >= checked.size ? { ...checked, findings: [] } : checked;
}
