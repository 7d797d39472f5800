/** `gongze hindcast`: the model judged on a real case, by what came after the facts it was given. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseReport } from '@gongze/domain/report/schema';
import { refusal } from '@gongze/studies/parameters/parameters';
import { type Hindcast, hindcast } from '@gongze/studies/simulation/calibration/hindcast';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { applicationFor, readCase } from '../sources.ts';
import { tellJson, tellRefusals } from './options.ts';
import type { Registration } from './registration.ts';

interface HindcastOptions {
  readonly lang?: Language;
  readonly json?: boolean;
}

/** The two cases that are shipped: where the joint work begins, what is known, what is judged. */
const tasks = [
  { case: 'jingjinji', start: '2013-09-01', known: ['2014-12-31', '2015-12-31'], judged: '2017-12-31' },
  { case: 'xixian', start: '2002-12-01', known: ['2010-12-31', '2011-12-31'], judged: '2023-12-31' },
] as const;

const runs = 6000;
const seed = 1;

const texts = {
  about: {
    zh: '以案例检验模型：按截止日之前的事实预测其后，并计分',
    en: 'test the model on the cases: forecast from facts up to a date, score what came after',
  },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
  note: {
    zh: '每个案例只有一次判定：分数说明不了普遍的预测能力。CRPS 越小越好。',
    en: 'One judgement a case: the scores say nothing of forecasting in general. A lower CRPS is better.',
  },
  observed: { zh: '实际', en: 'observed' },
  forecast: { zh: '预测（5—95%）', en: 'forecast (5–95%)' },
  covered: { zh: '落入区间', en: 'inside the interval' },
  missed: { zh: '落在区间外', en: 'outside the interval' },
  model: { zh: '模型', en: 'model' },
  persistence: { zh: '维持不变', en: 'no change' },
  trend: { zh: '趋势外推', en: 'trend' },
  ignorance: { zh: '一无所知', en: 'ignorance' },
} as const satisfies Record<string, Bilingual>;

async function judge(task: (typeof tasks)[number]): Promise<Hindcast> {
  const governments = gb2260();
  const history = await readCase(task.case, governments);
  if (!history.ok) throw new Error(`bug: the shipped case ${task.case} does not read`);
  const application = applicationFor(history.value, governments);
  const report = async (asOf: string): Promise<CaseReport> => {
    const answer = await application.caseReport({ caseId: history.value.caseId, asOf, parameters: {} });
    if (!answer.ok) throw new Error(`bug: no report of ${task.case} on ${asOf}`);
    return answer.value;
  };
  const known = await Promise.all(task.known.map(report));
  const found = hindcast({ start: task.start, known, judged: await report(task.judged), runs, seed });
  if (found === undefined) throw new Error(`bug: nothing can be judged of ${task.case}`);
  return found;
}

function text(name: string, { cutOff, judgedOn, observed, forecast, covered, crps, kept, runs: all }: Hindcast, lang: Language): string {
  const score = (key: keyof Hindcast['crps']): string => `${texts[key][lang]} ${crps[key].toFixed(3)}`;
  const keys = ['model', 'persistence', 'trend', 'ignorance'] as const;
  return [
    `${name}  ${cutOff} → ${judgedOn}`,
    `    ${texts.observed[lang]} ${observed.toFixed(3)} · ${texts.forecast[lang]} ${forecast.median.toFixed(3)} (${forecast.low.toFixed(3)} – ${forecast.high.toFixed(3)}), ${(covered ? texts.covered : texts.missed)[lang]} · n = ${kept}/${all}`,
    `    CRPS: ${keys.map(score).join(' · ')}`,
    '',
  ].join('\n');
}

async function showHindcasts(name: string | undefined, options: HindcastOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const chosen = tasks.filter((task) => name === undefined || task.case === name);
  if (chosen.length === 0) {
    const known = tasks.map((task) => task.case).join(', ');
    return tellRefusals([refusal('outOfRange', 'case', `案例应为 ${known} 之一`, `the case is one of ${known}`)], options, io);
  }
  const judged = await Promise.all(chosen.map(async (task) => [task.case, await judge(task)] as const));
  if (options.json) return tellJson(Object.fromEntries(judged), io);
  for (const [id, found] of judged) io.out(text(id, found, lang));
  io.out(`${texts.note[lang]}\n`);
  return DONE;
}

export function addHindcastCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('hindcast')
    .description(texts.about[lang])
    .argument('[case]')
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((name: string | undefined, options: HindcastOptions) => act(() => showHindcasts(name, options, io)));
}
