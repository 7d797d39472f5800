import { useMemo } from 'react';
import { readSession } from '../account/send.ts';
import { useAsync } from '../engine/useAsync.ts';
import { useFrame } from '../view/useCase.ts';
import { today } from '../view/today.ts';
import { actorsOf } from '../work/offers.ts';
import { useActor, useRecorder } from '../work/useSession.ts';
import { AgreementIn } from './AgreementIn.tsx';
import { LedgerIn } from './LedgerIn.tsx';
import { TakeOut } from './TakeOut.tsx';
import { words } from './words.ts';
import './documents.css';

/** What can be taken out of the case as a file, and what can be taken in. */
export default function DocumentsTab() {
  const { engine, lang } = useFrame();
  const recorder = useRecorder(lang);
  const session = useAsync('session', () => readSession(lang));
  const actors = useMemo(() => actorsOf(engine.open.situationAt(today()), Object.keys(engine.actors)), [engine]);
  const { actor } = useActor(actors, recorder?.office.actor);
  const mayImport = session.state === 'ready' && (session.value.mode === 'local' || session.value.office !== undefined);
  return (
    <div className="documents">
      <TakeOut />
      <section>
        <h3>{words.in[lang]}</h3>
        <p className="muted">{mayImport ? words.inText[lang] : words.signIn[lang]}</p>
        {mayImport && (
          <>
            <LedgerIn recorder={recorder} />
            <AgreementIn recorder={recorder} by={actor} />
          </>
        )}
      </section>
    </div>
  );
}
