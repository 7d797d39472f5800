import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../header/LanguageChoice.tsx';
import { formatAddress, type SitePage } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { Bell } from './Bell.tsx';
import { ModeMark } from './ModeMark.tsx';
import { PageLink } from './PageLink.tsx';

const places: readonly (SitePage | undefined)[] = [
  'today',
  undefined,
  'country',
  'agreements',
  'compare',
  'what-if',
  'ledger',
  'verify',
  'open-data',
  'account',
];

/** The head of every page that is no case: where one is, and where one can go. */
export function SiteHead() {
  const { t } = useTranslation();
  const view = useView();
  return (
    <header className="page-head">
      <p className="product">
        {t('product')} <ModeMark />
      </p>
      <nav aria-label={t('site.label')} className="site-nav">
        {places.map((page) => {
          const change = { page, caseId: undefined, sel: undefined, why: undefined };
          return page === view.page ? (
            <span key={page ?? 'list'} aria-current="page">
              {t(`site.${page ?? 'list'}`)}
            </span>
          ) : (
            <PageLink key={page ?? 'list'} href={formatAddress({ ...view, ...change })} change={change}>
              {t(`site.${page ?? 'list'}`)}
            </PageLink>
          );
        })}
      </nav>
      <Bell />
      <LanguageChoice />
    </header>
  );
}
