import type { Language } from '@gongze/domain/vocabulary/text';
import { PageLink } from '../parts/PageLink.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { missingToSign, type Planned } from './obligations.ts';
import { makeWords, toSignWords } from './words.ts';

interface RecordedProps {
  readonly caseId: string;
  readonly rows: readonly Planned[];
  readonly lang: Language;
}

/** It is on record: where to see it, and what has to happen before anybody is bound. */
export function Recorded({ caseId, rows, lang }: RecordedProps) {
  const view = useView();
  const to = (tab: 'duties' | 'work') => ({ page: undefined, caseId, tab, sel: undefined, why: undefined }) as const;
  const lacking = [...new Set(rows.flatMap(missingToSign))].map((one) => toSignWords[one][lang]);
  const link = (tab: 'duties' | 'work', text: string) => (
    <PageLink href={formatAddress({ ...view, ...to(tab) })} change={to(tab)}>
      {text}
    </PageLink>
  );
  return (
    <div role="status" className="notice">
      <p>
        {makeWords.recorded[lang]} {link('duties', makeWords.seeCase[lang])}
      </p>
      <h2 className="next-title">{makeWords.nextTitle[lang]}</h2>
      <ol>
        <li>
          {makeWords.nextAccept[lang]} {link('work', makeWords.toWork[lang])}
        </li>
        {lacking.length > 0 && (
          <li>
            {makeWords.nextMend[lang]}
            {lacking.join(lang === 'zh' ? '、' : ', ')}
            {lang === 'zh' ? '。' : '.'}
          </li>
        )}
        <li>{makeWords.nextSign[lang]}</li>
      </ol>
    </div>
  );
}
