/** Feeds of what was recorded: of all cases that the reader may see, and of one. Whoever has no account gets what was published. */
import { createHash } from 'node:crypto';
import type { Application } from '@gongze/application';
import { titleOfFact } from '@gongze/application/explain';
import type { Caller } from '@gongze/application/permissions/caller';
import { type FeedEntry, type FeedHead, writeAtom } from '@gongze/documents';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { languageOf } from '../http/language.ts';
import { sendProblem } from '../http/problems.ts';
import { isKnown } from '../http/tags.ts';
import { caseParams } from '../schemas.ts';
import { offering, type Routes } from './routes.ts';

const ENTRIES_MAX = 50;
/** Cases that the feed of all of them looks through. */
const CASES_MAX = 200;

const texts = {
  all: { zh: '共责：各案例的新记录', en: 'Gongze: what was recorded' },
  subtitle: { zh: '公开案例中新记录的事实，每条注明来源', en: 'Facts newly recorded in published cases, each with its source' },
  rights: {
    zh: '每条事实注明来源，来源文件的权利归其发布者；随附案例的编码以 Apache-2.0 许可发布。',
    en: 'Every fact names its source; the rights in the source documents stay with their publishers. The coding of the shipped cases is licensed under Apache-2.0.',
  },
  noSource: { zh: '未注明来源', en: 'no source given' },
} as const;

const feedQuery = z.object({ lang: z.enum(['zh', 'en']).optional().describe('Default: by Accept-Language.') });

function entryOf(fact: Fact, caseId: string, caseTitle: Bilingual, lang: Language): FeedEntry {
  const { first, last } = fact.occurred;
  const sources = fact.sources.map((source) => [source.publisher, source.title].flatMap((text) => text?.[lang] ?? []).join(' · '));
  const when = first === last ? first : `${first}–${last}`;
  return {
    caseId,
    factId: fact.id,
    type: fact.type,
    title: titleOfFact(fact)?.[lang] ?? fact.type,
    summary: `${caseTitle[lang]} · ${when} · ${sources.length > 0 ? sources.join(lang === 'zh' ? '；' : '; ') : texts.noSource[lang]}`,
    updated: fact.recordedAt,
    href: `/case/${encodeURIComponent(caseId)}?${new URLSearchParams({ lang, tab: 'facts', sel: `fact:${fact.id}` })}`,
  };
}

/** The newest facts of a case that the caller may see. */
async function newest(application: Application, caseId: string, title: Bilingual, lang: Language, caller: Caller) {
  const answer = await application.events({ caseId, limit: Number.MAX_SAFE_INTEGER, caller });
  if (!answer.ok) return answer;
  const entries = answer.value.events.slice(-ENTRIES_MAX).reverse();
  return { ok: true, value: entries.map((fact) => entryOf(fact, caseId, title, lang)) } as const;
}

function send(request: FastifyRequest, reply: FastifyReply, head: FeedHead, entries: readonly FeedEntry[]): FastifyReply {
  const text = writeAtom(head, entries);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding, accept-language, cookie');
  if (isKnown(request, tag)) return reply.code(304).send();
  return reply.header('content-type', 'application/atom+xml; charset=utf-8').send(text);
}

export function registerFeeds(server: Routes, application: Application): void {
  server.get(
    '/api/feed',
    { schema: offering('readFeed', 'The newest facts of all cases that you may see, as an Atom feed', { querystring: feedQuery }) },
    async (request, reply) => {
      const { lang = languageOf(request) } = request.query;
      const page = await application.listCases({ limit: CASES_MAX, caller: request.caller });
      if (!page.ok) return sendProblem(request, reply, page.problem);
      const entries: FeedEntry[] = [];
      for (const one of page.value.cases) {
        const own = await newest(application, one.case, one.title, lang, request.caller);
        if (own.ok) entries.push(...own.value);
      }
      entries.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
      const head = {
        key: 'all',
        title: texts.all[lang],
        subtitle: texts.subtitle[lang],
        rights: texts.rights[lang],
        lang,
        self: `/api/feed?lang=${lang}`,
        page: `/open-data?lang=${lang}`,
      };
      return send(request, reply, head, entries.slice(0, ENTRIES_MAX));
    },
  );
  server.get(
    '/api/cases/:caseId/feed',
    { schema: offering('readCaseFeed', 'The newest facts of a case, as an Atom feed', { params: caseParams, querystring: feedQuery }) },
    async (request, reply) => {
      const { lang = languageOf(request) } = request.query;
      const { caseId } = request.params;
      const known = await application.caseHead({ caseId, caller: request.caller });
      if (!known.ok) return sendProblem(request, reply, known.problem);
      const { title } = known.value;
      const own = await newest(application, caseId, title, lang, request.caller);
      if (!own.ok) return sendProblem(request, reply, own.problem);
      const at = `${encodeURIComponent(caseId)}`;
      const head = {
        key: `case\n${caseId}`,
        title: title[lang],
        subtitle: texts.subtitle[lang],
        rights: texts.rights[lang],
        lang,
        self: `/api/cases/${at}/feed?lang=${lang}`,
        page: `/case/${at}?lang=${lang}`,
      };
      return send(request, reply, head, own.value);
    },
  );
}
