/** Creating and naming cases: the head of a case follows from `registry:cases`, and is written with it. */
import { assertKeepable, assertStreamKind, caseNamedRecord, planAppend } from '@gongze/application/ledger/plan';
import type { AppendResult, NewCase, Recording } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import type pg from 'pg';
import { appendCalls } from './appender.ts';
import { inTransaction } from './connection.ts';
import { keep } from './kept.ts';
import { knownOf } from './reads.ts';

type Salt = () => string;

/** The registry first: namings stand in one line, and none waits for a case while it holds another. */
async function lockRegistry(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ size: number }>(
    "select size from ledger.streams where stream_id = 'registry:cases' for no key update",
  );
  const size = rows[0]?.size;
  if (size === undefined) throw new Error('bug: there is no registry of cases');
  return size;
}

async function recordName(client: pg.ClientBase, salt: Salt, head: NewCase, recording: Recording): Promise<void> {
  const size = await lockRegistry(client);
  const { caseId, title, actors } = head;
  const record = caseNamedRecord(size + 1, { caseId, title, actors }, recording.recordedAt, recording.recordedBy);
  const [outcome] = await appendCalls(client, [{ streamId: record.streamId, expected: size, records: [keep(record, salt())] }]);
  if (outcome?.outcome !== 'appended') throw new Error(`bug: the registry of cases answered ${JSON.stringify(outcome)} under its lock`);
  await client.query(
    `insert into ledger.cases (case_id, title, actors) values ($1, $2, $3)
     on conflict (case_id) do update set title = excluded.title, actors = excluded.actors`,
    [caseId, JSON.stringify(title), JSON.stringify(actors)],
  );
}

export async function putCase(pool: pg.Pool, salt: Salt, head: NewCase, recording: Recording): Promise<void> {
  assertStreamKind(head.caseId, 'case');
  await inTransaction(pool, async (client) => {
    await lockRegistry(client);
    const { rows } = await client.query<{ title: string; actors: string }>('select title, actors from ledger.cases where case_id = $1', [
      head.caseId,
    ]);
    if (rows[0]?.title === JSON.stringify(head.title) && rows[0].actors === JSON.stringify(head.actors)) return;
    await client.query('insert into ledger.streams (stream_id) values ($1) on conflict (stream_id) do nothing', [head.caseId]);
    await recordName(client, salt, head, recording);
  });
}

export async function createCase(
  pool: pg.Pool,
  salt: Salt,
  head: NewCase,
  facts: readonly Fact[],
  recording: Recording,
): Promise<AppendResult | { readonly refusal: 'caseExists' }> {
  const { caseId } = head;
  assertStreamKind(caseId, 'case');
  assertKeepable(caseId, facts);
  return await inTransaction(pool, async (client) => {
    await lockRegistry(client);
    const known = await knownOf(client, caseId, facts);
    const plan = planAppend(known?.size ?? 0, known?.records ?? [], 0, facts);
    if (known !== undefined) {
      const isRetry = 'fresh' in plan && plan.fresh.length === 0 && facts.length > 0;
      return isRetry ? { size: known.size, appended: 0 } : { refusal: 'caseExists' };
    }
    if ('refusal' in plan) return plan;
    await client.query('insert into ledger.streams (stream_id) values ($1)', [caseId]);
    await recordName(client, salt, head, recording);
    if (plan.fresh.length === 0) return { size: 0, appended: 0 };
    const records = plan.fresh.map((record) => keep(record, salt()));
    const [outcome] = await appendCalls(client, [{ streamId: caseId, expected: 0, records }]);
    if (outcome?.outcome !== 'appended') throw new Error(`bug: a new case answered ${JSON.stringify(outcome)}`);
    return { size: outcome.size, appended: records.length };
  });
}
