/** What the framework objects to, and what breaks inside, as problems. The one place where faults become answers. */
import { StoreUnavailable } from '@gongze/application/ledger/fault';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BODY_BYTES_MAX } from './body.ts';
import type { AnyProblem } from './kinds.ts';
import { sendProblem } from './problems.ts';
import { RefusedRequest } from './refused.ts';
import { httpTexts } from './texts.ts';

export const ADDRESS_BYTES_MAX = 8192;

/** Kind of body that the route takes: files as they are, or JSON. */
function wantedType({ routeOptions }: FastifyRequest): string {
  const body = (routeOptions.schema as { readonly body?: { readonly content?: object } } | undefined)?.body;
  return Object.keys(body?.content ?? {})[0] ?? 'application/json';
}

/** The framework's own refusals. */
function frameworkProblem(fault: FastifyError, request: FastifyRequest): AnyProblem | undefined {
  switch (fault.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { kind: 'tooLarge', text: httpTexts.tooLarge(request.routeOptions.bodyLimit || BODY_BYTES_MAX) };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return {
        kind: 'unsupportedMediaType',
        text: httpTexts.mediaType(wantedType(request), (request.headers['content-type'] ?? '').slice(0, 100)),
      };
    case 'FST_CP_ERR_INVALID_CONTENT_ENCODING':
    case 'FST_CP_ERR_INVALID_CONTENT':
      return { kind: 'unsupportedMediaType', text: httpTexts.encoding };
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return { kind: 'badAddress', text: httpTexts.badAddress };
    default:
      break;
  }
  const status = fault.statusCode ?? 500;
  return status >= 400 && status < 500 ? { kind: 'badRequest', text: httpTexts.malformed, faults: [] } : undefined;
}

const isChange = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/** A database that is gone, as it looks to the driver. */
const lostConnection = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|57P0[123]|08...|53...|25006)$/;

function storeProblem(fault: unknown, request: FastifyRequest): AnyProblem | undefined {
  if (fault instanceof StoreUnavailable) return { kind: 'unavailable', text: fault.text, retryAfterSeconds: fault.retryAfterSeconds };
  const code = (fault as { readonly code?: unknown }).code;
  const message = fault instanceof Error ? fault.message : '';
  const lost =
    (typeof code === 'string' && lostConnection.test(code)) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message);
  const text = isChange(request.method) ? httpTexts.outcomeUnknown : httpTexts.unavailable;
  return lost ? { kind: 'unavailable', text, retryAfterSeconds: 5 } : undefined;
}

/** `report` is told of what is nobody's request: the caller learns only that it failed. */
export function answerFault(
  fault: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  report: (fault: unknown, request: FastifyRequest) => void,
): FastifyReply {
  if (fault instanceof RefusedRequest) return sendProblem(request, reply, fault.problem);
  const problem = storeProblem(fault, request) ?? frameworkProblem(fault as FastifyError, request);
  if (problem === undefined || problem.kind === 'unavailable') report(fault, request);
  return sendProblem(request, reply, problem ?? { kind: 'fault', text: httpTexts.fault });
}
