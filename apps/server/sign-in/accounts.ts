/** Persons, passwords, second factors: the tables of who signs in how. */
import { randomUUID } from 'node:crypto';
import { ask, inTransaction } from '@gongze/ledger/store/connection';
import type pg from 'pg';

export interface Person {
  readonly person: string;
  readonly name: string;
  readonly email: string;
}

export interface Account extends Person {
  readonly hash: string | undefined;
  /** Sealed; set once a second factor was begun. */
  readonly sealedSecret: string | undefined;
  readonly confirmed: boolean;
  readonly lastStep: number;
}

const accountColumns = `p.person_id as person, p.name, p.email, w.hash, f.sealed_secret as "sealedSecret",
  f.confirmed_at is not null as confirmed, coalesce(f.last_step, 0)::int as "lastStep"`;
const accountTables = `identity.persons p left join identity.passwords w using (person_id) left join identity.second_factors f using (person_id)`;

interface AccountRow extends pg.QueryResultRow {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly hash: string | null;
  readonly sealedSecret: string | null;
  readonly confirmed: boolean;
  readonly lastStep: number;
}

const accountOf = (row: AccountRow | undefined): Account | undefined =>
  row === undefined ? undefined : { ...row, hash: row.hash ?? undefined, sealedSecret: row.sealedSecret ?? undefined };

export type Accounts = ReturnType<typeof accountsIn>;

export function accountsIn(pool: pg.Pool) {
  return {
    byEmail: async (email: string): Promise<Account | undefined> => {
      const rows = await ask<AccountRow>(
        pool,
        `select ${accountColumns} from ${accountTables} where lower(p.email) = lower($1) and p.disabled_at is null`,
        [email],
      );
      return accountOf(rows[0]);
    },
    byPerson: async (person: string): Promise<Account | undefined> => {
      const rows = await ask<AccountRow>(
        pool,
        `select ${accountColumns} from ${accountTables} where p.person_id = $1 and p.disabled_at is null`,
        [person],
      );
      return accountOf(rows[0]);
    },
    byExternal: async (issuer: string, subject: string): Promise<Account | undefined> => {
      const rows = await ask<AccountRow>(
        pool,
        `select ${accountColumns} from identity.external_identities e join ${accountTables} on p.person_id = e.person_id
         where e.issuer = $1 and e.subject = $2 and p.disabled_at is null`,
        [issuer, subject],
      );
      return accountOf(rows[0]);
    },
    named: async (persons: readonly string[]): Promise<readonly Person[]> =>
      await ask<Person & pg.QueryResultRow>(
        pool,
        'select person_id as person, name, email from identity.persons where person_id = any($1) order by person_id',
        [persons],
      ),
    /** A new person with a password, or with an identity of the single sign-on. */
    create: async (
      { name, email }: Pick<Person, 'name' | 'email'>,
      by: { readonly hash: string } | { readonly issuer: string; readonly subject: string },
    ): Promise<string> => {
      const person = `person-${randomUUID()}`;
      await inTransaction(pool, async (client) => {
        await client.query('insert into identity.persons (person_id, name, email) values ($1, $2, $3)', [person, name, email]);
        if ('hash' in by) await client.query('insert into identity.passwords (person_id, hash) values ($1, $2)', [person, by.hash]);
        else
          await client.query('insert into identity.external_identities (issuer, subject, person_id) values ($1, $2, $3)', [
            by.issuer,
            by.subject,
            person,
          ]);
      });
      return person;
    },
    setPassword: async (person: string, hash: string): Promise<void> => {
      await ask(
        pool,
        `insert into identity.passwords (person_id, hash) values ($1, $2)
         on conflict (person_id) do update set hash = excluded.hash, changed_at = now()`,
        [person, hash],
      );
    },
    ...secondFactorsIn(pool),
  };
}

function secondFactorsIn(pool: pg.Pool) {
  return {
    beginSecondFactor: async (person: string, sealedSecret: string): Promise<void> => {
      await ask(
        pool,
        `insert into identity.second_factors (person_id, sealed_secret) values ($1, $2)
         on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, confirmed_at = null, last_step = 0`,
        [person, sealedSecret],
      );
    },
    confirmSecondFactor: async (person: string, recoveryHashes: readonly string[]): Promise<void> => {
      await inTransaction(pool, async (client) => {
        await client.query('update identity.second_factors set confirmed_at = now() where person_id = $1', [person]);
        await client.query('delete from identity.recovery_codes where person_id = $1', [person]);
        await client.query('insert into identity.recovery_codes (person_id, code_hash) select $1, unnest($2::text[])', [
          person,
          recoveryHashes,
        ]);
      });
    },
    /** `false` if the step, or a later one, was used already: of two requests with one code only one is right. */
    useStep: async (person: string, step: number): Promise<boolean> => {
      const rows = await ask(
        pool,
        'update identity.second_factors set last_step = $2 where person_id = $1 and last_step < $2 returning 1',
        [person, step],
      );
      return rows.length === 1;
    },
    useRecoveryCode: async (person: string, hash: string): Promise<boolean> => {
      const rows = await ask(
        pool,
        'update identity.recovery_codes set used_at = now() where person_id = $1 and code_hash = $2 and used_at is null returning 1',
        [person, hash],
      );
      return rows.length === 1;
    },
  };
}
