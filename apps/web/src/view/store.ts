/**
 * The one place that holds the view. Moving the date rewrites the address at most a few times a second (browsers
 * limit it) and makes no history entry; going to another page, tab or edition does.
 */
import { useSyncExternalStore } from 'react';
import type { Language } from '@gongze/domain/vocabulary/text';
import { type Address, type AddressFault, formatAddress, parseAddress, type View } from './address.ts';

const REWRITE_DELAY_MS = 300;
const LANGUAGE_KEY = 'gongze.lang';

function preferredLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function read(): Address {
  return parseAddress(location.pathname, location.search, preferredLanguage());
}

let current: Address = read();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function publish(next: Address): void {
  current = next;
  for (const listener of listeners) listener();
}

function rewrite(): void {
  timer = undefined;
  history.replaceState(null, '', formatAddress(current.view));
}

window.addEventListener('popstate', () => {
  clearTimeout(timer);
  timer = undefined;
  publish(read());
});

/** Changes the view. `enters` makes a history entry, so that the back button returns here. */
export function changeView(change: Partial<View>, enters = false): void {
  // Whoever goes elsewhere has left the tour.
  const tour = 'caseId' in change || 'page' in change ? undefined : current.view.tour;
  const view = { ...current.view, tour, ...change };
  if (enters) {
    if (timer !== undefined) {
      clearTimeout(timer);
      rewrite();
    }
    history.pushState(null, '', formatAddress(view));
  } else {
    timer ??= setTimeout(rewrite, REWRITE_DELAY_MS);
  }
  if (change.lang !== undefined) localStorage.setItem(LANGUAGE_KEY, change.lang);
  const mended = current.faults.some((fault) => fault.parameter in change);
  publish({ view, faults: mended ? current.faults.filter((fault) => !(fault.parameter in change)) : current.faults });
}

/** Drops the faults of the address and writes what is shown instead. */
export function acceptView(): void {
  publish({ view: current.view, faults: [] });
  rewrite();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentView(): View {
  return current.view;
}

export function useView(): View {
  return useSyncExternalStore(subscribe, () => current.view);
}

/** One part of the view; who asks for the tab is not drawn again when the date moves. */
export function useViewOf<K extends keyof View>(part: K): View[K] {
  return useSyncExternalStore(subscribe, () => current.view[part]);
}

export function useAddressFaults(): readonly AddressFault[] {
  return useSyncExternalStore(subscribe, () => current.faults);
}
