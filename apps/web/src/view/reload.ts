/** Asks the page of the case for its facts anew, after something was recorded. */
import { createContext, use } from 'react';

export const ReloadContext = createContext<() => void>(() => undefined);

export function useReload(): () => void {
  return use(ReloadContext);
}
