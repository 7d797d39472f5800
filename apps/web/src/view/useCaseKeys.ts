import { useEffect } from 'react';
import type { Engine } from '../engine/engine.ts';
import { stepFrom } from '../timeline/series.ts';
import { isTyping } from './isTyping.ts';
import { changeView, currentView } from './store.ts';

/** `[` and `]` step through the dates with facts, `/` searches the facts. */
export function useCaseKeys(engine: Engine, asOf: string): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return;
      if (event.key === '[' || event.key === ']') {
        const stop = stepFrom(engine.stops, asOf as never, event.key === ']' ? 1 : -1);
        if (stop !== undefined) changeView({ asOf: stop });
      } else if (event.key === '/') {
        event.preventDefault();
        if (currentView().tab !== 'facts') changeView({ tab: 'facts' }, true);
        const focus = (left: number) => {
          const field = document.getElementById('fact-search');
          if (field !== null) field.focus();
          else if (left > 0) setTimeout(() => focus(left - 1), 40);
        };
        focus(25);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [engine, asOf]);
}
