/** The kernel against itself in C: same inputs, same bits, how much slower. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exponentialTables } from '@gongze/studies/simulation/model/exponential';
import { Kernel, scalar } from '@gongze/studies/simulation/model/kernel';
import { parameterIndex, parameterSet } from '@gongze/studies/simulation/model/parameters';
import { noIntervention, policyNumbersOf } from '@gongze/studies/simulation/model/policy';
import { median, type Row } from './row.ts';

const parties = 8;
const months = 240;
const seed = 20_261_124;
const policy = { ...noIntervention, onset: 'month', onsetMonth: 24, strength: 5, exit: 'abrupt', holdMonths: 48 } as const;
/** In the order of the C program. */
const order =
  'k M0 M1 d X0 a0 b0 lam eps h kappaL eS qS spec bind rank d0 mon phi kappa Phi psi legit chi beta betaF iota mu m0 am K0 gK dK zeta zc ay priorWeight specReveals superiorReveals specDetects coordinationBlinds detectionCap rankBase capacityScale coordinationRelief symbolicEffort symbolicPride symbolicSubsidy motivationFloor motivationGain mandateErodes'.split(
    ' ',
  );

const set = parameterSet();

/** All runs once: their checksum and the seconds spent in months, beginnings not counted. */
function inTypeScript(runs: number): { readonly total: number; readonly seconds: number } {
  const kernel = new Kernel(parties);
  const numbers = policyNumbersOf(policy);
  let total = 0;
  let spent = 0n;
  for (let run = 0; run < runs; run++) {
    kernel.begin(set, numbers, seed, run);
    const start = process.hrtime.bigint();
    for (let month = 0; month < months; month++) kernel.advance();
    spent += process.hrtime.bigint() - start;
    total += (kernel.scalars[scalar.damage] as number) + (kernel.borne[0] as number);
  }
  return { total, seconds: Number(spent) / 1e9 };
}

function inputFor(runs: number, repeats: number): Buffer {
  const kernel = new Kernel(parties);
  const { fractions, octaves, perCell, upper, lower } = exponentialTables;
  const doubles = (values: ArrayLike<number>): Buffer => Buffer.from(Float64Array.from(values).buffer);
  const parts = [
    Buffer.from(Int32Array.of(parties, months, runs, repeats).buffer),
    doubles(fractions),
    doubles(octaves),
    doubles([perCell, upper, lower]),
    doubles(order.map((name) => set[parameterIndex.get(name) as number] as number)),
    doubles([policy.onsetMonth, policy.holdMonths, policy.strength / 5, policy.sanction, policy.subsidy, policy.coordination]),
  ];
  for (let run = 0; run < runs; run++) {
    kernel.begin(set, policyNumbersOf(policy), seed, run);
    parts.push(Buffer.from(kernel.state.slice().buffer));
    for (const array of [kernel.burden, kernel.benefit, kernel.cost, kernel.ownFactor, kernel.symbolicFactor]) parts.push(doubles(array));
  }
  return Buffer.concat(parts);
}

/** The C kernel, compiled; `undefined` without a compiler. Each call computes all runs once. */
function compiled(runs: number, folder: string): (() => { readonly total: number; readonly seconds: number }) | undefined {
  const source = fileURLToPath(new URL('./kernel.c', import.meta.url));
  const binary = join(folder, 'kernel');
  try {
    execFileSync('cc', ['-O3', '-march=native', '-ffp-contract=off', '-o', binary, source, '-lm'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const input = join(folder, 'input');
  writeFileSync(input, inputFor(runs, 1));
  return () => {
    const [total = Number.NaN, spent = Number.NaN] = execFileSync(binary, [input], { encoding: 'utf8' }).trim().split(' ').map(Number);
    return { total, seconds: spent };
  };
}

const ratioBound = 0.45;
const rounds = 15;

/** In turns: what else the machine does for a while falls on both of a pair, and the median leaves out the rest. */
export function kernelRows(small: boolean): Row[] {
  const runs = small ? 100 : 500;
  const folder = mkdtempSync(join(tmpdir(), 'gongze-bench-'));
  try {
    const c = compiled(runs, folder);
    for (let i = 0; i < 3; i++) inTypeScript(runs);
    const pairs = Array.from({ length: rounds }, () => ({ own: inTypeScript(runs), c: c?.() }));
    return rowsOf(pairs, (parties * months * runs) / 1e6);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measured = { readonly total: number; readonly seconds: number };

function rowsOf(pairs: readonly { readonly own: Measured; readonly c: Measured | undefined }[], steps: number): Row[] {
  const ownTime = Math.min(...pairs.map(({ own }) => own.seconds));
  const rows: Row[] = [{ name: `kernel in TypeScript, ${parties} parties`, value: (steps / ownTime).toFixed(1), unit: 'M agent-steps/s' }];
  const inC = pairs.flatMap(({ c }) => (c === undefined ? [] : [c]));
  if (inC.length === 0) return [...rows, { name: 'kernel in C', value: 'not measured: no compiler', unit: '' }];
  const cTime = Math.min(...inC.map((one) => one.seconds));
  const same = pairs.every(({ own, c }) => own.total === c?.total);
  const paired = median(pairs.map(({ own, c }) => (c?.seconds ?? Number.NaN) / own.seconds));
  return [
    ...rows,
    { name: 'kernel in C, cc -O3 -march=native', value: (steps / cTime).toFixed(1), unit: 'M agent-steps/s' },
    { name: 'same bits in both', value: same ? 'yes' : `no: ${pairs[0]?.own.total} and ${inC[0]?.total}`, unit: '', holds: same },
    { name: 'TypeScript ÷ C, median of pairs', value: paired.toFixed(2), unit: '', bound: `≥ ${ratioBound}`, holds: paired >= ratioBound },
    { name: 'TypeScript ÷ C, quietest of each', value: (cTime / ownTime).toFixed(2), unit: '' },
  ];
}
