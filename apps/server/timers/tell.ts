/** Who is to be told of what is new, by mail and by robots: each once, everything in one message. */
import { createHash } from 'node:crypto';
import { type InboxPorts, readable } from '@gongze/application/daily/inbox';
import { type Notice, sideOfCaller } from '@gongze/application/daily/notices';
import type { Caller } from '@gongze/application/ports';
import { sideOf } from '@gongze/domain/decisions/context';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Tellings } from '@gongze/ledger/daily/notices';
import { messageOf } from './message.ts';
import type { Mail } from './send.ts';
import type { Robot, TellSettings } from './settings.ts';

export interface Reader {
  readonly person: string;
  readonly email: string;
  readonly language: Language;
  /** In each of the offices that the person holds now. */
  readonly callers: readonly Caller[];
}

export interface TellParts extends Pick<InboxPorts, 'daily' | 'authorizer'> {
  readonly tellings: Tellings;
  readonly settings: TellSettings;
  /** Persons who want mail of that kind at that instant, in milliseconds since 1970; a digest is asked for once. */
  readonly readers: (mail: 'each' | 'daily', now: number) => Promise<readonly Reader[]>;
}

/** Notices that one message gathers at most. */
const GATHERED_MAX = 500;

type Titled = Notice & { readonly caseTitle: Bilingual };

async function titled(parts: TellParts, side: ActorId, notices: readonly Notice[], caller: Caller | undefined): Promise<Titled[]> {
  const cases = await parts.daily.cases({ side, told: true });
  const open = caller === undefined ? cases : readable(cases, parts.authorizer, caller);
  const titles = new Map<CaseId, Bilingual>(open.map(({ caseId, title }) => [caseId, title]));
  return notices.flatMap((notice) => {
    const caseTitle = titles.get(notice.case);
    return caseTitle === undefined ? [] : [{ ...notice, caseTitle }];
  });
}

/** Mails that are to go out now. What was claimed for them is claimed for good. */
export async function mailsToSend(parts: TellParts, kind: 'each' | 'daily', now: number): Promise<Mail[]> {
  const { settings, tellings } = parts;
  const mails: Mail[] = [];
  for (const { person, email, language, callers } of await parts.readers(kind, now)) {
    const found = new Map<string, Titled>();
    for (const caller of callers) {
      const side = sideOfCaller(caller, undefined);
      if (side === undefined) continue;
      const claimed = await tellings.claim(`mail:${person}:${caller.office ?? ''}`, side, GATHERED_MAX);
      // Two offices of one side are told the same.
      for (const notice of await titled(parts, side, claimed, caller)) found.set(notice.id, notice);
    }
    if (found.size === 0) continue;
    const ids = [...found.keys()].join(',');
    const messageId = `<${createHash('sha256').update(`${person}|${ids}`).digest('hex').slice(0, 32)}@gongze>`;
    mails.push({ to: email, from: settings.from, messageId, ...messageOf([...found.values()], language, settings.publicUrl) });
  }
  return mails;
}

export interface RobotMessage {
  /** Place of the robot in the settings. */
  readonly robot: number;
  readonly subject: string;
  readonly text: string;
}

const keyOf = ({ kind, actor, url }: Robot): string =>
  `robot:${createHash('sha256').update(`${kind} ${actor} ${url}`).digest('hex').slice(0, 24)}`;

export async function robotMessagesToSend(parts: TellParts): Promise<RobotMessage[]> {
  const { settings, tellings } = parts;
  const messages: RobotMessage[] = [];
  for (const [index, robot] of settings.robots.entries()) {
    const side = sideOf(robot.actor as ActorId);
    const found = await titled(parts, side, await tellings.claim(keyOf(robot), side, GATHERED_MAX), undefined);
    if (found.length > 0) messages.push({ robot: index, ...messageOf(found, robot.language, settings.publicUrl, true) });
  }
  return messages;
}
