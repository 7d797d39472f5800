/**
 * What survival analysis costs: the Kaplan–Meier curve, the log-rank test and Cox's regression with five covariates on 100,000 rows drawn
 * with a printed seed, and the curve and regression of a million rows.
 *
 * Beside them stands what R took for as many rows (CPU seconds of survival 3.5-3 on R 4.2.2). Gate (exit code 1): not longer than R.
 * `--small` leaves out the million.
 */
import { cpus } from 'node:os';
import { coxDocument, kaplanMeierDocument, logRankDocument, type SurvivalAnswer, type SurvivalData } from '@gongze/studies/survival/index';

const seed = 20_261_101;
const rSeconds = { km: 0.18, logrank: 0.16, cox: 0.47 } as const;
const covariates = 5;

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

/** Exponential times with hazard exp(0.1 Σ (k + 1) xₖ), censored independently. */
function drawn(rows: number): SurvivalData {
  const next = stream(seed);
  const terms = Array.from({ length: covariates }, (_, covariate) => ({
    name: `x${covariate + 1}`,
    covariate,
    values: Float64Array.from({ length: rows }, () => (covariate % 2 === 0 ? next() * 2 - 1 : Number(next() < 0.5))),
  }));
  const time = new Float64Array(rows);
  const events = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const predictor = terms.reduce((sum, { values }, at) => sum + 0.1 * (at + 1) * (values[row] as number), 0);
    const happens = -Math.log(1 - next()) / Math.exp(predictor);
    const lost = -Math.log(1 - next()) * 2;
    time[row] = Math.min(happens, lost);
    events[row] = Number(happens <= lost);
  }
  const arms = Int32Array.from(terms[1]?.values ?? []);
  return {
    ...{ rows, time, events, start: undefined, causes: ['e'], cluster: undefined, notices: [] },
    group: { codes: arms, labels: ['0', '1'] },
    strata: { codes: new Int32Array(rows), labels: ['all'] },
    covariates: { terms, names: terms.map(({ name }) => name) },
  };
}

const analyses: Readonly<Record<keyof typeof rSeconds, (data: SurvivalData) => SurvivalAnswer<unknown>>> = {
  km: (data) => kaplanMeierDocument(data, { confidence: { type: 'log', level: 0.95 }, estimator: 'kaplan-meier', quantiles: [0.5] }),
  logrank: (data) => logRankDocument(data, 0),
  cox: (data) => coxDocument(data, { ties: 'efron', level: 0.95, robust: false }),
};

/** Processor seconds, the least of some runs: what else the machine does is no business of ours. */
function seconds(work: () => SurvivalAnswer<unknown>, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    const answer = work();
    const { user, system } = process.cpuUsage(start);
    if (!answer.ok) throw new Error(answer.refusal.text.en);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

console.log(`Survival · ${cpus()[0]?.model ?? 'unknown processor'} · Node ${process.version} · seed ${seed}`);
let failed = false;
const hundredThousand = drawn(100_000);
let ours = 0;
for (const [name, analyse] of Object.entries(analyses) as [keyof typeof rSeconds, (typeof analyses)['km']][]) {
  const took = seconds(() => analyse(hundredThousand), 5);
  if (name !== 'logrank') ours += took;
  console.log(
    `${name.padEnd(8)} 100,000 rows  ${took.toFixed(3)} s  R ${rSeconds[name]} s  ${Math.round(100_000 / took).toLocaleString('en')} rows/s`,
  );
}
const most = rSeconds.km + rSeconds.cox;
if (ours > most) failed = true;
console.log(`${ours > most ? 'FAILED' : 'ok    '} curve and regression together ${ours.toFixed(3)} s, R ${most.toFixed(2)} s`);
if (!process.argv.includes('--small')) {
  const million = drawn(1_000_000);
  for (const name of ['km', 'cox'] as const)
    console.log(`${name.padEnd(8)} 1,000,000 rows  ${seconds(() => analyses[name](million), 1).toFixed(2)} s`);
}
if (failed) process.exitCode = 1;
