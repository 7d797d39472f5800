/** The session in the browser, and what keeps other sites from using it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../http/problems.ts';
import { signInTexts } from './texts.ts';

/** `__Host-`: only this host, only over TLS, no other path; a browser refuses anything else under that name. */
export interface CookieNames {
  readonly session: string;
  readonly flow: string;
  readonly secure: boolean;
}

export function cookieNames(publicUrl: string): CookieNames {
  const secure = new URL(publicUrl).protocol === 'https:';
  return { session: secure ? '__Host-gongze' : 'gongze', flow: secure ? '__Host-gongze-flow' : 'gongze-flow', secure };
}

export function setCookie(reply: FastifyReply, name: string, value: string, secure: boolean, maxAge?: number): void {
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, ...(maxAge === undefined ? {} : { maxAge }) });
}

export function clearCookie(reply: FastifyReply, name: string, secure: boolean): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something and come from another site. A browser always says where from (Origin, or
 * Sec-Fetch-Site); a program that is no browser says neither and has no cookie that a site could misuse.
 */
export function refuseForeign(server: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl).origin;
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (reads.has(request.method)) return;
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign = (origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (foreign) await sendProblem(request, reply, { kind: 'forbidden', text: signInTexts.foreignOrigin, policies: ['sameOrigin'] });
  });
}
