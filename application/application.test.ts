import { caseIds, editionFacts, loadCase } from '@gongze/cases';
import { caseReportSchema } from '@gongze/domain/report/schema';
import { governmentTree } from '@gongze/domain/vocabulary/governments/build';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answers.ts';
import { type Application, createApplication } from './application.ts';
import { memoryStore } from './ledger/memory-store.ts';
import type { Store } from './ports.ts';
import { serialise } from './serialise.ts';
import type { History } from './validation/read.ts';

const clock = { today: () => isoDateOf('2026-11-23'), now: () => '2026-11-23T00:00:00Z' };
const governments = gb2260();

function shipped(id: (typeof caseIds)[number]): History {
  const { case: caseId, title, actors, facts } = loadCase(id);
  return { caseId, title, actors: actors as History['actors'], facts };
}

function applicationOver(store: Store): Application {
  const file = { ...loadCase('xixian'), facts: [] };
  return createApplication({
    store,
    clock,
    governments,
    selectEdition: (facts, edition) => editionFacts({ ...file, facts }, edition),
  });
}

function valueIn<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

let application: Application;
beforeAll(async () => {
  application = applicationOver(memoryStore());
  for (const id of caseIds) valueIn(await application.importHistory(shipped(id)));
});

describe('reports', () => {
  it('lists the cases with their editions', async () => {
    expect(await application.listCases()).toMatchObject({
      ok: true,
      value: {
        cases: [
          { case: 'jingjinji', editions: ['paper', 'enriched'] },
          { case: 'xixian', editions: ['paper', 'enriched'] },
        ],
      },
    });
  });
  it.each(caseIds)('%s: a report is valid by its schema, in both editions, today by default', async (caseId) => {
    for (const edition of ['paper', 'enriched']) {
      const report = valueIn(await application.caseReport({ caseId, edition }));
      expect(caseReportSchema.safeParse(report).error).toBeUndefined();
      expect(report).toMatchObject({ case: caseId, edition, asOf: '2026-11-23', knownOn: null });
    }
  });
  it('a partial date means its last day', async () => {
    const report = valueIn(await application.caseReport({ caseId: 'xixian', asOf: '2012-02', knownOn: '2024' }));
    expect(report).toMatchObject({ asOf: '2012-02-29', knownOn: '2024-12-31' });
  });
  it('is the same whether the history was opened before or not', async () => {
    const request = { caseId: 'jingjinji', asOf: '2016-07-31' };
    const fresh = applicationOver(memoryStore());
    await fresh.importHistory(shipped('jingjinji'));
    await application.caseReport({ ...request, asOf: '2023-01-01' });
    const texts = [await application.caseReport(request), await application.caseReport(request), await fresh.caseReport(request)];
    expect(new Set(texts.map((answer) => serialise(valueIn(answer)))).size).toBe(1);
  });
  it('overridden thresholds change the hash and are named', async () => {
    const plain = valueIn(await application.caseReport({ caseId: 'xixian' }));
    const other = valueIn(await application.caseReport({ caseId: 'xixian', parameters: { 'decisionWithoutAction.graceDays': 31 } }));
    expect(other.parameters.hash).not.toBe(plain.parameters.hash);
    expect(other.parameters.overridden).toEqual(['decisionWithoutAction.graceDays']);
  });
  it('tells every fault of a request', async () => {
    const answer = await application.caseReport({
      caseId: 'xixian',
      edition: 'gold',
      asOf: '2023-02-30',
      knownOn: 'x',
      parameters: { 'decisionWithoutAction.graceDay': 1, 'freeRiding.windowMonths': '2', 'vagueAgreement.scoreMin': 3 },
    });
    expect(!answer.ok && answer.problem.kind === 'badRequest' && answer.problem.faults.map((fault) => fault.field)).toEqual([
      'edition',
      'asOf',
      'knownOn',
      'decisionWithoutAction.graceDay',
      'freeRiding.windowMonths',
      'vagueAgreement.scoreMin',
    ]);
    expect(JSON.stringify(answer)).toContain('did you mean decisionWithoutAction.graceDays?');
  });
  it('an unknown case is not found, and which others there are is not told', async () => {
    const answer = await application.caseReport({ caseId: 'nowhere' });
    expect(answer).toMatchObject({
      ok: false,
      problem: { kind: 'notFound', text: { en: 'There is no case nowhere, or it is not open to you.' } },
    });
  });
});

describe('who may intervene', () => {
  it.each([
    ['610000', 'addInstruments'],
    ['000000', 'notYet'],
    ['130000', 'no'],
    ['610100', 'no'],
  ])('西咸 2012-01-31: %s %s', async (tier, may) => {
    const answer = valueIn(await application.mayIntervene({ caseId: 'xixian', asOf: '2012-01-31', tier }));
    expect(answer).toMatchObject({ case: 'xixian', tier, may, asOf: '2012-01-31' });
    expect(answer.reasons.length).toBeGreaterThan(0);
  });
  it('a government that is not in the tree is not found', async () => {
    expect(await application.mayIntervene({ caseId: 'xixian', tier: '999999' })).toMatchObject({
      ok: false,
      problem: { kind: 'notFound' },
    });
  });
});

describe('why', () => {
  const asOf = '2011-01-31';
  it('gives rule, thresholds, facts with sources, and what would change it', async () => {
    const explanation = valueIn(await application.explainFinding({ caseId: 'xixian', asOf, finding: 'decisionWithoutAction' }));
    expect(explanation.rule).toMatchObject({ id: 'decisionWithoutAction', verdict: 'found' });
    expect(explanation.thresholds.map(({ parameter }) => parameter)).toContain('decisionWithoutAction.graceDays');
    expect(explanation.results[0]).toMatchObject({ key: 'decisionWithoutAction:case', status: 'active' });
    expect(explanation.results[0]?.facts.every(({ sources }) => sources.length > 0)).toBe(true);
    expect(explanation.results[0]?.changes.length).toBeGreaterThan(0);
  });
  it('what it says would change the result does', async () => {
    const request = { caseId: 'xixian', asOf };
    const explanation = valueIn(await application.explainFinding({ ...request, finding: 'decisionWithoutAction' }));
    const changes = explanation.results[0]?.changes.filter((change) => change.kind === 'threshold') ?? [];
    expect(changes.length).toBeGreaterThan(0);
    for (const { parameter, value, result } of changes) {
      const at = async (moved: number): Promise<string> => {
        const report = valueIn(await application.caseReport({ ...request, parameters: { [parameter]: moved } }));
        return report.findings.find(({ key }) => key === 'decisionWithoutAction:case')?.status ?? 'absent';
      };
      expect(await at(value)).toBe(result);
    }
  });
  it('explains one finding by its key, and a rule that found nothing', async () => {
    const one = valueIn(await application.explainFinding({ caseId: 'xixian', asOf, finding: 'decisionWithoutAction:case' }));
    expect(one.results.map(({ key }) => key)).toEqual(['decisionWithoutAction:case']);
    const none = valueIn(await application.explainFinding({ caseId: 'xixian', asOf, finding: 'freeRiding' }));
    expect(none.results).toMatchObject([{ key: 'freeRiding', status: none.rule.verdict, severity: null }]);
  });
  it('what is no finding is not found, and the rules are told', async () => {
    const answer = await application.explainFinding({ caseId: 'xixian', asOf, finding: 'bad' });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'notFound', text: { zh: expect.stringContaining('vagueAgreement') } } });
  });
});

describe('facts for the page', () => {
  it.each(caseIds)('%s: folding them in the page gives the same report', async (caseId) => {
    const { openCase } = await import('@gongze/domain/report/report');
    const { standardParameters } = await import('@gongze/domain/vocabulary/parameters');
    for (const edition of ['paper', 'enriched']) {
      const served = JSON.parse(serialise(valueIn(await application.factsForBrowser({ caseId, edition }))));
      const tree = governmentTree({ id: 'served', vintage: '', governments: served.governments });
      const open = openCase({ ...served, caseId, parameters: standardParameters(), governments: tree });
      for (const asOf of ['2005-06-30', '2012-01-31', '2016-07-31', '2024-12-31']) {
        const report = valueIn(await application.caseReport({ caseId, edition, asOf }));
        expect(serialise(open.reportAt(isoDateOf(asOf)))).toBe(serialise(report));
      }
      expect(JSON.stringify(served)).not.toContain('payloadSalt');
      expect(served.size).toBe(loadCase(caseId).facts.length);
    }
  });
});

describe('import', () => {
  it('again changes nothing', async () => {
    expect(valueIn(await application.importHistory(shipped('xixian')))).toMatchObject({
      appended: 0,
      unchanged: loadCase('xixian').facts.length,
    });
  });
  it('appends what is new behind what is there, and renames', async () => {
    const fresh = applicationOver(memoryStore());
    const history = shipped('xixian');
    const part = { ...history, facts: history.facts.filter((_, index) => index % 2 === 0) };
    const first = valueIn(await fresh.importHistory(part));
    const second = valueIn(await fresh.importHistory({ ...history, title: { zh: '新', en: 'New' } }));
    expect(first.appended + second.appended).toBe(history.facts.length);
    expect(second).toMatchObject({ size: history.facts.length, unchanged: part.facts.length });
    expect(await fresh.listCases()).toMatchObject({ ok: true, value: { cases: [{ title: { en: 'New' } }] } });
  });
  it('refuses what differs from what is there, names it, and takes nothing of it', async () => {
    const fresh = applicationOver(memoryStore());
    const history = shipped('xixian');
    const short = { ...history, facts: history.facts.slice(0, 5) };
    valueIn(await fresh.importHistory(short));
    const [first, ...rest] = history.facts;
    const changed = { ...history, facts: [{ ...first, verification: 'derived' } as (typeof history.facts)[number], ...rest] };
    expect(await fresh.importHistory(changed)).toMatchObject({ ok: false, problem: { kind: 'refused', facts: [first?.id] } });
    expect(await fresh.listCases()).toMatchObject({ ok: true, value: { cases: [{ size: 5 }] } });
  });

  it('turns what was improved in a shipped history into corrections, once, and back again', async () => {
    const store = memoryStore();
    const fresh = applicationOver(store);
    const history = shipped('xixian');
    const asWas = valueIn(await fresh.importHistory(history));
    const at = history.facts.findIndex((fact) => fact.type === 'obligationFulfilled');
    const verification = history.facts[at]?.verification === 'derived' ? 'unverified' : 'derived';
    const improved = { ...history, facts: history.facts.map((fact, i) => (i === at ? ({ ...fact, verification } as typeof fact) : fact)) };
    const says = async () => (await fresh.caseReport({ caseId: 'xixian', asOf: '2026-11-23' })) as { value: { corrections: unknown[] } };
    const before = (await says()).value.corrections.length;
    expect(valueIn(await fresh.importHistory(improved, { changes: 'correct' }))).toMatchObject({ appended: 1, size: asWas.size + 1 });
    expect(valueIn(await fresh.importHistory(improved, { changes: 'correct' }))).toMatchObject({ appended: 0, size: asWas.size + 1 });
    expect((await says()).value.corrections.length).toBe(before + 1);
    expect(valueIn(await fresh.importHistory(history, { changes: 'correct' }))).toMatchObject({ appended: 1, size: asWas.size + 2 });
    expect(valueIn(await fresh.importHistory(history, { changes: 'correct' }))).toMatchObject({ appended: 0 });
    const stored = await store.readCase('xixian' as never);
    expect(stored?.facts.slice(0, asWas.size).map((fact) => fact.id)).toEqual(history.facts.map((fact) => fact.id));
  });
  it('refuses simulated facts', async () => {
    const history = shipped('xixian');
    const simulated = { ...history, facts: history.facts.map((fact) => ({ ...fact, origin: 'model' as const })) };
    expect(await applicationOver(memoryStore()).importHistory(simulated)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  });
  it('tries again where somebody else wrote in between', async () => {
    const store = memoryStore();
    const history = shipped('xixian');
    let interrupted = false;
    const busy: Store = {
      ...store,
      append: async (caseId, expected, facts) => {
        if (!interrupted) {
          interrupted = true;
          await store.append(caseId, expected, facts.slice(0, 3));
        }
        return store.append(caseId, expected, facts);
      },
    };
    expect(valueIn(await applicationOver(busy).importHistory(history)).size).toBe(history.facts.length);
  });
});

describe('version of an answer', () => {
  it('changes with size, edition, dates and thresholds, and with nothing else', async () => {
    const versions = await Promise.all(
      [
        {},
        { edition: 'paper' },
        { asOf: '2012' },
        { knownOn: '2012' },
        { parameters: { 'advice.deficientBelow': 0.4 } },
        {},
        { edition: 'enriched' },
      ].map(async (more) => valueIn(await application.versionOf({ caseId: 'xixian', ...more }))),
    );
    expect(new Set(versions).size).toBe(5);
    expect(versions[5]).toBe(versions[0]);
    expect(versions[6]).toBe(versions[0]);
  });
});
