/** Small helpers that the routes of sign-in share. */
import type { Action, Caller, Resource } from '@gongze/application/ports';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import type { SignInContext } from './context.ts';
import { signInTexts } from './texts.ts';

/** What is secret, or changes with every sign-in, is kept by nobody on the way. */
export function answer(reply: FastifyReply, value: unknown, status = 200): FastifyReply {
  return sendJson(reply.code(status).header('cache-control', 'no-store'), value);
}

export const unauthenticated = (request: FastifyRequest, reply: FastifyReply, text: Bilingual): FastifyReply =>
  sendProblem(request, reply, { kind: 'unauthenticated', text });
export const refused = (request: FastifyRequest, reply: FastifyReply, text: Bilingual): FastifyReply =>
  sendProblem(request, reply, { kind: 'refused', text, facts: [] });
export const unknown = (request: FastifyRequest, reply: FastifyReply, text: Bilingual): FastifyReply =>
  sendProblem(request, reply, { kind: 'notFound', text });
export const forbidden = (request: FastifyRequest, reply: FastifyReply, text: Bilingual, policies: readonly string[] = []): FastifyReply =>
  sendProblem(request, reply, { kind: 'forbidden', text, policies });
export const badField = (request: FastifyRequest, reply: FastifyReply, field: string, text: Bilingual): FastifyReply =>
  sendProblem(request, reply, { kind: 'badRequest', text, faults: [{ field, expected: text, found: '', message: text }] });
export const tooMany = (request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply =>
  sendProblem(request, reply, { kind: 'tooMany', text: signInTexts.wait(seconds), retryAfterSeconds: seconds });

/** Asks the policies; answers itself where they refuse, and then gives `false`. */
export function permits(
  { authorizer }: SignInContext,
  request: FastifyRequest,
  reply: FastifyReply,
  action: Action,
  resource: Resource,
): boolean {
  const { caller } = request;
  const verdict = authorizer.decide(caller, action, resource);
  if (verdict.allowed) return true;
  if (isNobody(caller)) unauthenticated(request, reply, signInTexts.signInFirst);
  else forbidden(request, reply, verdict.reason, verdict.policies);
  return false;
}

export function isNobody({ person }: Caller): boolean {
  return person === undefined;
}

const RECENT_MILLISECONDS = 15 * 60_000;

/** True if the person proved who it is within the last quarter of an hour; else answers and gives `false`. */
export function isRecent({ nowMilliseconds }: SignInContext, request: FastifyRequest, reply: FastifyReply): boolean {
  const session = request.signedIn?.session;
  if (session !== undefined && nowMilliseconds() - session.authenticatedAt.getTime() < RECENT_MILLISECONDS) return true;
  unauthenticated(request, reply, signInTexts.signInAgain);
  return false;
}

export const emailSchema = z.email().max(200);
export const nameSchema = z.string().trim().min(1).max(100);
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'a token of 43 letters' });
export const idSchema = z.string().min(1).max(120);
export const keySchema = z.string().min(1).max(200);
