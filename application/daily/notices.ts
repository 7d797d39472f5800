/** What the clock brought to a side's notice: read on the page, and marked as read by each person for himself. */
import { sideOf } from '@gongze/domain/decisions/context';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, requestFault } from '../answers.ts';
import { isAnonymous, signInFirst } from '../commands/answers.ts';
import { requestTexts } from '../messages.ts';
import type { Caller } from '../permissions/caller.ts';
import { PAGE_DEFAULT } from '../read/list.ts';
import { type InboxPorts, readable } from './inbox.ts';

export interface Notice {
  /** Rising in the order of telling. */
  readonly id: string;
  readonly case: CaseId;
  readonly kind: string;
  readonly subject: string;
  readonly dueOn: IsoDate;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** Instant in UTC. */
  readonly at: string;
  readonly read: boolean;
}

export interface NoticeQuestion {
  readonly side: ActorId;
  readonly reader: string;
  readonly cases: readonly CaseId[];
  /** Only older ones. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export const mailings = ['off', 'each', 'daily'] as const;
export interface NoticeSettings {
  readonly mail: (typeof mailings)[number];
  readonly language: Language;
  /** Hour of the day at which the digest goes out, 0–23, Beijing time. */
  readonly digestHour: number;
  /** Hours in which nothing is sent: from (inclusive) until (exclusive), across midnight too; `null` = none. */
  readonly quiet: { readonly from: number; readonly until: number } | null;
}
/** Of whoever has set nothing. */
export const unsetNotices: NoticeSettings = { mail: 'off', language: 'zh', digestHour: 8, quiet: null };

export interface NoticeStore {
  /** Newest first. */
  readonly list: (question: NoticeQuestion) => Promise<readonly Notice[]>;
  readonly unread: (question: Pick<NoticeQuestion, 'side' | 'reader' | 'cases'>) => Promise<number>;
  readonly markUpTo: (reader: string, side: ActorId, id: string) => Promise<void>;
  readonly mark: (reader: string, side: ActorId, ids: readonly string[]) => Promise<void>;
  readonly settings: (person: string) => Promise<NoticeSettings>;
  readonly change: (person: string, settings: NoticeSettings) => Promise<void>;
}

export interface NoticePorts extends InboxPorts {
  readonly notices: NoticeStore;
}

export interface NoticePage {
  readonly actor: ActorId;
  readonly unread: number;
  readonly items: readonly (Notice & { readonly caseTitle: Bilingual })[];
  readonly next?: string;
}

/** Whose notices: of the office in which somebody acts; a local user says whose. */
export function sideOfCaller({ mode, actor }: Caller, asked: string | undefined): ActorId | undefined {
  // What is asked for comes from outside: only what can name an actor goes on to the database.
  const own = actorIdSchema.safeParse(mode === 'local' ? (asked ?? actor) : actor);
  return own.success ? sideOf(own.data) : undefined;
}

function refusal(caller: Caller): Answer<never> {
  if (isAnonymous(caller)) return signInFirst();
  const faults = [requestFault('actor', requestTexts.actor, '')];
  return { ok: false, problem: { kind: 'badRequest', text: requestTexts.badRequest, faults } };
}

interface Asked {
  readonly actor?: string | undefined;
  readonly caller: Caller;
}

export async function readNotices(
  { notices, daily, authorizer }: NoticePorts,
  request: Asked & { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<Answer<NoticePage>> {
  const { caller, actor, cursor, limit = PAGE_DEFAULT } = request;
  const side = sideOfCaller(caller, actor);
  if (isAnonymous(caller) || side === undefined) return refusal(caller);
  const titles = new Map(readable(await daily.cases({ side, told: true }), authorizer, caller).map((own) => [own.caseId, own.title]));
  const question = { side, reader: caller.person ?? '', cases: [...titles.keys()] };
  const [found, unread] = await Promise.all([notices.list({ ...question, before: cursor, limit: limit + 1 }), notices.unread(question)]);
  const items = found
    .slice(0, limit)
    .map((notice) => ({ ...notice, caseTitle: titles.get(notice.case) ?? { zh: notice.case, en: notice.case } }));
  const last = items.at(-1)?.id;
  return answered({ actor: side, unread, items, ...(found.length > limit && last !== undefined && { next: last }) });
}

export async function markNotices(
  { notices }: Pick<NoticePorts, 'notices'>,
  { caller, actor, upTo, ids = [] }: Asked & { readonly upTo?: string | undefined; readonly ids?: readonly string[] | undefined },
): Promise<Answer<{ readonly marked: true }>> {
  const side = sideOfCaller(caller, actor);
  if (isAnonymous(caller) || side === undefined) return refusal(caller);
  const reader = caller.person ?? '';
  if (upTo !== undefined) await notices.markUpTo(reader, side, upTo);
  if (ids.length > 0) await notices.mark(reader, side, ids);
  return answered({ marked: true });
}
