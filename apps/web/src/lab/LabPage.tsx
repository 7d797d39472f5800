import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteHead } from '../parts/SiteHead.tsx';
import { useViewOf } from '../view/store.ts';
import { words } from './words.ts';

export default function LabPage() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  useEffect(() => {
    document.title = `${words.title[lang]} · ${t('product')}`;
  }, [t, lang]);
  return (
    <>
      <SiteHead />
      <main id="main" className="page-narrow">
        <h1>{words.title[lang]}</h1>
      </main>
    </>
  );
}
