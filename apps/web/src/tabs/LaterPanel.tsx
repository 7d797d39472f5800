import { type ReactNode, useDeferredValue } from 'react';
import { MomentContext, useMoment } from '../view/useCase.ts';

/** Draws its content for the date a moment later than the time axis, so that the slider never waits for tables. */
export function LaterPanel({ children }: { readonly children: ReactNode }) {
  const settled = useDeferredValue(useMoment());
  return <MomentContext value={settled}>{children}</MomentContext>;
}
