import { describe, expect, test } from 'vitest';
import { tableFromCsv } from './matrix/csv.ts';
import { prepare } from './qca/data.ts';
import { qcaDocument } from './qca/document.ts';
import { truthTable } from './qca/truthTable.ts';
import { csvOf, replicationPackage, rScript } from './replication.ts';
import { fuzzy, raw } from './testing/lipset.ts';
import { accepted, callsOf, lastCall, tableAsked } from './testing/references.ts';

const sets = accepted(tableFromCsv(fuzzy));
const table = accepted(
  truthTable(accepted(prepare(sets, { outcome: '~SURV' })), {
    inclusionCut: 0.8,
    contradictionCut: 0.6,
    priCut: 0.5,
    casesMin: 2,
    exclude: [3, 7],
  }),
);

describe('the script', () => {
  test('read as R would, it asks for the same truth table of the same data', () => {
    const script = rScript(table, { solution: 'parsimonious' });
    const call = lastCall('truthTable', { id: 'own', data: [], code: script, output: undefined as never });
    const exclude = [...(call.named['exclude'] ?? '').matchAll(/\d+/g)].map(([row]) => Number(row));
    const again = tableAsked(accepted(tableFromCsv(csvOf(sets))), call, exclude);
    expect(again.settings).toEqual(table.settings);
    expect(again.rows).toEqual(table.rows);
    expect(accepted(qcaDocument(again, { solution: 'parsimonious' }))).toEqual(accepted(qcaDocument(table, { solution: 'parsimonious' })));
  });
  test.each([
    [{ solution: 'complex' }, 'minimize(tt, details = TRUE)'],
    [{ solution: 'parsimonious' }, 'minimize(tt, include = "?", details = TRUE)'],
    [{ solution: 'intermediate', expectations: 'DEV,~URB' }, 'minimize(tt, include = "?", dir.exp = "DEV,~URB", details = TRUE)'],
    [{ solution: 'complex', explain: ['1', 'C'], rowDominance: true }, 'minimize(tt, explain = "1, C", row.dom = TRUE, details = TRUE)'],
  ] as const)('%j', (options, call) => {
    expect(rScript(table, options)).toContain(call);
  });
  test('says how every set came about, and why', () => {
    const reason = { zh: '按文献', en: 'as published' };
    const records = [
      { column: 'DEV', set: 'rich "x"', calibration: { method: 'crisp', thresholds: [550, 850] }, reason, decidedOn: '2026-11-01' },
      {
        column: 'URB',
        set: 'URB',
        calibration: { method: 'logistic', exclusion: 25, crossover: 50, inclusion: 65, anchorMembership: 0.95 },
        reason,
        decidedOn: '2026-11-01',
      },
    ] as const;
    const script = rScript(table, { solution: 'complex' }, records);
    // Columns that are sets as they stand come along; the outcome too.
    expect(script).toContain('data[["IND"]] <- raw[["IND"]]');
    expect(script).toContain('data[["SURV"]] <- raw[["SURV"]]');
    expect(script).not.toContain('data[["URB"]] <- raw');
    expect(script).toContain('# as published (2026-11-01)');
    expect(script).toContain('data[["rich \\"x\\""]] <- calibrate(raw[["DEV"]], type = "crisp", thresholds = c(550, 850))');
    expect(callsOf('calibrate', script).map(({ named }) => named['thresholds'])).toEqual(['c(550, 850)', '"e=25, c=50, i=65"']);
    const files = replicationPackage({ sets, table, options: { solution: 'complex' }, raw: accepted(tableFromCsv(raw)), records });
    expect(files.map(({ name }) => name)).toEqual(['data.csv', 'raw.csv', 'settings.json', 'analysis.R']);
    expect(files.find(({ name }) => name === 'raw.csv')?.content).toBe(raw);
  });
});

test('a table survives being written and read', () => {
  const odd = { cases: ['a, b', 'c "d"'], columns: [{ name: 'x', values: [0.25, null] }] };
  expect(accepted(tableFromCsv(csvOf(odd)))).toEqual(odd);
});
