/** The HTTP face of the use cases. It reads requests and writes answers; what is answered is the application's. */
import { createHash, randomUUID } from 'node:crypto';
import { type Answer, type Application, type CaseRequest, serialise } from '@gongze/application';
import { caseReportJsonSchema } from '@gongze/domain/report/report';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

const bootId = randomUUID();

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
interface CaseRoute {
  Params: { readonly caseId: string };
  Querystring: Query;
}

/** A parameter given twice is read as given last, as everywhere in this interface. */
function textIn(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' ? value : value?.at(-1);
}

/** Thresholds that replace the defaults: `parameter.decisionWithoutAction.graceDays=60`. */
function parametersIn(query: Query): Record<string, unknown> {
  const prefix = 'parameter.';
  const named = Object.keys(query).filter((name) => name.startsWith(prefix));
  return Object.fromEntries(
    named.map((name) => {
      const text = textIn(query, name) ?? '';
      return [name.slice(prefix.length), text.trim() === '' ? text : Number(text)];
    }),
  );
}

function requestOf({ params, query }: FastifyRequest<CaseRoute>): CaseRequest {
  return {
    caseId: params.caseId,
    edition: textIn(query, 'edition'),
    asOf: textIn(query, 'asOf'),
    knownOn: textIn(query, 'knownOn'),
    parameters: parametersIn(query),
  };
}

function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(serialise(value));
}

function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer<unknown>): FastifyReply {
  return answer.ok ? sendJson(reply, answer.value) : sendProblem(request, reply, answer.problem);
}

/** `true` once the reply says that the caller has this version already. */
function isUnchanged(request: FastifyRequest, reply: FastifyReply, content: string): boolean {
  // The rules may have changed with the program: a tag holds as long as this process runs.
  const version = `${bootId} ${content}`;
  const tag = `"${createHash('sha256').update(version).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((own) => own.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}

/** Routes of the API. `ready` says whether the store answers. */
export function registerApi(server: FastifyInstance, application: Application, ready: () => Promise<boolean>): void {
  const versioned = async (
    request: FastifyRequest<CaseRoute>,
    reply: FastifyReply,
    use: string,
    answer: (asked: CaseRequest) => Promise<Answer<unknown>>,
  ): Promise<FastifyReply> => {
    const asked = requestOf(request);
    const version = await application.versionOf(asked);
    if (!version.ok) return sendProblem(request, reply, version.problem);
    if (isUnchanged(request, reply, `${use} ${version.value}`)) return reply.code(304).send();
    return sendAnswer(request, reply, await answer(asked));
  };

  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const isReady = await ready();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'storeUnreachable' });
  });
  server.get('/api/cases', async (_request, reply) => sendJson(reply.header('cache-control', 'no-cache'), await application.listCases()));
  server.get('/api/schema/case-report.json', async (_request, reply) =>
    sendJson(reply.header('cache-control', 'no-cache'), caseReportJsonSchema()),
  );
  server.get<CaseRoute>('/api/cases/:caseId/report', (request, reply) => versioned(request, reply, 'report', application.caseReport));
  server.get<CaseRoute>('/api/cases/:caseId/facts', (request, reply) => versioned(request, reply, 'facts', application.factsForBrowser));
  server.get<CaseRoute>('/api/cases/:caseId/explain', (request, reply) => {
    const finding = textIn(request.query, 'finding') ?? '';
    return versioned(request, reply, `explain ${finding}`, (asked) => application.explainFinding({ ...asked, finding }));
  });
  server.get<CaseRoute>('/api/cases/:caseId/may-intervene', (request, reply) => {
    const tier = textIn(request.query, 'tier') ?? '';
    return versioned(request, reply, `may ${tier}`, (asked) => application.mayIntervene({ ...asked, tier }));
  });
}
