/** One list over all cases, and the roll-up of duties by whose they are. */
import { type InboxPorts, readInbox, readRollup } from '@gongze/application/daily/inbox';
import { sendAnswer } from '../http/answer.ts';
import { inbox, inboxQuery, rollup, rollupQuery } from '../schemas/daily.ts';
import { reading, type Routes } from './routes.ts';

export function registerInbox(server: Routes, ports: InboxPorts): void {
  server.get(
    '/api/inbox',
    { schema: reading('readInbox', 'What a side owes, what waits for it, what it waits for', { querystring: inboxQuery }, inbox) },
    async (request, reply) => sendAnswer(request, reply, await readInbox(ports, { ...request.query, caller: request.caller })),
  );
  server.get(
    '/api/rollup',
    { schema: reading('readRollup', 'Duties by light and by whose they are, in the order of codes', { querystring: rollupQuery }, rollup) },
    async (request, reply) => sendAnswer(request, reply, await readRollup(ports, { ...request.query, caller: request.caller })),
  );
}
