import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteHead } from '../parts/SiteHead.tsx';
import { useViewOf } from '../view/store.ts';
import { Desk } from './Desk.tsx';
import { Start } from './Start.tsx';
import { useDraft } from './useDraft.ts';
import { words } from './words.ts';
import './agreements.css';
import './desk.css';

/** Drafts of agreements: read as they are written, mended, and made into obligations. */
export default function AgreementsPage() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const { draft, keeping, change, open, close } = useDraft();
  useEffect(() => {
    document.title = `${words.title[lang]} · ${t('product')}`;
  }, [t, lang]);
  return (
    <>
      <SiteHead />
      <main id="main" className={draft ? 'agreements agreements-open' : 'agreements page-narrow'}>
        <h1>{words.title[lang]}</h1>
        {draft === undefined && <Start lang={lang} onOpen={open} />}
        {draft && <Desk key={draft.id} draft={draft} keeping={keeping} lang={lang} onChange={change} onClose={close} />}
      </main>
    </>
  );
}
