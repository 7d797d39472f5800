/** Receivers that want to be told of changes: who registered one sees it, its secret once, and what it did not take. */
import { createHash } from 'node:crypto';
import { isAnonymous, refusalOf, signInFirst } from '@gongze/application/commands/answers';
import { requestFault } from '@gongze/application/answers';
import { requestTexts } from '@gongze/application/messages';
import type { Authorizer, Caller } from '@gongze/application/ports';
import { excerptOf } from '@gongze/application/validation/faults';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import { idempotencyKey } from '../http/tags.ts';
import { addressFaultTexts, httpTexts } from '../http/texts.ts';
import { deadLetter, registeredWebhook, webhook, webhookBody } from '../schemas.ts';
import { addressFault } from '../webhooks/send.ts';
import { webhookSecret } from '../webhooks/sign.ts';
import type { Webhook, WebhookStore } from '../webhooks/store.ts';
import { changing, reading, type Routes } from './routes.ts';

export interface WebhookParts {
  readonly webhooks: WebhookStore;
  readonly secret: Uint8Array;
  /** Operator's leave to tell receivers within his own network, and without TLS. */
  readonly allowPrivate: boolean;
  /** Records in the log: a new receiver is told what comes behind them. */
  readonly logSize: () => Promise<number>;
}

const WEBHOOKS_MAX = 20;

const ownerOf = ({ mode, person, office }: Caller): string => JSON.stringify([mode, person ?? '', office ?? '']);

function shown({ id, url, createdAt, nextIndex, attempts, lastError, disabled }: Webhook) {
  return { id, url, createdAt, nextIndex, attempts, ...(lastError !== undefined && { lastError }), disabled };
}

const params = z.object({ webhookId: z.string().regex(/^w-[0-9a-f]{24}$/) });
const keyHeader = z.looseObject({ 'idempotency-key': z.string().optional() });

/** What every route asks first: whether the caller may have webhooks, and which is his. */
function accessOf(webhooks: WebhookStore, authorizer: Authorizer) {
  /** Answers for whoever may not have webhooks at all. */
  const refused = (request: FastifyRequest, reply: FastifyReply): boolean => {
    const { caller } = request;
    const { actor, office, person } = caller;
    const mine = {
      ...(actor !== undefined && { actor }),
      ...(office !== undefined && { office }),
      ...(person !== undefined && { person }),
    };
    const verdict = authorizer.decide(caller, 'manageWebhooks', { kind: 'webhook', ...mine });
    if (verdict.allowed && !isAnonymous(caller)) return false;
    const refusal = verdict.allowed || isAnonymous(caller) ? signInFirst() : refusalOf(verdict);
    if (!refusal.ok) void sendProblem(request, reply, refusal.problem);
    return true;
  };
  const mine = async ({ caller, params: own }: FastifyRequest): Promise<Webhook | undefined> => {
    const found = await webhooks.get((own as z.output<typeof params>).webhookId);
    return found !== undefined && ownerOf(found.caller) === ownerOf(caller) ? found : undefined;
  };
  const unknown = (request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, { kind: 'notFound', text: httpTexts.noSuchPath(request.url.slice(0, 200)) });

  return { refused, mine, unknown };
}
type Access = ReturnType<typeof accessOf>;

export function registerWebhooks(server: Routes, parts: WebhookParts, authorizer: Authorizer): void {
  const access = accessOf(parts.webhooks, authorizer);
  registerAdding(server, parts, access);
  registerOwn(server, parts, access);
}

function registerAdding(server: Routes, { webhooks, secret, allowPrivate, logSize }: WebhookParts, { refused }: Access): void {
  server.post(
    '/api/webhooks',
    {
      schema: changing(
        'addWebhook',
        'Register a receiver of changes (Standard Webhooks)',
        { headers: keyHeader, body: webhookBody },
        registeredWebhook,
      ),
    },
    async (request, reply) => {
      const key = idempotencyKey(request);
      if (refused(request, reply)) return reply;
      const { url } = request.body;
      const fault = addressFault(url, allowPrivate);
      if (fault !== undefined) {
        const faults = [requestFault('url', addressFaultTexts[fault], excerptOf(url))];
        return sendProblem(request, reply, { kind: 'badRequest', text: requestTexts.badRequest, faults });
      }
      const owner = ownerOf(request.caller);
      const id = `w-${createHash('sha256').update(`${owner}\n${key}`).digest('hex').slice(0, 24)}`;
      const own = (await webhooks.list()).filter(({ caller }) => ownerOf(caller) === owner);
      if (own.length >= WEBHOOKS_MAX && !own.some((one) => one.id === id))
        return sendProblem(request, reply, { kind: 'refused', text: httpTexts.webhooksMax(WEBHOOKS_MAX), facts: [] });
      await webhooks.add({ id, url, caller: request.caller, nextIndex: await logSize() });
      const kept = await webhooks.get(id);
      if (kept === undefined || kept.url !== url) return sendProblem(request, reply, { kind: 'keyReused', text: httpTexts.keyReused });
      reply.code(201).header('location', `/api/webhooks/${id}`).header('cache-control', 'no-store');
      return sendJson(reply, { ...shown(kept), secret: webhookSecret(secret, id, kept.generation) });
    },
  );
}

function registerOwn(server: Routes, { webhooks, secret }: WebhookParts, { refused, mine, unknown }: Access): void {
  server.get(
    '/api/webhooks',
    { schema: reading('listWebhooks', 'Your receivers', {}, z.object({ webhooks: z.array(webhook) })) },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const owner = ownerOf(request.caller);
      const own = (await webhooks.list()).filter(({ caller }) => ownerOf(caller) === owner);
      return sendJson(reply.header('cache-control', 'private, no-cache'), { webhooks: own.map(shown) });
    },
  );
  server.delete(
    '/api/webhooks/:webhookId',
    {
      schema: {
        ...changing('removeWebhook', 'Tell a receiver nothing more', { params }, z.undefined()),
        response: { 204: z.undefined().describe('Removed.') },
      },
    },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const found = await mine(request);
      if (found === undefined) return unknown(request, reply);
      await webhooks.remove(found.id);
      return reply.code(204).send();
    },
  );
  server.post(
    '/api/webhooks/:webhookId/secret',
    { schema: changing('rotateWebhookSecret', 'A new secret; the old one signs nothing more', { params }, registeredWebhook) },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const found = await mine(request);
      if (found === undefined) return unknown(request, reply);
      await webhooks.rotate(found.id);
      const { generation } = (await webhooks.get(found.id)) ?? found;
      return sendJson(reply.code(201).header('cache-control', 'no-store'), {
        ...shown(found),
        secret: webhookSecret(secret, found.id, generation),
      });
    },
  );
  server.get(
    '/api/webhooks/:webhookId/dead-letters',
    {
      schema: reading(
        'listDeadLetters',
        'Notices that the receiver did not take in all attempts',
        { params },
        z.object({ deadLetters: z.array(deadLetter) }),
      ),
    },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const found = await mine(request);
      if (found === undefined) return unknown(request, reply);
      return sendJson(reply.header('cache-control', 'private, no-cache'), { deadLetters: await webhooks.deadLetters(found.id) });
    },
  );
}
