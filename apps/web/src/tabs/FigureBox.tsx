import type { ReactNode } from 'react';

/** A figure that may be wider than the page scrolls in its own box, by the keyboard too. */
export function FigureBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard
    <section className="figure-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
