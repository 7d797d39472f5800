/** Games, sensitivity analysis, worker threads and memory, each against its bound. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectiveRisk, collectiveRiskAdvantage } from '@gongze/studies/games/models/collectiveRisk';
import { institutions } from '@gongze/studies/games/models/institutions';
import { pairwiseVisits } from '@gongze/studies/games/population/monteCarlo';
import { Stream } from '@gongze/studies/random/stream';
import { sobolIndices } from '@gongze/studies/simulation/sensitivity/indices';
import { saltelliDesign } from '@gongze/studies/simulation/sensitivity/saltelli';
import { computePieces } from '../../apps/cli/studies/pool.ts';
import { readScenario, type Scenario } from '@gongze/studies/simulation/scenario/scenario';
import { planOf } from '@gongze/studies/simulation/ensemble/chunks';
import { median, quietest, type Row } from './row.ts';

const game = { N: 6, M: 3, c: 0.1, b: 1, r: 0.5 };

const gate = (name: string, value: number, shown: string, unit: string, bound: string, holds: boolean): Row => ({
  name,
  value: Number.isFinite(value) ? shown : 'not a number',
  unit,
  bound,
  holds,
});

export function gameRows(small: boolean): Row[] {
  const times = 25;
  collectiveRisk(game, 100, 5, 0.01);
  const crd = quietest(small ? 40 : 200, () => {
    for (let i = 0; i < times; i++) collectiveRisk(game, 100, 5, 0.01);
  });
  const milliseconds = (crd / times) * 1e3;
  const steps = small ? 5e6 : 3e7;
  const stream = Stream.named(1, 'run', 0);
  const walk = quietest(5, () => pairwiseVisits(100, 5, 0.01, (k) => collectiveRiskAdvantage(game, 100, k), { steps, start: 0, stream }));
  const rate = steps / walk / 1e6;
  const states = quietest(3, () => institutions({ ...game, N: 4, Z: 100, beta: 5, mu: 0.01, piT: 0.03, piF: 0.3, nP: 0.25 }, 'local'));
  return [
    gate('collective risk, Z = 100, whole answer', milliseconds, milliseconds.toFixed(3), 'ms', '≤ 0.1', milliseconds <= 0.1),
    gate('pairwise Monte Carlo', rate, rate.toFixed(0), 'M steps/s', '≥ 20', rate >= 20),
    gate('stationary distribution of 5,151 states', states, states.toFixed(3), 's', '< 1', states < 1),
  ];
}

export function analysisRows(): Row[] {
  const design = saltelliDesign(2 ** 14, 3, true, 1);
  const point = new Float64Array(3);
  const values = Float64Array.from({ length: design.rows }, (_, row) => {
    design.point(row, point);
    const [a, b, c] = [...point].map((x) => (2 * x - 1) * Math.PI) as [number, number, number];
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  });
  const spent = quietest(5, () => sobolIndices(values, { dimensions: 3, pairs: true, resamples: 100, level: 0.95, seed: 1 }));
  return [gate('Sobol analysis, N = 2^14, D = 3, pairs, 100 resamples', spent, spent.toFixed(3), 's', '< 0.3', spent < 0.3)];
}

function scenarioOf(runs: number): Scenario {
  const read = readScenario({ parties: 8, months: 240, runs, policy: { onsetMonth: 24, strength: 5, exit: 'abrupt' } });
  if (!read.ok) throw new Error('bug: the scenario of the bench is wrong');
  return read.value;
}

interface Spent {
  readonly wall: number;
  /** Seconds of all processors together, threads included. */
  readonly cpu: number;
}

async function withWorkers(scenario: Scenario, workers: number): Promise<Spent> {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  await computePieces({ kind: 'experiment', scenario }, 0, planOf(scenario).chunks, {
    workers,
    cancelled: () => false,
    onPiece: () => undefined,
  });
  const { user, system } = process.cpuUsage(before);
  return { wall: Number(process.hrtime.bigint() - start) / 1e9, cpu: (user + system) / 1e6 };
}

const workersBound = 1.6;

/**
 * Two workers beside one. On a machine that others use too, the clock says how much of it they left; the gate is what sharing the work
 * costs in processor time: twice the time of one over that of both is the speed-up on two idle cores.
 */
export async function workerRows(small: boolean): Promise<Row[]> {
  const scenario = scenarioOf(small ? 10_000 : 20_000);
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < 5; i++) {
    const one = await withWorkers(scenario, 1);
    const two = await withWorkers(scenario, 2);
    wall.push(one.wall / two.wall);
    cpu.push((2 * one.cpu) / two.cpu);
  }
  const own = median(cpu);
  return [
    { name: 'two workers ÷ one by the clock, median of five', value: median(wall).toFixed(2), unit: '', bound: '≥ 1.6 on two idle cores' },
    gate('two workers ÷ one by processor time, median of five', own, own.toFixed(2), '', `≥ ${workersBound}`, own >= workersBound),
  ];
}

/** Peak memory of the command line with a million runs: resident set of the whole process, Node included. */
export function memoryRow(small: boolean): Row[] {
  const runs = small ? 50_000 : 1_000_000;
  const folder = mkdtempSync(join(tmpdir(), 'gongze-bench-'));
  try {
    const scenario = join(folder, 'scenario.json');
    // Short runs: what is measured is what is kept of a run, not its length.
    writeFileSync(scenario, JSON.stringify({ parties: 2, months: 12, runs, policy: { onsetMonth: 3, strength: 5 } }));
    const program = fileURLToPath(new URL('../../apps/cli/gongze.mjs', import.meta.url));
    const watch = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));`;
    const hook = join(folder, 'peak.mjs');
    writeFileSync(hook, watch);
    const out = execFileSync(
      'sh',
      [
        '-c',
        `"${process.execPath}" --import "${hook}" "${program}" simulate "${scenario}" --workers 1 --out "${join(folder, 'runs')}" 2>&1 >/dev/null`,
      ],
      {
        encoding: 'utf8',
      },
    );
    const megabytes = Number(/peak (\d+)/.exec(out)?.[1]) / 1024;
    return [
      gate(`peak memory, ${runs.toLocaleString('en')} runs to a file`, megabytes, megabytes.toFixed(0), 'MB', '< 200', megabytes < 200),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
