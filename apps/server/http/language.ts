/** In which of the two languages the caller is answered. */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { FastifyRequest } from 'fastify';

/** Longer headers than any browser sends are not worth ranking. */
const LENGTH_MAX = 1000;

/** `zh` if the caller prefers Chinese to English, else `en`. Weights (`;q=`) count, order breaks ties. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const ranked = (request.headers['accept-language'] ?? '')
    .slice(0, LENGTH_MAX)
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
