/** The published JSON Schema: up to date, and satisfied by every report in the eyes of a foreign validator. */
import { readFileSync } from 'node:fs';
import { caseReportJsonSchema, openCase } from '@gongze/domain/report/report';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { caseIds, editionFacts, loadCase } from './index.ts';

const published = JSON.parse(readFileSync(new URL('../docs/schema/case-report.schema.json', import.meta.url), 'utf8')) as object;

test('docs/schema/case-report.schema.json is what the code says (write it anew with `gongze schema`)', () => {
  expect(JSON.parse(JSON.stringify(caseReportJsonSchema()))).toEqual(published);
});

test('reports of both cases, in both editions, satisfy it in the eyes of Ajv', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(published);
  for (const id of caseIds) {
    const file = loadCase(id);
    for (const edition of ['paper', 'enriched'] as const) {
      const open = openCase({
        caseId: id as string as CaseId,
        title: file.title,
        actors: file.actors,
        edition,
        facts: editionFacts(file, edition),
        parameters: standardParameters(),
        governments: gb2260(),
      });
      for (const date of ['1999-12-31', '2004-12-31', '2012-01-31', '2016-07-31', '2018-12-31', '2026-11-23']) {
        validate(JSON.parse(JSON.stringify(open.reportAt(isoDateOf(date)))));
        expect(validate.errors ?? [], `${id} ${edition} ${date}`).toEqual([]);
      }
    }
  }
});
