/** Brings the tables to what this version of the product needs. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { LedgerFault } from '../fault.ts';
import { fillLeaves } from './leaves.ts';

export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** Any number would do, as long as every version of the product takes the same. */
const advisoryLock = 7_205_759_403;

/** What follows a file and cannot be said in SQL, in the same transaction. */
const afterwards: Readonly<Record<string, (client: ClientBase) => Promise<void>>> = {
  '0002_registries_leaves_and_log.sql': fillLeaves,
};

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Applies the numbered files that are missing, in order, all in one transaction; processes that start together wait
 * for each other. Throws a `LedgerFault` for a file that changed after it was applied, and for a database that knows
 * migrations which this version does not have.
 */
export async function migrate(client: ClientBase, folder: string = migrationsFolder): Promise<void> {
  const migrations = await readMigrations(folder);
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
    const { rows: found } = await client.query<{ there: boolean }>("select to_regclass('ledger.migrations') is not null as there");
    if (found[0]?.there !== true) {
      await client.query('create schema if not exists ledger');
      await client.query(
        'create table ledger.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
      );
    }
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from ledger.migrations');
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    for (const { name, sql, hash } of migrations) {
      const before = applied.get(name);
      if (before === undefined) {
        await client.query(sql);
        await afterwards[name]?.(client);
        await client.query('insert into ledger.migrations (name, sha256) values ($1, $2)', [name, hash]);
      } else if (before !== hash) throw changedMigration(name);
      applied.delete(name);
    }
    for (const name of applied.keys()) throw unknownMigration(name);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw cause;
  }
}

function changedMigration(name: string): LedgerFault {
  return new LedgerFault({
    en: `The migration ${name} was changed after it was applied to this database. Restore the file; put changes into a new one.`,
    zh: `迁移文件 ${name} 在应用于本数据库之后被改动。请恢复原文件，并把改动写入新的迁移文件。`,
  });
}

function unknownMigration(name: string): LedgerFault {
  return new LedgerFault({
    en: `The database was used by a newer version of the product (migration ${name}). Start that version.`,
    zh: `本数据库已由更新版本的产品使用过（迁移 ${name}）。请启动该版本。`,
  });
}
