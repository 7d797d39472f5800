import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteHead } from './SiteHead.tsx';

interface SitePageProps {
  /** Names the page, in its heading and in the tab of the browser. */
  readonly title: string;
  /** Stands behind the title in the heading. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The frame of every page that is no case: the head of the site, the name of the page, and what it holds. */
export function SitePage({ title, aside, className = 'page-narrow', children }: SitePageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <>
      <SiteHead />
      <main id="main" className={className}>
        <h1>
          {title}
          {aside !== undefined && <> {aside}</>}
        </h1>
        {children}
      </main>
    </>
  );
}
