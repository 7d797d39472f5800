/**
 * The list of a person with 2,000 open items, the roll-up over 100,000 duties, and a midnight at which 300,000 timers are due,
 * each beside plain SQL that does the least possible on the same rows in the same run: `npm run bench:inbox`, `-- --small` for
 * the small sizes. Prints times and ratios. Gate (exit code 1): the whole answer costs at most so many times the plain query.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readInbox, readRollup } from '@gongze/application/daily/inbox';
import { DAILY_EDITION } from '@gongze/application/daily/ports';
import { localAuthorizer, localCaller } from '@gongze/application/permissions/local';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { postgresDaily } from '@gongze/ledger/daily/store';
import { fireDue } from '@gongze/ledger/daily/timers';
import { openStore } from '@gongze/ledger';

const { values } = parseArgs({ options: { small: { type: 'boolean', default: false } } });
const scale = values.small ? 0.1 : 1;
const cases = 40;
const items = 2000 * scale;
const duties = 100_000 * scale;
const timers = 300_000 * scale;
const rounds = 30;
const batch = 2000;
const today = isoDateOf('2026-07-01');

const folder = await mkdtemp(join(tmpdir(), 'gongze-bench-'));
const opened = await openStore({ dataDir: join(folder, 'data'), log: () => undefined });
const { pool } = opened.store;
const governments = gb2260();

/** Median of the milliseconds that `work` takes. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

async function fill(): Promise<void> {
  const text = `'{"zh":"修路","en":"Build the road"}'`;
  const ofCase = `'c' || (i % ${cases})`;
  await pool.query(`insert into ledger.streams (stream_id, size) select 'c' || i, 1 from generate_series(0, ${cases - 1}) i`);
  await pool.query(
    `insert into ledger.cases (case_id, title, actors) select 'c' || i, ${text}, '{}' from generate_series(0, ${cases - 1}) i`,
  );
  await pool.query(`insert into ledger.daily_cases (case_id, version, read_on, edition, resource, names)
    select 'c' || i, 1, '2026-07-01', ${DAILY_EDITION}, '{"kind":"case","caseId":"c' || i || '"}', '{}' from generate_series(0, ${cases - 1}) i`);
  await pool.query(`insert into ledger.daily_tasks (case_id, side, key, kind, subject, title, text, command, due_on, since, because, phase1, from2, phase2)
    select ${ofCase}, case when i < ${items} then '610100' else '6104' || lpad((i % 90)::text, 2, '0') end, 'owe|d' || i, 0, 'd' || i, ${text}, ${text},
      'reportObligation', date '2026-01-01' + i % 400, '2026-01-01', '{}', 'green/left', date '2026-02-01' + i % 400, 'red/overdue'
    from generate_series(0, ${duties - 1}) i`);
  await pool.query(`insert into ledger.daily_duties (case_id, obligation, sides, bodies, due_on, phase1, from2, phase2)
    select ${ofCase}, 'd' || i, '6101' || lpad((i % 30)::text, 2, '0') || ' 610400', '', '2026-06-30', 'green/left', date '2026-02-01' + i % 400, 'red/overdue'
    from generate_series(0, ${duties - 1}) i`);
  await pool.query(`insert into ledger.timers (case_id, kind, subject, due_on, recipients, title, text)
    select ${ofCase}, 'overdue', 'd' || i, '2026-07-01', array['610100'], ${text}, ${text} from generate_series(0, ${timers - 1}) i`);
  await pool.query('analyze');
}

interface Line {
  readonly name: string;
  readonly ours: number;
  readonly plain: number;
  /** Most that the whole may cost, in times of the plain query. */
  readonly ratioMax: number;
}

async function midnight(): Promise<Line> {
  await pool.query('create table public.plain as select * from ledger.timers');
  await pool.query('create table public.told (side text, case_id text, kind text, subject text, due_on date, title text, text text)');
  const before = performance.now();
  await pool.query(`with gone as (delete from public.plain where due_on <= '2026-07-01' returning *)
    insert into public.told select recipients[1], case_id, kind, subject, due_on, title, text from gone`);
  const plain = performance.now() - before;
  // Somebody reads his list all the while.
  const waits: number[] = [];
  let done = false;
  const person = (async () => {
    while (!done) {
      const start = performance.now();
      await inbox();
      waits.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const start = performance.now();
  let fired = 0;
  for (;;) {
    const one = await fireDue(pool, today, batch);
    fired += one.fired;
    if (one.taken === 0) break;
  }
  const ours = performance.now() - start;
  done = true;
  await person;
  if (fired !== timers) throw new Error(`${fired} of ${timers} fired`);
  waits.sort((a, b) => a - b);
  console.log(`  a person's list meanwhile: median ${waits[waits.length >> 1]?.toFixed(1)} ms, longest ${waits.at(-1)?.toFixed(1)} ms`);
  return { name: `midnight of ${timers} timers`, ours, plain, ratioMax: 60 };
}

const ports = {
  daily: postgresDaily(pool),
  readCase: async () => undefined,
  clock: { today: () => today, now: () => `${today}T00:00:00Z` },
  governments,
  authorizer: localAuthorizer,
};
const inbox = async () => await readInbox(ports, { actor: '610100', caller: localCaller });

try {
  const filling = performance.now();
  await fill();
  console.log(`  filled in ${Math.round(performance.now() - filling)} ms`);
  const plainInbox = async () =>
    await pool.query(
      "select * from ledger.daily_tasks where side = '610100' order by kind, coalesce(due_on, 'infinity'), since, case_id, key limit 100",
    );
  const plainRollup = async () => await pool.query('select sides, phase1, count(*) from ledger.daily_duties group by 1, 2');
  const first = await inbox();
  if (!first.ok || first.value.counts.owe !== items) throw new Error('the list does not hold its items');
  const lines: Line[] = [
    { name: `list of ${items} items`, ours: await median(inbox), plain: await median(plainInbox), ratioMax: 100 },
    {
      name: `roll-up of ${duties} duties`,
      ours: await median(async () => await readRollup(ports, { caller: localCaller })),
      plain: await median(plainRollup),
      ratioMax: 10,
    },
    await midnight(),
  ];
  for (const { name, ours, plain, ratioMax } of lines) {
    const ratio = ours / plain;
    console.log(`${name}: ${ours.toFixed(1)} ms, plain SQL ${plain.toFixed(1)} ms, ratio ${ratio.toFixed(1)} (at most ${ratioMax})`);
    if (ratio > ratioMax) process.exitCode = 1;
  }
} finally {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
}
