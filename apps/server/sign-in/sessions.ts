/** Sessions, invitations and flows: what begins, lasts a while and ends. */
import { ask } from '@gongze/ledger/store/connection';
import type pg from 'pg';
import { hashOf, newToken } from './secrets.ts';

const minutes = 60_000;
/** A session ends after that long without a request, and after that long in any case. */
export const IDLE_MILLISECONDS = 30 * minutes;
export const ABSOLUTE_MILLISECONDS = 12 * 60 * minutes;
export const INVITATION_MILLISECONDS = 7 * 24 * 60 * minutes;
/** A link to reset a password is handed over in person or by telephone. */
export const RESET_MILLISECONDS = 60 * minutes;
const FLOW_MILLISECONDS = 10 * minutes;
/** A request is noted at most that often. */
const NOTED_MILLISECONDS = minutes;

export type Method = 'oidc' | 'passwordAndCode' | 'passwordOnly';

export interface Session {
  readonly person: string;
  readonly office: string | undefined;
  readonly method: Method;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
}

export interface Flow {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly invitation: string | undefined;
}

export interface Invitation {
  readonly office: string;
  readonly email: string;
}

/** Which server wrote the link of a first invitation, and into which file. */
export interface FirstInvitation {
  readonly host: string;
  readonly path: string;
}

/** Of the hash of a token: enough to tell sessions apart. */
const ID_LENGTH = 16;
export const sessionIdOf = (token: string): string => hashOf(token).slice(0, ID_LENGTH);

type Now = () => Date;
export type Sessions = ReturnType<typeof sessionsIn>;

export function sessionsIn(pool: pg.Pool, now: Now) {
  const after = (milliseconds: number): Date => later(now, milliseconds);
  return {
    /** The token of a new session. Sessions that ended are swept by the way. */
    begin: async (
      person: string,
      method: Method,
      office?: string,
      authenticatedAt: Date = now(),
      expiresAt: Date = after(ABSOLUTE_MILLISECONDS),
    ) => {
      const token = newToken();
      await ask(pool, 'delete from identity.sessions where expires_at < $1 or last_seen_at < $2', [now(), after(-IDLE_MILLISECONDS)]);
      await ask(
        pool,
        `insert into identity.sessions (token_hash, person_id, office, method, authenticated_at, last_seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [hashOf(token), person, office ?? null, method, authenticatedAt, now(), expiresAt],
      );
      return token;
    },
    /** `noted: false`: not by something that the person did, so it keeps no session open. */
    find: async (token: string, { noted = true }: { readonly noted?: boolean } = {}): Promise<Session | undefined> => {
      const rows = await ask<{ person: string; office: string | null; method: Method; at: Date; seen: Date; until: Date }>(
        pool,
        `select s.person_id as person, s.office, s.method, s.authenticated_at as at, s.last_seen_at as seen, s.expires_at as until
         from identity.sessions s join identity.persons p using (person_id)
         where token_hash = $1 and s.expires_at > $2 and s.last_seen_at > $3 and p.disabled_at is null`,
        [hashOf(token), now(), after(-IDLE_MILLISECONDS)],
      );
      const row = rows[0];
      if (row === undefined) return undefined;
      if (noted && now().getTime() - row.seen.getTime() > NOTED_MILLISECONDS)
        await ask(pool, 'update identity.sessions set last_seen_at = $2 where token_hash = $1', [hashOf(token), now()]);
      return { person: row.person, office: row.office ?? undefined, method: row.method, authenticatedAt: row.at, expiresAt: row.until };
    },
    end: async (token: string): Promise<void> => {
      await ask(pool, 'delete from identity.sessions where token_hash = $1', [hashOf(token)]);
    },
    /** Those of a person that have not ended, the latest first. `id`: names a session and opens nothing. */
    list: async (person: string): Promise<readonly (Session & { readonly id: string; readonly seenAt: Date })[]> => {
      const rows = await ask<{ hash: string; office: string | null; method: Method; at: Date; seen: Date; until: Date }>(
        pool,
        `select token_hash as hash, office, method, authenticated_at as at, last_seen_at as seen, expires_at as until
         from identity.sessions where person_id = $1 and expires_at > $2 and last_seen_at > $3 order by last_seen_at desc, token_hash limit 100`,
        [person, now(), after(-IDLE_MILLISECONDS)],
      );
      return rows.map(({ hash, office, method, at, seen, until }) => ({
        id: hash.slice(0, ID_LENGTH),
        person,
        office: office ?? undefined,
        method,
        authenticatedAt: at,
        seenAt: seen,
        expiresAt: until,
      }));
    },
    /** `false`: the person has no such session. */
    endOne: async (person: string, id: string): Promise<boolean> => {
      const rows = await ask(pool, 'delete from identity.sessions where person_id = $1 and left(token_hash, $3) = $2 returning 1', [
        person,
        id,
        ID_LENGTH,
      ]);
      return rows.length > 0;
    },
    endEverybodys: async (): Promise<void> => {
      await ask(pool, 'delete from identity.sessions');
    },
    endAll: async (person: string): Promise<void> => {
      await ask(pool, 'delete from identity.sessions where person_id = $1', [person]);
    },
    ...invitationsIn(pool, now),
    ...resetsIn(pool, now),
    ...flowsIn(pool, now),
  };
}

const later = (now: Now, milliseconds: number): Date => new Date(now().getTime() + milliseconds);

/** As `invited_by` says it of a server that starts. No person is called so. */
const SERVER = 'server ';

function invitationsIn(pool: pg.Pool, now: Now) {
  const invite = async (office: string, email: string, by: string | undefined): Promise<string> => {
    const token = newToken();
    await ask(pool, 'insert into identity.invitations (token_hash, office, email, invited_by, expires_at) values ($1, $2, $3, $4, $5)', [
      hashOf(token),
      office,
      email,
      by ?? null,
      later(now, INVITATION_MILLISECONDS),
    ]);
    return token;
  };
  return {
    invite,
    inviteFirst: async (office: string, email: string, place: FirstInvitation): Promise<string> =>
      await invite(office, email, SERVER + JSON.stringify(place)),
    /** The last invitation by a server within so many milliseconds that nobody has used yet. */
    firstInvitation: async (office: string, email: string, milliseconds: number): Promise<FirstInvitation | undefined> => {
      const rows = await ask<{ by: string }>(
        pool,
        `select invited_by as by from identity.invitations
         where office = $1 and email = $2 and invited_by like $3 || '%' and used_at is null
           and created_at between now() - $4 * interval '1 millisecond' and now()
         order by created_at desc limit 1`,
        [office, email, SERVER, milliseconds],
      );
      return rows[0] && (JSON.parse(rows[0].by.slice(SERVER.length)) as FirstInvitation);
    },
    invitation: async (token: string): Promise<Invitation | undefined> => {
      const rows = await ask<Invitation & pg.QueryResultRow>(
        pool,
        'select office, email from identity.invitations where token_hash = $1 and used_at is null and expires_at > $2',
        [hashOf(token), now()],
      );
      return rows[0];
    },
    /** Uses the invitation up; `undefined` if somebody was faster, or it is no more. */
    accept: async (token: string): Promise<Invitation | undefined> => {
      const rows = await ask<Invitation & pg.QueryResultRow>(
        pool,
        'update identity.invitations set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning office, email',
        [hashOf(token), now()],
      );
      return rows[0];
    },
  };
}

/** Ways back for who forgot a password. They open nothing by themselves: the second factor is asked for as ever. */
function resetsIn(pool: pg.Pool, now: Now) {
  return {
    beginReset: async (person: string, by: string | undefined): Promise<string> => {
      const token = newToken();
      // A new link ends those before it.
      await ask(pool, 'delete from identity.password_resets where person_id = $1 or expires_at < $2', [person, now()]);
      await ask(pool, 'insert into identity.password_resets (token_hash, person_id, given_by, expires_at) values ($1, $2, $3, $4)', [
        hashOf(token),
        person,
        by ?? null,
        later(now, RESET_MILLISECONDS),
      ]);
      return token;
    },
    /** Whose password the link resets. */
    reset: async (token: string): Promise<string | undefined> => {
      const rows = await ask<{ person: string }>(
        pool,
        'select person_id as person from identity.password_resets where token_hash = $1 and expires_at > $2',
        [hashOf(token), now()],
      );
      return rows[0]?.person;
    },
    /** Uses the link up; `undefined` if somebody was faster. */
    endReset: async (token: string): Promise<string | undefined> => {
      const rows = await ask<{ person: string }>(
        pool,
        'delete from identity.password_resets where token_hash = $1 and expires_at > $2 returning person_id as person',
        [hashOf(token), now()],
      );
      return rows[0]?.person;
    },
  };
}

function flowsIn(pool: pg.Pool, now: Now) {
  return {
    beginFlow: async (state: string, browser: string, { nonce, verifier, returnTo, invitation }: Flow): Promise<void> => {
      await ask(pool, 'delete from identity.oidc_flows where expires_at < $1', [now()]);
      await ask(
        pool,
        `insert into identity.oidc_flows (state_hash, browser_hash, nonce, verifier, return_to, invitation, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [hashOf(state), hashOf(browser), nonce, verifier, returnTo, invitation ?? null, later(now, FLOW_MILLISECONDS)],
      );
    },
    /** The flow that began in this browser; it can come back once. */
    endFlow: async (state: string, browser: string): Promise<Flow | undefined> => {
      const rows = await ask<{ nonce: string; verifier: string; returnTo: string; invitation: string | null }>(
        pool,
        `delete from identity.oidc_flows where state_hash = $1 and browser_hash = $2 and expires_at > $3
         returning nonce, verifier, return_to as "returnTo", invitation`,
        [hashOf(state), hashOf(browser), now()],
      );
      const row = rows[0];
      return row === undefined ? undefined : { ...row, invitation: row.invitation ?? undefined };
    },
  };
}
