/** The shipped cases as reports, for tests of what the model makes of them. */
import { openCase } from '@gongze/domain/report/report';
import type { CaseReport } from '@gongze/domain/report/schema';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { loadCase } from '../../cases/index.ts';

export function reportsOf(id: 'jingjinji' | 'xixian'): (on: string) => CaseReport {
  const { case: caseId, title, actors, facts } = loadCase(id);
  const open = openCase({
    caseId: caseId as CaseId,
    title,
    actors,
    edition: 'enriched',
    facts,
    parameters: standardParameters(),
    governments: gb2260(),
  });
  return (on) => open.reportAt(isoDateOf(on), { hypotheses: false });
}
