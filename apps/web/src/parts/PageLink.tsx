import type { MouseEvent, ReactNode } from 'react';
import type { View } from '../view/address.ts';
import { changeView } from '../view/store.ts';

interface PageLinkProps {
  readonly href: string;
  readonly change: Partial<View>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A real link that stays within the page when it is simply pressed. */
export function PageLink({ href, change, className, children }: PageLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    changeView(change, true);
    window.scrollTo(0, 0);
  };
  return (
    <a href={href} className={className} onClick={follow}>
      {children}
    </a>
  );
}
