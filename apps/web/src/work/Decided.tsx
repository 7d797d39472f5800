import type { Decision } from '@gongze/domain/decisions/decide';
import type { Language } from '@gongze/domain/vocabulary/text';
import { workWords } from './words.ts';

/** What the rules say to a command before it is sent: yes, or what is missing and what would supply it. */
export function Decided({ decision, lang }: { readonly decision: Decision; readonly lang: Language }) {
  if (!('refusal' in decision)) return <p className="decided yes">{workWords.allowed[lang]}</p>;
  return (
    <div className="decided no" role="status">
      <p>
        <strong>{workWords.refused[lang]}</strong> {decision.text[lang]}
      </p>
      {decision.missing.length > 0 && (
        <ul>
          {decision.missing.map(({ what, remedy }) => (
            <li key={what.en}>
              {what[lang]} — {remedy[lang]}
            </li>
          ))}
        </ul>
      )}
      <p className="muted">
        {workWords.remedy[lang]}
        {lang === 'zh' ? '：' : ': '}
        {decision.remedy[lang]}
      </p>
    </div>
  );
}
