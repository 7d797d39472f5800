import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguageOf } from './i18n/index.ts';
import { UnknownPage } from './pages/UnknownPage.tsx';
import { Broken } from './parts/Broken.tsx';
import type { SitePage } from './view/address.ts';
import { useAddressFaults, useViewOf } from './view/store.ts';

const ListPage = lazy(() => import('./pages/ListPage.tsx'));
const TodayPage = lazy(() => import('./today/TodayPage.tsx'));
const CountryPage = lazy(() => import('./country/CountryPage.tsx'));
const AgreementsPage = lazy(() => import('./agreements/AgreementsPage.tsx'));
const LabPage = lazy(() => import('./lab/LabPage.tsx'));
const WhatIfPage = lazy(() => import('./what-if/WhatIfPage.tsx'));
const OpenDataPage = lazy(() => import('./open-data/OpenDataPage.tsx'));
const NoticesPage = lazy(() => import('./notices/NoticesPage.tsx'));
const AccountPage = lazy(() => import('./pages/AccountPage.tsx'));
const LedgerPage = lazy(() => import('./pages/LedgerPage.tsx'));
const VerifyPage = lazy(() => import('./verify/VerifyPage.tsx'));
const CasePage = lazy(() => import('./pages/CasePage.tsx'));

const sitePages: Readonly<Record<SitePage, ComponentType>> = {
  today: TodayPage,
  country: CountryPage,
  agreements: AgreementsPage,
  compare: LabPage,
  'what-if': WhatIfPage,
  ledger: LedgerPage,
  verify: VerifyPage,
  'open-data': OpenDataPage,
  account: AccountPage,
  notices: NoticesPage,
  'sign-in': AccountPage,
};

function Page({ page }: { readonly page: SitePage }) {
  const Chosen = sitePages[page];
  return <Chosen />;
}

export function App() {
  const lang = useViewOf('lang');
  const caseId = useViewOf('caseId');
  const page = useViewOf('page');
  const faults = useAddressFaults();
  useLanguageOf(lang);
  const { t } = useTranslation();
  const path = faults.find(({ parameter }) => parameter === 'path');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Broken>
        <Suspense fallback={<p className="loading">{t('loading')}</p>}>
          {path !== undefined ? (
            <UnknownPage path={path.value} />
          ) : page !== undefined ? (
            <Page page={page} />
          ) : caseId === undefined ? (
            <ListPage />
          ) : (
            <CasePage key={caseId} caseId={caseId} />
          )}
        </Suspense>
      </Broken>
    </>
  );
}
