/**
 * What minimising costs: all models of truth tables from 8 to 16 conditions, the least size alone, and an intermediate solution.
 *
 * The tables are those that R was timed on where GONGZE_REFERENCE names the folder that holds them, else tables of the same sizes
 * drawn with a printed seed. Beside each stands what R's QCA took for the same size (CPU seconds of QCA 3.23 and 3.25.1 on R 4.2.2,
 * the faster of the two; "> x" where it was stopped). `--small` leaves out tables of more than 12 conditions.
 *
 * Gates (exit code 1), each a ratio to R's seconds so that a slow machine is not a slow program, and a bound in processor seconds:
 * rule tables 0.1 s, random tables of up to 12 conditions and 40 rows 1 s, least size 5 s, intermediate with 8 conditions 0.1 s.
 */
import { cpus } from 'node:os';
import { tableFromCsv } from '@gongze/studies/comparison/matrix/csv';
import type { CaseTable } from '@gongze/studies/comparison/matrix/table';
import { expectationsFrom, intermediates, minimise, prepare, type TruthTable, truthTable } from '@gongze/studies/comparison/qca/index';
import { accepted, benchFiles } from '@gongze/studies/comparison/testing/references';

const seed = 20_261_101;
const small = process.argv.includes('--small');

/** CPU seconds of R for all models; a negative number means that R was stopped there. */
const rSeconds: Readonly<Record<string, number>> = {
  k08_n40_rule: 0.73,
  k08_n60_rule: 1.22,
  k10_n40_rule: 0.57,
  k10_n60_rule: 2.25,
  k12_n40_rule: 1.18,
  k12_n60_rule: 2.68,
  k14_n40_rule: 5.18,
  k14_n60_rule: 18.1,
  k16_n40_rule: 8.19,
  k16_n60_rule: -60,
  k08_n40_random: 41.1,
  k08_n60_random: -60,
  k10_n40_random: -60,
  k10_n60_random: -60,
  k12_n40_random: -60,
};
const rIntermediateSeconds = 81;
/** Our time may be at most this share of R's. */
const ratioMax = 0.2;

/** Mulberry32: enough for drawing tables. */
function stream(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A table of different rows whose outcome is a coin, or the rule A·b + C·d·E. */
function drawn(conditions: number, rows: number, kind: string): CaseTable {
  const next = stream(seed + conditions * 1000 + rows + kind.length);
  const cases = new Map<string, number[]>();
  while (cases.size < rows) {
    const row = Array.from({ length: conditions }, () => Number(next() < 0.5));
    cases.set(row.join(''), row);
  }
  const outcomeOf = ([a, b, c, d, e]: readonly number[]): number =>
    kind === 'rule' ? Number((a === 1 && b === 0) || (c === 1 && d === 0 && e === 1)) : Number(next() < 0.5);
  const values = [...cases.values()].map((row) => [...row, outcomeOf(row)]);
  const names = [...Array.from({ length: conditions }, (_, at) => String.fromCharCode(65 + at)), 'OUTC'];
  return {
    cases: values.map((_, at) => String(at + 1)),
    columns: names.map((name, at) => ({ name, values: values.map((row) => row[at] as number) })),
  };
}

function tables(): { readonly name: string; readonly cases: CaseTable }[] {
  const files = benchFiles();
  const names = (text: string): string[] => (text.split('\n')[0] as string).trim().split(',');
  if (files.length > 0)
    return files.map(({ name, text }) => ({
      name: name.replace(/\.csv$/, ''),
      cases: accepted(tableFromCsv(text, { wanted: names(text) })),
    }));
  const sizes = [8, 10, 12, 14, 16].flatMap((k) => [40, 60].flatMap((n) => ['rule', 'random'].map((kind) => ({ k, n, kind }))));
  const drawnTables = sizes.map(({ k, n, kind }) => ({
    name: `tt_k${String(k).padStart(2, '0')}_n${n}_${kind}`,
    cases: drawn(k, n, kind),
  }));
  return [...drawnTables, { name: 'int_k08', cases: drawn(8, 24, 'random') }];
}

/** Processor seconds, as R's were taken: what else the machine does is no business of either. */
function seconds<T>(work: () => T): { readonly value: T; readonly took: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, took: (user + system) / 1e6 };
}

function tableOf(cases: CaseTable): TruthTable {
  return accepted(truthTable(accepted(prepare(cases, { outcome: 'OUTC' }))));
}

let failed = false;
function gate(name: string, took: number, most: number, r: number | undefined): string {
  const peer = r === undefined ? Infinity : Math.abs(r);
  const ok = took <= most && took <= peer * ratioMax;
  if (!ok) failed = true;
  const beside = r === undefined ? '' : `R ${r < 0 ? '>' : ''}${peer} s, ratio ${(took / peer).toFixed(5)}`;
  return `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(22)} ${took.toFixed(4)} s  ${beside}`;
}

function minimising(name: string, cases: CaseTable): void {
  const key = name.replace(/^tt_/, '');
  const least = seconds(() => accepted(minimise(tableOf(cases), { include: ['?'] })));
  const all = seconds(() => {
    let models = 0;
    for (const _ of least.value.models.stream()) if ((models += 1) >= 100_000) break;
    return { ...least.value.models.count(), models };
  });
  const { primes, models } = least.value;
  const hard = key.endsWith('random') && !/^k(08|10|12)_n40/.test(key);
  const most = key.endsWith('rule') ? 0.1 : hard ? 60 : 1;
  console.log(gate(`${name} least`, least.took, 5, undefined), `${primes.length} primes, least size ${models.size}`);
  const total = models.count();
  console.log(
    gate(`${name} all`, least.took + all.took, most, rSeconds[key]),
    `${total.models} models${total.complete ? '' : ' and more'}`,
  );
}

function intermediate(name: string, cases: CaseTable): void {
  const table = tableOf(cases);
  const expectations = accepted(expectationsFrom(table.data.names.join(), table.data));
  const solved = seconds(() => intermediates(accepted(minimise(table)), accepted(minimise(table, { include: ['?'] })), expectations));
  const { solutions } = accepted(solved.value);
  console.log(gate(name, solved.took, 0.1, rIntermediateSeconds), `${solutions.length} intermediate solutions`);
}

console.log(`Minimisation · ${cpus()[0]?.model ?? 'unknown processor'} · Node ${process.version} · seed ${seed}`);
const all = tables();
console.log(`${all.length} tables, ${benchFiles().length > 0 ? 'those R was timed on' : 'drawn'}`);
// One table first, so that none of the timed ones pays for compiling.
minimising('tt_warm', drawn(10, 40, 'rule'));
for (const { name, cases } of all) {
  const conditions = cases.columns.length - 1;
  if (name.startsWith('tt_') && (!small || conditions <= 12)) minimising(name, cases);
  if (name === 'int_k08') intermediate(name, cases);
}
if (failed) process.exitCode = 1;
