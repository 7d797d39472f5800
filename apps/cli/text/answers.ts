/** Explanations and answers on intervention, as text. */
import type { Change, ExplainedFact, ExplainedResult, Explanation, MayIntervene } from '@gongze/application';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { labels, sentences, term, terms } from '../messages.ts';
import { indent, type Page, wrap } from './layout.ts';
import { reasonLines } from './memo.ts';
import { brackets, clauses, join, labelled, namesOf, writeDate, writeNumber, writeOccurred } from './write.ts';

export type Names = Readonly<Record<string, Bilingual>>;

function heading({ asOf, edition, knownOn }: { asOf: string; edition: string; knownOn: string | null }, { lang }: Page): string {
  const known = knownOn === null ? labels.everything[lang] : `${labels.knownOn[lang]} ${writeDate(knownOn, lang)}`;
  return [
    `${labels.asOf[lang]} ${writeDate(asOf, lang)}`,
    labelled(labels.edition[lang], term(terms.edition, edition, lang), lang),
    known,
  ].join(' · ');
}

function factLines(fact: ExplainedFact, { lang, width }: Page): string[] {
  const title = fact.title?.[lang] ?? fact.type;
  const corrected = fact.correctedBy === null ? '' : brackets(`${labels.correctedBy[lang]} ${fact.correctedBy}`, lang);
  const verification = term(terms.verification, fact.verification, lang);
  const sources = fact.sources.map((source) => {
    const parts = [source.publisher[lang], source.title?.[lang], source.date && writeDate(source.date, lang), source.section, source.url];
    const repost = source.seenAs === 'repost' ? labels.seenAsRepost[lang] : undefined;
    return join(
      [...parts, repost].filter((part): part is string => part !== undefined && part !== ''),
      lang,
    );
  });
  return [
    ...wrap(`${fact.id}  ${writeOccurred(fact.occurred, lang)}  ${title}${corrected} [${verification}]`, width - 2),
    ...indent(
      sources.flatMap((source) => wrap(labelled(labels.sources[lang], source, lang), width - 6)),
      4,
    ),
  ];
}

function changeText(change: Change, explanation: Explanation, facts: readonly ExplainedFact[], { lang }: Page): string {
  const result =
    'result' in change
      ? ((terms.result as Readonly<Record<string, Bilingual>>)[change.result] ?? { zh: change.result, en: change.result })
      : labels.unknown;
  if (change.kind === 'fact') {
    const title = facts.find(({ id }) => id === change.fact)?.title?.[lang];
    return sentences.withoutFact(title === undefined ? change.fact : `${change.fact} (${title})`, result)[lang];
  }
  const title = explanation.thresholds.find(({ parameter }) => parameter === change.parameter)?.title[lang] ?? change.parameter;
  if (change.kind === 'noEffect') return sentences.noEffect(title)[lang];
  return sentences.threshold(title, writeNumber(change.value, lang), result)[lang];
}

function resultLines(result: ExplainedResult, explanation: Explanation, names: Names, page: Page): string[] {
  const { lang, width } = page;
  const since = result.since === null ? [] : [`${labels.since[lang].toLowerCase()} ${writeDate(result.since, lang)}`];
  const severity = result.severity === null ? [] : [`${labels.severity[lang].toLowerCase()} ${result.severity.toFixed(2)}`];
  const subjects =
    result.subjects.length === 0 ? [] : [labelled(labels.subjects[lang].toLowerCase(), namesOf(result.subjects, names, lang), lang)];
  const facts =
    result.facts.length === 0 ? wrap(labels.noEvidence[lang], width - 2) : result.facts.flatMap((fact) => factLines(fact, page));
  const changes = result.changes.map((change) => changeText(change, explanation, result.facts, page));
  const noFact = result.facts.length > 0 && !result.changes.some(({ kind }) => kind === 'fact') ? [labels.noFactDecides[lang]] : [];
  return [
    ...wrap(labelled(result.key, join([term(terms.result, result.status, lang), ...since, ...severity, ...subjects], lang), lang), width),
    ...indent(wrap(result.explanation[lang], width - 2), 2),
    '',
    labels.evidence[lang],
    ...indent(facts, 2),
    '',
    labels.changes[lang],
    ...[...noFact, ...changes].flatMap((text) => wrap(text, width - 4).map((line, index) => (index === 0 ? `  · ${line}` : `    ${line}`))),
  ];
}

/** @param names of what is no actor: the case, its duties, topics, agreements. */
export function explanationText(explanation: Explanation, named: Names, page: Page): string {
  const names = { ...named, ...explanation.actors };
  const { lang, width } = page;
  const { rule, thresholds, results } = explanation;
  const bounds = thresholds.map(
    ({ title, value, parameter, from, source }) =>
      labelled(title[lang], writeNumber(value, lang), lang) +
      brackets(
        clauses([parameter, labelled(labels.setBy[lang], source[lang], lang), `${labels.validFrom[lang]} ${writeDate(from, lang)}`], lang),
        lang,
      ),
  );
  const lines = [
    `${rule.name[lang]} · ${rule.id}`,
    heading(explanation, page),
    '',
    labels.thresholds[lang],
    ...indent(bounds.length === 0 ? [labels.none[lang]] : bounds.flatMap((bound) => wrap(bound, width - 2)), 2),
    ...results.flatMap((result) => ['', ...resultLines(result, explanation, names, page)]),
    ...(rule.remedy === null ? [] : ['', labels.remedy[lang], ...indent(wrap(rule.remedy[lang], width - 2), 2)]),
  ];
  return `${lines.join('\n')}\n`;
}

export function interventionText(answer: MayIntervene, page: Page): string {
  const { lang, width } = page;
  const instruments = (may: boolean): string => {
    const names = answer.instruments.filter((one) => one.may === may).map(({ channel }) => term(terms.channel, channel, lang));
    return names.length === 0 ? labels.none[lang] : join([...new Set(names)], lang);
  };
  const already =
    answer.already.length === 0
      ? labels.notRecorded[lang]
      : join(
          answer.already.map((one) => term(terms.channel, one, lang)),
          lang,
        );
  const lines = [
    labelled(`${answer.name[lang]} ${answer.tier}`, terms.may[answer.may][lang], lang),
    heading(answer, page),
    '',
    labels.reasons[lang],
    ...reasonLines(answer.reasons, page),
    '',
    ...wrap(labelled(labels.already[lang], already, lang), width),
    ...wrap(labelled(labels.instrumentsYes[lang], instruments(true), lang), width),
    ...wrap(labelled(labels.instrumentsNo[lang], instruments(false), lang), width),
  ];
  return `${lines.join('\n')}\n`;
}
