/** A report as an official memorandum: the sentence first, then findings, stage, duties, variables, superiors, advice. */
import type { CaseReport } from '@gongze/domain/report/schema';
import { variables } from '@gongze/domain/vocabulary/levels';
import { labels, sentences, term, terms } from '../messages.ts';
import { dutyLines } from './duties.ts';
import { indent, type Page, plain, table, widthOf, wrap } from './layout.ts';
import { brackets, join, labelled, namesOf, writeDate, writeIndex, writeNumber, writePercent } from './write.ts';

type Section = (report: CaseReport, page: Page) => string[];

/** Between the parts of a heading line. */
const between = ' · ';

const head: Section = (report, { lang, width }) => {
  const known = report.knownOn === null ? labels.everything[lang] : `${labels.knownOn[lang]} ${writeDate(report.knownOn, lang)}`;
  const title = plain(report.title[lang]);
  const line = [
    `${labels.asOf[lang]} ${writeDate(report.asOf, lang)}`,
    labelled(labels.edition[lang], term(terms.edition, report.edition, lang), lang),
    known,
    labelled(labels.facts[lang], writeNumber(report.facts, lang), lang),
  ].join(between);
  return [title, '═'.repeat(Math.min(width, widthOf(title))), ...wrap(line, width), '', ...wrap(report.sentence[lang], width)];
};

const findings: Section = (report, { lang, width }) => {
  const rows = report.findings.map((finding) => [
    finding.name[lang],
    term(terms.result, finding.status, lang),
    finding.since ?? labels.undated[lang],
    finding.severity.toFixed(2),
    finding.explanation[lang],
  ]);
  const columns = [
    { title: labels.dilemma[lang], max: 24 },
    { title: labels.status[lang], max: 12 },
    { title: labels.since[lang], max: 12 },
    { title: labels.severity[lang], right: true },
    { title: labels.explanation[lang] },
  ];
  const open = report.verdicts.filter(({ verdict }) => verdict === 'undetermined').map(({ name }) => name[lang]);
  const note = open.length === 0 ? [] : ['', ...wrap(labelled(labels.undetermined[lang], join(open, lang), lang), width)];
  return [labels.findings[lang], ...(rows.length === 0 ? [labels.noFindings[lang]] : table(columns, rows, width)), ...note];
};

const stage: Section = (report, { lang, width }) => {
  const stop = lang === 'zh' ? '。' : '. ';
  const topics = report.topics.flatMap(({ title, stage: at, explanation }) =>
    wrap(labelled(title[lang], `${terms.stage[at as 1 | 2 | 3][lang]}${stop}${explanation[lang]}`, lang), width),
  );
  const { conversionEfficiency, ...steps } = report.stageFunnel;
  const funnel = Object.entries(steps).map(([step, { items }]) => `${term(terms.step, step, lang)} ${writeNumber(items, lang)}`);
  const line = `${funnel.join(' → ')}${stop}${sentences.efficiency(writePercent(conversionEfficiency, lang))[lang]}`;
  return [labels.stage[lang], ...topics, ...wrap(line, width)];
};

const duties: Section = (report, page) => [labels.duties[page.lang], ...dutyLines(report, page)];

const variableTable: Section = (report, { lang, width }) => {
  const rows = variables.flatMap((name) => {
    const { index, known, components } = report.variables[name];
    const heading = [terms.variable[name][lang], writeIndex(index, lang), sentences.of(known, components.length)[lang], ''];
    const known_ = components.filter(({ value }) => value !== null);
    return [heading, ...known_.map((one) => [`· ${one.name[lang]}`, writeIndex(one.value, lang), '', one.explanation[lang]])];
  });
  const columns = [
    { title: labels.variable[lang], max: 34 },
    { title: labels.index[lang], right: true },
    { title: labels.known[lang] },
    { title: labels.explanation[lang] },
  ];
  return [labels.variables[lang], ...table(columns, rows, width)];
};

export function reasonLines(reasons: CaseReport['principles']['reasons'], { lang, width }: Page): string[] {
  return reasons.flatMap(({ met, text }) => {
    const mark = met === null ? '?' : met ? '+' : '−';
    const [first = '', ...rest] = wrap(text[lang], width - 4);
    return [`  ${mark} ${first}`, ...indent(rest, 4)];
  });
}

const superiors: Section = (report, page) => {
  const { lang, width } = page;
  const { principles } = report;
  const answers = (['necessity', 'stepwise', 'selfHelp'] as const).flatMap((id) => {
    const { holds, reasons } = principles[id];
    const answer = holds === null ? terms.result.undetermined : holds ? labels.holds : labels.holdsNot;
    return [labelled(terms.principle[id][lang], answer[lang], lang), ...reasonLines(reasons, page)];
  });
  const rungs = principles.superiors.flatMap(({ name, tier, may, already, reasons }) => {
    const channels = join(
      already.map((one) => term(terms.channel, one, lang)),
      lang,
    );
    const by = already.length === 0 ? '' : brackets(`${labels.already[lang]} ${channels}`, lang);
    return [...wrap(labelled(`${name[lang]} ${tier}`, `${terms.may[may][lang]}${by}`, lang), width), ...reasonLines(reasons, page)];
  });
  const eligible = principles.eligible === null ? labels.none[lang] : namesOf([principles.eligible], report.actors, lang);
  return [
    labels.superiors[lang],
    ...answers,
    '',
    ...(rungs.length === 0 ? [labels.noLadder[lang]] : rungs),
    labelled(labels.eligible[lang], eligible, lang),
  ];
};

const advice: Section = (report, { lang, width }) => {
  const lines = report.advice.flatMap(({ title, why, exit }, index) => {
    const number = `${index + 1}. `;
    const body = [...wrap(why[lang], width - 3), ...wrap(labelled(labels.exit[lang], exit[lang], lang), width - 3)];
    return [`${number}${title[lang]}`, ...indent(body, 3)];
  });
  if (lines.length > 0) return [labels.advice[lang], ...lines];
  const { holds } = report.principles.necessity;
  const why = holds === true ? labels.noAdvice : holds === null ? labels.openNecessity : labels.noNecessity;
  return [labels.advice[lang], why[lang]];
};

const corrections: Section = (report, { lang, width }) =>
  report.corrections.length === 0
    ? []
    : [
        labels.corrections[lang],
        ...report.corrections.flatMap(({ target, by, reason }) => wrap(labelled(`${target} ← ${by}`, reason[lang], lang), width)),
      ];

const foot: Section = (report, { lang, width }) => {
  const { hash, overridden } = report.parameters;
  const set = overridden.length === 0 ? [] : wrap(labelled(labels.overridden[lang], join(overridden, lang), lang), width);
  return [...set, `${labels.parameters[lang]} ${hash.slice(0, 16)}${between}${labels.why[lang]} ${report.case} …`];
};

/** The whole memorandum. */
export function memo(report: CaseReport, page: Page): string {
  const sections = [head, findings, stage, duties, variableTable, superiors, advice, corrections, foot].map((section) =>
    section(report, page),
  );
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
