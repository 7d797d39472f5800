import type { Problem as Told } from '@gongze/client';
import type { Language } from '@gongze/domain/vocabulary/text';
import { makeWords } from './words.ts';

/** Why the server did not record it, what is missing, and what would make it possible. */
export function Problem({ problem, lang }: { readonly problem: Told; readonly lang: Language }) {
  const { detail, remedy, missing = [], faults = [], policies = [], status } = problem;
  const colon = lang === 'zh' ? '：' : ': ';
  return (
    <div className="decided no" role="alert">
      <p>
        <strong>{makeWords.refused[lang]}</strong> {detail}
      </p>
      {(missing.length > 0 || faults.length > 0) && (
        <ul>
          {missing.map(({ what, remedy: way }) => (
            <li key={what}>
              {what} — {way}
            </li>
          ))}
          {faults.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
      {remedy !== undefined && (
        <p>
          {makeWords.remedy[lang]}
          {colon}
          {remedy}
        </p>
      )}
      {policies.length > 0 && (
        <p className="muted">
          {makeWords.policies[lang]}
          {colon}
          {policies.join(', ')}
        </p>
      )}
      {status === 401 && (
        <p>
          <a href={`/sign-in?lang=${lang}`}>{makeWords.signIn[lang]}</a>
        </p>
      )}
    </div>
  );
}
