import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { SiteHead } from '../parts/SiteHead.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';

export function UnknownPage({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const view = useView();
  return (
    <>
      <SiteHead />
      <main id="main" className="page-narrow">
        <h1>{t('error.title')}</h1>
        <Fault what={t('error.path', { value: path })} right={t('error.pathRight')}>
          <PageLink className="button" href={formatAddress({ ...view, caseId: undefined })} change={{ caseId: undefined }}>
            {t('error.toList')}
          </PageLink>
        </Fault>
      </main>
    </>
  );
}
