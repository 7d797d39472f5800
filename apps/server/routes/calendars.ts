/** Due dates as a subscription: a secret address for a calendar program, which cannot sign in; each can be taken back. */
import { createHash, randomBytes } from 'node:crypto';
import { isAnonymous, signInFirst } from '@gongze/application/commands/answers';
import { requestFault } from '@gongze/application/answers';
import { type InboxItem, type InboxPorts, readInbox } from '@gongze/application/daily/inbox';
import { sideOfCaller } from '@gongze/application/daily/notices';
import { requestTexts } from '@gongze/application/messages';
import type { Caller } from '@gongze/application/ports';
import { type CalendarEntry, calendarText } from '@gongze/documents/exchange/calendar-text';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { Calendar, CalendarStore } from '@gongze/ledger/daily/calendars';
import { z } from 'zod';
import { sendAnswer, sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import { httpTexts } from '../http/texts.ts';
import { addedCalendar, calendarBody, calendarPage, calendarParams, feedParams } from '../schemas/daily.ts';
import { changing, reading, type Routes } from './routes.ts';

export interface CalendarParts extends InboxPorts {
  readonly calendars: CalendarStore;
  /** The caller as his offices stand now; `undefined` once he has none. Default: as he was. */
  readonly currentCaller?: ((caller: Caller) => Promise<Caller | undefined>) | undefined;
}

const CALENDARS_MAX = 20;
/** Pages of 500 items that one calendar shows. */
const PAGES_MAX = 10;

const ownerOf = ({ mode, person, office }: Caller): string => JSON.stringify([mode, person ?? '', office ?? '']);
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function shown({ id, side, language, createdAt, readAt }: Calendar) {
  return { id, actor: side, language, createdAt, ...(readAt !== undefined && { readAt }) };
}

const kindWords = {
  owe: { zh: '待完成', en: 'to do' },
  waiting: { zh: '待办理', en: 'waits for you' },
  held: { zh: '等待他方', en: 'waits for others' },
} as const;

function entryOf({ case: caseId, caseTitle, key, dueOn, kind, title, text }: InboxItem): CalendarEntry[] {
  if (dueOn === null) return [];
  const uid = `${encodeURIComponent(caseId)}/${encodeURIComponent(key.replace('|', '.'))}@gongze`;
  const named = { zh: `${text.zh}（${caseTitle.zh}）`, en: `${text.en} (${caseTitle.en})` };
  return [{ uid, on: dueOn, title, text: named, category: kindWords[kind] }];
}

async function feedOf(parts: CalendarParts, { side, language }: Calendar, caller: Caller): Promise<string | undefined> {
  const entries: CalendarEntry[] = [];
  let name = '';
  let asOf = parts.clock.today();
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer = await readInbox(parts, { actor: side, caller, cursor, limit: 500 });
    if (!answer.ok) return undefined;
    entries.push(...answer.value.items.flatMap(entryOf));
    name = answer.value.names[side]?.[language] ?? side;
    ({ asOf, next: cursor } = { next: undefined, ...answer.value });
    if (cursor === undefined) break;
  }
  return calendarText(entries, { name: language === 'zh' ? `共责 ${name}` : `Gongze ${name}`, language, asOf });
}

export function registerCalendars(server: Routes, parts: CalendarParts): void {
  registerFeed(server, parts);
  registerOwn(server, parts);
}

function registerFeed(server: Routes, parts: CalendarParts): void {
  const { calendars, currentCaller = async (caller: Caller) => caller } = parts;
  server.get(
    '/api/calendars/feed/:token',
    {
      schema: {
        ...reading('readCalendar', 'Due dates as iCalendar, for whoever knows the address', { params: feedParams }, z.unknown()),
        response: { 200: { description: 'RFC 5545.', content: { 'text/calendar': { schema: z.string() } } } },
      },
    },
    async (request, reply) => {
      const found = await calendars.read(hashOf(request.params.token.slice(0, -'.ics'.length)));
      const caller = found && (await currentCaller(found.caller));
      const text = found && caller && (await feedOf(parts, found, caller));
      if (text === undefined) return sendProblem(request, reply, { kind: 'notFound', text: httpTexts.noSuchPath('/api/calendars/feed') });
      return reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' }).send(text as never);
    },
  );
}

function registerOwn(server: Routes, { calendars }: CalendarParts): void {
  const mine = async (caller: Caller) => (await calendars.list()).filter((own) => ownerOf(own.caller) === ownerOf(caller));
  server.get('/api/calendars', { schema: reading('listCalendars', 'Your calendars', {}, calendarPage) }, async (request, reply) => {
    if (isAnonymous(request.caller)) return sendAnswer(request, reply, signInFirst());
    return sendJson(reply.header('cache-control', 'no-store'), { calendars: (await mine(request.caller)).map(shown) });
  });
  server.post(
    '/api/calendars',
    { schema: changing('addCalendar', 'A secret address for a calendar program', { body: calendarBody }, addedCalendar) },
    async (request, reply) => {
      const { caller, body } = request;
      if (isAnonymous(caller)) return sendAnswer(request, reply, signInFirst());
      const side = sideOfCaller(caller, body.actor);
      if (side === undefined || !actorIdSchema.safeParse(side).success) {
        const faults = [requestFault('actor', requestTexts.actor, '')];
        return sendProblem(request, reply, { kind: 'badRequest', text: requestTexts.badRequest, faults });
      }
      if ((await mine(caller)).length >= CALENDARS_MAX)
        return sendProblem(request, reply, { kind: 'refused', text: httpTexts.calendarsMax(CALENDARS_MAX), facts: [] });
      const token = randomBytes(32).toString('base64url');
      const id = `c-${randomBytes(12).toString('hex')}`;
      await calendars.add(hashOf(token), { id, caller, side, language: body.language });
      const added = (await mine(caller)).find((own) => own.id === id);
      if (added === undefined) throw new Error('bug: a calendar that was added is not there');
      reply.code(201).header('cache-control', 'no-store');
      return sendJson(reply, { ...shown(added), path: `/api/calendars/feed/${token}.ics` });
    },
  );
  server.delete(
    '/api/calendars/:calendarId',
    {
      schema: {
        ...changing('removeCalendar', 'The address shows nothing more', { params: calendarParams }, z.undefined()),
        response: { 204: z.undefined().describe('Removed.') },
      },
    },
    async (request, reply) => {
      if (isAnonymous(request.caller)) return sendAnswer(request, reply, signInFirst());
      const found = (await mine(request.caller)).find(({ id }) => id === request.params.calendarId);
      if (found === undefined)
        return sendProblem(request, reply, { kind: 'notFound', text: httpTexts.noSuchPath(request.url.slice(0, 200)) });
      await calendars.remove(found.id);
      return reply.code(204).send();
    },
  );
}
