import { useTranslation } from 'react-i18next';
import { useUnread } from '../notices/unread.ts';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { PageLink } from './PageLink.tsx';

const COUNT_MAX = 99;

/** The way to the notices, with how many are not read. */
export function Bell() {
  const { t } = useTranslation();
  const view = useView();
  const count = useUnread(view.lang);
  const change = { page: 'notices', caseId: undefined, sel: undefined, why: undefined } as const;
  const here = view.page === 'notices';
  return (
    <PageLink href={formatAddress({ ...view, ...change })} change={change} className={here ? 'bell here' : 'bell'}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.4 14h13.2L15 10.7V7.5a5 5 0 0 0-5-5ZM8 16a2 2 0 0 0 4 0" />
      </svg>
      {count > 0 && <span aria-hidden="true">{count > COUNT_MAX ? `${COUNT_MAX}+` : count}</span>}
      <span className="visually-hidden">{count > 0 ? t('site.unread', { count }) : t('site.notices')}</span>
    </PageLink>
  );
}
