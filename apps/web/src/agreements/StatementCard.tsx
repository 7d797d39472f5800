import {
  type ClauseReading,
  type ConfidenceField,
  confidenceOf,
  measureText,
  questionsOf,
  type Statement,
  type VagueLabel,
} from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import { FixForm } from './FixForm.tsx';
import { fixesFor } from './fixes.ts';
import type { FixKind } from './fixKinds.ts';
import { asksWho, labelsOf } from './marks.ts';
import type { Hands } from './hands.ts';
import { aimWords, fixWords, questionOf, vagueWords, words } from './words.ts';

interface StatementCardProps {
  readonly clause: number;
  readonly index: number;
  readonly reading: ClauseReading;
  readonly statement: Statement;
  readonly active: boolean;
  /** The fix that is being made on this statement. */
  readonly fixing: FixKind | undefined;
  readonly confirmed: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly lang: Language;
  readonly hands: Hands;
}

/** A measure in words, in the language of the text. */
function indicatorText({ indicator }: Statement, language: Language): string {
  if (indicator === null) return '';
  return measureText(indicator, language);
}

function forceOf({ deontic, hedged }: Statement, lang: Language): string {
  if (hedged) return words.hedged[lang];
  return words[deontic ?? 'bare'][lang];
}

/** What was read of a field, in words. */
function saidOf(statement: Statement, field: ConfidenceField, lang: Language): string {
  switch (field) {
    case 'attribute':
      return statement.attribute.map(({ text }) => text).join(lang === 'zh' ? '、' : ', ');
    case 'lead':
      return statement.lead?.text ?? '';
    case 'deontic':
      return forceOf(statement, lang);
    case 'deadline':
      return statement.deadline?.source.text ?? '';
    case 'indicator':
      return indicatorText(statement, lang);
    case 'orElse':
      return statement.orElse?.text ?? '';
    case 'aimClass':
      return aimWords[statement.aimClass][lang];
    default:
      return field satisfies never;
  }
}

export const confirmKey = (field: ConfidenceField, reading: ClauseReading, index: number): string => `${field} ${index} ${reading.text}`;

/** Fields that are not sure and that nobody has confirmed. */
function openQuestions({ statement, reading, index, confirmed }: StatementCardProps): readonly ConfidenceField[] {
  return questionsOf(statement, reading.language).filter((field) => !confirmed.has(confirmKey(field, reading, index)));
}

/** One statement: who must do what, by when, how measured, or else; what is not sure is asked. */
export function StatementCard(props: StatementCardProps) {
  const { clause, index, reading, statement, active, fixing, names, lang, hands } = props;
  const asked = openQuestions(props);
  const place = { clause, statement: index };
  // A row of a table is mended in its cells.
  const fixes = reading.row === true ? [] : fixesFor(statement);
  const labels = labelsOf(reading, statement);
  return (
    <li
      className={active ? 'statement on' : 'statement'}
      data-place={`${clause} ${index}`}
      onPointerEnter={() => hands.point(place)}
      onPointerLeave={() => hands.point(undefined)}
    >
      <button type="button" className="statement-text" aria-pressed={active} title={words.showText[lang]} onClick={() => hands.show(place)}>
        <Sentence statement={statement} asked={asked} text={reading.text} textLanguage={reading.language} lang={lang} />
      </button>
      <Particulars statement={statement} asked={asked} textLanguage={reading.language} lang={lang} />
      {active && labels.length > 0 && <Faults labels={labels} textLanguage={reading.language} lang={lang} />}
      {asked.length > 0 && (
        <ul className="questions">
          {asked.map((field) => (
            <li key={field}>
              <span>
                <span aria-hidden="true">? </span>
                {questionOf(field, saidOf(statement, field, lang), lang)}
              </span>{' '}
              <span className="muted">
                {words.sure[lang]} {Math.round(confidenceOf(statement, reading.language)[field] * 100)}%
              </span>{' '}
              <button type="button" className="small" onClick={() => hands.confirm(confirmKey(field, reading, index))}>
                {words.yes[lang]}
              </button>{' '}
              <button type="button" className="small" onClick={() => hands.edit(place)}>
                {words.no[lang]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {fixes.length > 0 && (
        <p className="fixes">
          {fixes.map((kind) => (
            <button
              key={kind}
              type="button"
              className="small fix"
              aria-expanded={fixing === kind}
              onClick={() => hands.fix(fixing === kind ? undefined : { ...place, kind })}
            >
              ＋ {fixWords[kind].action[lang]}
            </button>
          ))}
        </p>
      )}
      {fixing !== undefined && (
        <FixForm
          key={fixing}
          kind={fixing}
          reading={reading}
          statement={index}
          names={names}
          context={hands.context}
          lang={lang}
          onFix={(mended) => hands.mend(clause, mended)}
          onCancel={() => hands.fix(undefined)}
        />
      )}
    </li>
  );
}

interface PartProps {
  readonly statement: Statement;
  readonly asked: readonly ConfidenceField[];
  readonly textLanguage: Language;
  readonly lang: Language;
}

const doubt = (asked: readonly ConfidenceField[], field: ConfidenceField): string => (asked.includes(field) ? '?' : '');

/** 本协议 · 自签字之日起生效: what the text says of a thing. */
function Said({ statement, textLanguage, lang }: Pick<PartProps, 'statement' | 'textLanguage' | 'lang'>) {
  const { aim, object } = statement;
  const before = object !== null && object.span.start < aim.span.start;
  const gap = textLanguage === 'en' ? ' ' : '';
  return (
    <>
      <span className="what" lang={textLanguage}>
        {before ? `${object.text}${gap}${aim.text}` : `${aim.text}${gap}${object?.text ?? ''}`}
      </span>
      <span className="muted"> · {words.declares[lang]}</span>
    </>
  );
}

/** The readings *must* be published: an English passive keeps the order and the “be” of its text; of “no new outfalls” *must not* keeps the no. */
function passiveOf({ aim, object }: Statement, text: string, language: Language): { thing: string; be: string } | undefined {
  if (language !== 'en' || object === null || object.span.start > aim.span.start) return undefined;
  return { thing: object.text.replace(/^no /i, ''), be: /\bbe (?:\w+ly )?$/.test(text.slice(0, aim.span.start)) ? 'be ' : '' };
}

function Sentence({ statement, asked, text, textLanguage, lang }: PartProps & { readonly text: string }) {
  if (!asksWho(statement)) return <Said statement={statement} textLanguage={textLanguage} lang={lang} />;
  const who = saidOf(statement, 'attribute', textLanguage);
  const passive = passiveOf(statement, text, textLanguage);
  return (
    <>
      <span className="who" lang={who === '' ? lang : textLanguage}>
        {who === '' ? words.nobody[lang] : who}
        {doubt(asked, 'attribute')}
        {passive !== undefined && ':'}
      </span>{' '}
      {passive !== undefined && <span lang="en">{passive.thing} </span>}
      <span className="force">
        {forceOf(statement, lang)}
        {doubt(asked, 'deontic')}
      </span>{' '}
      <span className="what" lang={textLanguage}>
        {passive?.be}
        {statement.aim.text}
        {textLanguage === 'en' ? ' ' : ''}
        {passive === undefined && statement.object?.text}
      </span>
      {statement.kind === 'constitutive' && <span className="muted"> · {words.founding[lang]}</span>}
    </>
  );
}

/** Lead, date, measure and consequence, where they were found. */
function Particulars({ statement, asked, textLanguage, lang }: PartProps) {
  const found = (
    [
      ['lead', words.leadLabel],
      ['deadline', words.when],
      ['indicator', words.measure],
      ['orElse', words.orElse],
    ] as const
  ).flatMap(([field, label]) => {
    const value = saidOf(statement, field, textLanguage);
    return value === '' ? [] : [{ field, label: label[lang], value }];
  });
  if (found.length === 0) return null;
  return (
    <dl className="particulars">
      {found.map(({ field, label, value }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd lang={textLanguage}>
            {value}
            {doubt(asked, field)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Faults({
  labels,
  textLanguage,
  lang,
}: {
  readonly labels: readonly VagueLabel[];
  readonly textLanguage: Language;
  readonly lang: Language;
}) {
  return (
    <ul className="vague-list">
      {labels.map((label) => (
        <li key={label}>
          {vagueWords[label].name[lang]}
          <span className="muted" lang={textLanguage}>
            {' '}
            — {words.example[lang]}
            {lang === 'zh' ? '：' : ': '}
            {vagueWords[label].example[textLanguage]}
          </span>
        </li>
      ))}
    </ul>
  );
}
