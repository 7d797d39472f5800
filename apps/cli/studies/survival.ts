/** `gongze survival`: how long it takes until it happens. The JSON is described in docs/survival.md. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type ConfidenceType, type SurvivalEstimator, survivalEstimators } from '@gongze/statistics';
import {
  competingDocument,
  coxDocument,
  kaplanMeierDocument,
  logRankDocument,
  prepareSurvival,
  rmstDocument,
  rowsWhere,
  type SurvivalAnswer,
  type SurvivalData,
  type SurvivalTable,
  type TieMethod,
  tieMethods,
  type TimeTransform,
  timeTransforms,
} from '@gongze/studies/survival/index';
import { InvalidArgumentError, Option } from 'commander';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { tellJson } from './options.ts';
import { type ComparisonOptions, list, numberList, oneNumber } from './qcaInput.ts';
import type { Registration } from './registration.ts';
import { readSurvival, tellAnswer } from './survivalInput.ts';
import { type SurvivalDocuments, survivalText } from './survivalText.ts';

interface SurvivalOptions extends ComparisonOptions {
  readonly time: string;
  readonly event: string;
  readonly eventValue?: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly start?: string;
  readonly group?: readonly string[];
  readonly strata?: readonly string[];
  readonly cluster?: string;
  readonly baseline?: Readonly<Record<string, string>>;
  readonly km?: boolean;
  readonly logrank?: boolean;
  readonly cox?: readonly string[];
  readonly rmst?: number;
  readonly competing?: boolean;
  readonly confType: ConfidenceType;
  readonly level: number;
  readonly estimator: SurvivalEstimator;
  readonly quantiles: readonly number[];
  readonly rho: number;
  readonly ties: TieMethod;
  readonly robust?: boolean;
  readonly zph?: TimeTransform;
  readonly against?: string;
}

const texts = {
  about: {
    zh: '距转化的时间：生存曲线、组间检验、Cox 回归',
    en: 'time to conversion: survival curves, tests between groups, Cox regression',
  },
  time: { zh: '时间列（观察结束）', en: 'column of times, when the observation ends' },
  event: { zh: '事件列：0未发生，1已发生', en: 'column of events: 0 not yet, 1 happened' },
  eventValue: { zh: '事件列中表示“已发生”的值', en: 'value of the event column that means it happened' },
  where: { zh: '只取这些行：列=值', en: 'only rows with these values: column=value' },
  start: { zh: '起始时间列：每行计入 (start, time]', en: 'column of starts: a row counts in (start, time]' },
  group: { zh: '分组列', en: 'column(s) of groups' },
  strata: { zh: '分层列', en: 'column(s) of strata' },
  cluster: { zh: '同一单位的列，用于稳健方差', en: 'column of units, for robust variances' },
  baseline: { zh: '协变量的基准水平：列=水平', en: 'levels to compare with: column=level' },
  km: { zh: '生存曲线（默认）', en: 'survival curves (the default)' },
  logrank: { zh: '对数秩检验', en: 'log-rank test' },
  rho: { zh: '检验的权重 S^rho；1 为 Peto–Peto', en: 'weight S^rho of the test; 1 is Peto–Peto' },
  cox: { zh: 'Cox 回归的协变量；factor(x)、strata(x)', en: 'covariates of a Cox regression; factor(x), strata(x)' },
  ties: { zh: '同时事件的处理', en: 'treatment of ties' },
  robust: { zh: '稳健方差', en: 'robust variances' },
  zph: { zh: '比例风险检验另用的时间尺度', en: 'one more scale of time for the test of proportionality' },
  rmst: { zh: '到 TAU 为止的平均时间及组间差', en: 'mean time up to TAU and its differences' },
  against: { zh: '平均时间与之相比的组；默认第一组', en: 'group that means are compared with; the first by default' },
  competing: { zh: '事件列含多种结局：累积发生率', en: 'several kinds of events: cumulative incidence' },
  confType: { zh: '置信区间的尺度', en: 'scale of the confidence limits' },
  level: { zh: '置信水平', en: 'confidence level' },
  estimator: { zh: '曲线的估计法', en: 'estimator of the curves' },
  quantiles: { zh: '要读出的分位数', en: 'quantiles to be read' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
} as const satisfies Record<string, Bilingual>;

const inUnit: Bilingual = { zh: '应在0与1之间', en: 'lies between 0 and 1' };

function unit(text: string): number {
  const value = oneNumber(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError(`${inUnit.en} · ${inUnit.zh}`);
  return value;
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    list(text).map((one) => {
      const at = one.indexOf('=');
      if (at < 1) throw new InvalidArgumentError('column=value');
      return [one.slice(0, at), one.slice(at + 1)];
    }),
  );
}

/** R writes "arcsin". */
function confidenceType(text: string): ConfidenceType {
  const named: Readonly<Record<string, ConfidenceType>> = {
    ...{ plain: 'plain', log: 'log', logit: 'logit', arcsin: 'arcsin', arcsine: 'arcsin' },
    ...{ 'log-log': 'log-log', loglog: 'log-log' },
  };
  const found = Object.hasOwn(named, text) ? named[text] : undefined;
  if (found === undefined) throw new InvalidArgumentError('plain | log | log-log | arcsine | logit');
  return found;
}

type Part = keyof SurvivalDocuments;

/** One analysis of the data; its own data, as regression and test use different columns. */
function analysed(part: Part, table: SurvivalTable, options: SurvivalOptions): SurvivalAnswer<SurvivalDocuments[Part]> {
  const { time, event, start, eventValue, group, strata, cluster, baseline, level, confType: type } = options;
  const asked = { time, event, ...(start !== undefined && { start }), ...(eventValue !== undefined && { eventValue }) };
  const wanted = {
    ...asked,
    ...(part !== 'cox' && group && { group }),
    ...((part === 'cox' || part === 'logrank') && strata && { strata }),
    ...(part === 'cox' && {
      covariates: options.cox ?? [],
      ...(cluster !== undefined && { cluster }),
      ...(baseline && { baselines: baseline }),
    }),
    ...(part === 'competing' && { competing: true }),
  };
  const data = prepareSurvival(table, wanted);
  return data.ok ? document(part, data.value, options, { type, level }) : data;
}

function document(
  part: Part,
  data: SurvivalData,
  options: SurvivalOptions,
  confidence: { readonly type: ConfidenceType; readonly level: number },
): SurvivalAnswer<SurvivalDocuments[Part]> {
  const { estimator, quantiles, ties, zph } = options;
  switch (part) {
    case 'km':
      return kaplanMeierDocument(data, { confidence, estimator, quantiles });
    case 'logrank':
      return logRankDocument(data, options.rho);
    case 'cox':
      return coxDocument(data, { ties, level: options.level, robust: options.robust ?? false, ...(zph && { transform: zph }) });
    case 'rmst':
      return rmstDocument(data, options.rmst ?? 0, options.level, options.against);
    case 'competing':
      return competingDocument(data, confidence);
    default:
      return part satisfies never;
  }
}

async function survival(path: string, options: SurvivalOptions, io: Io): Promise<number> {
  const read = await readSurvival(path, options, io);
  if (typeof read === 'number') return read;
  const kept = options.where ? rowsWhere(read.table, options.where) : { ok: true as const, value: read.table };
  if (!kept.ok) return tellAnswer(kept, options, io, () => DONE);
  const { logrank, cox, rmst, competing, km } = options;
  const asked: readonly Part[] = [
    ...(km ? (['km'] as const) : []),
    ...(logrank ? (['logrank'] as const) : []),
    ...(cox ? (['cox'] as const) : []),
    ...(rmst !== undefined ? (['rmst'] as const) : []),
    ...(competing ? (['competing'] as const) : []),
  ];
  const documents: { [part in Part]?: SurvivalDocuments[Part] } = {};
  for (const part of asked.length > 0 ? asked : (['km'] as const)) {
    const answer = analysed(part, kept.value, options);
    if (!answer.ok) return tellAnswer(answer, options, io, () => DONE);
    documents[part] = answer.value;
  }
  if (options.json) return tellJson(documents, io);
  io.out(survivalText(documents as Partial<SurvivalDocuments>, pageOf(options, io)));
  return DONE;
}

export function addSurvivalCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  const help = (key: keyof typeof texts): string => texts[key][lang as Language];
  program
    .command('survival')
    .description(help('about'))
    .argument('<data.csv>')
    .requiredOption('--time <t>', help('time'))
    .requiredOption('--event <e>', help('event'))
    .option('--event-value <value>', help('eventValue'))
    .option('--where <x=value>', help('where'), pairs)
    .option('--start <s>', help('start'))
    .option('--group <g>', help('group'), list)
    .option('--strata <s>', help('strata'), list)
    .option('--km', help('km'))
    .option('--logrank', help('logrank'))
    .option('--rho <rho>', help('rho'), oneNumber, 0)
    .option('--cox <x1,x2>', help('cox'), list)
    .addOption(new Option('--ties <method>', help('ties')).choices(tieMethods).default('efron'))
    .option('--robust', help('robust'))
    .option('--cluster <id>', help('cluster'))
    .option('--baseline <x=level>', help('baseline'), pairs)
    .addOption(new Option('--zph <scale>', help('zph')).choices(timeTransforms))
    .option('--rmst <TAU>', help('rmst'), oneNumber)
    .option('--against <group>', help('against'))
    .option('--competing', help('competing'))
    .option('--conf-type <scale>', help('confType'), confidenceType, 'log' as ConfidenceType)
    .option('--level <share>', help('level'), unit, 0.95)
    .addOption(new Option('--estimator <name>', help('estimator')).choices(survivalEstimators).default('kaplan-meier'))
    .option('--quantiles <shares>', help('quantiles'), numberList, [0.25, 0.5, 0.75])
    .option('--lang <zh|en>', help('lang'), oneLanguage)
    .option('--json', help('json'))
    .action((path: string, options: SurvivalOptions) => act(() => survival(path, options, io)));
}
