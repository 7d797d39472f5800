/** What all routes have in common: their types, and the answers that each may give besides its own. */
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type fileBody, fileMediaType } from '../http/files.ts';
import { problem } from '../schemas.ts';

export type Routes = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

interface Parts {
  readonly params?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType | typeof fileBody;
}

const asProblem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });
const asJson = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } });

/** Schema of a route that reads. */
export function reading<P extends Parts>(operationId: string, summary: string, parts: P, answer: z.ZodType) {
  return {
    operationId,
    summary,
    ...parts,
    response: {
      200: asJson(answer, 'The answer.'),
      304: z.undefined().describe('You have it already (If-None-Match).'),
      400: asProblem('The request cannot be read.'),
      404: asProblem('It is not there, or not open to you.'),
      429: asProblem('Too many requests; Retry-After says when to go on.'),
      503: asProblem('Not available for the moment; Retry-After says when to try again.'),
    },
  } as const;
}

/** Schema of a route that records. */
export function changing<P extends Parts>(operationId: string, summary: string, parts: P, answer: z.ZodType) {
  return {
    operationId,
    summary,
    ...parts,
    response: {
      201: asJson(answer, 'Recorded, and on disk.'),
      400: asProblem('The request cannot be read, or the case cannot hold it; `faults` says where and what would be right.'),
      401: asProblem('Nobody is signed in.'),
      403: asProblem('Not permitted; `policies` names the rules that decided.'),
      404: asProblem('It is not there, or not open to you.'),
      409: asProblem('The case has moved on, or the idempotency key was used for something else.'),
      413: asProblem('The body is too large.'),
      415: asProblem('The body is not JSON.'),
      428: asProblem('If-Match is missing.'),
      429: asProblem('Too many requests; Retry-After says when to go on.'),
      503: asProblem('Not available for the moment; send it again with the same key.'),
    },
  } as const;
}

const binary = z.custom<string | Uint8Array>().describe('The bytes of the file.');

/** Schema of a route that answers with a file. */
export function offering<P extends Parts>(operationId: string, summary: string, parts: P) {
  return {
    operationId,
    summary,
    ...parts,
    response: {
      200: {
        description: 'The file; content-type and content-disposition say what it is.',
        content: { [fileMediaType]: { schema: binary } },
      },
      400: asProblem('The request cannot be read.'),
      404: asProblem('It is not there, or not open to you, or the case has nothing to write such a document about.'),
      429: asProblem('Too many requests; Retry-After says when to go on.'),
      503: asProblem('Not available for the moment; Retry-After says when to try again.'),
    },
  } as const;
}

/** Schema of a route that reads a file and records nothing. */
export function fromFile<P extends Parts>(operationId: string, summary: string, parts: P, answer: z.ZodType) {
  return {
    operationId,
    summary,
    ...parts,
    response: {
      200: asJson(answer, 'What the file says.'),
      400: asProblem('The file cannot be taken; the text says why and what would be right.'),
      401: asProblem('Nobody is signed in.'),
      404: asProblem('The case is not there, or not open to you.'),
      413: asProblem('The file is too large.'),
      415: asProblem('The body is not application/octet-stream.'),
      429: asProblem('Too many requests; Retry-After says when to go on.'),
      503: asProblem('Not available for the moment; Retry-After says when to try again.'),
    },
  } as const;
}

/** Schema of a route that records what a file says. */
export function recordingFile<P extends Parts>(operationId: string, summary: string, parts: P, answer: z.ZodType) {
  const { response, ...rest } = changing(operationId, summary, parts, answer);
  return {
    ...rest,
    response: {
      ...response,
      400: asProblem('The file cannot be taken; `faults` names cells and what would be right.'),
      415: asProblem('The body is not application/octet-stream.'),
    },
  } as const;
}
