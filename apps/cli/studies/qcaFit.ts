/** `gongze fit`: how well conditions, or an expression, are sufficient or necessary; with `--search`, which combinations are. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered } from '@gongze/studies/comparison/answer';
import {
  fitOfConditions,
  fitOfExpression,
  necessarySupersets,
  outcomeAsked,
  prepare,
  type QcaData,
  type Relation,
  type StatementFit,
  sufficientSubsets,
} from '@gongze/studies/comparison/qca/index';
import { Option } from 'commander';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { table } from '../text/layout.ts';
import { tellJson } from './options.ts';
import { type ComparisonOptions, list, oneNumber, readTable, share, tell } from './qcaInput.ts';
import type { Registration } from './registration.ts';

interface FitOptions extends ComparisonOptions {
  readonly outcome: string;
  readonly conditions?: readonly string[];
  readonly relation: Relation;
  readonly expression?: string;
  readonly search?: boolean;
  readonly incl: number;
  readonly cov: number;
  readonly ron: number;
  readonly pri: number;
  readonly depth?: number;
}

const texts = {
  about: { zh: '拟合参数：条件或表达式的充分性与必要性', en: 'parameters of fit of conditions or of an expression' },
  outcome: { zh: '结果列：Y、~Y 或 Y[1]', en: 'outcome: Y, ~Y or Y[1]' },
  conditions: { zh: '条件列，以逗号分隔；默认为其余各列', en: 'conditions, with commas; all other columns by default' },
  relation: { zh: '充分或必要', en: 'sufficiency or necessity' },
  expression: {
    zh: '表达式，如 "A*~B + C"；默认为每个条件及其反面',
    en: 'expression, as "A*~B + C"; each condition and its negation by default',
  },
  search: { zh: '查找达到门槛的组合', en: 'search for combinations that reach the cut-offs' },
  incl: { zh: '一致性门槛', en: 'cut-off of inclusion' },
  cov: { zh: '覆盖度门槛', en: 'cut-off of coverage' },
  ron: { zh: '必要性相关度门槛', en: 'cut-off of relevance of necessity' },
  pri: { zh: 'PRI 门槛', en: 'cut-off of PRI' },
  depth: { zh: '最多组合几个条件', en: 'most conditions combined' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
} as const satisfies Record<string, Bilingual>;

interface Fits {
  readonly terms: readonly StatementFit[];
  readonly whole?: StatementFit;
}

function fitsOf(data: QcaData, options: FitOptions): Answer<Fits> {
  const { relation, incl, cov, ron, pri, depth } = options;
  if (options.expression !== undefined) return fitOfExpression(data, options.expression, relation);
  if (!options.search) return answered({ terms: fitOfConditions(data, relation) });
  const cuts = { inclusion: incl, coverage: cov, relevance: relation === 'necessity' ? ron : pri, ...(depth !== undefined && { depth }) };
  const found = relation === 'necessity' ? necessarySupersets(data, cuts) : sufficientSubsets(data, cuts);
  if (!found.ok) return found;
  return answered({ terms: found.value.map(({ expression, fit }) => ({ term: expression, ...fit })) });
}

async function fitted(path: string, options: FitOptions, io: Io): Promise<number> {
  const outcome = outcomeAsked(options.outcome)?.name;
  const wanted = options.conditions && outcome !== undefined ? [...options.conditions, outcome] : undefined;
  const read = await readTable(path, wanted, options, io);
  if (typeof read === 'number') return read;
  const data = prepare(read.table, { outcome: options.outcome, ...(options.conditions && { conditions: options.conditions }) });
  return tell(data, options, io, (value) =>
    tell(fitsOf(value, options), options, io, (fits) => {
      if (options.json) return tellJson({ outcome: value.outcome, relation: options.relation, ...fits }, io);
      const keys = options.relation === 'necessity' ? (['inclN', 'RoN', 'covN'] as const) : (['inclS', 'PRI', 'covS', 'covU'] as const);
      const rows = [...fits.terms, ...(fits.whole ? [fits.whole] : [])].map((one) => [one.term, ...keys.map((key) => share(one[key]))]);
      const columns = ['', ...keys].map((title, at) => ({ title, right: at > 0 }));
      io.out(`${table(columns, rows, pageOf(options, io).width).join('\n')}\n`);
      return DONE;
    }),
  );
}

export function addFitCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('fit')
    .description(texts.about[lang])
    .argument('<data.csv>')
    .requiredOption('--outcome <Y>', texts.outcome[lang])
    .option('--conditions <A,B>', texts.conditions[lang], list)
    .addOption(new Option('--relation <kind>', texts.relation[lang]).choices(['sufficiency', 'necessity']).default('sufficiency'))
    .option('--expression <text>', texts.expression[lang])
    .option('--search', texts.search[lang])
    .option('--incl <cut>', texts.incl[lang], oneNumber, 0.9)
    .option('--cov <cut>', texts.cov[lang], oneNumber, 0)
    .option('--ron <cut>', texts.ron[lang], oneNumber, 0)
    .option('--pri <cut>', texts.pri[lang], oneNumber, 0)
    .option('--depth <count>', texts.depth[lang], oneNumber)
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((path: string, options: FitOptions) => act(() => fitted(path, options, io)));
}
