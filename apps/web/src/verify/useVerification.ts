import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Outcome } from '@gongze/ledger/verify/outcome';
import { useRef, useState } from 'react';
import { type Run, Stopped, Unusable } from './run.ts';
import { words } from './words.ts';

export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly size: number }
  | { readonly state: 'done'; readonly outcome: Outcome; readonly seconds: number }
  | { readonly state: 'failed'; readonly text: Bilingual };

type Work = (run: Omit<Run, 'policyText'>) => Promise<Outcome>;

/** One verification at a time; a new one stops the one before it. */
export function useVerification(): {
  readonly verification: Verification;
  readonly start: (work: Work) => void;
  readonly stop: () => void;
} {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);

  const start = (work: Work): void => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const show = (next: Verification): void => {
      if (running.current === own) setVerification(next);
    };
    const from = performance.now();
    show({ state: 'running', done: 0, size: 0 });
    work({ signal: own.signal, onProgress: (done, size) => show({ state: 'running', done, size }) }).then(
      (outcome) => show({ state: 'done', outcome, seconds: (performance.now() - from) / 1000 }),
      (error: unknown) => {
        if (error instanceof Stopped) show({ state: 'failed', text: words.stopped });
        else if (error instanceof Unusable) show({ state: 'failed', text: error.text });
        else {
          show({ state: 'failed', text: { zh: String(error), en: String(error) } });
          throw error;
        }
      },
    );
  };
  return { verification, start, stop: () => running.current?.abort() };
}
