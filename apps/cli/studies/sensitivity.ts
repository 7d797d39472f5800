/** `gongze sensitivity`: which assumptions decide what a scenario shows. */
import { availableParallelism } from 'node:os';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { refusal, valueRefusal } from '@gongze/studies/parameters/parameters';
import { outputNames } from '@gongze/studies/simulation/ensemble/outputs';
import { readScenario } from '@gongze/studies/simulation/scenario/scenario';
import {
  rowsOf,
  type SensitivityPlan,
  type SensitivityRequest,
  sensitivityOf,
  sensitivityPlan,
  type SensitivityResult,
} from '@gongze/studies/simulation/sensitivity/analysis';
import { piecesOfJob, rowsPerPiece } from '@gongze/studies/simulation/jobs/job';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { readJson, tellJson, tellRefusals } from './options.ts';
import { onServer } from './onServer.ts';
import { computePieces } from './pool.ts';
import { Progress } from './progress.ts';
import type { Registration } from './registration.ts';

interface SensitivityOptions {
  readonly method?: string;
  readonly base?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly output?: string;
  readonly parameters?: string;
  readonly pairs?: boolean;
  readonly variant?: string;
  readonly workers?: string;
  readonly server?: string;
  readonly lang?: Language;
  readonly json?: boolean;
}

const texts = {
  about: { zh: '哪些假设决定结果（Sobol 指数、Morris 筛选）', en: 'which assumptions decide (Sobol indices, Morris screening)' },
  method: { zh: 'sobol 或 morris', en: 'sobol or morris' },
  base: { zh: '基础样本量（sobol 为 2 的幂；morris 为轨迹数）', en: 'base sample: a power of 2 for sobol, walks for morris' },
  runs: { zh: '每点运行次数', en: 'runs a point' },
  seed: { zh: '随机种子', en: 'seed' },
  output: { zh: '输出量', en: 'output' },
  parameters: { zh: '参数，逗号分隔；默认全部', en: 'parameters, comma-separated; default all' },
  pairs: { zh: '二阶指数', en: 'indices of pairs' },
  variant: { zh: '考察哪个变体的介入', en: 'variant whose intervention is examined; default the first' },
  workers: { zh: '线程数', en: 'threads' },
  server: { zh: '交由该服务器计算，库上的各台机器分担', en: 'let this server compute it, shared by every machine on its database' },
  serverAlone: { zh: '--server 不与 --workers 同用', en: '--server does not go with --workers' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
  flat: {
    zh: '输出不随这些参数变化，或在各点均无定义（如从未退出）',
    en: 'the output does not vary with these parameters, or is defined nowhere (no exit, for instance)',
  },
  evaluations: { zh: '个点', en: 'points' },
  settling: { zh: '收敛检查：样本减半时 ST 的最大变动', en: 'convergence: largest move of ST from half of the sample to all' },
  unsettled: { zh: '（尚未稳定，请加大 --base）', en: ' (not settled; ask for a larger --base)' },
  undefinedAt: {
    zh: '个点上无定义（无退出或未恢复），以其余各点的均值代替',
    en: 'points where it is undefined (no exit, no recovery); the mean of the others stands for them',
  },
} as const satisfies Record<string, Bilingual>;

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
const workersSpec = { name: 'workers', standard: 1, min: 1, max: 256, whole: true, meaning: texts.workers } as const;

/** Indices that move by more than this when the sample doubles have not settled: a convention of this project. */
const settled = 0.1;

/** How far the total indices moved over the last doubling of the sample. */
function lastMove(convergence: SensitivityResult['convergence']): number | undefined {
  const [before, last] = (convergence ?? []).slice(-2);
  if (before === undefined || last === undefined || before.total.length !== last.total.length) return undefined;
  return Math.max(...last.total.map((value, i) => Math.abs(value - (before.total[i] as number))));
}

function resultText({ method, output, evaluations, undefinedPoints, parameters, convergence }: SensitivityResult, lang: Language): string {
  const influence = (one: SensitivityResult['parameters'][number]): number => one.total?.value ?? one.muStar ?? 0;
  const rows = [...parameters]
    .sort((a, b) => influence(b) - influence(a))
    .map(({ name, first, total, muStar, sigma }) =>
      method === 'sobol'
        ? `${name.padEnd(20)} S1 ${first?.value.toFixed(3)}  ST ${total?.value.toFixed(3)} [${total?.low.toFixed(3)}, ${total?.high.toFixed(3)}]`
        : `${name.padEnd(20)} μ* ${muStar?.toFixed(4)}  σ ${sigma?.toFixed(4)}`,
    );
  const move = lastMove(convergence);
  return [
    `${method} · ${output} · ${evaluations} ${texts.evaluations[lang]}`,
    ...rows,
    ...(move === undefined ? [] : [`${texts.settling[lang]} ${move.toFixed(3)}${move > settled ? texts.unsettled[lang] : ''}`]),
    ...(undefinedPoints === 0 ? [] : [`${undefinedPoints} ${texts.undefinedAt[lang]}`]),
    '',
  ].join('\n');
}

async function evaluate(plan: SensitivityPlan, workers: number, lang: Language, io: Io): Promise<Float64Array> {
  const study = { kind: 'sensitivity', plan } as const;
  const pieces = piecesOfJob(study);
  const values = new Float64Array(rowsOf(plan));
  const progress = new Progress(pieces, 0, lang, io);
  let done = 0;
  await computePieces(study, 0, pieces, {
    workers,
    cancelled: () => false,
    onPiece: (index, piece) => {
      values.set(piece as Float64Array, index * rowsPerPiece);
      done += 1;
      progress.at(done);
    },
  });
  progress.end();
  return values;
}

async function sensitivity(path: string, options: SensitivityOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const file = await readJson(path, options, io);
  if (typeof file === 'number') return file;
  const scenario = readScenario(file.content);
  if (!scenario.ok) return tellRefusals(scenario.refusals, options, io);
  const { method, output, pairs, variant, base, runs, seed, parameters } = options;
  const request: SensitivityRequest = {
    ...(method !== undefined && { method }),
    ...(output !== undefined && { output }),
    ...(pairs !== undefined && { pairs }),
    ...(variant !== undefined && { variant }),
    ...(base !== undefined && { base: number(base) }),
    ...(runs !== undefined && { replicates: number(runs) }),
    ...(seed !== undefined && { seed: number(seed) }),
    ...(parameters !== undefined && { parameters: parameters.split(',').filter((name) => name !== '') }),
  };
  const plan = sensitivityPlan(scenario.value, request);
  if (!plan.ok) return tellRefusals(plan.refusals, options, io);
  const workers = options.workers === undefined ? Math.min(8, availableParallelism()) : number(options.workers);
  const wrong = valueRefusal(workersSpec, workers);
  if (wrong !== undefined) return tellRefusals([wrong], options, io);
  if (options.server === undefined) {
    const result = sensitivityOf(plan.value, await evaluate(plan.value, workers, lang, io));
    return tellResult(result ?? { flat: true }, options, io);
  }
  if (options.workers !== undefined)
    return tellRefusals([refusal('inconsistent', 'server', texts.serverAlone.zh, texts.serverAlone.en)], options, io);
  const body = { ...(file.content as Readonly<Record<string, unknown>>), sensitivity: request };
  const result = await onServer<SensitivityResult | { readonly flat: true }>(options.server, body, lang, io);
  return typeof result === 'number' ? result : tellResult(result, options, io);
}

function tellResult(result: SensitivityResult | { readonly flat: true }, options: SensitivityOptions, io: Io): number {
  if ('flat' in result) return tellRefusals([refusal('inconsistent', 'output', texts.flat.zh, texts.flat.en)], options, io);
  if (options.json) return tellJson(result, io);
  io.out(resultText(result, pageOf(options, io).lang));
  return DONE;
}

export function addSensitivityCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('sensitivity')
    .description(texts.about[lang])
    .argument('<scenario>')
    .option('--method <name>', texts.method[lang])
    .option('--base <n>', texts.base[lang])
    .option('--runs <n>', texts.runs[lang])
    .option('--seed <s>', texts.seed[lang])
    .option('--output <name>', `${texts.output[lang]}: ${outputNames.join(', ')}`)
    .option('--parameters <names>', texts.parameters[lang])
    .option('--pairs', texts.pairs[lang])
    .option('--variant <id>', texts.variant[lang])
    .option('--workers <w>', texts.workers[lang])
    .option('--server <url>', texts.server[lang])
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((path: string, options: SensitivityOptions) => act(() => sensitivity(path, options, io)));
}
