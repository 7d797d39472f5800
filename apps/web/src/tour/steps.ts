/** The tour: five places in the history of one case, each a view that could as well have been reached by hand. */
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { View } from '../view/address.ts';

export interface Step {
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** What to try before going on. */
  readonly hint: Bilingual;
  readonly view: Partial<View>;
}

export const tourCase = 'xixian';

export const steps: readonly Step[] = [
  {
    title: { zh: '两市签了协议', en: 'Two cities sign an agreement' },
    text: {
      zh: '2002年底，西安与咸阳签署经济一体化协议，交通同网在列。页面第一句话是当日的结论：协议空泛、协调乏力。时间轴上，上级在上，联合机构居中，各方在下，责任事项从起点画到期限。',
      en: 'At the end of 2002 Xi’an and Xianyang agree to integrate, transport included. The first sentence of the page is what holds on that day: the agreement is vague and the coordinator weak. On the time axis superiors stand above, joint bodies in the middle, the parties below, and duties run from their start to their due date.',
    },
    hint: { zh: '拖动下方滑块：整页随日期重算。', en: 'Move the slider below: the whole page is computed anew for its date.' },
    view: { asOf: isoDateOf('2003-06-30'), tab: 'findings' },
  },
  {
    title: { zh: '期限过了，没有行动', en: 'The date passes, nothing was done' },
    text: {
      zh: '规划纲要要求2010年前建成对接道路、贯通地铁、开通公交。30天宽限期满，诊断出“决而不行”。逾期由日历推算，不由人填写。',
      en: 'The outline wanted roads linked, the metro extended and buses running by 2010. After thirty days’ grace the finding is “decision without action”. Overdue follows from the calendar; nobody types it in.',
    },
    hint: {
      zh: '点一条诊断后面的“为什么？”：看到规则、阈值、事实和来源，以及什么会改变结论。',
      en: 'Press “Why?” beside a finding: you see the rule, its thresholds, the facts with their sources, and what would change it.',
    },
    view: { asOf: isoDateOf('2011-01-31'), tab: 'findings' },
  },
  {
    title: { zh: '谁可以介入', en: 'Who may step in' },
    text: {
      zh: '三条原则逐个上级、逐个手段作答：非必要不干预，层层递进，助其自助。这一天，陕西省可增加手段，国务院尚不可介入，每一条都写明理由。',
      en: 'Three principles answer for each superior and each instrument: only if necessary, the nearest first, help to self-help. On this day Shaanxi may add instruments and the State Council not yet, each with its reasons.',
    },
    hint: {
      zh: '向下翻到“建议”：介入程度最低的手段排在前面。',
      en: 'Scroll down to the advice: the least intrusive instrument comes first.',
    },
    view: { asOf: isoDateOf('2012-01-31'), tab: 'superiors' },
  },
  {
    title: { zh: '介入了，却没有考核', en: 'Intervention without assessment' },
    text: {
      zh: '上级以组织手段介入：设新区，2017年交西安代管。没有考核和督查的记录。与京津冀并排一看，差别就在这里；两个案例能指出差别，不能证明原因。',
      en: 'The superior intervenes by organisation: a New Area, entrusted to Xi’an in 2017. No assessment and no inspection are on record. Beside Beijing–Tianjin–Hebei that is where the two differ; two cases can show a difference, they cannot prove a cause.',
    },
    hint: { zh: '在表中比较同一天的两个案例。', en: 'Compare both cases on the same day in the table.' },
    view: { asOf: isoDateOf('2017-12-31'), tab: 'compare' },
  },
  {
    title: { zh: '迟到的地铁，可以再查的历史', en: 'A late metro, and a history that can be asked again' },
    text: {
      zh: '2023年9月21日，地铁贯通两市主城区，比2010年底晚了4,647天。论文说没有成功；公开来源作了更正，两者都留着。每条事实有来源、有核实程度、有三个时间。',
      en: 'On 21 September 2023 the metro joins both main urban areas, 4,647 days after the end of 2010. The article knows no success; public sources correct it, and both stay visible. Every fact has a source, how far it was verified, and three times.',
    },
    hint: {
      zh: '切换“论文版／增补版”，或填写“按何时所知”。然后开始自己的案例。',
      en: 'Switch between the article’s edition and the enriched one, or set “as known on”. Then start a case of your own.',
    },
    view: { asOf: isoDateOf('2023-09-30'), tab: 'facts' },
  },
];
