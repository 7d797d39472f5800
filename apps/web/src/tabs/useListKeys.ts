import { useEffect, useRef } from 'react';
import { isTyping } from '../view/isTyping.ts';

/** j and k move through the list, Enter explains; the chosen row stays in sight. */
export function useListKeys(move: (by: 1 | -1) => void, explain: () => void, shown: string | undefined): void {
  const latest = useRef({ move, explain });
  latest.current = { move, explain };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') latest.current.move(1);
      else if (event.key === 'k') latest.current.move(-1);
      else if (event.key === 'Enter' && event.target === document.body) latest.current.explain();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (shown !== undefined) document.querySelector(`[data-row="fact:${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
}
