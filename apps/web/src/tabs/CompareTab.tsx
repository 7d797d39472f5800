import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseEntry, fetchCases, fetchFacts } from '../engine/api.ts';
import { createEngine } from '../engine/engine.ts';
import { useAsync } from '../engine/useAsync.ts';
import { Fault } from '../parts/Fault.tsx';
import { useViewOf } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { ComparePicture } from './ComparePicture.tsx';
import { CompareResult } from './CompareResult.tsx';

/** Two cases, same period, same measures. */
export default function CompareTab() {
  const { t } = useTranslation();
  const edition = useViewOf('edition');
  const knownOn = useViewOf('knownOn');
  const { engine, date } = useFrame();
  const { asOf } = useMoment();
  const other = useAsync(`${engine.caseId} ${edition} ${knownOn ?? ''}`, async () => {
    const entries = await fetchCases();
    // The longest record among the others says most; a case opened today has no past to set beside.
    const [entry] = entries.filter((one: CaseEntry) => one.case !== engine.caseId).sort((a, b) => b.size - a.size);
    return entry === undefined ? undefined : createEngine(await fetchFacts(entry.case, edition), edition, knownOn);
  });
  const settled = useDeferredValue(asOf);
  if (other.state === 'loading') return <p>{t('loading')}</p>;
  if (other.state === 'failed') {
    return (
      <Fault what={t('error.api')} right={t('error.apiRight')}>
        <button type="button" onClick={other.retry}>
          {t('error.retry')}
        </button>
      </Fault>
    );
  }
  if (other.value === undefined) return <p>{t('compare.onlyOne')}</p>;
  return (
    <>
      <h2>{t('compare.heading', { date: date(asOf) })}</h2>
      <p className="note">{t('compare.note')}</p>
      <ComparePicture other={other.value} />
      <CompareResult other={other.value} asOf={settled} />
    </>
  );
}
