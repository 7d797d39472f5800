/** A case on a server, asked over HTTP: the same questions as of a file, and recording, which a file cannot do. */
import { randomUUID } from 'node:crypto';
import type { Answer, Application, CaseRequest } from '@gongze/application';
import { commandHeaders, type GongzeClient, gongzeClient, type Problem, problemOf, type Schema, thresholdQuery } from '@gongze/client';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { Language } from '@gongze/domain/vocabulary/text';
import { type Io, readBounded } from './io.ts';

export type Questions = Pick<Application, 'caseReport' | 'explainFinding' | 'mayIntervene'>;

interface Told<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the server told is in one language already: the one that was asked for. */
function refusal({ detail, title }: Problem): Answer<never> {
  const text = `${title}: ${detail}`;
  return { ok: false, problem: { kind: 'notFound', text: { zh: text, en: text } } };
}

function answerOf<T>({ data, error, response }: Told<unknown>): Answer<T> {
  return response.ok && data !== undefined ? { ok: true, value: data as T } : refusal(problemOf(error, response));
}

/** `GONGZE_COOKIE`: the cookie of a session, as a browser sends it. */
export function clientFor(server: string, lang: Language, io: Pick<Io, 'env'>): GongzeClient {
  const cookie = io.env['GONGZE_COOKIE'];
  const client = gongzeClient({ baseUrl: server.replace(/\/+$/, ''), language: lang });
  if (cookie !== undefined)
    client.use({
      onRequest: ({ request }) => {
        request.headers.set('cookie', cookie);
        return request;
      },
    });
  return client;
}

function queryOf({ edition, asOf, knownOn, parameters = {} }: CaseRequest) {
  return {
    ...(edition !== undefined && { edition }),
    ...(asOf !== undefined && { asOf }),
    ...(knownOn !== undefined && { knownOn }),
    ...thresholdQuery(parameters as Readonly<Record<string, number>>),
  };
}

export function remoteQuestions(client: GongzeClient): Questions {
  return {
    caseReport: async (request) => {
      const params = { path: { caseId: request.caseId }, query: queryOf(request) };
      return answerOf(await client.GET('/api/cases/{caseId}/report', { params }));
    },
    explainFinding: async (request) => {
      const params = { path: { caseId: request.caseId }, query: { ...queryOf(request), finding: request.finding } };
      return answerOf(await client.GET('/api/cases/{caseId}/explain', { params }));
    },
    mayIntervene: async (request) => {
      const params = { path: { caseId: request.caseId }, query: { ...queryOf(request), tier: request.tier } };
      return answerOf(await client.GET('/api/cases/{caseId}/may-intervene', { params }));
    },
  };
}

/** Title, actors and facts, for the names in an explanation. */
export async function remoteFacts(client: GongzeClient, caseId: string) {
  const { data } = await client.GET('/api/cases/{caseId}/facts', { params: { path: { caseId } } });
  return data === undefined ? undefined : { title: data.title, actors: data.actors, facts: data.facts as unknown as readonly Fact[] };
}

export interface RecordOptions {
  readonly server: string;
  readonly version?: string;
  readonly key?: string;
}

/** Sends the events of a file: `{"events":[…]}`, a list, or one event. The server judges them. */
export async function remoteRecord(
  client: GongzeClient,
  caseId: string,
  path: string,
  { version, key }: RecordOptions,
): Promise<Answer<Schema<'Recorded'>>> {
  const file = await readBounded(path === '-' ? '/dev/stdin' : path);
  if (!file.ok) return { ok: false, problem: { kind: 'badInput', faults: file.faults, total: file.faults.length } };
  const text = new TextDecoder().decode(file.bytes);
  const body = wrapped(text);
  const header = commandHeaders(version === undefined || version === 'any' ? 'any' : Number(version), key ?? randomUUID());
  const answer = await client.POST('/api/cases/{caseId}/events', {
    params: { path: { caseId }, header },
    body: body as unknown as Schema<'RecordEvents'>,
    headers: { 'content-type': 'application/json' },
    bodySerializer: (own) => String(own),
  });
  return answerOf(answer);
}

/** The text as the server expects it; what is no JSON at all is sent as it is, for the server to say where it breaks. */
function wrapped(text: string): string {
  try {
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return `{"events":${text}}`;
    return typeof value === 'object' && value !== null && !('events' in value) ? `{"events":[${text}]}` : text;
  } catch {
    return text;
  }
}
