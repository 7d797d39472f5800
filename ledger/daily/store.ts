/** The kept lists in PostgreSQL. They follow from the facts and may be emptied: nothing here is ever read by a rule. */
import {
  DAILY_EDITION,
  type DailyCase,
  type DailyStore,
  type KeptCase,
  type KeptTask,
  taskKinds,
  type TaskQuestion,
} from '@gongze/application/daily/ports';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type pg from 'pg';
import { ask, inTransaction } from '../store/connection.ts';

const staleText = `
  select c.case_id from ledger.cases c join ledger.streams s on s.stream_id = c.case_id
  left join ledger.daily_cases d on d.case_id = c.case_id
  where d.case_id is null or d.version < s.size or d.edition <> $1 or d.next_day <= $2 or d.read_on > $2
  order by c.case_id limit $3`;

/** Rows of one moment win over older ones, whoever writes last. */
const headText = `
  insert into ledger.daily_cases as d (case_id, version, read_on, edition, next_day, resource, names) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (case_id) do update set version = excluded.version, read_on = excluded.read_on, edition = excluded.edition,
    next_day = excluded.next_day, resource = excluded.resource, names = excluded.names
  where d.version <= excluded.version returning case_id`;

const taskColumns = `side text, key text, kind smallint, subject text, title text, text text, command text, due_on date, since date,
  visible_from date, because text[], phase1 text, from2 date, phase2 text, from3 date, phase3 text, late_until date`;
const dutyColumns = `obligation text, sides text, bodies text, due_on date, phase1 text, from2 date, phase2 text, from3 date, phase3 text`;

/** Replaces the rows of a case: those that stayed the same are not written again. */
function replaceText(table: string, columns: string, key: readonly string[]): { readonly drop: string; readonly put: string } {
  const names = columns.split(',').map((column) => column.trim().split(/\s+/)[0] ?? '');
  const others = names.filter((name) => !key.includes(name));
  const rows = `jsonb_to_recordset($2::jsonb) as r(${columns})`;
  const same = key.map((name) => `r.${name} = t.${name}`).join(' and ');
  return {
    drop: `delete from ${table} t where case_id = $1 and not exists (select from ${rows} where ${same})`,
    put: `insert into ${table} as t (case_id, ${names.join(', ')}) select $1, ${names.map((name) => `r.${name}`).join(', ')} from ${rows}
      on conflict (case_id, ${key.join(', ')}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
      where (${others.map((name) => `t.${name}`).join(', ')}) is distinct from (${others.map((name) => `excluded.${name}`).join(', ')})`,
  };
}
const tasksText = replaceText('ledger.daily_tasks', taskColumns, ['side', 'key']);
const dutiesText = replaceText('ledger.daily_duties', dutyColumns, ['obligation']);

const timerColumns = 'kind text, subject text, due_on date, recipients text[], title text, text text';
const timerRowsText = `jsonb_to_recordset($2::jsonb) as r(${timerColumns})`;
const sameTimer = (other: string): string => `r.kind = ${other}.kind and r.subject = ${other}.subject and r.due_on = ${other}.due_on`;
/** Those that wait and are no longer; and those that have not fired. */
const timersText = {
  drop: `delete from ledger.timers t where case_id = $1 and not exists (select from ${timerRowsText} where ${sameTimer('t')})`,
  put: `insert into ledger.timers as t (case_id, kind, subject, due_on, recipients, title, text)
    select $1, r.kind, r.subject, r.due_on, r.recipients, r.title, r.text from ${timerRowsText}
    where not exists (select from ledger.timer_firings f where f.case_id = $1 and ${sameTimer('f')})
    on conflict (case_id, kind, subject, due_on) do update
    set recipients = excluded.recipients, title = excluded.title, text = excluded.text
    where (t.recipients, t.title, t.text) is distinct from (excluded.recipients, excluded.title, excluded.text)`,
};

function timerRows({ timers }: DailyCase): string {
  return JSON.stringify(
    timers.map(({ dueOn, title, text, ...rest }) => ({ ...rest, due_on: dueOn, title: JSON.stringify(title), text: JSON.stringify(text) })),
  );
}

function taskRows({ tasks }: DailyCase): string {
  return JSON.stringify(
    tasks.map(({ kind, title, text, dueOn, visibleFrom, lateUntil, ...rest }) => ({
      ...rest,
      kind: taskKinds.indexOf(kind),
      title: JSON.stringify(title),
      text: JSON.stringify(text),
      due_on: dueOn,
      visible_from: visibleFrom,
      late_until: lateUntil,
    })),
  );
}

function dutyRows({ duties }: DailyCase): string {
  const rows = duties.filter(({ phase1 }) => phase1 !== null);
  return JSON.stringify(
    rows.map(({ sides, bodies, dueOn, ...rest }) => ({ ...rest, sides: sides.join(' '), bodies: bodies.join(' '), due_on: dueOn })),
  );
}

async function write(pool: pg.Pool, rows: DailyCase): Promise<void> {
  const { caseId, version, readOn, nextDay, resource, names } = rows;
  await inTransaction(pool, async (client) => {
    // The row of the case puts those in line who read the same case again.
    const head = [caseId, version, readOn, DAILY_EDITION, nextDay, JSON.stringify(resource), JSON.stringify(names)];
    if ((await client.query(headText, head)).rows.length === 0) return;
    const [tasks, duties] = [taskRows(rows), dutyRows(rows)];
    await client.query(tasksText.drop, [caseId, tasks]);
    await client.query(tasksText.put, [caseId, tasks]);
    await client.query(dutiesText.drop, [caseId, duties]);
    await client.query(dutiesText.put, [caseId, duties]);
    const timers = timerRows(rows);
    await client.query(timersText.drop, [caseId, timers]);
    await client.query(timersText.put, [caseId, timers]);
  });
}

/** The light on day `$2`, as `light/reason`. */
const phase = 'case when t.from3 <= $2::date then t.phase3 when t.from2 <= $2::date then t.phase2 else t.phase1 end';
const shown = 't.side = $1 and (t.visible_from is null or t.visible_from <= $2::date) and t.case_id = any ($3::text[])';
const order = "t.kind, coalesce(t.due_on, 'infinity'), t.since, t.case_id, t.key";
const tasksQuery = `
  select t.case_id, t.key, t.kind, t.subject, t.title, t.text, t.command, t.due_on::text, t.since::text, t.because, t.late_until::text,
    ${phase} as phase
  from ledger.daily_tasks t where ${shown} and ($4::smallint is null or t.kind = $4)
    and ($5::smallint is null or (${order}) > ($5::smallint, $6::date, $7::date, $8::text, $9::text))
  order by ${order} limit $10`;
const countsQuery = `select t.kind, ${phase} as phase, count(*)::int as count from ledger.daily_tasks t where ${shown} group by 1, 2`;
const dutiesQuery = `
  select t.sides, t.bodies, case when t.from3 <= $1::date then t.phase3 when t.from2 <= $1::date then t.phase2 else t.phase1 end as phase,
    count(*)::int as count
  from ledger.daily_duties t where t.case_id = any ($2::text[]) group by 1, 2, 3`;
const casesQuery = `
  select d.case_id, c.title, d.resource from ledger.daily_cases d join ledger.cases c on c.case_id = d.case_id
  where case when $1::text is null then exists (select from ledger.daily_duties t where t.case_id = d.case_id)
      or exists (select from ledger.daily_tasks t where t.case_id = d.case_id)
    when $2 then d.case_id in (select n.case_id from ledger.notifications n where n.side = $1)
    else d.case_id in (select t.case_id from ledger.daily_tasks t where t.side = $1) end
  order by d.case_id`;

interface TaskRow {
  readonly case_id: CaseId;
  readonly key: string;
  readonly kind: number;
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly command: string | null;
  readonly due_on: IsoDate | null;
  readonly since: IsoDate;
  readonly because: ActorId[];
  readonly late_until: IsoDate | null;
  readonly phase: string | null;
}

function keptTask(row: TaskRow): KeptTask {
  const { case_id: caseId, kind, title, text, due_on: dueOn, late_until: lateUntil, key, subject, command, since, because } = row;
  const texts = { title: JSON.parse(title) as Bilingual, text: JSON.parse(text) as Bilingual };
  return { caseId, kind: taskKinds[kind] ?? 'owe', dueOn, lateUntil, key, subject, command, since, because, phase: row.phase, ...texts };
}

async function readTasks(pool: pg.Pool, { side, day, cases, kind, after, limit }: TaskQuestion): Promise<KeptTask[]> {
  const place = after ?? [null, null, null, null, null];
  const values = [side, day, cases, kind === undefined ? null : taskKinds.indexOf(kind), ...place, limit];
  return (await ask<TaskRow & pg.QueryResultRow>(pool, tasksQuery, values)).map(keptTask);
}

const listIn = (text: string): ActorId[] => (text === '' ? [] : (text.split(' ') as ActorId[]));

/** Throws `StoreUnavailable` where the database is gone. */
export function postgresDaily(pool: pg.Pool): DailyStore {
  return {
    stale: async (day, limit) => {
      const rows = await ask<{ case_id: CaseId }>(pool, staleText, [DAILY_EDITION, day, limit]);
      return rows.map(({ case_id }) => case_id);
    },
    write: async (rows) => await write(pool, rows),
    cases: async (about) => {
      const values = [about?.side ?? null, about?.told === true];
      const rows = await ask<{ case_id: CaseId; title: string; resource: string }>(pool, casesQuery, values);
      return rows.map(
        ({ case_id: caseId, title, resource }): KeptCase => ({
          caseId,
          title: JSON.parse(title),
          resource: JSON.parse(resource),
          resourceText: resource,
        }),
      );
    },
    tasks: async (question) => await readTasks(pool, question),
    counts: async ({ side, day, cases }) => {
      const rows = await ask<{ kind: number; phase: string | null; count: number }>(pool, countsQuery, [side, day, cases]);
      return rows.map(({ kind, ...rest }) => ({ kind: taskKinds[kind] ?? 'owe', ...rest }));
    },
    duties: async (day, cases) => {
      const rows = await ask<{ sides: string; bodies: string; phase: string; count: number }>(pool, dutiesQuery, [day, cases]);
      return rows.map(({ sides, bodies, ...rest }) => ({ sides: listIn(sides), bodies: listIn(bodies), ...rest }));
    },
    names: async (cases) => {
      const rows = await ask<{ names: string }>(pool, 'select distinct names from ledger.daily_cases where case_id = any ($1::text[])', [
        cases,
      ]);
      return Object.assign({}, ...rows.map(({ names }) => JSON.parse(names)));
    },
  };
}
