/** Experiments of the model on the server: asked for once, computed by every machine on the database, fetched when they are done. */
import { createHash } from 'node:crypto';
import { isAnonymous, signInFirst } from '@gongze/application/commands/answers';
import { requestFault } from '@gongze/application/answers';
import { requestTexts } from '@gongze/application/messages';
import type { Caller } from '@gongze/application/ports';
import { excerptOf } from '@gongze/application/validation/faults';
import { piecesOfJob } from '@gongze/studies/simulation/jobs/job';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import { idempotencyKey } from '../http/tags.ts';
import { httpTexts } from '../http/texts.ts';
import { study, studyScenario } from '../schemas.ts';
import { readJob, textOfJob } from '../studies/jobs.ts';
import type { Study, StudyStore } from '../studies/store.ts';
import { changing, reading, type Routes } from './routes.ts';

export interface StudyParts {
  readonly studies: StudyStore;
}

/** Experiments of one owner that may run at a time. */
const RUNNING_MAX = 5;
const ownerOf = ({ mode, person, office }: Caller): string => JSON.stringify([mode, person ?? '', office ?? '']);

function shown({ id, state, pieces, done, error, createdAt, endedAt }: Study) {
  return { id, state, pieces, done, createdAt, ...(endedAt !== undefined && { endedAt }), ...(error !== undefined && { error }) };
}

const params = z.object({ studyId: z.string().regex(/^s-[0-9a-f]{24}$/) });
const keyHeader = z.looseObject({ 'idempotency-key': z.string().optional() });
const private_ = 'private, no-cache';

/** Answers for whoever has not signed in. */
function refused(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!isAnonymous(request.caller)) return false;
  const answer = signInFirst();
  if (!answer.ok) void sendProblem(request, reply, answer.problem);
  return true;
}

const unknown = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(request, reply, { kind: 'notFound', text: httpTexts.noSuchPath(request.url.slice(0, 200)) });

export function registerStudies(server: Routes, { studies }: StudyParts): void {
  registerAsking(server, studies);
  registerOwn(server, studies);
}

function registerAsking(server: Routes, studies: StudyStore): void {
  server.post(
    '/api/studies',
    { schema: changing('askStudy', 'Ask for an experiment of the model', { headers: keyHeader, body: studyScenario }, study) },
    async (request, reply) => {
      const key = idempotencyKey(request);
      if (refused(request, reply)) return reply;
      const read = readJob(request.body);
      if (!read.ok) {
        const faults = read.refusals.map(({ where, message }) => requestFault(where, message, excerptOf(where)));
        return sendProblem(request, reply, { kind: 'badRequest', text: requestTexts.badRequest, faults });
      }
      const owner = ownerOf(request.caller);
      const id = `s-${createHash('sha256').update(`${owner}\n${key}`).digest('hex').slice(0, 24)}`;
      const running = (await studies.list(owner)).filter(({ state }) => state === 'running');
      if (running.length >= RUNNING_MAX && !running.some((one) => one.id === id))
        return sendProblem(request, reply, { kind: 'refused', text: httpTexts.studiesMax(RUNNING_MAX), facts: [] });
      const scenario = textOfJob(read.value);
      await studies.add({ id, owner, scenario, pieces: piecesOfJob(read.value) });
      const kept = await studies.get(id);
      if (kept === undefined || kept.scenario !== scenario)
        return sendProblem(request, reply, { kind: 'keyReused', text: httpTexts.studyKeyReused });
      reply.code(201).header('location', `/api/studies/${id}`).header('cache-control', 'no-store');
      return sendJson(reply, shown(kept));
    },
  );
}

function registerOwn(server: Routes, studies: StudyStore): void {
  const mine = async ({ caller, params: own }: FastifyRequest): Promise<Study | undefined> => {
    const found = await studies.get((own as z.output<typeof params>).studyId);
    return found?.owner === ownerOf(caller) ? found : undefined;
  };
  server.get(
    '/api/studies',
    { schema: reading('listStudies', 'Your experiments, the latest first', {}, z.object({ studies: z.array(study) })) },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const own = await studies.list(ownerOf(request.caller));
      return sendJson(reply.header('cache-control', private_), { studies: own.map(shown) });
    },
  );
  server.get(
    '/api/studies/:studyId',
    { schema: reading('readStudy', 'How far an experiment is', { params }, study) },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const found = await mine(request);
      return found === undefined ? unknown(request, reply) : sendJson(reply.header('cache-control', private_), shown(found));
    },
  );
  server.get(
    '/api/studies/:studyId/summary',
    { schema: reading('readStudySummary', 'What came of it; not there until it is done', { params }, z.looseObject({})) },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const found = await mine(request);
      const summary = found === undefined ? undefined : await studies.summary(found.id);
      if (summary === undefined) return unknown(request, reply);
      return reply.header('cache-control', private_).type('application/json; charset=utf-8').send(summary);
    },
  );
  server.delete(
    '/api/studies/:studyId',
    {
      schema: {
        ...changing('cancelStudy', 'End an experiment that runs', { params }, z.undefined()),
        response: { 204: z.undefined().describe('It runs no more.') },
      },
    },
    async (request, reply) => {
      if (refused(request, reply)) return reply;
      const found = await mine(request);
      if (found === undefined) return unknown(request, reply);
      await studies.cancel(found.id);
      return reply.code(204).send();
    },
  );
}
