/**
 * The account of PostgreSQL by which servers work: it may do what they need and nothing else. It owns no table, so that it can
 * neither change a fact nor take away the triggers that would refuse it. Whoever owns the tables migrates them and says who it is.
 */
import pg from 'pg';
import { LedgerFault } from '../fault.ts';
import { migrate } from './migrate.ts';

/** Rights to a table, where they are fewer than reading and writing. What only grows is never changed or deleted. */
const fewerRights: Readonly<Record<string, string>> = {
  'ledger.facts': 'select, insert',
  'ledger.sequence': 'select, insert',
  // No file is altered; one that no record names is cleared away.
  'ledger.attachments': 'select, insert, delete',
  // Cosignatures come in later, to the note of the same size.
  'ledger.checkpoints': 'select, insert, update',
  'ledger.streams': 'select, insert, update',
  'ledger.cases': 'select, insert, update',
  'ledger.tiles': 'select, insert, update',
  'ledger.sequencer': 'select, update',
  'ledger.instance': 'select, insert',
  'ledger.migrations': 'select',
};
const allRights = 'select, insert, update, delete';

/** Schemas of ours, whose tables belong to the owner. */
const schemas = ['ledger', 'identity'] as const;
/** Schema in which a library keeps tables of its own making. No fact passes through it. */
export const jobsSchema = 'pgboss';

function refuseRole(role: string, en: string, zh: string): LedgerFault {
  return new LedgerFault({ en: `The account ${role} ${en}`, zh: `账户 ${role} ${zh}` });
}

async function checkRole(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean; owner: boolean }>(
    `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as mighty, pg_has_role(rolname, current_user, 'member') as owner
     from pg_roles where rolname = $1`,
    [role],
  );
  const [found] = rows;
  if (found === undefined)
    throw refuseRole(
      role,
      `is not there. Create it first: create role "${role}" login password '…'`,
      `不存在。请先创建：create role "${role}" login password '…'`,
    );
  if (found.mighty || found.owner)
    throw refuseRole(
      role,
      'may do more than a server needs: choose one that is no superuser, may create no roles or databases, and is not the owner of the tables.',
      '权限超出服务器所需：请选用既非超级用户、不能创建角色或数据库、也不是表所有者的账户。',
    );
}

/**
 * Brings the tables up to date and gives `role` exactly what a server needs of them. `client` is connected as the owner. Throws
 * a `LedgerFault` for an account that is missing or may do more by itself.
 */
export async function prepareRole(client: pg.ClientBase, role: string): Promise<void> {
  await migrate(client);
  await checkRole(client, role);
  const name = quoted(role);
  const { rows } = await client.query<{ schema: string; table: string }>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') order by 1, 2`,
    [schemas],
  );
  const statements = [
    ...schemas.flatMap((schema) => [
      `revoke all on all tables in schema ${schema} from ${name}`,
      `revoke all on schema ${schema} from public, ${name}`,
      `grant usage on schema ${schema} to ${name}`,
    ]),
    ...rows.map(({ schema, table }) => `grant ${fewerRights[`${schema}.${table}`] ?? allRights} on ${schema}.${quoted(table)} to ${name}`),
    `create schema if not exists ${jobsSchema}`,
    `grant usage, create on schema ${jobsSchema} to ${name}`,
  ];
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw cause;
  }
}

/** The same over a connection of its own, as the owner that `connectionString` names. */
export async function prepareRoleAt(connectionString: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await prepareRole(client, role);
  } finally {
    await client.end();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
