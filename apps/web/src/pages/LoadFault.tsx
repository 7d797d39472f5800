import { useTranslation } from 'react-i18next';
import { ApiError, fetchCases } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { Fault } from '../parts/Fault.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { SiteHead } from '../parts/SiteHead.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';

/** Why the facts could not be read, and what would be right. */
export function LoadFault({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const view = useView();
  const cases = useAsync('cases', fetchCases);
  const fault = error instanceof ApiError ? error.fault : undefined;
  const list = (
    <PageLink
      className="button"
      href={formatAddress({ ...view, caseId: undefined })}
      change={{ caseId: undefined, sel: undefined, why: undefined }}
    >
      {t('error.toList')}
    </PageLink>
  );
  const retry = (
    <button type="button" onClick={onRetry}>
      {t('error.retry')}
    </button>
  );
  const known =
    cases.state === 'ready'
      ? t('error.unknownCaseRight', {
          cases: cases.value
            .map((one) => (view.lang === 'zh' ? `${one.title.zh}（${one.case}）` : `${one.title.en} (${one.case})`))
            .join(t('list')),
        })
      : undefined;
  return (
    <>
      <SiteHead />
      <main id="main" className="page-narrow">
        <h1>{t('error.title')}</h1>
        {fault?.kind === 'unknownCase' ? (
          <Fault what={t('error.unknownCase', { id: fault.caseId })} {...(known !== undefined && { right: known })}>
            {list}
          </Fault>
        ) : fault === undefined ? (
          <Fault what={t('error.broken')} right={t('error.brokenRight', { message: String(error) })}>
            {retry} {list}
          </Fault>
        ) : (
          <Fault what={fault.kind === 'status' ? t('error.status', { status: fault.status }) : t('error.api')} right={t('error.apiRight')}>
            {retry}
          </Fault>
        )}
      </main>
    </>
  );
}
