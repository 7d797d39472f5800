/** What the parser of HTTP itself refuses, before there is a request: malformed lines, headers too large, too slow. */
import type { Socket } from 'node:net';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { securityHeaders } from './headers.ts';
import { type AnyProblem, statusOf } from './kinds.ts';
import { documentOf, problemHeaders } from './problems.ts';
import { httpTexts } from './texts.ts';

function problemOf(code: string | undefined): AnyProblem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { kind: 'headersTooLarge', text: httpTexts.headersTooLarge };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { kind: 'requestTimeout', text: httpTexts.requestTimeout };
    default:
      return { kind: 'badRequest', text: httpTexts.malformed, faults: [] };
  }
}

/** The whole answer as bytes; whom it is for is not known, so the language is the default one. */
export function wireAnswer(code: string | undefined): string {
  const problem = problemOf(code);
  const status = statusOf[problem.kind];
  const body = `${JSON.stringify(documentOf(problem, 'en'))}\n`;
  const headers = {
    ...securityHeaders,
    ...problemHeaders(problem, 'en'),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}

/** For Fastify's `clientErrorHandler`. */
export function answerWire(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.end(wireAnswer(fault.code));
  else socket.destroy(fault);
}

/** For `checkExpectation` of the server of Node, which else answers by itself: no expectation but 100-continue is known. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const problem: AnyProblem = { kind: 'expectationFailed', text: httpTexts.expectation };
  response.writeHead(statusOf[problem.kind], { ...securityHeaders, ...problemHeaders(problem, 'en'), connection: 'close' });
  response.end(`${JSON.stringify(documentOf(problem, 'en'))}\n`);
}
