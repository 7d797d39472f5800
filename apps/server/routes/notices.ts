/** What the clock brought to the caller's notice, what he has read, and how else he wants to be told. */
import { markNotices, type NoticePorts, readNotices } from '@gongze/application/daily/notices';
import { isAnonymous, signInFirst } from '@gongze/application/commands/answers';
import { sendAnswer, sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import { markBody, marked, noticePage, noticeQuery, noticeSettings, whoseQuery } from '../schemas/daily.ts';
import { changing, reading, type Routes } from './routes.ts';

export function registerNotices(server: Routes, ports: NoticePorts): void {
  server.get(
    '/api/notifications',
    {
      schema: reading('listNotifications', 'What the clock brought to your notice, newest first', { querystring: noticeQuery }, noticePage),
    },
    async (request, reply) => sendAnswer(request, reply, await readNotices(ports, { ...request.query, caller: request.caller })),
  );
  server.post(
    '/api/notifications/read',
    { schema: changing('markNotifications', 'You have read them', { querystring: whoseQuery, body: markBody }, marked) },
    async (request, reply) => {
      const answer = await markNotices(ports, { ...request.query, ...request.body, caller: request.caller });
      return answer.ok ? sendJson(reply.code(201), answer.value) : sendProblem(request, reply, answer.problem);
    },
  );
  server.get(
    '/api/notifications/settings',
    { schema: reading('readNotificationSettings', 'How you are told besides the page', {}, noticeSettings) },
    async (request, reply) => {
      const { caller } = request;
      if (isAnonymous(caller)) return sendAnswer(request, reply, signInFirst());
      return sendJson(reply.header('cache-control', 'no-store'), await ports.notices.settings(caller.person ?? ''));
    },
  );
  server.put(
    '/api/notifications/settings',
    {
      schema: changing(
        'changeNotificationSettings',
        'Be told by mail, at once or once a day, or not',
        { body: noticeSettings },
        noticeSettings,
      ),
    },
    async (request, reply) => {
      const { caller, body } = request;
      if (isAnonymous(caller)) return sendAnswer(request, reply, signInFirst());
      await ports.notices.change(caller.person ?? '', body);
      return sendJson(reply.code(201), body);
    },
  );
}
