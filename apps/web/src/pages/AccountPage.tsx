import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Holders } from '../account/Holders.tsx';
import { Invite } from '../account/Invite.tsx';
import { OfficeKeys } from '../account/OfficeKeys.tsx';
import { OtherKeys } from '../account/OtherKeys.tsx';
import { Reset, resetInAddress } from '../account/Reset.tsx';
import { SecondFactor } from '../account/SecondFactor.tsx';
import { Sessions } from '../account/Sessions.tsx';
import { SignIn } from '../account/SignIn.tsx';
import { useOfficeNames } from '../account/officeNames.ts';
import { forgetSession, type OfficeHeld, readSession, type SessionState, send } from '../account/send.ts';
import { accountWords, roleWords } from '../account/words.ts';
import { useAsync } from '../engine/useAsync.ts';
import { ReadFault } from '../parts/ReadFault.tsx';
import { SitePage } from '../parts/SitePage.tsx';
import { useViewOf } from '../view/store.ts';

/** Who one is here, in which office, and with which keys. */
export default function AccountPage() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const [generation, setGeneration] = useState(0);
  const session = useAsync(`session ${generation}`, () => readSession(lang));
  const [reset, setReset] = useState(resetInAddress);
  const [isReset, setIsReset] = useState(false);
  // Whoever is not signed in comes to sign in; an account one has first has to be got.
  const isKnown = session.state !== 'ready' || session.value.mode === 'local' || session.value.person !== undefined;
  const again = () => {
    forgetSession();
    setGeneration((n) => n + 1);
  };
  const onReset = () => {
    setReset(undefined);
    setIsReset(true);
    again();
  };
  return (
    <SitePage title={isKnown ? accountWords.title[lang] : accountWords.signInTitle[lang]}>
      {isReset && <p role="status">{accountWords.resetDone[lang]}</p>}
      {/* Whoever is still signed in here forgot the password all the same. */}
      {reset !== undefined && <Reset token={reset} onDone={onReset} />}
      {reset === undefined && session.state === 'loading' && <p className="loading">{t('loading')}</p>}
      {reset === undefined && session.state === 'failed' && <ReadFault of={session} />}
      {reset === undefined && session.state === 'ready' && <Known session={session.value} again={again} />}
    </SitePage>
  );
}

function Known({ session, again }: { readonly session: SessionState; readonly again: () => void }) {
  const lang = useViewOf('lang');
  if (session.mode === 'local') return <p className="lead">{accountWords.local[lang]}</p>;
  if (session.person === undefined) return <SignIn session={session} onDone={again} />;
  const leave = async (everywhere: boolean) => {
    await send('DELETE', everywhere ? '/api/session/all' : '/api/session', lang);
    again();
  };
  return (
    <>
      <p className="lead">
        {accountWords.person[lang]} <strong>{session.name ?? session.person}</strong>
      </p>
      <p>
        <button type="button" onClick={() => leave(false)}>
          {accountWords.signOut[lang]}
        </button>{' '}
        <button type="button" onClick={() => leave(true)}>
          {accountWords.signOutAll[lang]}
        </button>
      </p>
      {session.secondFactorMissing ? (
        <SecondFactor missing onDone={again} />
      ) : (
        <>
          <Offices session={session} again={again} />
          <Sessions session={session} />
          {session.office !== undefined && session.person !== undefined && <OfficeKeys office={session.office} person={session.person} />}
          {session.office !== undefined && <Invite />}
          {session.office?.roles.includes('signer') && <OtherKeys own={session.office.office} />}
          {session.office !== undefined && <Holders office={session.office} session={session} onLeft={again} />}
        </>
      )}
    </>
  );
}

function Offices({ session, again }: { readonly session: SessionState; readonly again: () => void }) {
  const lang = useViewOf('lang');
  const officeName = useOfficeNames();
  const take = async ({ office }: OfficeHeld) => {
    await send('PUT', '/api/session/office', lang, { office });
    again();
  };
  return (
    <section>
      <h2>{accountWords.office[lang]}</h2>
      {session.offices.length === 0 && <p className="muted">{accountWords.noOffice[lang]}</p>}
      <ul className="offices">
        {session.offices.map((held) => (
          <li key={held.office}>
            <strong>{officeName(held.actor, lang)}</strong> ·{' '}
            {held.roles.map((role) => roleWords[role]?.[lang] ?? role).join(lang === 'zh' ? '、' : ', ')}{' '}
            <span className="muted">{held.office}</span>{' '}
            {session.office?.office === held.office ? (
              <span aria-current="true">✓</span>
            ) : (
              <button type="button" className="small" onClick={() => take(held)}>
                {accountWords.actAs[lang]}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
