import { openCase } from '@gongze/domain/report/report';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { expect, it } from 'vitest';
import { generatedCase, generatedUntil } from './country.ts';
import { generatedNumberOf } from './id.ts';

const tree = gb2260();
const some = Array.from({ length: 300 }, (_, number) => generatedCase(number, tree));

it('makes the same case of the same number, and marks every fact as made up', () => {
  for (const one of some.slice(0, 20)) {
    const number = generatedNumberOf(one.caseId) as number;
    expect(generatedCase(number, tree)).toEqual(one);
    expect(one.title.zh).toContain('（生成）');
    expect(one.title.en).toContain('(generated)');
    for (const fact of one.facts) expect([fact.origin, fact.recordedBy.mode]).toEqual(['model', 'model']);
  }
});

it('takes parties that have a common superior, within and across provinces', () => {
  const superiors = new Set<string>();
  for (const { parties } of some) {
    expect(parties.length).toBeGreaterThanOrEqual(2);
    expect(new Set(parties).size).toBe(parties.length);
    superiors.add(tree.get(tree.nearestCommonSuperior(parties, generatedUntil) as never)?.tier ?? 'none');
  }
  expect([...superiors].sort()).toEqual(['centre', 'prefecture', 'province']);
});

it('tells stories that stick in different places, and some that do not', () => {
  const found = new Map<string, number>();
  let clear = 0;
  for (const { caseId, title, actors, facts } of some) {
    const open = openCase({
      caseId: caseId as CaseId,
      title,
      actors,
      edition: 'enriched',
      facts,
      parameters: standardParameters(),
      governments: tree,
    });
    const { findings } = open.reportAt(generatedUntil, { hypotheses: false });
    const active = findings.filter(({ status }) => status === 'active');
    if (active.length === 0) clear += 1;
    for (const { id } of active) found.set(id, (found.get(id) ?? 0) + 1);
  }
  for (const id of ['deliberationWithoutDecision', 'decisionWithoutAction', 'vagueAgreement', 'underIntervention', 'weakCoordinator'])
    expect(found.get(id) ?? 0, id).toBeGreaterThan(10);
  expect(clear).toBeGreaterThan(10);
});

it.each(['generated-', 'generated-1.5', 'generated--1', 'xixian', 'generated-12345678'])('knows that %s is no generated case', (id) => {
  expect(generatedNumberOf(id)).toBeUndefined();
});
