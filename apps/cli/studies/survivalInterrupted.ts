/** `gongze interrupted`: a series before and after an intervention. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type InterruptedDocument, interruptedDocument, seriesOf } from '@gongze/studies/survival/index';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { type Page, table } from '../text/layout.ts';
import { tellJson } from './options.ts';
import { type ComparisonOptions, oneNumber } from './qcaInput.ts';
import type { Registration } from './registration.ts';
import { readSurvival, tellAnswer } from './survivalInput.ts';
import { shown } from './survivalText.ts';

interface InterruptedOptions extends ComparisonOptions {
  readonly time: string;
  readonly value: string;
  readonly at: number;
  readonly lag?: number;
}

const texts = {
  about: { zh: '间断时间序列：干预前后水平与斜率的变化', en: 'interrupted time series: change of level and slope at an intervention' },
  time: { zh: '时间列', en: 'column of times' },
  value: { zh: '数值列', en: 'column of values' },
  at: { zh: '干预的时间', en: 'time of the intervention' },
  lag: { zh: '容许的自相关阶数', en: 'lags of autocorrelation allowed for' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
  term: { zh: '项', en: 'term' },
  estimate: { zh: '估计', en: 'estimate' },
  error: { zh: '标准误', en: 'std. error' },
  lower: { zh: '下限', en: 'lower' },
  upper: { zh: '上限', en: 'upper' },
} as const satisfies Record<string, Bilingual>;

const terms: readonly Bilingual[] = [
  { zh: '干预时的水平（若无干预）', en: 'level at the intervention, without it' },
  { zh: '此前的斜率', en: 'slope before' },
  { zh: '水平变化', en: 'change of level' },
  { zh: '斜率变化', en: 'change of slope' },
];

function page(document: InterruptedDocument, { lang, width }: Page): string {
  const titles = [texts.term[lang], texts.estimate[lang], texts.error[lang], 't', 'p', texts.lower[lang], texts.upper[lang]];
  const rows = document.coefficients.map((row, at) => [
    terms[at]?.[lang] ?? '',
    ...['coef', 'se', 't', 'p', 'lower', 'upper'].map((name) => shown(row[name])),
  ]);
  const { n, before, after, lag, durbinWatson } = document;
  const said: Bilingual = {
    zh: `${n}个点，干预前${before}个，干预后${after}个；标准误容许${lag}阶自相关；Durbin–Watson ${shown(durbinWatson)}。`,
    en: `${n} points, ${before} before and ${after} after; errors allow for autocorrelation up to lag ${lag}; Durbin–Watson ${shown(durbinWatson)}.`,
  };
  const lines = table(
    titles.map((title, at) => ({ title, right: at > 0 })),
    rows,
    width,
  );
  return `${[...lines, '', said[lang]].join('\n')}\n`;
}

async function interrupted(path: string, options: InterruptedOptions, io: Io): Promise<number> {
  const read = await readSurvival(path, options, io);
  if (typeof read === 'number') return read;
  return tellAnswer(seriesOf(read.table, options.time, options.value), options, io, (series) => {
    const { at, lag } = options;
    const document = interruptedDocument(series, { at, level: 0.95, ...(lag !== undefined && { lag }) });
    return tellAnswer(document, options, io, (value) => {
      if (options.json) return tellJson(value, io);
      io.out(page(value, pageOf(options, io)));
      return DONE;
    });
  });
}

export function addInterruptedCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  const help = (key: keyof typeof texts): string => texts[key][lang as Language];
  program
    .command('interrupted')
    .description(help('about'))
    .argument('<data.csv>')
    .requiredOption('--time <t>', help('time'))
    .requiredOption('--value <y>', help('value'))
    .requiredOption('--at <time>', help('at'), oneNumber)
    .option('--lag <lags>', help('lag'), oneNumber)
    .option('--lang <zh|en>', help('lang'), oneLanguage)
    .option('--json', help('json'))
    .action((path: string, options: InterruptedOptions) => act(() => interrupted(path, options, io)));
}
