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

/** What may go wrong, by the name that the description of the interface gives it. */
export const problems = {
  BadRequest: asProblem('The request cannot be read.'),
  BadInput: asProblem('The request cannot be read, or the case cannot hold it; `faults` says where and what would be right.'),
  BadFile: asProblem('The file cannot be taken; the text says why and what would be right.'),
  BadCells: asProblem('The file cannot be taken; `faults` names cells and what would be right.'),
  NotSignedIn: asProblem('Nobody is signed in.'),
  NotPermitted: asProblem('Not permitted; `policies` names the rules that decided.'),
  NotFound: asProblem('It is not there, or not open to you.'),
  NothingToWrite: asProblem('It is not there, or not open to you, or the case has nothing to write such a document about.'),
  CaseNotFound: asProblem('The case is not there, or not open to you.'),
  Conflict: asProblem('The case has moved on, or the idempotency key was used for something else.'),
  BodyTooLarge: asProblem('The body is too large.'),
  FileTooLarge: asProblem('The file is too large.'),
  NotJson: asProblem('The body is not JSON.'),
  NotBytes: asProblem('The body is not application/octet-stream.'),
  VersionMissing: asProblem('If-Match is missing.'),
  TooMany: asProblem('Too many requests; Retry-After says when to go on.'),
  NotNow: asProblem('Not available for the moment; Retry-After says when to try again.'),
  NotNowSendAgain: asProblem('Not available for the moment; send it again with the same key.'),
} as const;

/** Schema of a route that reads. */
export function reading<P extends Parts>(operationId: string, summary: string, parts: P, answer: z.ZodType) {
  return {
    operationId,
    summary,
    ...parts,
    response: {
      200: asJson(answer, 'The answer.'),
      304: z.undefined().describe('You have it already (If-None-Match).'),
      400: problems.BadRequest,
      404: problems.NotFound,
      429: problems.TooMany,
      503: problems.NotNow,
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
      400: problems.BadInput,
      401: problems.NotSignedIn,
      403: problems.NotPermitted,
      404: problems.NotFound,
      409: problems.Conflict,
      413: problems.BodyTooLarge,
      415: problems.NotJson,
      428: problems.VersionMissing,
      429: problems.TooMany,
      503: problems.NotNowSendAgain,
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
      400: problems.BadRequest,
      404: problems.NothingToWrite,
      429: problems.TooMany,
      503: problems.NotNow,
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
      400: problems.BadFile,
      401: problems.NotSignedIn,
      404: problems.CaseNotFound,
      413: problems.FileTooLarge,
      415: problems.NotBytes,
      429: problems.TooMany,
      503: problems.NotNow,
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
      400: problems.BadCells,
      415: problems.NotBytes,
    },
  } as const;
}
