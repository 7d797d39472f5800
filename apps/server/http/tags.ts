/** Entity tags and the conditions on them (RFC 9110, 8.8.3 and 13.1). */
import { headerTexts } from './texts.ts';
import { requestFault } from '@gongze/application/answers';
import { requestTexts } from '@gongze/application/messages';
import { excerptOf } from '@gongze/application/validation/faults';
import type { FastifyRequest } from 'fastify';
import { RefusedRequest } from './refused.ts';

interface Tag {
  readonly weak: boolean;
  /** With its quotes. */
  readonly opaque: string;
}

const oneTag = /^[ \t]*(W\/)?("[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?:,|$)/;

/** `'*'`, the tags of the list, or `undefined` for what is neither. Empty elements are allowed (RFC 9110, 5.6.1). */
export function parseTags(header: string): '*' | readonly Tag[] | undefined {
  if (header.trim() === '*') return '*';
  const tags: Tag[] = [];
  let rest = header;
  while (rest !== '') {
    const empty = /^[ \t]*(?:,|$)/.exec(rest);
    const tag = oneTag.exec(rest);
    if (tag !== null) tags.push({ weak: tag[1] !== undefined, opaque: tag[2] as string });
    else if (empty === null || empty[0] === '') return undefined;
    rest = rest.slice((tag ?? (empty as RegExpExecArray))[0].length);
  }
  return tags.length > 0 ? tags : undefined;
}

/** Whether the caller has it already: weak comparison; a header that cannot be read is as if absent. */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = parseTags(request.headers['if-none-match'] ?? '');
  if (known === undefined) return false;
  return known === '*' || known.some(({ opaque }) => opaque === tag);
}

export const versionTag = (version: number): string => `"v${version}"`;

/**
 * Versions that `If-Match` names: strong tags of the form `"v12"`. Weak ones never match (strong comparison), tags of
 * another form match no version. `undefined` if the header is missing. Refuses what is no list of tags.
 */
export function expectedVersions(request: FastifyRequest): readonly number[] | 'any' | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const tags = parseTags(header);
  if (tags === '*') return 'any';
  if (tags === undefined) {
    const faults = [requestFault('If-Match', headerTexts.etags, excerptOf(header))];
    throw new RefusedRequest({ kind: 'badRequest', text: requestTexts.badRequest, faults });
  }
  return tags.flatMap(({ weak, opaque }) => {
    const version = /^"v(0|[1-9]\d{0,14})"$/.exec(opaque)?.[1];
    return weak || version === undefined ? [] : [Number(version)];
  });
}

/** The `Idempotency-Key` that a command needs; quoted or not. */
export function idempotencyKey(request: FastifyRequest): string {
  const header = request.headers['idempotency-key'];
  const text = typeof header === 'string' ? header : '';
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (/^[\x21-\x7e]{1,120}$/.test(key)) return key;
  const faults = [requestFault('Idempotency-Key', headerTexts.key, excerptOf(header))];
  throw new RefusedRequest({ kind: 'badRequest', text: requestTexts.badRequest, faults });
}
