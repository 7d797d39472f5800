/** What the server says of notices, of how somebody wants to be told, and of his calendars. */
import type { TimerKind } from '@gongze/domain/decisions/timers';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { readOrTold } from '../account/send.ts';
import type { View } from '../view/address.ts';

export interface Notice {
  readonly id: string;
  readonly case: string;
  readonly caseTitle: Bilingual;
  readonly kind: TimerKind;
  readonly subject: string;
  readonly dueOn: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly at: string;
  readonly read: boolean;
}

export interface NoticePage {
  readonly actor: string;
  readonly unread: number;
  readonly items: readonly Notice[];
  readonly next?: string;
}

export interface NoticeSettings {
  readonly mail: 'off' | 'each' | 'daily';
  readonly language: Language;
  readonly digestHour: number;
  readonly quiet: { readonly from: number; readonly until: number } | null;
}

export interface Calendar {
  readonly id: string;
  readonly actor: string;
  readonly createdAt: string;
  readonly readAt?: string;
}

export const readNotices = (whose: string, cursor: string | undefined, lang: Language): Promise<NoticePage> =>
  readOrTold(`/api/notifications?limit=50${cursor === undefined ? '' : `&cursor=${cursor}`}&${whose}`, lang);
export const readSettings = (lang: Language): Promise<NoticeSettings> => readOrTold('/api/notifications/settings', lang);
export const readCalendars = async (lang: Language): Promise<readonly Calendar[]> =>
  (await readOrTold<{ calendars: readonly Calendar[] }>('/api/calendars', lang)).calendars;

/** Notices about a duty; in some the subject says more, behind a slash. */
const ofDuty: ReadonlySet<TimerKind> = new Set([
  'dueSoon',
  'overdue',
  'escalated',
  'slipUnanswered',
  'extensionUnanswered',
  'publicityOver',
  'lookBack',
]);

/** Where the matter stands: the duty, or the steps of the case. */
export function placeOf({ case: caseId, kind, subject }: Pick<Notice, 'case' | 'kind' | 'subject'>): Partial<View> {
  const place = { page: undefined, caseId, why: undefined, asOf: undefined } as const;
  if (kind === 'slipProposed') return { ...place, tab: 'work', sel: `do:issueReminder|${subject.split('/')[0]}` };
  return ofDuty.has(kind) ? { ...place, tab: 'duties', sel: `duty:${subject.split('/')[0]}` } : { ...place, tab: 'work', sel: undefined };
}
