/** `--estimate`: what the model expects of the advised instruments, beside the answers on a case. */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Refusal, valueRefusal } from '@gongze/studies/parameters/parameters';
import { type Estimate, effectLimits, estimateOf } from '@gongze/studies/simulation/what-if/effect';
import { type Page, wrap } from './text/layout.ts';

export interface EstimateOptions {
  readonly estimate?: boolean;
  readonly runs?: string;
  readonly seed?: string;
}

export const estimateHelp = {
  estimate: { zh: '由模型估计所建议手段的预期效果', en: 'let the model estimate the effect of what is advised' },
  runs: { zh: '每组参数的运行次数（与 --estimate 同用）', en: 'runs of every parameter set, with --estimate' },
  seed: { zh: '随机种子（与 --estimate 同用）', en: 'seed, with --estimate' },
} as const satisfies Record<string, Bilingual>;

const texts = {
  heading: { zh: '预期效果（模拟）', en: 'EXPECTED EFFECTS (SIMULATED)' },
  none: { zh: '此处没有可估计的建议。', en: 'Nothing is advised here whose effect could be estimated.' },
  how: {
    zh: '预期效果未估计；加 --estimate 由模型估计（可加 --runs N --seed S）。',
    en: 'Expected effects were not estimated; --estimate asks the model (with --runs N --seed S).',
  },
  basis: (members: number, of: number, runs: number, seed: number): Bilingual => ({
    zh: `与案例相容的${members}/${of}组参数，每组${runs}次运行，种子${seed}。`,
    en: `${members} of ${of} parameter sets that fit the case, ${runs} runs each, seed ${seed}.`,
  }),
} as const;

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** What is wrong with `--runs` and `--seed`. */
export function estimateRefusals({ runs, seed }: EstimateOptions): readonly Refusal[] {
  return [
    runs === undefined ? undefined : valueRefusal(effectLimits.runs, number(runs)),
    seed === undefined ? undefined : valueRefusal(effectLimits.seed, number(seed)),
  ].filter((one) => one !== undefined);
}

export function estimateFor(report: CaseReport, { runs, seed }: EstimateOptions): Estimate {
  return estimateOf(report, runs === undefined ? undefined : number(runs), seed === undefined ? undefined : number(seed));
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** Each effect with its interval, and what the model is and is not. */
export function estimateText(estimate: Estimate, report: CaseReport, { lang, width }: Page): string {
  const titles = new Map(report.advice.map(({ instrument, title }) => [instrument, title[lang]]));
  const lines = estimate.effects.map(
    ({ instrument, strength, median, low, high }) =>
      `  ${signed(median)} [${signed(low)}, ${signed(high)}]  ${titles.get(instrument) ?? instrument} (${strength}/5)`,
  );
  const { members, of, runs, seed } = estimate;
  const body = lines.length === 0 ? [texts.none[lang]] : [...lines, '', ...wrap(texts.basis(members, of, runs, seed)[lang], width)];
  return `\n${[texts.heading[lang], ...body, ...wrap(estimate.statement[lang], width)].join('\n')}\n`;
}

/** How to ask, where nothing was asked for and there is advice. */
export function howToAsk(report: CaseReport, { lang, width }: Page): string {
  return report.advice.length === 0 ? '' : `\n${wrap(texts.how[lang], width).join('\n')}\n`;
}
