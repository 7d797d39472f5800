/** What goes with a replication package besides data and script of the sets: times to conversion with a script of their own, and a README. */
import type { ReplicationFile } from './replication.ts';

export interface ReplicatedTime {
  readonly case: string;
  readonly time: number;
  readonly event: 0 | 1;
  readonly group: string;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** survival.csv and survival.R: curves with log limits, medians and the log-rank test, as R's `survival` gives them. */
export function survivalReplication(rows: readonly ReplicatedTime[]): ReplicationFile[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) => [csvField(row.case), row.time, row.event, csvField(row.group)].join());
  const groups = new Set(rows.map(({ group }) => group)).size;
  const script = [
    '# Needs the package survival, which comes with R.',
    'library(survival)',
    '',
    'data <- read.csv("survival.csv", check.names = FALSE)',
    'fit <- survfit(Surv(time, event) ~ group, data = data, conf.type = "log")',
    'print(summary(fit, censored = TRUE))',
    'print(summary(fit)$table)',
    ...(groups > 1 ? ['print(survdiff(Surv(time, event) ~ group, data = data))'] : []),
    '',
  ];
  return [
    { name: 'survival.csv', content: `case,time,event,group\n${lines.join('\n')}\n` },
    { name: 'survival.R', content: script.join('\n') },
  ];
}

export interface ReplicationNotes {
  readonly title: { readonly zh: string; readonly en: string };
  /** Where the cases come from, and how far they reach. */
  readonly origin: { readonly zh: string; readonly en: string };
  readonly simulated: boolean;
  /** What was concluded, so that whoever repeats it can tell whether it came out the same. */
  readonly results: readonly string[];
  readonly files: readonly string[];
}

const fileTexts: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'data.csv': { zh: '校准后的集合，每行一个案例', en: 'the calibrated sets, a case a row' },
  'raw.csv': { zh: '校准前的数值', en: 'the measures before calibration' },
  'settings.json': { zh: '全部设定，含锚点、理由与日期', en: 'all settings, anchors with their reasons and dates' },
  'analysis.R': { zh: '给出同样真值表与解的R脚本（需QCA包）', en: 'R script that gives the same truth table and solution (package QCA)' },
  'survival.csv': { zh: '至转化的时间', en: 'times to conversion' },
  'survival.R': { zh: '给出同样曲线与检验的R脚本（需survival包）', en: 'R script that gives the same curves and test (package survival)' },
  'evidence.csv': { zh: '每一格所依据的事实编号', en: 'the facts behind every cell, by number' },
};

const made = {
  zh: '本包数据由模型生成，只说明模型假设的推论，不是任何政府的记录。',
  en: 'The data were made by a model. They show what follows from its assumptions and are no record of any government.',
} as const;
const repeat = {
  zh: '重复：在本文件夹中运行 `Rscript analysis.R`，结果应为：',
  en: 'To repeat: run `Rscript analysis.R` in this folder. It should give:',
} as const;

/** README.md, in both languages. */
export function replicationReadme({ title, origin, simulated, results, files }: ReplicationNotes): ReplicationFile {
  const section = (lang: 'zh' | 'en'): string[] => [
    `# ${title[lang]}`,
    '',
    origin[lang],
    '',
    ...(simulated ? [made[lang], ''] : []),
    ...files.map((name) => `- \`${name}\`${lang === 'zh' ? '：' : ': '}${fileTexts[name]?.[lang] ?? ''}`),
    '',
    repeat[lang],
    '',
    ...results.map((line) => `    ${line}`),
    '',
  ];
  const content = [...(simulated ? ['**模拟 · SIMULATED**', ''] : []), ...section('zh'), ...section('en')];
  return { name: 'README.md', content: content.join('\n') };
}
