/** `gongze calibrate`: a raw column becomes memberships in a set. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Anchors, anchorMemberships, type Calibration, calibrate } from '@gongze/studies/comparison/calibration/calibrate';
import { type Linkage, suggestedThresholds } from '@gongze/studies/comparison/calibration/thresholds';
import { type Answer, answered, refused } from '@gongze/studies/comparison/answer';
import { columnOf } from '@gongze/studies/comparison/matrix/table';
import { InvalidArgumentError, Option } from 'commander';
import { DONE } from '../commands.ts';
import type { Io } from '../io.ts';
import { tellJson } from './options.ts';
import { type ComparisonOptions, list, oneNumber, readTable, tell } from './qcaInput.ts';
import type { Registration } from './registration.ts';

interface CalibrateOptions extends ComparisonOptions {
  readonly column: string;
  readonly method: Calibration['method'];
  readonly thresholds?: readonly Threshold[];
  readonly idm: number;
  readonly below: number;
  readonly above: number;
  readonly suggest?: number;
  readonly linkage: Linkage;
}

interface Threshold {
  readonly name: string | undefined;
  readonly value: number;
}

const texts = {
  about: { zh: '校准：把原始指标变为集合隶属度', en: 'calibrate: from a raw measure to membership in a set' },
  column: { zh: '要校准的列', en: 'column to calibrate' },
  method: {
    zh: '方法：crisp、logistic、powers、distribution、bell、indirect、relative',
    en: 'method: crisp, logistic, powers, distribution, bell, indirect, relative',
  },
  thresholds: {
    zh: '锚点或阈值，如 "e=400,c=550,i=900"；钟形用 e1 c1 i1 i2 c2 e2',
    en: 'anchors or thresholds, as "e=400,c=550,i=900"; for a bell e1 c1 i1 i2 c2 e2',
  },
  idm: { zh: '纳入锚点处的隶属度；fsqca 表示对数几率 3', en: 'membership at the anchor of inclusion; fsqca for log-odds of 3' },
  below: { zh: '交叉点以下的幂次', en: 'power below the crossover' },
  above: { zh: '交叉点以上的幂次', en: 'power above the crossover' },
  suggest: { zh: '按数据聚类建议若干个阈值', en: 'suggest so many thresholds from clusters of the data' },
  linkage: { zh: '聚类方式', en: 'how clusters are joined' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
} as const satisfies Record<string, Bilingual>;

/** Names that other programs give to the same methods. */
const otherNames: Readonly<Record<string, Calibration['method']>> = {
  direct: 'logistic',
  ecdf: 'distribution',
  tfr: 'relative',
  mv: 'crisp',
};
const methods = ['crisp', 'logistic', 'powers', 'distribution', 'bell', 'indirect', 'relative'] as const;

function methodOf(text: string): Calibration['method'] {
  const name = text.toLowerCase();
  const found = methods.find((one) => one === name) ?? otherNames[name];
  if (found === undefined) throw new InvalidArgumentError([...methods, ...Object.keys(otherNames)].join(' | '));
  return found;
}

function thresholdList(text: string): Threshold[] {
  return list(text).map((part) => {
    const found = /^(?:([a-z]\d?)\s*=\s*)?(\S+)$/i.exec(part);
    if (found === null) throw new InvalidArgumentError(part);
    return { name: found[1]?.toLowerCase(), value: oneNumber(found[2] as string) };
  });
}

function membershipAtAnchor(text: string): number {
  return text === 'fsqca' ? anchorMemberships.logOdds3 : oneNumber(text);
}

/** Thresholds by the names given, or by their place. */
function named(thresholds: readonly Threshold[], names: readonly string[]): number[] | undefined {
  if (thresholds.length !== names.length) return undefined;
  const found = names.map(
    (name, at) => (thresholds.some((one) => one.name) ? thresholds.find((one) => one.name === name) : thresholds[at])?.value,
  );
  return found.includes(undefined) ? undefined : (found as number[]);
}

function anchorsOf([exclusion, crossover, inclusion]: readonly number[]): Anchors {
  return { exclusion: exclusion as number, crossover: crossover as number, inclusion: inclusion as number };
}

function needed(names: readonly string[]): Answer<never> {
  return refused('badAnchors', `该方法需要这些锚点：${names.join('、')}。`, `This method needs the anchors ${names.join(', ')}.`);
}

function calibrationOf({ method, thresholds = [], idm, below, above }: CalibrateOptions): Answer<Calibration> {
  const slope = ['e', 'c', 'i'];
  const six = ['e1', 'c1', 'i1', 'i2', 'c2', 'e2'];
  const three = named(thresholds, slope);
  switch (method) {
    case 'crisp':
    case 'indirect':
      return answered({ method, thresholds: thresholds.map(({ value }) => value) });
    case 'relative':
      return answered({ method });
    case 'logistic':
      return three ? answered({ method, ...anchorsOf(three), anchorMembership: idm }) : needed(slope);
    case 'powers':
      return three ? answered({ method, ...anchorsOf(three), below, above }) : needed(slope);
    case 'distribution':
      return three ? answered({ method, ...anchorsOf(three) }) : needed(slope);
    case 'bell': {
      const all = named(thresholds, six);
      if (all === undefined) return needed(six);
      return answered({ method, left: anchorsOf(all.slice(0, 3)), right: anchorsOf(all.slice(3).reverse()), below, above });
    }
  }
}

async function calibrated(path: string, options: CalibrateOptions, io: Io): Promise<number> {
  const read = await readTable(path, [options.column], options, io);
  if (typeof read === 'number') return read;
  const { table } = read;
  return tell(columnOf(table, options.column), options, io, ({ values }) => {
    if (options.suggest !== undefined)
      return tell(suggestedThresholds(values, options.suggest, options.linkage), options, io, (thresholds) => {
        if (options.json) return tellJson({ column: options.column, thresholds }, io);
        io.out(`${thresholds.join(', ')}\n`);
        return DONE;
      });
    const calibration = calibrationOf(options);
    const done = calibration.ok ? calibrate(values, calibration.value) : calibration;
    return tell(done, options, io, (memberships) => {
      const cases = table.cases.map((name, at) => ({ case: name, raw: values[at] ?? null, membership: memberships[at] ?? null }));
      if (options.json) return tellJson({ column: options.column, calibration: calibration.ok ? calibration.value : null, cases }, io);
      io.out(`case,${options.column}\n${cases.map((one) => `${csvField(one.case)},${one.membership ?? ''}\n`).join('')}`);
      return DONE;
    });
  });
}

function csvField(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function addCalibrateCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('calibrate')
    .description(texts.about[lang])
    .argument('<data.csv>')
    .requiredOption('--column <X>', texts.column[lang])
    .option('--method <name>', texts.method[lang], methodOf, 'logistic' as const)
    .option('--thresholds <anchors>', texts.thresholds[lang], thresholdList)
    .option('--idm <membership|fsqca>', texts.idm[lang], membershipAtAnchor, anchorMemberships.share95)
    .option('--below <power>', texts.below[lang], oneNumber, 1)
    .option('--above <power>', texts.above[lang], oneNumber, 1)
    .option('--suggest <count>', texts.suggest[lang], oneNumber)
    .addOption(new Option('--linkage <kind>', texts.linkage[lang]).choices(['complete', 'average', 'single']).default('complete'))
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((path: string, options: CalibrateOptions) => act(() => calibrated(path, options, io)));
}
