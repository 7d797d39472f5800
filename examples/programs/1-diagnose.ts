/** A shipped case on a day: where it is stuck, since when, and which rule says so. `node examples/programs/1-diagnose.ts` */
import { editionFacts, loadCase } from '@gongze/cases';
import { openCase } from '@gongze/domain/report/report';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';

const file = loadCase('xixian');
const open = openCase({
  caseId: file.case as CaseId,
  title: file.title,
  actors: file.actors,
  edition: 'enriched',
  facts: editionFacts(file, 'enriched'),
  parameters: standardParameters(),
  governments: gb2260(),
});
const report = open.reportAt(isoDateOf('2012-01-31'));
console.log(report.sentence.en);
for (const { name, since, explanation } of report.findings.filter(({ status }) => status === 'active'))
  console.log(`- ${name.en}, since ${since ?? 'an unknown day'}: ${explanation.en}`);
