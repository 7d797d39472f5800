import type { Language } from '@gongze/domain/vocabulary/text';
import { dayText } from './dateText.ts';
import { missingToSign, type Planned } from './obligations.ts';
import { askWhoIs } from './Setting.tsx';
import { makeWords, toSignWords, unitWords, words } from './words.ts';

interface PlannedRowProps {
  readonly row: Planned;
  readonly taken: boolean;
  readonly name: (id: string) => string;
  readonly lang: Language;
  readonly onToggle: () => void;
  /** Back to the clause in the text. */
  readonly onMend: () => void;
}

/** When it falls due: a day, a day and a pace, or so long after signature. */
function dueText(payload: Planned['payload'], lang: Language): string {
  if (payload?.within !== undefined) {
    const { amount, unit } = payload.within;
    return lang === 'zh'
      ? `${makeWords.afterSigning.zh}${amount}${unitWords[unit].zh}内`
      : `${amount} ${unitWords[unit].en} ${makeWords.afterSigning.en}`;
  }
  const due = payload?.deadline?.readings[0]?.dueOn;
  if (due === undefined) return '—';
  const recurs = payload?.deadline?.recurs;
  if (recurs === undefined) return dayText(due, lang);
  const pace = recurs.unit === 'month' ? makeWords.everyMonths : makeWords.everyYears;
  return lang === 'zh'
    ? `${dayText(due, lang)}，${makeWords.thenEvery.zh}${recurs.every}${pace.zh}`
    : `${dayText(due, lang)}, ${makeWords.thenEvery.en}${recurs.every === 1 ? pace.en.slice(0, -1) : `${recurs.every} ${pace.en}`}`;
}

/** One obligation as it would be recorded: what, from which clause, whose, by when, what it lacks, whether it can be. */
export function PlannedRow({ row, taken, name, lang, onToggle, onMend }: PlannedRowProps) {
  const { title, clause, label, payload, waitsForSigning, unknownNames, decision } = row;
  const comma = lang === 'zh' ? '、' : ', ';
  const toSign = missingToSign(row);
  const asksWho = row.several ? undefined : unknownNames[0];
  const impossible = decision === undefined || 'refusal' in decision;
  return (
    <tr>
      <td>
        <input type="checkbox" aria-label={`${makeWords.take[lang]} ${title}`} checked={taken} disabled={impossible} onChange={onToggle} />
      </td>
      <th scope="row">
        {title}
        <br />
        <span className="muted">
          {makeWords.from[lang]} {label === '' ? `${words.clause[lang]} ${clause}` : label}
        </span>
      </th>
      <td data-label={makeWords.who[lang]}>
        {payload === undefined ? '—' : payload.liable.map(name).join(comma)}
        {payload?.lead !== undefined && (
          <span className="muted">
            {' '}
            · {words.leadIs[lang]} {name(payload.lead)}
          </span>
        )}
      </td>
      <td data-label={makeWords.due[lang]}>{dueText(payload, lang)}</td>
      <td data-label={makeWords.verdict[lang]}>
        {unknownNames.length > 0 && (
          <p className="refusal">
            {(row.several ? makeWords.severalName : makeWords.unknownName)[lang]}
            {unknownNames.join(comma)}
          </p>
        )}
        {decision !== undefined &&
          ('refusal' in decision ? (
            <p className="refusal">
              {decision.text[lang]} {decision.remedy[lang]}
            </p>
          ) : (
            <p>
              {toSign.length === 0
                ? makeWords.ok[lang]
                : `${makeWords.notToSign[lang]}${toSign.map((one) => toSignWords[one][lang]).join(comma)}${lang === 'zh' ? '。' : '.'}`}
            </p>
          ))}
        {decision === undefined && unknownNames.length === 0 && <p className="refusal">{makeWords.nobody[lang]}</p>}
        {waitsForSigning && <p className="muted">{makeWords.needsSigned[lang]}</p>}
        {(impossible || toSign.length > 0) && (
          <p>
            <button type="button" className="small" onClick={() => (asksWho === undefined ? onMend() : askWhoIs(asksWho))}>
              {makeWords[asksWho === undefined ? 'backToText' : 'chooseWho'][lang]}
              <span className="visually-hidden">
                {lang === 'zh' ? '：' : ': '}
                {title}
              </span>
            </button>
          </p>
        )}
      </td>
    </tr>
  );
}
