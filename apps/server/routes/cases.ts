/** Reading cases, and recording in them. */
import { type Application, type CaseRequest, serialise } from '@gongze/application';
import type { Answer } from '@gongze/application/answers';
import type { CaseReport } from '@gongze/domain/report/schema';
import { type Estimate, estimateForFindings, estimateForTier, withEstimate } from '@gongze/studies/simulation/what-if/effect';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendAnswer, sendJson, sendTagged } from '../http/answer.ts';
import { EVENTS_BYTES_MAX } from '../http/body.ts';
import { sendProblem } from '../http/problems.ts';
import { expectedVersions, idempotencyKey, isKnown, versionTag } from '../http/tags.ts';
import { httpTexts } from '../http/texts.ts';
import {
  browserCase,
  caseHead,
  casePage,
  caseParams,
  caseQuery,
  caseReport,
  createBody,
  eventPage,
  explanation,
  mayIntervene,
  pageQuery,
  publicationBody,
  published,
  recordBody,
  recorded,
} from '../schemas.ts';
import { Estimator } from '../studies/estimate.ts';
import { changing, type Routes, reading } from './routes.ts';

type Query = z.output<typeof caseQuery>;

const estimated = (what: string) => z.enum(['true', 'false']).optional().describe(what);
const reportQuery = caseQuery.extend({
  estimate: estimated('true: with the effects that the model expects of what is advised; some seconds. Else they read notEstimated.'),
});
const findingQuery = caseQuery.extend({
  finding: z.string().max(200).default(''),
  estimate: estimated('true: with the effects that the model expects of what is advised against the finding; some seconds.'),
});
const tierQuery = caseQuery.extend({
  tier: z.string().max(200).default(''),
  estimate: estimated('true: with the effects that the model expects of what the tier is advised to do; some seconds.'),
});

/** Thresholds that replace the defaults: `parameter.decisionWithoutAction.graceDays=60`. */
function parametersIn(query: Query): Record<string, unknown> {
  const prefix = 'parameter.';
  const named = Object.entries(query).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    named.map(([name, value]) => {
      const text = String(value);
      return [name.slice(prefix.length), text.trim() === '' ? text : Number(text)];
    }),
  );
}

function asked(request: FastifyRequest, caseId: string, query: Query): CaseRequest & { readonly caller: FastifyRequest['caller'] } {
  const { edition, asOf, knownOn } = query;
  return { caseId, edition, asOf, knownOn, parameters: parametersIn(query), caller: request.caller };
}

export function registerCases(server: Routes, application: Application): void {
  registerReads(server, application);
  registerQuestions(server, application);
  registerCommands(server, application);
}

function registerReads(server: Routes, application: Application): void {
  server.get(
    '/api/cases',
    { schema: reading('listCases', 'The cases that you may see', { querystring: pageQuery }, casePage) },
    async (request, reply) => {
      const answer = await application.listCases({ ...request.query, caller: request.caller });
      return answer.ok
        ? sendTagged(request, reply, { ok: true, value: serialise(answer.value) }, async () => answer)
        : sendAnswer(request, reply, answer);
    },
  );
  server.get(
    '/api/cases/:caseId',
    { schema: reading('readCase', 'Names and version of a case', { params: caseParams }, caseHead) },
    async (request, reply) => {
      const answer = await application.caseHead({ caseId: request.params.caseId, caller: request.caller });
      if (!answer.ok) return sendProblem(request, reply, answer.problem);
      const tag = versionTag(answer.value.version);
      reply.header('etag', tag);
      if (isKnown(request, tag)) return reply.code(304).header('cache-control', 'private, no-cache').send();
      return sendAnswer(request, reply, answer);
    },
  );
  server.get(
    '/api/cases/:caseId/events',
    {
      schema: reading('listEvents', 'Recorded facts in the order of recording', { params: caseParams, querystring: pageQuery }, eventPage),
    },
    async (request, reply) =>
      sendAnswer(request, reply, await application.events({ ...request.params, ...request.query, caller: request.caller })),
  );
}

type Question = CaseRequest & { readonly caller: FastifyRequest['caller'] };

/** Answers a question, and beside the answer what the model expects where that is asked for. */
function answering(application: Application) {
  const estimator = new Estimator();
  const tagOf = async (use: string, question: Question) => {
    const version = await application.versionOf(question);
    return version.ok ? { ok: true as const, value: `${use} ${version.value}` } : version;
  };
  return {
    plain: async <T>(request: FastifyRequest, reply: FastifyReply, use: string, question: Question, answer: () => Promise<Answer<T>>) =>
      sendTagged(request, reply, await tagOf(use, question), answer),
    /** `join` puts together what was answered and what is expected, which is the same for all questions on one version of a case. */
    estimated: async <T>(
      request: FastifyRequest,
      reply: FastifyReply,
      use: string,
      question: Question,
      answer: () => Promise<Answer<T>>,
      join: (value: T, estimate: Estimate, report: CaseReport) => unknown,
    ) => {
      const [tag, key] = [await tagOf(`${use} estimate`, question), await tagOf('report estimate', question)];
      const [value, report] = [await answer(), await application.caseReport(question)];
      if (!value.ok || !tag.ok) return sendAnswer(request, reply, value);
      if (!report.ok || !key.ok) return sendAnswer(request, reply, report);
      const waiting = estimator.estimate(key.value, report.value);
      if (waiting === undefined)
        return sendProblem(request, reply, { kind: 'tooMany', text: httpTexts.estimatesWait, retryAfterSeconds: 5 });
      const joined = join(value.value, await waiting, report.value);
      return sendTagged(request, reply, tag, async () => ({ ok: true, value: joined }));
    },
  };
}

function registerQuestions(server: Routes, application: Application): void {
  const { plain, estimated: withModel } = answering(application);
  server.get(
    '/api/cases/:caseId/report',
    { schema: reading('readReport', 'The situation of a case at a date', { params: caseParams, querystring: reportQuery }, caseReport) },
    async (request, reply) => {
      const { estimate, ...query } = request.query;
      const question = asked(request, request.params.caseId, query);
      const answer = () => application.caseReport(question);
      if (estimate !== 'true') return plain(request, reply, 'report', question, answer);
      return withModel(request, reply, 'report', question, answer, withEstimate);
    },
  );
  server.get(
    '/api/cases/:caseId/facts',
    {
      schema: reading(
        'readFacts',
        'All that a page needs to fold a case itself',
        { params: caseParams, querystring: caseQuery },
        browserCase,
      ),
    },
    async (request, reply) => {
      const question = asked(request, request.params.caseId, request.query);
      return plain(request, reply, 'facts', question, () => application.factsForBrowser(question));
    },
  );
  server.get(
    '/api/cases/:caseId/explain',
    { schema: reading('explainFinding', 'Why a finding holds', { params: caseParams, querystring: findingQuery }, explanation) },
    async (request, reply) => {
      const { estimate: wanted, finding, ...query } = request.query;
      const question = { ...asked(request, request.params.caseId, query), finding };
      const answer = () => application.explainFinding(question);
      if (wanted !== 'true') return plain(request, reply, `explain ${finding}`, question, answer);
      return withModel(request, reply, `explain ${finding}`, question, answer, (value, estimate, { advice }) => {
        const keys = value.results.map(({ key }) => key);
        return { ...value, estimate: estimateForFindings(estimate, advice, keys) };
      });
    },
  );
  server.get(
    '/api/cases/:caseId/may-intervene',
    { schema: reading('mayIntervene', 'Whether a tier may intervene', { params: caseParams, querystring: tierQuery }, mayIntervene) },
    async (request, reply) => {
      const { estimate: wanted, tier, ...query } = request.query;
      const question = { ...asked(request, request.params.caseId, query), tier };
      const answer = () => application.mayIntervene(question);
      if (wanted !== 'true') return plain(request, reply, `may ${tier}`, question, answer);
      return withModel(request, reply, `may ${tier}`, question, answer, (value, estimate, { advice }) => ({
        ...value,
        estimate: estimateForTier(estimate, advice, tier),
      }));
    },
  );
}

const keyHeader = z.looseObject({
  'idempotency-key': z.string().optional().describe('Names the request; sent again it is answered again and recorded once. Required.'),
});
const commandHeaders = keyHeader.extend({
  'if-match': z.string().optional().describe('Version that the request rests on, such as "v12", or *. Required.'),
});

function registerCommands(server: Routes, application: Application): void {
  server.post(
    '/api/cases',
    { schema: changing('createCase', 'Open a case', { headers: keyHeader, body: createBody }, recorded) },
    async (request, reply) => {
      const answer = await application.create({ ...request.body, idempotencyKey: idempotencyKey(request), caller: request.caller });
      if (!answer.ok) return sendProblem(request, reply, answer.problem);
      reply.code(201).headers({ location: `/api/cases/${encodeURIComponent(answer.value.case)}`, etag: versionTag(answer.value.version) });
      return sendJson(reply, answer.value);
    },
  );
  server.post(
    '/api/cases/:caseId/events',
    {
      bodyLimit: EVENTS_BYTES_MAX,
      schema: changing('recordEvents', 'Record what happened', { params: caseParams, headers: commandHeaders, body: recordBody }, recorded),
    },
    async (request, reply) => {
      const versions = expectedVersions(request);
      const key = idempotencyKey(request);
      if (versions === undefined) return sendProblem(request, reply, { kind: 'preconditionRequired', text: httpTexts.ifMatchMissing });
      const { caseId } = request.params;
      const answer = await application.record({
        caseId,
        expectedVersions: versions,
        idempotencyKey: key,
        events: request.body.events,
        caller: request.caller,
      });
      if (!answer.ok) return sendProblem(request, reply, answer.problem);
      return sendJson(reply.code(201).header('etag', versionTag(answer.value.version)), answer.value);
    },
  );
  server.post(
    '/api/cases/:caseId/publication',
    {
      schema: changing(
        'changePublication',
        'Open a case to the public, withdraw, close or reopen it',
        { params: caseParams, headers: keyHeader, body: publicationBody },
        published,
      ),
    },
    async (request, reply) => {
      const answer = await application.publish({
        caseId: request.params.caseId,
        change: request.body,
        idempotencyKey: idempotencyKey(request),
        caller: request.caller,
      });
      return answer.ok ? sendJson(reply.code(201), answer.value) : sendProblem(request, reply, answer.problem);
    },
  );
}
