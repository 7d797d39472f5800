import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, keepDraft, listDrafts, readDraft } from './draftStore.ts';

/** Typing is written down when it pauses. */
const PAUSE_MS = 400;
/** A text of megabytes takes a while to write down; it is written less often. */
const LONG_PAUSE_MS = 3000;
const LONG_PARTS = 10;

export type Keeping = 'kept' | 'pending' | 'failed';

export interface OpenDraft {
  /** `undefined`: none is open; `null`: not known yet. */
  readonly draft: Draft | undefined | null;
  readonly keeping: Keeping;
  readonly change: (change: Partial<Draft>) => void;
  readonly open: (draft: Draft) => void;
  readonly close: () => void;
}

const OPEN_KEY = 'gongze.agreement';

async function lastOpen(): Promise<Draft | undefined> {
  const id = sessionStorage.getItem(OPEN_KEY);
  if (id === null) return undefined;
  return readDraft(id);
}

/** The draft that is open in this tab. What was typed is kept on this device as it is typed, and found again after a reload. */
export function useDraft(): OpenDraft {
  const [draft, setDraft] = useState<Draft | undefined | null>(null);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const unsaved = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useCallback(async () => {
    clearTimeout(timer.current);
    const wanted = unsaved.current;
    if (wanted === undefined) return;
    unsaved.current = undefined;
    await keepDraft(wanted).then(
      () => setKeeping(unsaved.current === undefined ? 'kept' : 'pending'),
      () => setKeeping('failed'),
    );
  }, []);
  useEffect(() => {
    lastOpen().then(
      (found) => setDraft((now) => now ?? found),
      () => setDraft((now) => now ?? undefined),
    );
    const leave = (): void => void write();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [write]);
  const later = useCallback(
    (next: Draft) => {
      unsaved.current = next;
      setKeeping('pending');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(), next.parts.length > LONG_PARTS ? LONG_PAUSE_MS : PAUSE_MS);
    },
    [write],
  );
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((now) => {
        if (now === undefined || now === null) return now;
        const next = { ...now, ...part, changed: Date.now() };
        later(next);
        return next;
      }),
    [later],
  );
  const open = useCallback(
    (next: Draft) => {
      void write();
      sessionStorage.setItem(OPEN_KEY, next.id);
      setDraft(next);
      later(next);
    },
    [write, later],
  );
  const close = useCallback(() => {
    void write();
    sessionStorage.removeItem(OPEN_KEY);
    setDraft(undefined);
  }, [write]);
  return { draft, keeping, change, open, close };
}

/** Heads of the drafts on this device; asked again when `when` changes. */
export function useDraftList(when: unknown): Awaited<ReturnType<typeof listDrafts>> {
  const [heads, setHeads] = useState<Awaited<ReturnType<typeof listDrafts>>>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `when` says that the list may have changed
  useEffect(() => {
    let wanted = true;
    listDrafts().then(
      (list) => wanted && setHeads(list),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [when]);
  return heads;
}
