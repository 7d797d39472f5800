/** How the report carries the tables of a case: as they were adopted, with the convention that somebody chose, or without. */
import { loadCase } from '@gongze/cases';
import { expect, test } from 'vitest';
import { inFoldOrder } from '../cases/order.ts';
import { resolveHistory } from '../cases/corrections.ts';
import { fold } from '../cases/fold.ts';
import { situationOf } from '../stages/situation.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import { gb2260 } from '../vocabulary/governments/gb2260.ts';
import { standardParameters } from '../vocabulary/parameters.ts';
import { tablesReport } from './ruleTables.ts';

const shipped = loadCase('jingjinji');
const { facts } = resolveHistory(shipped.facts);
const situation = situationOf({
  state: fold(shipped.case, inFoldOrder(facts)),
  asOf: isoDateOf('2018-12-31'),
  parameters: standardParameters(),
  governments: gb2260(),
  actors: {},
});

test('a table is reported with kind, authors and evidence of its fact, and with the convention of its points if it names one', () => {
  const adopted = facts.flatMap((fact) => (fact.type === 'ruleAdopted' && fact.payload.table !== undefined ? [fact] : []));
  expect(adopted.length).toBeGreaterThan(1);
  const reported = tablesReport(situation).ruleTables;
  expect(reported).toHaveLength(adopted.length);
  for (const { id, payload } of adopted) {
    const { table } = payload;
    expect(reported.find(({ rule }) => rule === payload.rule)).toMatchObject({
      title: payload.title,
      kind: table?.kind,
      evidence: [id],
      convention: table?.kind === 'assessment' && table.pointsConvention !== undefined ? table.pointsConvention : null,
    });
  }
  expect(reported.filter(({ convention }) => convention !== null)).toHaveLength(1);
});
