import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfficeNames } from '../account/officeNames.ts';
import { useAsync } from '../engine/useAsync.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { ReadFault } from '../parts/ReadFault.tsx';
import { formatAddress } from '../view/address.ts';
import { useView, useViewOf } from '../view/store.ts';
import { chosenActor, keepActor } from '../work/chosenActor.ts';
import { readViewer, type Viewer } from './load.ts';
import { words } from './words.ts';

interface ForViewerProps {
  /** Said to whoever is not signed in, or acts in no office. */
  readonly nobody: (isSignedIn: boolean) => Bilingual;
  readonly onChosen?: () => void;
  /** `actor` is `undefined` where nobody owes or waits for anything yet. */
  readonly children: (actor: string | undefined, isLocal: boolean) => ReactNode;
}

/** What is shown for somebody: in local mode for whom the reader chooses, else for the office in which he acts. */
export function ForViewer(props: ForViewerProps) {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const viewer = useAsync(`viewer ${lang}`, () => readViewer(lang));
  if (viewer.state === 'loading') return <p className="loading">{t('loading')}</p>;
  if (viewer.state === 'failed') return <ReadFault of={viewer} />;
  return <Seen viewer={viewer.value} {...props} />;
}

function Seen({ viewer: { session, sides }, nobody, onChosen, children }: ForViewerProps & { readonly viewer: Viewer }) {
  const { lang } = useView();
  const [chosen, setChosen] = useState(chosenActor);
  const nameOf = useOfficeNames();
  if (session.mode !== 'local') {
    const isSignedIn = session.person !== undefined;
    if (!isSignedIn || session.office === undefined) return <ToAccount text={nobody(isSignedIn)[lang]} />;
    return children(session.office.actor, false);
  }
  // Whoever acted in a case for somebody who owes nothing yet looks at that list, and not at the first of all.
  const offered = chosen === '' || sides.some(({ actor }) => actor === chosen) ? sides : [{ actor: chosen }, ...sides];
  const own = chosen === '' ? sides[0]?.actor : chosen;
  return (
    <>
      {offered.length > 0 && (
        <p className="act-as">
          <label htmlFor="for-whom">{words.forWhom[lang]}</label>{' '}
          <select
            id="for-whom"
            value={own}
            onChange={(event) => {
              keepActor(event.currentTarget.value);
              setChosen(event.currentTarget.value);
              onChosen?.();
            }}
          >
            {offered.map((side) => (
              <option key={side.actor} value={side.actor}>
                {'name' in side ? side.name[lang] : nameOf(side.actor, lang)}
              </option>
            ))}
          </select>
        </p>
      )}
      {children(own, true)}
    </>
  );
}

function ToAccount({ text }: { readonly text: string }) {
  const view = useView();
  const change = { page: 'account', caseId: undefined } as const;
  return (
    <>
      <p className="lead">{text}</p>
      <p>
        <PageLink className="button" href={formatAddress({ ...view, ...change })} change={change}>
          {words.toAccount[view.lang]}
        </PageLink>
      </p>
    </>
  );
}
