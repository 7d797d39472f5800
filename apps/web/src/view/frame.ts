import type { CaseReport } from '@gongze/domain/report/schema';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Engine } from '../engine/engine.ts';
import { formatDate } from '../text/dates.ts';
import type { CaseFrame } from './useCase.ts';

/** Governments' own names where the case does not name them; an organ without a name is called by its government. */
function nameOf(engine: Engine, end: CaseReport, id: string): { zh: string; en: string } {
  const named = end.actors[id] ?? engine.actors[id];
  if (named !== undefined) return named;
  if (id === engine.caseId) return engine.title;
  const government = engine.governments.find(({ code }) => code === id);
  if (government !== undefined) return government.name;
  const duty = end.obligations.find((one) => one.id === id) ?? end.topics.find((one) => one.topic === id);
  if (duty !== undefined) return duty.title;
  const signed = engine.facts.find((fact) => fact.type === 'agreementSigned' && fact.payload.agreement === id);
  if (signed?.type === 'agreementSigned') return signed.payload.title;
  const slash = id.indexOf('/');
  return slash > 0 ? nameOf(engine, end, id.slice(0, slash)) : { zh: id, en: id };
}

export function createFrame(engine: Engine, axis: { first: IsoDate; last: IsoDate }, end: CaseReport, lang: Language): CaseFrame {
  const names = new Map<string, string>();
  const actor = (id: string) => {
    let name = names.get(id);
    if (name === undefined) names.set(id, (name = nameOf(engine, end, id)[lang]));
    return name;
  };
  return {
    engine,
    lang,
    axis,
    end,
    text: (text) => text[lang],
    date: (iso) => formatDate(iso, lang),
    actor,
    actors: (ids) => [...new Set(ids.map(actor))].join(lang === 'zh' ? '、' : ', '),
  };
}
