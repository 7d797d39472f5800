/** Puts the server together: security headers, compression, the API, and the page. Listens to nothing yet. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import staticFiles from '@fastify/static';
import type { Application } from '@gongze/application';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerApi } from './api.ts';
import { languageOf, sendProblem } from './problems.ts';
import { serverTexts } from './texts.ts';

/** Nothing but our own files; no inline script or style, no frame, no form to elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export interface ServerParts {
  readonly application: Application;
  /** Directory of the built page. */
  readonly pageDir: string;
  readonly ready: () => Promise<boolean>;
  /** Told what went wrong inside, one line a fault; the caller of the interface is not. */
  readonly report?: (line: string) => void;
}

async function registerPage(server: FastifyInstance, pageDir: string): Promise<void> {
  await server.register(staticFiles, {
    root: pageDir,
    index: false,
    wildcard: false,
    // Names under assets/ carry a hash of their content.
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.startsWith(join(pageDir, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && !path.startsWith('/api/') && !path.startsWith('/assets/');
    if (!wantsPage) return sendProblem(request, reply, { kind: 'notFound', text: serverTexts.noSuchPath(path) });
    // Addresses of the page carry its state; the page itself is always the same file.
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

/** The server, ready to listen or to be asked by `inject`. */
export async function buildServer({ application, pageDir, ready, report = () => undefined }: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200, querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
  });
  server.addHook('onSend', async (_request, reply, payload) => {
    reply.headers(securityHeaders);
    return payload;
  });
  server.setErrorHandler((fault, request, reply) => {
    const language = languageOf(request);
    const code = (fault as { statusCode?: number }).statusCode ?? 500;
    const status = code >= 400 && code < 500 ? code : 500;
    if (status === 500)
      report(`${request.method} ${request.url}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    const detail = status === 500 ? serverTexts.fault[language] : (fault as Error).message;
    return reply
      .code(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(`${JSON.stringify({ type: 'urn:gongze:problem:fault', title: serverTexts.faultTitle[language], status, detail })}\n`);
  });
  await server.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  registerApi(server, application, ready);
  if (existsSync(join(pageDir, 'index.html'))) await registerPage(server, pageDir);
  else server.setNotFoundHandler((request, reply) => sendProblem(request, reply, { kind: 'notFound', text: serverTexts.pageNotBuilt }));
  return server;
}
