/** Reads bodies: JSON in UTF-8 and nothing else, with the place of what is wrong, before any schema sees it. */
import { decodeUtf8 } from '@gongze/application/validation/decode';
import { documentsOf } from '@gongze/application/validation/documents';
import { FaultList, type InputFault } from '@gongze/application/validation/faults';
import { expected, faultMessage } from '@gongze/application/messages';
import type { FastifyInstance } from 'fastify';
import { RefusedRequest } from './refused.ts';

export const BODY_BYTES_MAX = 1024 * 1024;
/** Of what records facts: a thousand of them, each with the signature that it carries. */
export const EVENTS_BYTES_MAX = 4 * 1024 * 1024;
/** The deepest payload of any event has 8 levels. */
const NESTING_MAX = 24;
const FAULTS_MAX = 100;

function bodyFault(kind: InputFault['kind'], right: InputFault['expected'], found: string, line = 1, column = 1, path = ''): InputFault {
  return { kind, file: '', line, column, path, expected: right, found, message: faultMessage(kind, path, right, found) };
}

function refuse(faults: readonly InputFault[], total = faults.length): never {
  throw new RefusedRequest({ kind: 'badInput', faults, total });
}

/** Path of the first text that no store keeps as it is: with a NUL, or with half a surrogate pair. */
function unkeepable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = unkeepable(name, path) ?? unkeepable(member, `${path}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The JSON value of a body; throws `RefusedRequest` with every fault. */
export function readJson(bytes: Uint8Array): unknown {
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) return refuse([bodyFault('notUtf8', expected.utf8, decoded.found, decoded.line, decoded.column)]);
  if (!/\S/.test(decoded.text)) return refuse([bodyFault('empty', expected.type('object'), '')]);
  const faults = new FaultList<InputFault>(FAULTS_MAX);
  const { documents } = documentsOf(decoded.text, '', NESTING_MAX, faults, false);
  if (faults.total > 0) return refuse(faults.shown, faults.total);
  const value = documents[0]?.value;
  const path = unkeepable(value, '');
  if (path !== undefined) return refuse([bodyFault('notText', expected.keepableText, '', 1, 1, path.slice(0, 200))]);
  return value;
}

export function registerBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: string | Buffer) =>
    readJson(typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
  );
}
