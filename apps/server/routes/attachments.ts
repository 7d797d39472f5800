/** Files that records name: announced, sent in parts, and given only to whoever may read such a record. */
import { Readable } from 'node:stream';
import type { Application } from '@gongze/application';
import { PART_BYTES } from '@gongze/application/attachments/ports';
import { fileSchema } from '@gongze/domain/events/schemas';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendJson } from '../http/answer.ts';
import { encodedName, fileBody, registerFiles } from '../http/files.ts';
import { sendProblem } from '../http/problems.ts';
import { arrivingFile, attachmentBody, caseParams } from '../schemas.ts';
import { changing, offering, recordingFile, type Routes } from './routes.ts';

const fileParams = caseParams.extend({ sha256: fileSchema.shape.sha256 });
const partParams = fileParams.extend({ part: z.coerce.number().int().min(0).max(1_000_000) });

/** A file of somebody else is never shown by the page's own origin: it is saved, its kind is not guessed, and it may do nothing. */
const fileHeaders = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
  vary: 'cookie',
} as const;

export function registerAttachments(server: Routes, application: Application): void {
  server.post(
    '/api/cases/:caseId/attachments',
    {
      schema: changing(
        'beginAttachment',
        'Announce a file that a record is to name; says which parts are still to be sent',
        { params: caseParams, body: attachmentBody },
        arrivingFile,
      ),
    },
    async (request, reply) => {
      const answer = await application.beginAttachment({ ...request.params, ...request.body, caller: request.caller });
      return answer.ok ? sendJson(reply.code(201), answer.value) : sendProblem(request, reply, answer.problem);
    },
  );
  server.get(
    '/api/cases/:caseId/attachments/:sha256',
    // As it is: packing it again would take its length away.
    { compress: false, schema: offering('readAttachment', 'A file that a record names', { params: fileParams }) },
    async (request, reply) => await sendFile(application, request, request.params, reply),
  );
  server.register(async (scope: FastifyInstance) => {
    registerFiles(scope);
    (scope.withTypeProvider() as unknown as Routes).put(
      '/api/cases/:caseId/attachments/:sha256/parts/:part',
      {
        bodyLimit: PART_BYTES,
        schema: recordingFile('attachPart', 'Send a part of an announced file', { params: partParams, body: fileBody }, arrivingFile),
      },
      async (request, reply) => {
        const bytes = request.body as Uint8Array;
        const answer = await application.attachPart({ ...request.params, bytes, caller: request.caller });
        return answer.ok ? sendJson(reply.code(201), answer.value) : sendProblem(request, reply, answer.problem);
      },
    );
  });
}

async function sendFile(
  application: Application,
  request: FastifyRequest,
  { caseId, sha256 }: z.output<typeof fileParams>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answer = await application.openAttachment({ caseId, sha256, caller: request.caller });
  if (!answer.ok) return sendProblem(request, reply, answer.problem);
  const { file, bytes } = answer.value;
  return reply
    .headers({
      ...fileHeaders,
      'content-type': file.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodedName(file.name)}`,
    })
    .send(Readable.from(bytes, { objectMode: false }));
}
