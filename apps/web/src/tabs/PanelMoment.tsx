import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { MomentContext, useMoment } from '../view/useCase.ts';

const REST_MS = 150;

function useInSight(ref: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return inSight;
}

interface PanelMomentProps {
  readonly panel: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The date for the tables: at once while they are in sight, when the slider comes to rest while they are not. */
export function PanelMoment({ panel, children }: PanelMomentProps) {
  const moment = useMoment();
  const inSight = useInSight(panel);
  const [rested, setRested] = useState(moment);
  useEffect(() => {
    const timer = setTimeout(() => setRested(moment), REST_MS);
    return () => clearTimeout(timer);
  }, [moment]);
  return <MomentContext value={inSight ? moment : rested}>{children}</MomentContext>;
}
