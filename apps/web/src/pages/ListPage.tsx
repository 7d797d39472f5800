import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCases } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { SitePage } from '../parts/SitePage.tsx';
import { TourLink } from '../tour/Tour.tsx';
import { CaseCard } from './CaseCard.tsx';
import { LoadFault } from './LoadFault.tsx';

const NewCase = lazy(() => import('../work/NewCase.tsx'));

/** The cases, each with its state in one sentence, and what to do first. */
export default function ListPage() {
  const { t } = useTranslation();
  const cases = useAsync('cases', fetchCases);
  const [opening, setOpening] = useState(false);
  if (cases.state === 'failed') return <LoadFault error={cases.error} onRetry={cases.retry} />;
  return (
    <SitePage title={t('list_page.title')}>
      <p className="lead">{t('list_page.first')}</p>
      <p className="actions">
        <TourLink />
        <button type="button" aria-expanded={opening} onClick={() => setOpening(!opening)}>
          {t('list_page.open')}
        </button>
      </p>
      {opening && (
        <Suspense fallback={<p>{t('loading')}</p>}>
          <NewCase />
        </Suspense>
      )}
      {cases.state === 'loading' ? (
        <p>{t('loading')}</p>
      ) : cases.value.length === 0 ? (
        <p>{t('list_page.empty')}</p>
      ) : (
        <ul className="case-list">
          {cases.value.map((entry) => (
            <CaseCard key={entry.case} entry={entry} />
          ))}
        </ul>
      )}
    </SitePage>
  );
}
