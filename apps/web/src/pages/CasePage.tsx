import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchFacts } from '../engine/api.ts';
import { type CaseFacts, createEngine } from '../engine/engine.ts';
import { useAsync } from '../engine/useAsync.ts';
import { useViewOf } from '../view/store.ts';
import { LoadFault } from './LoadFault.tsx';
import { CaseView } from './CaseView.tsx';

/** Fetches the facts of one edition once and opens the case on them. */
export default function CasePage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const edition = useViewOf('edition');
  const loaded = useAsync(`${caseId} ${edition}`, () => fetchFacts(caseId, edition));
  if (loaded.state === 'loading') return <p className="loading">{t('loading')}</p>;
  if (loaded.state === 'failed') return <LoadFault error={loaded.error} onRetry={loaded.retry} />;
  return <OpenedCase facts={loaded.value} />;
}

function OpenedCase({ facts }: { readonly facts: CaseFacts }) {
  const edition = useViewOf('edition');
  const knownOn = useViewOf('knownOn');
  const engine = useMemo(() => createEngine(facts, edition, knownOn), [facts, edition, knownOn]);
  return <CaseView engine={engine} />;
}
