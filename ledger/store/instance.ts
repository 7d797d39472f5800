/** Whose database this is: of one user on his own machine, or of a server that knows who is who. Whoever opens it first decides. */
import type pg from 'pg';
import { LedgerFault } from '../fault.ts';
import { ask } from './connection.ts';

export type Mode = 'local' | 'server';

/**
 * Claims the database for a mode. Throws a `LedgerFault` for one that was written in the other: facts that one local user
 * wrote in anybody's name must not pass for acts of offices, nor a server's database be opened without signing in.
 */
export async function claimInstance(pool: pg.Pool, mode: Mode): Promise<void> {
  await ask(pool, 'insert into ledger.instance (mode) values ($1) on conflict (one) do nothing', [mode]);
  const [row] = await ask<{ mode: Mode }>(pool, 'select mode from ledger.instance');
  if (row === undefined || row.mode === mode) return;
  throw new LedgerFault(
    mode === 'server'
      ? {
          en: 'This database was written in local mode, where nobody has to sign in. Start server mode on an empty database.',
          zh: '本数据库曾在本地模式下写入，当时无需登录。请在空数据库上启动服务器模式。',
        }
      : {
          en: 'This database belongs to a server, where everybody signs in. Start it with --mode server, or choose another database.',
          zh: '本数据库属于服务器模式，使用者须登录。请以 --mode server 启动，或选用其他数据库。',
        },
  );
}
