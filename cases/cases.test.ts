import { describe, expect, it } from 'vitest';
import { resolveHistory } from '../domain/cases/corrections.ts';
import { fold } from '../domain/cases/fold.ts';
import { countUpTo, inFoldOrder } from '../domain/cases/order.ts';
import type { Fact } from '../domain/events/catalogue.ts';
import { type IsoDate, isoDateOf } from '../domain/vocabulary/dates.ts';
import type { ObligationId } from '../domain/vocabulary/ids.ts';
import { articleKnownFrom, parseCaseFile } from './edition.ts';
import { caseIds, editionFacts, editions, loadCase, type ShippedCaseId } from './index.ts';

/** Publishers' own hosts. Re-hosts are cited by publisher and date, never linked. */
const hosts = new Set([
  'app.bjtitle.com',
  'app.www.gov.cn',
  'big5.cri.cn',
  'big5.www.gov.cn',
  'china.caixin.com',
  'epaper.pdsxww.com',
  'fxxc.xixianxinqu.gov.cn',
  'internal.dbw.cn',
  'm.yybnet.net',
  'news.cri.cn',
  'news.hsw.cn',
  'news.sina.com.cn',
  'paper.ce.cn',
  'politics.people.com.cn',
  'qhxc.xixianxinqu.gov.cn',
  'sthj.tj.gov.cn',
  'sxjt.rmjtxw.com',
  'www.hjkx.ac.cn',
  'www.mee.gov.cn',
  'xt.hebei.com.cn',
  'zh.wikipedia.org',
  '3g.china.com',
]);

const counts = { jingjinji: { paper: 67, enriched: 184 }, xixian: { paper: 16, enriched: 71 } };

function stateOf(facts: readonly Fact[], asOf = isoDateOf('2026-11-01'), knownOn?: IsoDate) {
  const { facts: resolved, traces, unmatched } = resolveHistory(facts, knownOn);
  const ordered = inFoldOrder(resolved);
  return { state: fold(ordered[0]?.streamId ?? ('none' as Fact['streamId']), ordered, countUpTo(ordered, asOf)), traces, unmatched };
}

const actorPattern = /^(?:body:[A-Za-z0-9._-]+|\d{6}(?:\/[a-z]+)?|6100XX01(?:\/[a-z]+)?)$/;
const actorKeys = new Set([
  'parties',
  'party',
  'members',
  'host',
  'over',
  'liable',
  'lead',
  'cooperating',
  'acceptedBy',
  'by',
  'targets',
  'tier',
  'subject',
  'subjects',
  'actors',
  'actor',
  'issuers',
  'scope',
  'from',
  'among',
  'objects',
  'witnesses',
  'body',
  'beneficiaries',
]);

function actorsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return actorKeys.has(key) && actorPattern.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => actorsIn(item, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => actorsIn(inner, name));
}

describe.each(caseIds.map((id) => ({ id })))('shipped case $id', ({ id }: { id: ShippedCaseId }) => {
  const file = loadCase(id);

  it('is valid, numbered from 1 without gaps, with ids of its own', () => {
    expect(file.case).toBe(id);
    expect(file.facts.map((fact) => fact.version)).toEqual(file.facts.map((_, i) => i + 1));
    expect(new Set(file.facts.map((fact) => fact.id)).size).toBe(file.facts.length);
    for (const fact of file.facts) {
      expect(fact.streamId).toBe(id);
      expect(fact.id.startsWith(`${id}-`)).toBe(true);
      expect(fact.idempotencyKey).toBe(fact.id);
    }
  });

  it('names a source for every fact and links publishers only', () => {
    for (const fact of file.facts) {
      expect(fact.sources.length, fact.id).toBeGreaterThan(0);
      const sources = [...fact.sources, ...(fact.type === 'factCorrected' ? (fact.payload.replacement.sources ?? []) : [])];
      for (const { url, seenAs } of sources) {
        if (url === undefined) continue;
        expect(hosts, `${fact.id}: ${url}`).toContain(new URL(url).host);
        expect(seenAs).not.toBe('repost');
      }
      expect(fact.verification, fact.id).not.toBe('unverified');
    }
  });

  it('names every actor', () => {
    const unnamed = new Set(file.facts.flatMap((fact) => actorsIn(fact.payload)).filter((actor) => !(actor in file.actors)));
    expect([...unnamed]).toEqual([]);
  });

  it('has the expected number of facts', () => {
    expect(Object.fromEntries(editions.map((edition) => [edition, editionFacts(file, edition).length]))).toEqual(counts[id]);
  });

  it('replays both editions without a fact that refers to nothing', () => {
    for (const edition of editions) {
      const { state, unmatched } = stateOf(editionFacts(file, edition));
      expect(unmatched).toEqual([]);
      expect(state.unmatched).toEqual([]);
    }
  });

  it('can be seen as known on any day', () => {
    for (const knownOn of new Set(file.facts.map((fact) => fact.knownFrom))) {
      const { state, unmatched } = stateOf(file.facts, isoDateOf('2026-11-01'), knownOn);
      expect({ knownOn, unmatched, inFold: state.unmatched }).toEqual({ knownOn, unmatched: [], inFold: [] });
    }
  });

  it('keeps to the article in the paper edition', () => {
    for (const fact of editionFacts(file, 'paper')) {
      expect(
        fact.sources.every((source) => source.kind === 'article'),
        fact.id,
      ).toBe(true);
      expect(fact.knownFrom).toBe(articleKnownFrom);
      expect(fact.occurred.precision).not.toBe('unknown');
      expect(['factCorrected', 'factRetracted']).not.toContain(fact.type);
    }
  });

  it('shows every correction', () => {
    const { traces } = stateOf(file.facts);
    const corrections = file.facts.filter((fact) => fact.type === 'factCorrected' || fact.type === 'factRetracted');
    expect(traces.map((trace) => trace.by).sort()).toEqual(corrections.map((fact) => fact.id).sort());
  });
});

describe('Beijing–Tianjin–Hebei', () => {
  const { facts } = loadCase('jingjinji');

  it('has no direct act of the superior before the Action Plan', () => {
    const { state } = stateOf(facts);
    const direct = [...state.instruments.values()]
      .filter(({ terms }) => terms.direct)
      .map(({ applied }) => applied.on)
      .sort();
    expect(direct[0]).toBe('2013-09-10');
    expect(state.obligations.get('air-region' as ObligationId)?.created).toMatchObject({ id: 'jingjinji-009', on: '2013-09-10' });
  });

  it('judges Beijing by two yardsticks', () => {
    const { state } = stateOf(facts);
    const yardsticks = state.obligations.get('air-beijing' as ObligationId)?.terms.yardsticks ?? [];
    expect(yardsticks.map(({ yardstick, baseline, path }) => [yardstick, baseline?.value, path?.length]).sort()).toEqual([
      ['level-60', 89.5, 4],
      ['minus-25', 89.5, 4],
    ]);
    const paper = stateOf(editionFacts(loadCase('jingjinji'), 'paper')).state.obligations.get('air-beijing' as ObligationId)?.terms
      .yardsticks;
    expect(paper?.map(({ yardstick, baseline, path }) => [yardstick, baseline, path])).toEqual([['level-60', undefined, undefined]]);
  });

  it('reads 80.6 for 2015, once it was published', () => {
    const read = (knownOn: string) =>
      stateOf(facts, isoDateOf('2015-12-31'), isoDateOf(knownOn))
        .state.readings.get('pm25|110000')
        ?.find(({ period }) => period.last === '2015-12-31');
    expect(read('2015-12-31')).toBeUndefined();
    expect(read('2016-12-31')).toMatchObject({ value: 80.6, ref: { id: 'jingjinji-021' } });
  });

  it('closes one channel entry at the abolition', () => {
    const { state } = stateOf(facts);
    const ended = [...state.instruments.values()].filter(({ ended }) => ended?.on === '2023-09-24');
    expect(ended.map(({ instrument }) => instrument)).toEqual(['leading-group']);
  });

  it('gives the leading group its powers only by the official notice', () => {
    const group = (edition: 'paper' | 'enriched') =>
      [...stateOf(editionFacts(loadCase('jingjinji'), edition), isoDateOf('2019-01-01')).state.bodies.values()].find(
        ({ body }) => body === 'body:collaboration-group',
      );
    expect(group('enriched')?.powers).toContain('supervise');
    expect(group('paper')?.powers).not.toContain('supervise');
  });
});

describe('Xi’an–Xianyang', () => {
  const { facts } = loadCase('xixian');

  it('owes the metro by two readings and meets it in 2023', () => {
    const metro = stateOf(facts).state.obligations.get('metro-line-1' as ObligationId);
    expect(metro?.terms.deadline?.readings.map(({ dueOn }) => dueOn)).toEqual(['2009-12-31', '2010-12-31']);
    expect(metro?.fulfilled?.on).toBe('2023-09-21');
    expect(metro?.selfReports.at(-1)?.completion).toBe('limited');
  });

  it('keeps undated statements as standing evidence', () => {
    const judgement = stateOf(facts, isoDateOf('2012-01-31')).state.judgements.find(({ payload }) => payload.dilemma === 'partialSuperior');
    expect(judgement?.ref).toMatchObject({ id: 'xixian-040', dated: false });
  });

  it('knows no assessment and no inspection', () => {
    const channels = new Set([...stateOf(facts).state.instruments.values()].map(({ terms }) => terms.channel));
    expect(channels).not.toContain('assessment');
    expect(channels).not.toContain('inspection');
  });
});

describe('case files that are not valid', () => {
  it('are refused with the place of every fault', () => {
    expect(() =>
      parseCaseFile({ format: 'gongze-case/1', case: 'x', title: { zh: '甲', en: 'a' }, actors: {}, facts: [{ type: 'noSuchEvent' }] }),
    ).toThrow(/no event type/);
  });
});
