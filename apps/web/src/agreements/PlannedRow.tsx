import type { Language } from '@gongze/domain/vocabulary/text';
import { dayText } from './dateText.ts';
import { missingToSign, type Planned } from './obligations.ts';
import { makeWords, missingWords, toSignWords, words } from './words.ts';

interface PlannedRowProps {
  readonly row: Planned;
  readonly taken: boolean;
  readonly name: (id: string) => string;
  readonly lang: Language;
  readonly onToggle: () => void;
  /** Back to the clause in the text. */
  readonly onMend: () => void;
}

/** One obligation as it would be recorded: what, from which clause, whose, by when, what it lacks, whether it can be. */
export function PlannedRow({ row, taken, name, lang, onToggle, onMend }: PlannedRowProps) {
  const { title, clause, label, payload, missing, unknownNames, decision } = row;
  const comma = lang === 'zh' ? '、' : ', ';
  const due = payload?.deadline?.readings[0]?.dueOn;
  const toSign = missingToSign(row);
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
      <td>
        {payload === undefined ? '—' : payload.liable.map(name).join(comma)}
        {payload?.lead !== undefined && (
          <span className="muted">
            {' '}
            · {words.leadIs[lang]} {name(payload.lead)}
          </span>
        )}
      </td>
      <td>{due === undefined ? '—' : dayText(due, lang)}</td>
      <td>{missing.length === 0 ? '—' : missing.map((one) => missingWords[one][lang]).join(comma)}</td>
      <td>
        {unknownNames.length > 0 && (
          <p className="refusal">
            {makeWords.unknownName[lang]}
            {unknownNames.join(comma)}
          </p>
        )}
        {decision !== undefined &&
          ('refusal' in decision ? (
            <p className="refusal">
              {decision.text[lang]} {decision.remedy[lang]}
            </p>
          ) : (
            <>
              {toSign.length === 0
                ? makeWords.ok[lang]
                : `${makeWords.notToSign[lang]}${toSign.map((one) => toSignWords[one][lang]).join(comma)}${lang === 'zh' ? '。' : '.'}`}
            </>
          ))}
        {decision === undefined && unknownNames.length === 0 && <p className="refusal">{missingWords.liable[lang]}</p>}
        {(impossible || toSign.length > 0) && (
          <p>
            <button type="button" className="small" onClick={onMend}>
              {makeWords.backToText[lang]}
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
