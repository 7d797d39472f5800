/** A case for tests of documents, from facts. */
import { openCase, type OpenCase } from '@gongze/domain/report/report';
import type { Fact } from '@gongze/domain/events/catalogue';
import { smallTree } from '@gongze/domain/testing/situations';
import { testCaseId } from '@gongze/domain/testing/facts';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { type Parameters, parametersWith } from '@gongze/domain/vocabulary/parameters';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type CaseSource, caseSource } from '../source.ts';

export interface SourceOptions {
  readonly actors?: Readonly<Record<string, Bilingual>>;
  readonly governments?: GovernmentTree;
  readonly title?: Bilingual;
}

export function openedWith(facts: readonly Fact[], { actors = {}, governments = smallTree, title }: SourceOptions = {}): OpenCase {
  return openCase({
    caseId: testCaseId,
    title: title ?? { zh: '测试案例', en: 'Test case' },
    actors,
    edition: 'enriched',
    facts,
    parameters: parametersWith({}) as Parameters,
    governments,
  });
}

export function sourceWith(asOf: string, facts: readonly Fact[], options: SourceOptions = {}): CaseSource {
  return caseSource(openedWith(facts, options), isoDateOf(asOf));
}
