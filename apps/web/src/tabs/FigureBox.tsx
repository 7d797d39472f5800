import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A figure that may be wider than the page scrolls in its own box, by the keyboard too. */
export function FigureBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard
    <section className="figure-box" aria-label={label} tabIndex={0}>
      <p className="note scroll-hint">{t('mechanism.scroll')}</p>
      {children}
    </section>
  );
}
