/** Problems as RFC 9457 `application/problem+json`, in the language the caller asks for. */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnyProblem, statusOf } from './kinds.ts';
import { languageOf } from './language.ts';
import { problemTitles } from './texts.ts';

interface FaultDocument {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly message: string;
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults?: readonly FaultDocument[];
  readonly total?: number;
  readonly facts?: readonly string[];
  readonly policies?: readonly string[];
  readonly actual?: number;
  readonly rule?: string;
  /** Place of the refused event in the request. */
  readonly event?: number;
  readonly remedy?: string;
  readonly missing?: readonly { readonly what: string; readonly remedy: string }[];
  /** With a written reason it would be accepted. */
  readonly overridable?: boolean;
}

type Rule = NonNullable<Extract<AnyProblem, { kind: 'refused' }>['rule']>;

/** What would make it possible, in the caller's language. */
function ruleOf({ code, index, remedy, missing, overridable }: Rule, language: Language): Partial<ProblemDocument> {
  const told = missing.map((own) => ({ what: own.what[language], remedy: own.remedy[language] }));
  return { rule: code, event: index, remedy: remedy[language], missing: told, overridable };
}

/** What a kind tells beyond its text. */
function particulars(problem: AnyProblem, language: Language): Partial<ProblemDocument> {
  switch (problem.kind) {
    case 'badRequest':
    case 'badInput': {
      const faults = problem.faults.map((fault) => ({
        field: 'field' in fault ? fault.field : fault.path,
        expected: fault.expected[language],
        found: fault.found,
        message: fault.message[language],
      }));
      return problem.kind === 'badInput' ? { faults, total: problem.total } : { faults };
    }
    case 'refused':
      return { facts: problem.facts, ...(problem.rule !== undefined && ruleOf(problem.rule, language)) };
    case 'forbidden':
      return { policies: problem.policies };
    case 'conflict':
      return { actual: problem.actual };
    default:
      return {};
  }
}

export function documentOf(problem: AnyProblem, language: Language): ProblemDocument {
  const { kind } = problem;
  const detail = problem.kind === 'badInput' ? problem.faults.map((fault) => fault.message[language]).join('\n') : problem.text[language];
  return {
    type: `urn:gongze:problem:${kind}`,
    title: problemTitles[kind][language],
    status: statusOf[kind],
    detail,
    ...particulars(problem, language),
  };
}

/** Headers that the status asks for. */
export function problemHeaders(problem: AnyProblem, language: Language): Record<string, string> {
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    vary: 'accept-language',
    'cache-control': 'no-store',
    ...('retryAfterSeconds' in problem && { 'retry-after': String(problem.retryAfterSeconds) }),
    ...(problem.kind === 'methodNotAllowed' && { allow: problem.allow.join(', ') }),
    ...(problem.kind === 'unauthenticated' && { 'www-authenticate': `${problem.challenge ?? 'Session'} realm="gongze"` }),
  };
}

/** Answers with the problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: AnyProblem): FastifyReply {
  const language = languageOf(request);
  return reply
    .code(statusOf[problem.kind])
    .removeHeader('etag')
    .headers(problemHeaders(problem, language))
    .send(`${JSON.stringify(documentOf(problem, language))}\n`);
}
