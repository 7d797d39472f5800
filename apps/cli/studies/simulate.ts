/** `gongze simulate`: runs a scenario, or tells one of its runs as a case, or recalibrates the ensemble. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { serialise } from '@gongze/application';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type ChunkResult, planOf } from '@gongze/studies/simulation/ensemble/chunks';
import { type ExperimentSummary, medianOf, Merge, tailCarriesMean } from '@gongze/studies/simulation/ensemble/merge';
import { outputs } from '@gongze/studies/simulation/ensemble/outputs';
import { simulateHistory } from '@gongze/studies/simulation/history/history';
import { syntheticGovernments, syntheticTiers } from '@gongze/studies/simulation/history/governments';
import { unitIn } from '@gongze/studies/simulation/model/units';
import { readScenario, type Scenario, withRuns } from '@gongze/studies/simulation/scenario/scenario';
import { refusal, valueRefusal } from '@gongze/studies/parameters/parameters';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { widthOf } from '../text/layout.ts';
import { readJson, tellJson, tellRefusals } from './options.ts';
import { computePieces } from './pool.ts';
import { Progress } from './progress.ts';
import type { Registration } from './registration.ts';
import { RunsFile } from './runs-file.ts';
import { onServer } from './onServer.ts';

interface SimulateOptions {
  readonly runs?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly history?: string;
  readonly run?: string;
  readonly variant?: string;
  readonly server?: string;
  readonly lang?: Language;
  readonly json?: boolean;
}

const texts = {
  about: { zh: '责任模型：如果……会怎样', en: 'the responsibility model: what would happen if' },
  runs: { zh: '运行次数', en: 'number of runs' },
  seed: { zh: '随机种子', en: 'seed' },
  workers: { zh: '线程数（结果与之无关）', en: 'threads (the result does not depend on it)' },
  out: { zh: '逐次结果按列写入文件，总结仍输出', en: 'write single runs by column to a file; the summary is still printed' },
  resume: { zh: '从 --out 文件的断点继续', en: 'go on from the checkpoint of --out' },
  history: { zh: '把一次运行写成案例文件', en: 'write one run as a case file' },
  run: { zh: '写成案例的是第几次运行，从 0 起', en: 'which run is written as a case, from 0' },
  variant: { zh: '写成案例的是哪个变体', en: 'which variant is written as a case' },
  server: { zh: '交由该服务器计算，库上的各台机器分担', en: 'let this server compute it, shared by every machine on its database' },
  serverAlone: { zh: '--server 不与 --out、--history、--workers 同用', en: '--server does not go with --out, --history or --workers' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
  is: {
    zh: '这是模型推演，不是预测：它说明在所列假设下会发生什么，假设见 docs/odd.zh.md。',
    en: 'This is a model, not a forecast: it says what follows from the assumptions listed in docs/odd.md.',
  },
  median: { zh: '中位数', en: 'median' },
  mean: { zh: '均值', en: 'mean' },
  tail: {
    zh: '* 均值落在自身的5—95%区间之外：少数远离的运行（如上级始终未退出的）拉动了均值，应读中位数。',
    en: '* The mean lies outside its own 5–95% band: a few runs far out (such as those that the superior never leaves) carry it. Read the median.',
  },
  partial: { zh: '已中断：以下为已完成部分。', en: 'Cancelled: what follows is what was finished.' },
  noResume: { zh: '没有可继续的断点，从头开始。', en: 'There is no checkpoint to go on from; starting anew.' },
  written: { zh: '已写入', en: 'written' },
} as const satisfies Record<string, Bilingual>;

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : text.trim() === '' ? Number.NaN : Number(text);
}

const workersSpec = { name: 'workers', standard: 1, min: 1, max: 256, whole: true, meaning: texts.workers } as const;

const digits = (value: number | null): string => (value === null ? '—' : value.toFixed(3));

/** What an output is, with its unit. */
function unitText(meaning: string, unit: string, lang: Language): string {
  const word = unitIn(unit, lang);
  return lang === 'zh' ? `${meaning}（${word}）` : `${meaning} (${word})`;
}

/** A table a variant. Where a few runs far out carry the mean, that is said beneath: median and band alone would look like a fault. */
function summaryText(summary: ExperimentSummary, lang: Language): string {
  const heads = [texts.median, texts.mean].map((head) => ' '.repeat(9 - widthOf(head[lang])) + head[lang]);
  const lines = summary.variants.flatMap(({ id, title, runs, outputs: own }) => [
    '',
    `${id}  ${title[lang]}  n = ${runs}`,
    `${' '.repeat(15)} ${heads.join(' ')}    5–95%`,
    ...outputs.map(({ name, unit, meaning }) => {
      const { mean, quantiles } = own[name];
      const mark = tailCarriesMean(own[name]) ? '*' : ' ';
      const numbers = [medianOf(own[name]), mean].map((value) => digits(value).padStart(9)).join(' ');
      return `    ${name.padEnd(11)} ${numbers}${mark}   ${digits(quantiles[0] ?? null)} – ${digits(quantiles.at(-1) ?? null)}   ${unitText(meaning[lang], unit, lang)}`;
    }),
  ]);
  const tails = summary.variants.some(({ outputs: own }) => outputs.some(({ name }) => tailCarriesMean(own[name])));
  return `${[texts.is[lang], ...lines, ...(tails ? ['', texts.tail[lang]] : [])].join('\n')}\n`;
}

/** Tiers above the parties, nearest first: from the tree of governments, or made up for made-up parties. */
function tiersOf({ parties, start }: Scenario): {
  readonly tiers: readonly string[];
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly known: boolean;
} {
  const tree = gb2260();
  const on = isoDateOf(`${start}-01`);
  const ladder = tree.ladder(parties as readonly string[] as readonly GovernmentCode[], on);
  if (ladder.length === 0) return { tiers: syntheticTiers, names: {}, known: false };
  const names = Object.fromEntries(
    [...parties, ...ladder].map((code) => [code, tree.get(code as GovernmentCode)?.name ?? { zh: code, en: code }]),
  );
  return { tiers: ladder, names, known: true };
}

function writeHistory(scenario: Scenario, options: SimulateOptions, io: Io): number {
  const { lang } = pageOf(options, io);
  const run = number(options.run) ?? 0;
  const variant = options.variant === undefined ? 0 : scenario.variants.findIndex(({ id }) => id === options.variant);
  const wrongRun = valueRefusal({ ...workersSpec, name: '--run', min: 0, max: scenario.runs - 1 }, run);
  if (wrongRun !== undefined) return tellRefusals([wrongRun], options, io);
  if (variant < 0) {
    const known = scenario.variants.map(({ id }) => id).join(', ');
    return tellRefusals(
      [
        refusal(
          'outOfRange',
          'variant',
          `没有变体 ${options.variant}；可用：${known}`,
          `no variant ${options.variant}; known are ${known}`,
        ),
      ],
      options,
      io,
    );
  }
  const { tiers, names, known } = tiersOf(scenario);
  const { caseId, title, actors, facts } = simulateHistory(scenario, { variant, run, tiers, names });
  const path = options.history as string;
  writeFileSync(path, serialise({ format: 'gongze-case/1', case: caseId, title, actors, facts }));
  io.err(`${texts.written[lang]} ${path}\n`);
  if (!known) {
    writeFileSync(`${path}.governments.json`, serialise(syntheticGovernments(scenario.parties)));
    io.err(`${texts.written[lang]} ${path}.governments.json\n`);
  }
  return DONE;
}

async function runScenario(scenario: Scenario, workers: number, options: SimulateOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const plan = planOf(scenario);
  const merge = new Merge(plan);
  const file = options.out === undefined ? undefined : new RunsFile(options.out, scenario);
  if (options.resume && file?.resume(merge) === false) {
    io.err(`${texts.noResume[lang]}\n`);
    file.begin();
  } else if (!options.resume) file?.begin();
  const progress = new Progress(plan.chunks, merge.merged, lang, io);
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  process.once('SIGINT', cancel);
  try {
    await computePieces({ kind: 'experiment', scenario }, merge.merged, plan.chunks, {
      workers,
      cancelled: () => cancelled,
      onPiece: (_, piece) => {
        const inOrder = merge.add(piece as ChunkResult);
        file?.append(inOrder, merge);
        progress.at(merge.merged);
      },
    });
  } finally {
    process.removeListener('SIGINT', cancel);
  }
  progress.end();
  const summary = merge.summary();
  if (summary.partial) {
    file?.checkpoint(merge);
    io.err(`${texts.partial[lang]}\n`);
  } else file?.finish();
  tellSummary(summary, options, io);
  return summary.partial ? 130 : DONE;
}

function tellSummary(summary: ExperimentSummary, options: SimulateOptions, io: Io): number {
  if (options.json) return tellJson(summary, io);
  io.out(summaryText(summary, pageOf(options, io).lang));
  return DONE;
}

async function simulate(path: string, options: SimulateOptions, io: Io): Promise<number> {
  const file = await readJson(path, options, io);
  if (typeof file === 'number') return file;
  const read = readScenario(file.content);
  if (!read.ok) return tellRefusals(read.refusals, options, io);
  const [runs, seed] = [number(options.runs), number(options.seed)];
  const scenario = withRuns(read.value, { ...(runs !== undefined && { runs }), ...(seed !== undefined && { seed }) });
  if (!scenario.ok) return tellRefusals(scenario.refusals, options, io);
  const workers = number(options.workers) ?? Math.min(8, availableParallelism());
  const wrong = valueRefusal(workersSpec, workers);
  if (wrong !== undefined) return tellRefusals([wrong], options, io);
  if (options.resume && options.out === undefined) {
    return tellRefusals([refusal('inconsistent', 'resume', '--resume 须与 --out 同用', '--resume goes with --out')], options, io);
  }
  if (options.server !== undefined) {
    if (options.out !== undefined || options.history !== undefined || options.workers !== undefined)
      return tellRefusals([refusal('inconsistent', 'server', texts.serverAlone.zh, texts.serverAlone.en)], options, io);
    const { lang } = pageOf(options, io);
    const content = { ...(file.content as Readonly<Record<string, unknown>>), runs: scenario.value.runs, seed: scenario.value.seed };
    const summary = await onServer<ExperimentSummary>(options.server, content, lang, io);
    return typeof summary === 'number' ? summary : tellSummary(summary, options, io);
  }
  if (options.history !== undefined) return writeHistory(scenario.value, options, io);
  return runScenario(scenario.value, workers, options, io);
}

export function addSimulateCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('simulate')
    .description(texts.about[lang])
    .argument('<scenario>')
    .option('--runs <n>', texts.runs[lang])
    .option('--seed <s>', texts.seed[lang])
    .option('--workers <w>', texts.workers[lang])
    .option('--out <file>', texts.out[lang])
    .option('--resume', texts.resume[lang])
    .option('--history <file>', texts.history[lang])
    .option('--run <n>', texts.run[lang])
    .option('--variant <id>', texts.variant[lang])
    .option('--server <url>', texts.server[lang])
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((path: string, options: SimulateOptions) => act(() => simulate(path, options, io)));
}
