/**
 * The verifiable log as C2SP tlog-tiles, the receipts of facts, and the health of the log. Everybody must be able to check it, so that checkpoint,
 * hashes and entries are open to everybody by the policies; an entry names a case and says nothing of what was recorded.
 */
import type { Application } from '@gongze/application';
import type { Authorizer, Receipts } from '@gongze/application/ports';
import { Readable } from 'node:stream';
import { parseTilePath, tileWidth } from '@gongze/ledger/log/tiles';
import { parseRecordsPath, payloadLine, recordLine, signInLine, withheldLine } from '@gongze/ledger/verify/format';
import type { LogStore } from '@gongze/ledger/sequence/ports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import { httpTexts } from '../http/texts.ts';
import { isAnonymous, refusalOf, signInFirst } from '@gongze/application/commands/answers';
import { logHealth, receiptParams } from '../schemas.ts';
import { problems, reading, type Routes } from './routes.ts';

export interface LogParts {
  readonly logStore: Pick<LogStore, 'state' | 'readTile' | 'readEntries'>;
  readonly receipts: Receipts;
  /** What the log proposes its readers to trust (C2SP tlog-policy): its key, its witnesses, how many of them. */
  readonly policy: string;
}

const text = (description: string) => ({ description, content: { 'text/plain': { schema: z.string() } } });
const octets = (description: string) => ({ description, content: { 'application/octet-stream': { schema: z.string() } } });

function mayRead(request: FastifyRequest, reply: FastifyReply, authorizer: Authorizer): boolean {
  const verdict = authorizer.decide(request.caller, 'readLog', { kind: 'log' });
  if (verdict.allowed) return true;
  const refusal = isAnonymous(request.caller) ? signInFirst() : refusalOf(verdict);
  if (!refusal.ok) void sendProblem(request, reply, refusal.problem);
  return false;
}

const noSuchPath = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, { kind: 'notFound', text: httpTexts.noSuchPath(request.url.slice(0, 200)) });

export function registerLog(
  server: Routes,
  { logStore, receipts, policy }: LogParts,
  application: Application,
  authorizer: Authorizer,
): void {
  registerStatic(server, logStore, authorizer);
  registerRecords(server, logStore, application);
  server.get(
    '/log/policy',
    {
      schema: {
        operationId: 'readPolicy',
        summary: 'Whom the log proposes to trust (C2SP tlog-policy)',
        response: { 200: text('Key of the log, witnesses, quorum. Compare it with what you were given by another way.') },
      },
    },
    async (_request, reply) => reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache').send(policy),
  );
  server.get(
    '/api/cases/:caseId/facts/:version/receipt',
    {
      schema: {
        ...reading('readReceipt', 'Proof that the log holds a fact (C2SP tlog-proof)', { params: receiptParams }, z.string()),
        response: {
          200: text('The proof: place, hashes, and the cosigned checkpoint they lead to.'),
          202: {
            description: 'On disk, and not in a checkpoint yet; Retry-After says when to ask again.',
            content: { 'application/json': { schema: z.object({ state: z.literal('durable') }) } },
          },
          ...problemsOfReading,
        },
      },
    },
    async (request, reply) => {
      const { caseId, version } = request.params;
      const seen = await application.sight(caseId, request.caller);
      if (!seen.ok) return sendProblem(request, reply, seen.problem);
      if (!seen.value.facts.some((fact) => fact.version === version)) return noSuchPath(request, reply);
      const receipt = await receipts.receiptFor(caseId, version);
      if (receipt === undefined) return noSuchPath(request, reply);
      reply.header('cache-control', 'private, no-cache').header('vary', 'cookie');
      if (receipt.state === 'durable') return sendJson(reply.code(202).header('retry-after', '1'), { state: 'durable' });
      return reply
        .header('content-type', 'text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="${version}.tlog-proof"`)
        .send(receipt.proof);
    },
  );
  server.get(
    '/api/log',
    { schema: reading('readLogHealth', 'Size, checkpoint and witnesses of the log', {}, logHealth) },
    async (_request, reply) => sendJson(reply.header('cache-control', 'no-cache'), await receipts.logHealth()),
  );
}

const problemsOfReading = { 400: problems.BadRequest, 404: problems.NotFound, 429: problems.TooMany, 503: problems.NotNow };

function registerStatic(server: Routes, logStore: LogParts['logStore'], authorizer: Authorizer): void {
  server.get(
    '/log/checkpoint',
    {
      schema: {
        operationId: 'readCheckpoint',
        summary: 'The last checkpoint (C2SP tlog-checkpoint)',
        response: { 200: text('A signed note.'), 404: problems.NotFound },
      },
    },
    async (request, reply) => {
      const { checkpoint } = await logStore.state();
      if (checkpoint === undefined) return noSuchPath(request, reply);
      return reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache').send(checkpoint);
    },
  );
  server.get(
    '/log/tile/*',
    {
      schema: {
        operationId: 'readTile',
        summary: 'Tiles of hashes and bundles of entries (C2SP tlog-tiles): tile/<L>/<N>[.p/<W>], tile/entries/<N>[.p/<W>]',
        params: z.object({ '*': z.string().max(200) }),
        response: { 200: octets('The tile.'), ...problemsOfReading },
      },
    },
    async (request, reply) => {
      const tile = parseTilePath(`tile/${request.params['*']}`);
      if (tile === undefined) return noSuchPath(request, reply);
      const { level, index, width } = tile;
      if (level === 'entries' && !mayRead(request, reply, authorizer)) return reply;
      const bytes = level === 'entries' ? await logStore.readEntries(index, width) : await logStore.readTile(level, index, width);
      if (bytes === undefined) return noSuchPath(request, reply);
      // What has a place in the log never changes, partial tiles included.
      const scope = level === 'entries' ? 'private' : 'public';
      return reply
        .header('content-type', 'application/octet-stream')
        .header('cache-control', `${scope}, max-age=31536000, immutable`)
        .send(Buffer.from(bytes) as never);
    },
  );
}

/** The records that the leaves stand for, so that who may read them can check offline who signed. */
function registerRecords(server: Routes, logStore: LogParts['logStore'], application: Application): void {
  server.get(
    '/log/records/*',
    {
      schema: {
        operationId: 'readRecords',
        summary: 'Records of a bundle of entries as far as they are open to you: records/<N>[.p/<W>], a line of JSON for each entry',
        params: z.object({ '*': z.string().max(200) }),
        response: {
          200: {
            description:
              'The record with its salt; of a published one, to whom the case is not open whole, the payload with its salt and "only":"payload"; or {"withheld":true}, with "signIn":true for who has not signed in.',
            content: { 'application/jsonl': { schema: z.string() } },
          },
          ...problemsOfReading,
        },
      },
    },
    async (request, reply) => {
      const { caller, params } = request;
      const part = parseRecordsPath(`records/${params['*']}`);
      const from = (part?.index ?? 0) * tileWidth;
      if (part === undefined || from + part.width > (await logStore.state()).size) return noSuchPath(request, reply);
      const lines = linesOf(application.loggedRecords({ from, count: part.width, caller }), !isAnonymous(caller));
      return reply
        .header('content-type', 'application/jsonl; charset=utf-8')
        .header('cache-control', 'private, no-cache')
        .header('vary', 'cookie')
        .send(Readable.from(lines) as never);
    },
  );
}

async function* linesOf(records: ReturnType<Application['loggedRecords']>, isSignedIn: boolean): AsyncGenerator<string> {
  for await (const one of records) {
    if (one.told === 'nothing') yield `${isSignedIn ? withheldLine : signInLine}\n`;
    else {
      const { payloadHash: _hash, payloadSalt = '', ...rest } = one.record;
      yield `${one.told === 'whole' ? recordLine(rest, payloadSalt) : payloadLine(rest.payload, payloadSalt)}\n`;
    }
  }
}
