/** An analysis of durations on a page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type {
  CompetingDocument,
  CoxDocument,
  KaplanMeierDocument,
  LogRankDocument,
  Maybe,
  Notice,
  RmstDocument,
} from '@gongze/studies/survival/index';
import { type Page, plain, table, wrap } from '../text/layout.ts';

export interface SurvivalDocuments {
  readonly km: KaplanMeierDocument;
  readonly logrank: LogRankDocument;
  readonly cox: CoxDocument;
  readonly rmst: RmstDocument;
  readonly competing: CompetingDocument;
}

const stepsShown = 40;

const texts = {
  curve: { zh: '生存曲线', en: 'Survival curve' },
  time: { zh: '时间', en: 'time' },
  risk: { zh: '在险', en: 'at risk' },
  events: { zh: '事件', en: 'events' },
  survival: { zh: '未发生', en: 'not yet' },
  error: { zh: '标准误', en: 'std. error' },
  lower: { zh: '下限', en: 'lower' },
  upper: { zh: '上限', en: 'upper' },
  group: { zh: '组', en: 'group' },
  median: { zh: '中位数', en: 'median' },
  mean: { zh: '平均', en: 'mean' },
  observed: { zh: '观察', en: 'observed' },
  expected: { zh: '期望', en: 'expected' },
  logrank: { zh: '组间检验', en: 'Test between groups' },
  cox: { zh: 'Cox 回归', en: 'Cox regression' },
  term: { zh: '项', en: 'term' },
  proportional: { zh: '比例风险检验', en: 'Test of proportional hazards' },
  ratio: { zh: '风险比', en: 'hazard ratio' },
  rmst: { zh: '限制平均时间', en: 'Restricted mean time' },
  contrast: { zh: '比较', en: 'contrast' },
  estimate: { zh: '估计', en: 'estimate' },
  incidence: { zh: '累积发生率', en: 'Cumulative incidence' },
  all: { zh: '全部', en: 'all' },
} as const satisfies Record<string, Bilingual>;

const measures: Readonly<Record<RmstDocument['contrast'][number]['measure'], Bilingual>> = {
  'RMST difference': { zh: '平均时间之差', en: 'difference of means' },
  'RMST ratio': { zh: '平均时间之比', en: 'ratio of means' },
  'RMTL ratio': { zh: '损失时间之比', en: 'ratio of times lost' },
};

/** Four digits that count; a dash where there is nothing. */
export function shown(value: Maybe | string | undefined): string {
  if (typeof value === 'string') return plain(value);
  return value === null || value === undefined ? '–' : String(Number(value.toPrecision(4)));
}

function rows(titles: readonly string[], values: readonly (readonly (Maybe | string | undefined)[])[], { width }: Page): string[] {
  const columns = titles.map((title, at) => ({ title, right: at > 0 }));
  return [
    ...table(
      columns,
      values.map((row) => row.map(shown)),
      width,
    ),
    '',
  ];
}

/** At most so many steps, spread evenly, the last always among them. */
function sample(count: number): number[] {
  if (count <= stepsShown) return [...Array(count).keys()];
  return Array.from({ length: stepsShown }, (_, at) => Math.round((at * (count - 1)) / (stepsShown - 1)));
}

function kmText({ curves, table: summary, conf }: KaplanMeierDocument, page: Page): string[] {
  const t = (key: keyof typeof texts): string => texts[key][page.lang];
  const limitNames = [`${conf.level}LCL`, `${conf.level}UCL`];
  const head = rows(
    [t('group'), 'n', t('events'), t('mean'), t('median'), t('lower'), t('upper')],
    summary.map((row) => [
      row['stratum'],
      row['records'],
      row['events'],
      row['rmean'],
      row['median'],
      ...limitNames.map((name) => row[name]),
    ]),
    page,
  );
  const lines = Object.entries(curves).flatMap(([label, curve]) => [
    `${t('curve')} · ${plain(label)}`,
    '',
    ...rows(
      [t('time'), t('risk'), t('events'), t('survival'), t('error'), t('lower'), t('upper')],
      sample(curve.time.length).map((at) =>
        (['time', 'n.risk', 'n.event', 'surv', 'std.err', 'lower', 'upper'] as const).map((name) => curve[name][at]),
      ),
      page,
    ),
  ]);
  return [...head, ...lines];
}

function logRankText(document: LogRankDocument, page: Page): string[] {
  const t = (key: keyof typeof texts): string => texts[key][page.lang];
  const { groups, n, obs, exp, chisq, df, p } = document;
  return [
    t('logrank'),
    '',
    ...rows(
      [t('group'), 'n', t('observed'), t('expected')],
      groups.map((group, at) => [group, n[at], obs[at], exp[at]]),
      page,
    ),
    `χ² = ${shown(chisq)}, df = ${df}, p = ${shown(p)}`,
    '',
  ];
}

function coxText(document: CoxDocument, page: Page): string[] {
  const t = (key: keyof typeof texts): string => texts[key][page.lang];
  const { n, nevent, coefficients, lr, wald, score, concordance, zph_km: proportional } = document;
  const names = Object.keys(coefficients[0] ?? {}).slice(-2);
  return [
    `${t('cox')} · n = ${n}, ${t('events')} ${nevent}`,
    '',
    ...rows(
      [t('term'), 'coef', t('ratio'), t('error'), 'z', 'p', t('lower'), t('upper')],
      coefficients.map((row) =>
        ['term', 'coef', 'hr', 'robust_se' in row ? 'robust_se' : 'se', 'z', 'p', ...names].map((name) => row[name]),
      ),
      page,
    ),
    ...Object.entries({ LR: lr, Wald: wald, score }).map(
      ([name, test]) => `${name}: χ² = ${shown(test.test)}, df = ${test.df}, p = ${shown(test.pvalue)}`,
    ),
    `C = ${shown(concordance.C)} (${t('error')} ${shown(concordance['se(C)'])})`,
    '',
    t('proportional'),
    '',
    ...rows(
      [t('term'), 'χ²', 'df', 'p'],
      proportional.map(({ term, chisq, df, p }) => [term === 'GLOBAL' ? t('all') : term, chisq, df, p]),
      page,
    ),
  ];
}

function rmstText({ tau, arms, contrast }: RmstDocument, page: Page): string[] {
  const t = (key: keyof typeof texts): string => texts[key][page.lang];
  return [
    `${t('rmst')} · τ = ${shown(tau)}`,
    '',
    ...rows(
      [t('group'), 'n', t('estimate'), t('error'), t('lower'), t('upper')],
      arms.map(({ group, n, rmst }) => [group, n, rmst['Est.'], rmst.se, rmst.lower, rmst.upper]),
      page,
    ),
    ...rows(
      [t('contrast'), t('estimate'), t('lower'), t('upper'), 'p'],
      contrast.map((one) => [
        `${measures[one.measure][page.lang]}: ${one.group} / ${one.against}`,
        one['Est.'],
        one.lower,
        one.upper,
        one.p,
      ]),
      page,
    ),
  ];
}

function competingText({ states, curves }: CompetingDocument, page: Page): string[] {
  const t = (key: keyof typeof texts): string => texts[key][page.lang];
  return Object.entries(curves).flatMap(([label, curve]) => [
    `${t('incidence')} · ${plain(label)}`,
    '',
    ...rows(
      [t('time'), t('risk'), ...states.slice(1).flatMap((state) => [state, t('error')])],
      sample(curve.time.length).map((at) => [
        curve.time[at],
        curve['n.risk'][at],
        ...states.slice(1).flatMap((_, kind) => [curve.pstate[at]?.[kind + 1], curve['std.err'][at]?.[kind + 1]]),
      ]),
      page,
    ),
  ]);
}

export function survivalText(documents: Partial<SurvivalDocuments>, page: Page): string {
  const { km, logrank, cox, rmst, competing } = documents;
  const notices = new Map<Notice['kind'], Notice>();
  for (const one of [km, logrank, cox, rmst, competing]) for (const notice of one?.notices ?? []) notices.set(notice.kind, notice);
  const lines = [
    ...(km ? kmText(km, page) : []),
    ...(logrank ? logRankText(logrank, page) : []),
    ...(cox ? coxText(cox, page) : []),
    ...(rmst ? rmstText(rmst, page) : []),
    ...(competing ? competingText(competing, page) : []),
    ...[...notices.values()].flatMap(({ text }) => [...wrap(plain(text[page.lang]), page.width), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
