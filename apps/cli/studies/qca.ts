/** `gongze qca`: truth table, all models, their fit. The JSON is described in docs/qca.md. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type Answer, answered } from '@gongze/studies/comparison/answer';
import type { CaseTable } from '@gongze/studies/comparison/matrix/table';
import {
  expressionFrom,
  oppositeTable,
  outcomeAsked,
  prepare,
  qcaDocument,
  type SolutionKind,
  type TruthTable,
  truthTable,
  untenable,
} from '@gongze/studies/comparison/qca/index';
import { InvalidArgumentError, Option } from 'commander';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { tellJson } from './options.ts';
import { type ComparisonOptions, list, numberList, oneNumber, readTable, tell } from './qcaInput.ts';
import { qcaText } from './qcaText.ts';
import type { Registration } from './registration.ts';

interface QcaOptions extends ComparisonOptions {
  readonly outcome: string;
  readonly conditions?: readonly string[];
  readonly incl: readonly number[];
  readonly ncut: number;
  readonly pri: number;
  readonly solution: SolutionKind;
  readonly dirExp?: string;
  readonly include?: readonly ('?' | 'C')[];
  readonly explain?: readonly ('1' | 'C')[];
  readonly exclude?: readonly number[];
  readonly impossible?: string;
  readonly rowDominance?: boolean;
  readonly irredundant?: boolean;
  readonly modelsMax?: number;
}

const texts = {
  about: { zh: '定性比较分析：真值表、全部模型与拟合参数', en: 'qualitative comparative analysis: truth table, all models, their fit' },
  outcome: { zh: '结果列：Y、~Y 或 Y[1]', en: 'outcome: Y, ~Y or Y[1]' },
  conditions: { zh: '条件列，以逗号分隔；默认为其余各列', en: 'conditions, with commas; all other columns by default' },
  incl: {
    zh: '一致性门槛；写两个则其间为矛盾行，如 0.85,0.6',
    en: 'cut-off of inclusion; with two, rows between contradict themselves: 0.85,0.6',
  },
  ncut: { zh: '每行最少案例数', en: 'fewest cases of a row' },
  pri: { zh: 'PRI 门槛', en: 'cut-off of PRI' },
  solution: { zh: '复杂解、简约解或中间解', en: 'which solution' },
  dirExp: { zh: '方向性预期：A,~B,C[1]；组合写作 A*~B', en: 'directional expectations: A,~B,C[1]; of a combination A*~B' },
  include: { zh: '可一并覆盖的行：?（逻辑余项）、C（矛盾行）', en: 'rows that may be covered too: ? (remainders), C (contradictions)' },
  explain: { zh: '要解释的行：1、C', en: 'rows to be explained: 1, C' },
  exclude: { zh: '不得假设的行号', en: 'numbers of rows that must not be assumed' },
  impossible: {
    zh: '增强标准分析：不可能的组合，如 "A*~B + C"；其余余项中自相矛盾者一并排除',
    en: 'enhanced analysis: impossible combinations, as "A*~B + C"; contradictory assumptions are excluded with them',
  },
  rowDominance: { zh: '去掉被支配的最简项（会丢失模型）', en: 'drop dominated prime implicants (loses models)' },
  irredundant: { zh: '也列出更长的无冗余模型', en: 'list longer models too, if no term can be spared' },
  modelsMax: { zh: '最多列出的模型数；计数不受限', en: 'most models listed; all are counted' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
} as const satisfies Record<string, Bilingual>;

function kinds<T extends string>(...allowed: readonly T[]): (text: string) => T[] {
  return (text) =>
    list(text).map((one) => {
      if ((allowed as readonly string[]).includes(one)) return one as T;
      throw new InvalidArgumentError(allowed.join(' | '));
    });
}

/** The table once more without the rows that enhanced standard analysis finds untenable. */
function enhanced(cases: CaseTable, table: TruthTable, impossible: string): Answer<TruthTable> {
  const expression = expressionFrom(impossible, table.data);
  if (!expression.ok) return expression;
  const opposite = oppositeTable(cases, table);
  if (!opposite.ok) return opposite;
  const rows = untenable(table, opposite.value, expression.value);
  if (!rows.ok) return rows;
  return truthTable(table.data, { ...table.settings, exclude: [...table.settings.exclude, ...rows.value] });
}

function tableFor(cases: CaseTable, options: QcaOptions): Answer<TruthTable> {
  const data = prepare(cases, { outcome: options.outcome, ...(options.conditions && { conditions: options.conditions }) });
  if (!data.ok) return data;
  const [inclusionCut = 0.8, contradictionCut] = options.incl;
  const table = truthTable(data.value, {
    inclusionCut,
    ...(contradictionCut !== undefined && { contradictionCut }),
    casesMin: options.ncut,
    priCut: options.pri,
    exclude: options.exclude ?? [],
  });
  if (!table.ok || options.impossible === undefined) return table.ok ? answered(table.value) : table;
  return enhanced(cases, table.value, options.impossible);
}

async function qca(path: string, options: QcaOptions, io: Io): Promise<number> {
  const outcome = outcomeAsked(options.outcome)?.name;
  const wanted = options.conditions && outcome !== undefined ? [...options.conditions, outcome] : undefined;
  const read = await readTable(path, wanted, options, io);
  if (typeof read === 'number') return read;
  return tell(tableFor(read.table, options), options, io, (table) => {
    const { solution, include, explain, rowDominance, irredundant, modelsMax, dirExp } = options;
    const document = qcaDocument(table, {
      solution,
      ...(include && { include }),
      ...(explain && { explain }),
      ...(rowDominance && { rowDominance }),
      ...(irredundant && { irredundant }),
      ...(modelsMax !== undefined && { modelsMax }),
      ...(dirExp !== undefined && { expectations: dirExp }),
    });
    return tell(document, options, io, (value) => {
      if (options.json) return tellJson(value, io);
      io.out(qcaText(value, pageOf(options, io)));
      return DONE;
    });
  });
}

export function addQcaCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  const help = (key: keyof typeof texts): string => texts[key][lang as Language];
  program
    .command('qca')
    .description(help('about'))
    .argument('<data.csv>')
    .requiredOption('--outcome <Y>', help('outcome'))
    .option('--conditions <A,B>', help('conditions'), list)
    .option('--incl <cuts>', help('incl'), numberList, [0.8])
    .option('--ncut <cases>', help('ncut'), oneNumber, 1)
    .option('--pri <cut>', help('pri'), oneNumber, 0)
    .addOption(new Option('--solution <kind>', help('solution')).choices(['complex', 'parsimonious', 'intermediate']).default('complex'))
    .option('--dir-exp <expectations>', help('dirExp'))
    .option('--include <kinds>', help('include'), kinds('?', 'C'))
    .option('--explain <kinds>', help('explain'), kinds('1', 'C'))
    .option('--exclude <rows>', help('exclude'), numberList)
    .option('--impossible <expression>', help('impossible'))
    .option('--row-dominance', help('rowDominance'))
    .option('--irredundant', help('irredundant'))
    .option('--models-max <count>', help('modelsMax'), oneNumber)
    .option('--lang <zh|en>', help('lang'), oneLanguage)
    .option('--json', help('json'))
    .action((path: string, options: QcaOptions) => act(() => qca(path, options, io)));
}
