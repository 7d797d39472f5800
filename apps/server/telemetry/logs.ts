/**
 * Structured logs, one JSON object a line. What is written about a request is chosen here, field by field: no headers, no
 * query, no body, and of a fault no more than its kind, message and stack, because drivers hang passwords on their errors.
 */
import type { FastifyRequest } from 'fastify';

interface Shown {
  readonly [field: string]: unknown;
}

/** Addresses that are secrets themselves: what stands behind them is not shown. */
const secretPaths = /^(\/api\/calendars\/feed\/).*/;

export function shownRequest(request: FastifyRequest): Shown {
  return { method: request.method, path: request.url.split('?')[0]?.replace(secretPaths, '$1…'), address: request.ip };
}

export interface ShownFault extends Shown {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

export function shownFault(fault: unknown): ShownFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: '', stack: '' };
  const { name, message, stack = '', cause } = fault;
  const code = (fault as { readonly code?: unknown }).code;
  return {
    type: name,
    message,
    stack,
    ...(typeof code === 'string' && { code }),
    ...(cause !== undefined && { cause: shownFault(cause) }),
  };
}

export interface LogStream {
  readonly write: (line: string) => void;
}

/** For Fastify's `logger`. */
export function loggerOptions(stream: LogStream, level = 'info') {
  return {
    level,
    stream,
    serializers: {
      req: shownRequest,
      res: ({ statusCode }: { readonly statusCode?: number }): Shown => ({ status: statusCode }),
      err: shownFault,
      fault: shownFault,
    },
    redact: { paths: ['*.password', '*.secret', '*.cookie', '*.authorization', '*.token'], censor: '…' },
  };
}
