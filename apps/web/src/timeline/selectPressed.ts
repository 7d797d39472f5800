import type { MouseEvent } from 'react';
import { changeView } from '../view/store.ts';

/** Selects the mark that was pressed, if one was. */
export function selectPressed(event: MouseEvent): void {
  const key = (event.target as Element).closest('[data-select]')?.getAttribute('data-select');
  if (key) changeView({ sel: key });
}
