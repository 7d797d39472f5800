import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../header/LanguageChoice.tsx';
import { Fault } from '../parts/Fault.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';

export function UnknownPage({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const view = useView();
  return (
    <main id="main" className="page-narrow">
      <LanguageChoice />
      <h1>{t('error.title')}</h1>
      <Fault what={t('error.path', { value: path })} right={t('error.pathRight')}>
        <PageLink className="button" href={formatAddress({ ...view, caseId: undefined })} change={{ caseId: undefined }}>
          {t('error.toList')}
        </PageLink>
      </Fault>
    </main>
  );
}
