/** From what a use case answers to what goes over the wire. */
import { createHash, randomUUID } from 'node:crypto';
import { type Answer, serialise } from '@gongze/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';
import { isKnown } from './tags.ts';

/** The rules may change with the program: a tag holds as long as this process runs. */
const bootId = randomUUID();

/** What the caller may see depends on who it is. */
const variesBy = 'accept-encoding, cookie';

export function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(serialise(value));
}

export function sendAnswer<T>(request: FastifyRequest, reply: FastifyReply, answer: Answer<T>): FastifyReply {
  if (!answer.ok) return sendProblem(request, reply, answer.problem);
  return sendJson(reply.header('cache-control', 'private, no-cache').header('vary', variesBy), answer.value);
}

/** Answers 304 where the caller has this content already, else with what `make` answers. */
export async function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Answer<string>,
  make: () => Promise<Answer<unknown>>,
): Promise<FastifyReply> {
  if (!content.ok) return sendProblem(request, reply, content.problem);
  const tag = `"${createHash('sha256').update(`${bootId} ${content.value}`).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', variesBy);
  if (isKnown(request, tag)) return reply.code(304).send();
  return sendAnswer(request, reply, await make());
}
