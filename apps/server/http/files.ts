/** Bodies that are files: bytes as they are, up to a size of their own. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** What the reader of documents takes is less; beyond this nothing is even received. */
export const FILE_BYTES_MAX = 21 * 1024 * 1024;

export const fileMediaType = 'application/octet-stream';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array).describe('The bytes of the file.');

/** The body of a route that takes a file. */
export const fileBody = { content: { [fileMediaType]: { schema: bytes } } } as const;

/** For one scope of the server: it takes files, and no JSON. */
export function registerFiles(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    fileMediaType,
    { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX },
    async (_request: unknown, body: string | Buffer) => (typeof body === 'string' ? Buffer.from(body) : body),
  );
}

/** Name of a file for a header, by RFC 8187: what `encodeURIComponent` leaves and the header may not hold is encoded too. */
export function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
