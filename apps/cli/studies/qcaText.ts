/** An analysis on a page: the truth table, the models with their fit, and what must be said about them. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { FittedModel, QcaDocument } from '@gongze/studies/comparison/qca/index';
import { type Page, plain, table, wrap } from '../text/layout.ts';
import { share } from './qcaInput.ts';

const modelsShown = 20;

const texts = {
  truthTable: { zh: '真值表', en: 'Truth table' },
  row: { zh: '行', en: 'row' },
  cases: { zh: '案例', en: 'cases' },
  outcome: { zh: '结果', en: 'out' },
  model: { zh: '模型', en: 'Model' },
  whole: { zh: '整体', en: 'whole' },
  term: { zh: '项', en: 'term' },
  shared: { zh: '各模型共有的项', en: 'In every model' },
  nothing: { zh: '无', en: 'nothing' },
  complex: { zh: '复杂解', en: 'Complex solution' },
  parsimonious: { zh: '简约解', en: 'Parsimonious solution' },
  intermediate: { zh: '中间解', en: 'Intermediate solution' },
} as const satisfies Record<string, Bilingual>;

function truthTableText(document: QcaDocument, { lang, width }: Page): string[] {
  const columns = [
    { title: texts.row[lang], right: true },
    ...document.conditions.map((name) => ({ title: plain(name), right: true })),
    { title: texts.outcome[lang], right: true },
    { title: 'n', right: true },
    { title: 'incl', right: true },
    { title: 'PRI', right: true },
    { title: texts.cases[lang] },
  ];
  const rows = document.truthTable.map(({ row, values, out, n, incl, pri, cases }) => [
    String(row),
    ...values.map(String),
    out,
    String(n),
    share(incl),
    share(pri),
    plain(cases.join(', ')),
  ]);
  return table(columns, rows, width);
}

function modelText(model: FittedModel, number: number, outcome: string, { lang, width }: Page): string[] {
  const columns = [texts.term[lang], 'inclS', 'PRI', 'covS', 'covU'].map((title, at) => ({ title, right: at > 0 }));
  const rows = [
    ...model.termFits.map(({ term, inclS, PRI, covS, covU }) => [term, share(inclS), share(PRI), share(covS), share(covU)]),
    [texts.whole[lang], share(model.inclS), share(model.PRI), share(model.covS), ''],
  ];
  return [
    ...wrap(`${texts.model[lang]} ${number}: ${model.terms.join(' + ')} → ${outcome}`, width),
    '',
    ...table(columns, rows, width),
    '',
  ];
}

export function qcaText(document: QcaDocument, page: Page): string {
  const { lang, width } = page;
  const more = document.modelCount - Math.min(document.models.length, modelsShown);
  const moreText: Bilingual = {
    zh: `另有${more}个模型未列出；用 --json 可全部取得。`,
    en: `${more} more models are not listed; --json gives them all.`,
  };
  const lines = [
    texts.truthTable[lang],
    '',
    ...truthTableText(document, page),
    '',
    `${texts[document.solution][lang]}`,
    '',
    ...document.models.slice(0, modelsShown).flatMap((model, at) => modelText(model, at + 1, document.outcome, page)),
    ...(more > 0 ? [moreText[lang], ''] : []),
    ...(document.modelCount > 1 ? [`${texts.shared[lang]}: ${document.essential.join(', ') || texts.nothing[lang]}`, ''] : []),
    ...document.notices.flatMap(({ text }) => [...wrap(plain(text[lang]), width), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
