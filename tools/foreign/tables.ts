/**
 * Writes the replication package of a published table and the facts of a case, lets Python read them, and compares: with what the product
 * computed, and with what was published. Exit code 1 at the first that differs.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseData, factsCsv } from '@gongze/documents';
import { exampleSource } from '@gongze/documents/testing/example';
import { tableFromCsv } from '@gongze/studies/comparison/matrix/csv';
import { prepare } from '@gongze/studies/comparison/qca/data';
import { truthTable } from '@gongze/studies/comparison/qca/truthTable';
import { replicationPackage } from '@gongze/studies/comparison/replication';
import { fuzzy } from '@gongze/studies/comparison/testing/lipset';
import { accepted } from '@gongze/studies/comparison/testing/references';

interface Read {
  readonly table: readonly {
    readonly row: number;
    readonly n: number;
    readonly incl: number;
    readonly PRI: number;
    readonly cases: readonly string[];
  }[];
  readonly facts: {
    readonly rows: number;
    readonly facts: number;
    readonly same: boolean;
    readonly types: Readonly<Record<string, number>>;
  };
}

/** Inclusion and PRI of the rows with cases, as the R package QCA (A. Dusa; 3.25.1) prints them for these data. */
const published: Readonly<Record<number, readonly [number, number, number]>> = {
  1: [3, 0.216, 0],
  2: [2, 0.278, 0],
  5: [2, 0.521, 0.113],
  6: [1, 0.529, 0.228],
  22: [2, 0.804, 0.719],
  23: [1, 0.378, 0.04],
  24: [2, 0.709, 0.634],
  31: [1, 0.445, 0.05],
  32: [4, 0.904, 0.886],
};

const folder = mkdtempSync(join(tmpdir(), 'gongze-foreign-tables-'));
const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
const near = (found: number, wanted: number | null, within: number, what: string): void =>
  assert(wanted !== null && Math.abs(found - wanted) <= within, `${what}: ${found} where ${wanted} was told`);

/** What Python makes of the package of this outcome. */
function readBack(outcome: string): Read {
  const sets = accepted(tableFromCsv(fuzzy));
  const table = accepted(truthTable(accepted(prepare(sets, { outcome })), { inclusionCut: 0.8 }));
  for (const { name, content } of replicationPackage({ sets, table, options: { solution: 'complex' } })) put(name, content);
  const read = JSON.parse(execFileSync('python3', ['tools/foreign/tables.py', folder], { encoding: 'utf8' })) as Read;
  const rows = table.rows.filter(({ n }) => n > 0);
  assert.deepEqual(
    read.table.map(({ row, n, cases }) => ({ row, n, cases })),
    rows.map(({ row, n, cases }) => ({ row, n, cases })),
  );
  for (const [at, row] of rows.entries()) {
    near(read.table[at]?.incl ?? Number.NaN, row.incl, 1e-12, `${outcome}, row ${row.row}, inclusion`);
    near(read.table[at]?.PRI ?? Number.NaN, row.PRI, 1e-12, `${outcome}, row ${row.row}, PRI`);
  }
  return read;
}

try {
  const source = exampleSource();
  put('facts.csv', factsCsv(source, 'zh'));
  put('facts.json', JSON.stringify(caseData(source)));
  readBack('~SURV');
  const { table, facts } = readBack('SURV');
  assert.deepEqual(
    table.map(({ row }) => row),
    Object.keys(published).map(Number),
  );
  for (const { row, n, incl, PRI } of table) {
    const [cases, inclusion, pri] = published[row] ?? [];
    assert.equal(n, cases);
    near(incl, inclusion ?? null, 0.0005, `published inclusion of row ${row}`);
    near(PRI, pri ?? null, 0.0005, `published PRI of row ${row}`);
  }
  const types: Record<string, number> = {};
  for (const { type } of source.facts) types[type] = (types[type] ?? 0) + 1;
  assert.deepEqual(facts, { rows: source.facts.length, facts: source.facts.length, same: true, types });
  console.log(
    `tables: Python reads ${table.length} rows of the truth table as computed and as published, and ${facts.rows} facts of a case`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
