import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../header/LanguageChoice.tsx';
import { formatAddress, type SitePage } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { Bell } from './Bell.tsx';
import { ModeMark } from './ModeMark.tsx';
import { PageLink } from './PageLink.tsx';

/** `undefined` is the list of cases. */
type Place = SitePage | undefined;

/** The places, few of them; what belongs to one place stands under it, in a second row while one is there. */
const places: readonly { readonly page: Place; readonly within?: readonly Place[] }[] = [
  { page: 'today' },
  { page: undefined, within: [undefined, 'country'] },
  { page: 'agreements' },
  { page: 'compare' },
  { page: 'what-if' },
  { page: 'ledger', within: ['ledger', 'verify'] },
  { page: 'open-data' },
];

function PlaceLink({ page, name, isHere }: { readonly page: Place; readonly name: string; readonly isHere: 'page' | 'true' | undefined }) {
  const view = useView();
  const change = { page, caseId: undefined, sel: undefined, why: undefined };
  if (isHere === 'page') return <span aria-current="page">{name}</span>;
  return (
    <span aria-current={isHere}>
      <PageLink href={formatAddress({ ...view, ...change })} change={change}>
        {name}
      </PageLink>
    </span>
  );
}

/** The head of every page: where one is, and where one can go. A case stands within the cases. */
export function SiteHead() {
  const { t } = useTranslation();
  const { page: here, caseId } = useView();
  const inCase = here === undefined && caseId !== undefined;
  const open = inCase ? undefined : places.find(({ within }) => within?.includes(here))?.within;
  return (
    <header className="page-head site-head">
      <p className="product">
        {t('product')} <ModeMark />
      </p>
      <nav aria-label={t('site.label')} className="site-nav">
        {places.map(({ page, within }) => (
          <PlaceLink
            key={page ?? 'list'}
            page={page}
            name={t(`site.${page ?? 'list'}`)}
            isHere={page === here && !inCase ? 'page' : within?.includes(here) ? 'true' : undefined}
          />
        ))}
      </nav>
      <Bell />
      <PlaceLink page="account" name={t('site.account')} isHere={here === 'account' ? 'page' : undefined} />
      <LanguageChoice />
      {open !== undefined && (
        <nav aria-label={t('site.within')} className="site-nav within">
          {open.map((page) => (
            <PlaceLink
              key={page ?? 'list'}
              page={page}
              name={page === undefined ? t('site.allCases') : t(`site.${page}`)}
              isHere={page === here ? 'page' : undefined}
            />
          ))}
        </nav>
      )}
    </header>
  );
}
