/** Whether the process lives, and whether it can serve: for whoever watches over it. */
import { z } from 'zod';
import { caseReportJsonSchema } from '@gongze/domain/report/report';
import { sendJson } from '../http/answer.ts';
import type { Routes } from './routes.ts';

const answer = (description: string) => ({ description, content: { 'application/json': { schema: z.object({ status: z.string() }) } } });

export function registerHealth(server: Routes, ready: () => Promise<boolean>): void {
  server.get(
    '/healthz',
    { schema: { operationId: 'health', summary: 'Whether the process lives', response: { 200: answer('It lives.') } } },
    async (_request, reply) => sendJson(reply.header('cache-control', 'no-store'), { status: 'ok' }),
  );
  const responses = { 200: answer('It serves.'), 503: answer('The database does not answer.') };
  server.get(
    '/readyz',
    { schema: { operationId: 'ready', summary: 'Whether it can serve', response: responses } },
    async (_request, reply) => {
      const isReady = await ready();
      return sendJson(reply.code(isReady ? 200 : 503).header('cache-control', 'no-store'), {
        status: isReady ? 'ready' : 'storeUnreachable',
      });
    },
  );
  server.get('/api/schema/case-report.json', { schema: { hide: true } }, async (_request, reply) =>
    sendJson(reply.header('cache-control', 'public, no-cache'), caseReportJsonSchema()),
  );
}
