import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, fetchFacts, forgetFacts } from '../engine/api.ts';
import { type CaseFacts, createEngine } from '../engine/engine.ts';
import { useAsync } from '../engine/useAsync.ts';
import { ReloadContext } from '../view/reload.ts';
import { type Edition, simulatedPrefix } from '../view/address.ts';
import { useSteady } from '../view/steady.ts';
import { useViewOf } from '../view/store.ts';
import { LoadFault } from './LoadFault.tsx';
import { CaseView } from './CaseView.tsx';

const Tour = lazy(() => import('../tour/Tour.tsx'));

/** Facts of the server, or of a run of the model that this browser keeps. */
async function factsOf(caseId: string, edition: Edition): Promise<CaseFacts> {
  if (!caseId.startsWith(simulatedPrefix)) return fetchFacts(caseId, edition);
  const { simulatedFacts } = await import('../what-if/simulated.ts');
  const facts = simulatedFacts(caseId);
  if (facts === undefined) throw new ApiError({ kind: 'unknownCase', caseId });
  return facts;
}

/** Fetches the facts of one edition once, and again after something was recorded, and opens the case on them. */
export default function CasePage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const edition = useViewOf('edition');
  const tour = useViewOf('tour');
  const [generation, setGeneration] = useState(0);
  const loaded = useAsync(`${caseId} ${edition} ${generation}`, () => factsOf(caseId, edition));
  // While newer facts are on their way the page stands on those it has.
  const shown = useRef<{ edition: string; facts: CaseFacts }>(undefined);
  if (loaded.state === 'ready' && (shown.current?.facts !== loaded.value || shown.current.edition !== edition))
    shown.current = { edition, facts: loaded.value };
  const steady = useSteady(shown.current);
  // Another edition was asked for: it waits for nobody's finger.
  const opened = steady?.edition === edition ? steady : shown.current;
  const reload = useCallback(() => {
    forgetFacts(caseId);
    setGeneration((n) => n + 1);
  }, [caseId]);
  if (loaded.state === 'failed') return <LoadFault error={loaded.error} onRetry={loaded.retry} />;
  if (opened?.edition !== edition) return <p className="loading">{t('loading')}</p>;
  return (
    <ReloadContext value={reload}>
      <OpenedCase facts={opened.facts} />
      {tour !== undefined && (
        <Suspense>
          <Tour number={tour} />
        </Suspense>
      )}
    </ReloadContext>
  );
}

function OpenedCase({ facts }: { readonly facts: CaseFacts }) {
  const edition = useViewOf('edition');
  const knownOn = useViewOf('knownOn');
  const engine = useMemo(() => createEngine(facts, edition, knownOn), [facts, edition, knownOn]);
  return <CaseView engine={engine} />;
}
