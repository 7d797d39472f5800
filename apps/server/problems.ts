/** Problems as RFC 9457 `application/problem+json`, in the language the caller asks for. */
import type { Problem } from '@gongze/application';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { FastifyReply, FastifyRequest } from 'fastify';

const statusOf = { badRequest: 400, badInput: 400, notFound: 404, refused: 409 } as const;

const titles: Record<Problem['kind'], Bilingual> = {
  badRequest: { zh: '请求有误', en: 'The request cannot be read' },
  badInput: { zh: '输入有误', en: 'The input has faults' },
  notFound: { zh: '未找到', en: 'Not found' },
  refused: { zh: '现有状态不允许', en: 'The state of the case does not allow it' },
};

/** `zh` if the caller prefers Chinese to English, else `en`. Weights (`;q=`) count, order breaks ties. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const ranked = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((own) => /^\s*q=([\d.]+)$/.exec(own)?.[1]).find((own) => own !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  const first = ranked.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'));
  return first?.tag.startsWith('zh') ? 'zh' : 'en';
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults?: readonly { readonly field: string; readonly expected: string; readonly found: string; readonly message: string }[];
}

function documentOf(problem: Problem, language: Language): ProblemDocument {
  const { kind } = problem;
  const head = { type: `urn:gongze:problem:${kind}`, title: titles[kind][language], status: statusOf[kind] };
  if (kind === 'badInput') return { ...head, detail: problem.faults.map((fault) => fault.message[language]).join('\n') };
  if (kind !== 'badRequest') return { ...head, detail: problem.text[language] };
  const faults = problem.faults.map(({ field, expected, found, message }) => ({
    field,
    expected: expected[language],
    found,
    message: message[language],
  }));
  return { ...head, detail: problem.text[language], faults };
}

/** Answers with the problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = languageOf(request);
  const document = documentOf(problem, language);
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store')
    .send(`${JSON.stringify(document)}\n`);
}
