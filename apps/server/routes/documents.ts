/** Documents of a case, out and in. What is handed in is shown first; recording it is a request of its own. */
import type { Application, RequestFault } from '@gongze/application';
import { isAnonymous, signInFirst } from '@gongze/application/commands/answers';
import { EVENTS_PER_REQUEST_MAX } from '@gongze/application/commands/new-event';
import { requestFault } from '@gongze/application/answers';
import { requestTexts } from '@gongze/application/messages';
import {
  type CaseSource,
  caseSource,
  documentFileName,
  documentFormats,
  dutyColumns,
  type DutyKey,
  type FileRefusal,
  type LedgerPreview,
  type MappingWish,
  previewAgreement,
  previewLedger,
  writeDocument,
} from '@gongze/documents';
import { isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendJson } from '../http/answer.ts';
import { encodedName, FILE_BYTES_MAX, fileBody, registerFiles } from '../http/files.ts';
import { languageOf } from '../http/language.ts';
import { sendProblem } from '../http/problems.ts';
import { RefusedRequest } from '../http/refused.ts';
import { expectedVersions, idempotencyKey, versionTag } from '../http/tags.ts';
import { httpTexts } from '../http/texts.ts';
import { agreementPreview, caseParams, caseQuery, ledgerPreview, recorded } from '../schemas.ts';
import { fromFile, offering, recordingFile, type Routes } from './routes.ts';

const short = z.string().max(300).optional();
const documentQuery = caseQuery.extend({
  lang: z.enum(['zh', 'en']).optional().describe('Default: by Accept-Language.'),
  table: short.describe('Of csv: ledger (default), facts or dictionary.'),
  duty: short.describe('Of a notice or letter; default the most pressing one.'),
  by: short.describe('Issuer of a notice or letter; default by the case, or whoever asks. Of a notice: one with power over those who owe.'),
  to: short.describe('Addressee of a letter.'),
  meeting: short.describe('Of minutes; default the latest.'),
  intervention: short.describe('Of the record of an intervention; default the one opened last.'),
  actor: short.describe('Of a calendar: only what concerns this actor.'),
  number: short.describe('Number of an official document, such as 京环〔2025〕3号.'),
});

export function registerDocuments(server: Routes, application: Application): void {
  server.get(
    '/api/cases/:caseId/documents/:format',
    {
      schema: offering('readDocument', 'A document of the case as a file', {
        params: caseParams.extend({ format: z.enum(documentFormats) }),
        querystring: documentQuery,
      }),
    },
    async (request, reply) => {
      const { caseId, format } = request.params;
      const { lang = languageOf(request), edition, asOf, knownOn, ...wish } = request.query;
      const answer = await application.openedCase({ caseId, edition, asOf, knownOn, caller: request.caller });
      if (!answer.ok) return sendProblem(request, reply, answer.problem);
      const { open, asOf: day } = answer.value;
      const source = caseSource(open, day);
      const written = await writeDocument(format, source, lang, { ...wish, acting: request.caller.actor });
      if (!written.ok) return sendProblem(request, reply, { kind: 'notFound', text: written.text });
      const name = `${caseId}-${format === 'csv' ? (wish.table ?? 'ledger') : format}-${day}.${written.extension}`;
      return reply
        .header('content-type', written.mediaType)
        .header(
          'content-disposition',
          `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodedName(documentFileName(format, wish, { title: source.title, day, extension: written.extension }, lang))}`,
        )
        .header('cache-control', 'private, no-cache')
        .header('vary', 'accept-encoding, accept-language, cookie')
        .send(typeof written.content === 'string' ? written.content : Buffer.from(written.content));
    },
  );
  // What takes files takes nothing else, and nothing else takes files.
  server.register(async (scope: FastifyInstance) => {
    registerFiles(scope);
    registerImports(scope.withTypeProvider() as unknown as Routes, application);
  });
}

const fileName = z.string().min(1).max(255).describe('Name of the file, with its ending.');
const ledgerQuery = z.object({
  fileName,
  on: z.string().max(10).optional().describe('Day of events that name none; default today.'),
  map: z.string().max(4000).optional().describe('Meanings of columns, such as C=liable,F=-; what is not named is guessed.'),
});
const agreementQuery = z.object({
  fileName,
  agreement: z.string().min(1).max(120).optional().describe('Id that the agreement is to have.'),
  signed: z.string().max(10).optional().describe('Day of signature, from which durations count.'),
  language: z.enum(['zh', 'en']).optional(),
  actors: z.string().max(4000).optional().describe('Actors of the names in the text: 甲方=610100,乙方=610400.'),
});

const keys: ReadonlySet<string> = new Set(dutyColumns.filter(({ computed }) => !computed).map(({ key }) => key));

function bad(field: string, expected: Bilingual, found: string): never {
  const faults = [requestFault(field, expected, found.slice(0, 100))];
  throw new RefusedRequest({ kind: 'badRequest', text: requestTexts.badRequest, faults });
}

/** `C=liable,F=-`. */
function pairsIn(field: string, text: string): [string, string][] {
  return text
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1) return bad(field, httpTexts.pairs, pair);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
}

function mappingIn(text = ''): MappingWish {
  const mapping: Record<string, DutyKey | null> = {};
  for (const [column, key] of pairsIn('map', text)) {
    if (key !== '-' && !keys.has(key)) return bad('map', httpTexts.meaning([...keys]), key);
    mapping[column] = key === '-' ? null : (key as DutyKey);
  }
  return mapping;
}

function dayIn(field: string, text: string | undefined): IsoDate | undefined {
  if (text === undefined || text === '') return undefined;
  return isIsoDate(text) ? text : bad(field, requestTexts.date, text);
}

interface ForImport {
  readonly source: CaseSource;
  readonly today: IsoDate;
}

/** The case as it stands, for somebody who may read it and has signed in; or the problem was sent. */
async function forImport(application: Application, caseId: string, request: FastifyRequest): Promise<ForImport> {
  const refuse = (problem: ConstructorParameters<typeof RefusedRequest>[0]): never => {
    throw new RefusedRequest(problem);
  };
  const { caller } = request;
  const first = signInFirst();
  if (isAnonymous(caller) && !first.ok) refuse(first.problem);
  const answer = await application.openedCase({ caseId, caller });
  if (!answer.ok) return refuse(answer.problem);
  return { source: caseSource(answer.value.open, answer.value.asOf), today: answer.value.asOf };
}

/** Files are unpacked in memory: a few at a time. */
const AT_ONCE = 2;
let reading = 0;

async function oneOfFew<T>(read: () => Promise<T>): Promise<T> {
  if (reading >= AT_ONCE) throw new RefusedRequest({ kind: 'unavailable', text: httpTexts.filesBusy, retryAfterSeconds: 3 });
  reading += 1;
  try {
    return await read();
  } finally {
    reading -= 1;
  }
}

function fileProblem(request: FastifyRequest, reply: FastifyReply, { refusal, text }: FileRefusal): FastifyReply {
  return refusal === 'tooLarge'
    ? sendProblem(request, reply, { kind: 'tooLarge', text })
    : sendProblem(request, reply, { kind: 'badRequest', text, faults: [] });
}

/** Faults of rows as faults of the request, each with its cell. */
function rowFaults({ faults }: LedgerPreview): RequestFault[] {
  return faults.slice(0, 100).map(({ row, column, field, found, message }) => ({
    field: `${column}${row}`,
    expected: { zh: field, en: field },
    found: found.slice(0, 100),
    message,
  }));
}

function registerImports(server: Routes, application: Application): void {
  const readLedger = async (caseId: string, query: z.output<typeof ledgerQuery>, request: FastifyRequest) => {
    const mapping = mappingIn(query.map);
    const on = dayIn('on', query.on);
    const { source, today } = await forImport(application, caseId, request);
    const bytes = request.body as Uint8Array;
    return await oneOfFew(() => previewLedger({ bytes, fileName: query.fileName, source, on: on ?? today, mapping }));
  };
  const ledgerParts = { params: caseParams, querystring: ledgerQuery, body: fileBody };
  server.post(
    '/api/cases/:caseId/imports/ledger/preview',
    {
      bodyLimit: FILE_BYTES_MAX,
      schema: fromFile('previewLedger', 'What a ledger would record; nothing is recorded', ledgerParts, ledgerPreview),
    },
    async (request, reply) => {
      const preview = await readLedger(request.params.caseId, request.query, request);
      return preview.ok ? sendJson(reply, preview) : fileProblem(request, reply, preview);
    },
  );
  server.post(
    '/api/cases/:caseId/imports/ledger',
    {
      bodyLimit: FILE_BYTES_MAX,
      schema: recordingFile('importLedger', 'Record what a ledger says, all of it or nothing', ledgerParts, recorded),
    },
    async (request, reply) => {
      const versions = expectedVersions(request);
      const key = idempotencyKey(request);
      if (versions === undefined) return sendProblem(request, reply, { kind: 'preconditionRequired', text: httpTexts.ifMatchMissing });
      const { caseId } = request.params;
      const preview = await readLedger(caseId, request.query, request);
      if (!preview.ok) return fileProblem(request, reply, preview);
      if (preview.faults.length > 0)
        return sendProblem(request, reply, {
          kind: 'badRequest',
          text: httpTexts.rowsFaulty(preview.faults.length),
          faults: rowFaults(preview),
        });
      const { events } = preview;
      if (events.length === 0) return sendProblem(request, reply, { kind: 'refused', text: httpTexts.nothingToRecord, facts: [] });
      if (events.length > EVENTS_PER_REQUEST_MAX)
        return sendProblem(request, reply, {
          kind: 'badRequest',
          text: httpTexts.tooManyEvents(events.length, EVENTS_PER_REQUEST_MAX),
          faults: [],
        });
      const answer = await application.record({ caseId, expectedVersions: versions, idempotencyKey: key, events, caller: request.caller });
      if (!answer.ok) return sendProblem(request, reply, answer.problem);
      return sendJson(reply.code(201).header('etag', versionTag(answer.value.version)), answer.value);
    },
  );
  server.post(
    '/api/cases/:caseId/imports/agreement/preview',
    {
      bodyLimit: FILE_BYTES_MAX,
      schema: fromFile(
        'previewAgreement',
        'Clauses of an agreement or minutes, and the duties to propose; nothing is recorded',
        { params: caseParams, querystring: agreementQuery, body: fileBody },
        agreementPreview,
      ),
    },
    async (request, reply) => {
      const { fileName: name, agreement = 'agreement', signed, language, actors = '' } = request.query;
      const day = dayIn('signed', signed);
      const named = Object.fromEntries(pairsIn('actors', actors));
      await forImport(application, request.params.caseId, request);
      const bytes = request.body as Uint8Array;
      const preview = await oneOfFew(() => previewAgreement({ bytes, fileName: name, agreement, language, signed: day, actors: named }));
      return preview.ok ? sendJson(reply, preview) : fileProblem(request, reply, preview);
    },
  );
}
