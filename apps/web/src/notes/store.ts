/** The notes of this browser, per case, and those that came with the address. */
import { useMemo, useSyncExternalStore } from 'react';
import { joinNotes, type Note, readFragment, readNotes, writeNotes } from './notes.ts';

const keyOf = (caseId: string) => `gongze.notes.${caseId}`;
const listeners = new Set<() => void>();
/** Notes that came with the address the page was opened at, for the case of that address, until they are kept or put away. */
let sent: { readonly path: string; readonly notes: readonly Note[] } = { path: location.pathname, notes: readFragment(location.hash) };

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

window.addEventListener('hashchange', () => {
  const notes = readFragment(location.hash);
  if (notes.length === 0) return;
  sent = { path: location.pathname, notes };
  tell();
});

const none: readonly Note[] = [];

export interface Notes {
  readonly own: readonly Note[];
  readonly sent: readonly Note[];
  readonly all: readonly Note[];
}

export function useNotes(caseId: string): Notes {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(keyOf(caseId)));
  const came = useSyncExternalStore(subscribe, () => (sent.path === `/case/${encodeURIComponent(caseId)}` ? sent.notes : none));
  return useMemo(() => {
    const own = readNotes(kept, 'own:');
    return { own, sent: came, all: joinNotes(own, came) };
  }, [kept, came]);
}

export function keepNotes(caseId: string, notes: readonly Note[]): void {
  if (notes.length === 0) localStorage.removeItem(keyOf(caseId));
  else localStorage.setItem(keyOf(caseId), writeNotes(notes));
  tell();
}

/** Puts the sent notes away; they stay in the address for whoever opens it again. */
export function dropSent(): void {
  sent = { path: '', notes: none };
  tell();
}
