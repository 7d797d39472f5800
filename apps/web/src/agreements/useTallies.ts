import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadAs, Tally } from './reading.ts';
import { inWorker } from './work.ts';

export interface Tallies {
  /** Of the parts that are not open and have been read. */
  readonly known: readonly Tally[];
  readonly total: number;
  readonly state: 'done' | 'running' | 'stopped';
  readonly stop: () => void;
  readonly resume: () => void;
}

/** Reads the parts that are not open, beside the page; what was read once is not read again while it stays the same. */
export function useTallies(parts: readonly string[], open: number, readAs: ReadAs): Tallies {
  const memory = useRef<{ readAs: ReadAs; byText: Map<string, Tally> }>({ readAs, byText: new Map() });
  if (memory.current.readAs !== readAs) memory.current = { readAs, byText: new Map() };
  const { byText } = memory.current;
  const others = parts.filter((_, index) => index !== open);
  const wanting = others.filter((part) => !byText.has(part));
  const [, setRead] = useState(0);
  const [stopped, setStopped] = useState(false);
  const running = useRef<AbortController>(undefined);
  const needed = wanting.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a job runs until its parts are read; typing in the open part does not disturb it
  useEffect(() => {
    if (stopped || !needed) return undefined;
    const control = new AbortController();
    running.current = control;
    inWorker(
      { kind: 'tally', parts: wanting, readAs },
      {
        signal: control.signal,
        onTally: (index, tally) => {
          byText.set(wanting[index] as string, tally);
          setRead((count) => count + 1);
        },
      },
    ).catch(() => undefined);
    return () => control.abort();
  }, [stopped, needed, open, parts.length, readAs]);
  const known = others.flatMap((part) => byText.get(part) ?? []);
  return {
    known,
    total: others.length,
    state: !needed ? 'done' : stopped ? 'stopped' : 'running',
    stop: useCallback(() => setStopped(true), []),
    resume: useCallback(() => setStopped(false), []),
  };
}
