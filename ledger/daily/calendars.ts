/** Calendars that are read without signing in. Only the hash of an address is kept, so that no copy of the database opens one. */
import type { Caller } from '@gongze/application/ports';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Language } from '@gongze/domain/vocabulary/text';
import type pg from 'pg';
import { ask } from '../store/connection.ts';

export interface Calendar {
  readonly id: string;
  readonly caller: Caller;
  readonly side: ActorId;
  readonly language: Language;
  readonly createdAt: string;
  readonly readAt: string | undefined;
}

export interface CalendarStore {
  readonly add: (tokenHash: string, calendar: Pick<Calendar, 'id' | 'caller' | 'side' | 'language'>) => Promise<void>;
  readonly list: () => Promise<readonly Calendar[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Notes that it was read. */
  readonly read: (tokenHash: string) => Promise<Calendar | undefined>;
}

interface Row {
  readonly id: string;
  readonly caller: string;
  readonly side: ActorId;
  readonly language: Language;
  readonly created_at: Date;
  readonly read_at: Date | null;
}
const columns = 'id, caller, side, language, created_at, read_at';

function calendarOf({ id, caller, side, language, created_at, read_at }: Row): Calendar {
  const [createdAt, readAt] = [created_at.toISOString(), read_at?.toISOString()];
  return { id, caller: JSON.parse(caller), side, language, createdAt, readAt };
}

export function postgresCalendars(pool: pg.Pool): CalendarStore {
  const rows = async (text: string, values: unknown[] = []) => (await ask<Row & pg.QueryResultRow>(pool, text, values)).map(calendarOf);
  return {
    add: async (tokenHash, { id, caller, side, language }) => {
      const text = 'insert into ledger.calendars (token_hash, id, caller, side, language) values ($1, $2, $3, $4, $5)';
      await ask(pool, text, [tokenHash, id, JSON.stringify(caller), side, language]);
    },
    list: async () => await rows(`select ${columns} from ledger.calendars order by created_at, id`),
    remove: async (id) => void (await ask(pool, 'delete from ledger.calendars where id = $1', [id])),
    read: async (tokenHash) =>
      (await rows(`update ledger.calendars set read_at = now() where token_hash = $1 returning ${columns}`, [tokenHash]))[0],
  };
}
