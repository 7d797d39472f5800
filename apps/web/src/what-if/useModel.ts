/** Asks the model in its thread, and keeps what it has answered so far together with the question. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '@gongze/studies/parameters/parameters';
import type { Step } from '@gongze/studies/simulation/what-if/answer';
import type { Question } from '@gongze/studies/simulation/what-if/question';
import type { FromModel } from './model.worker.ts';

export type Compared = Extract<Step, { kind: 'compared' }>;
type Swept = Extract<Step, { kind: 'swept' }>;
type Examined = Extract<Step, { kind: 'examined' }>;

export interface Answer {
  readonly question: Question;
  readonly compared?: Compared;
  readonly swept?: Swept;
  readonly examined?: Examined;
}

export type Status =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly share: number; readonly secondsLeft: number | undefined }
  | { readonly state: 'done'; readonly seconds: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly state: 'failed'; readonly why: string };

const newWorker = (): Worker => new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });

export function useModel() {
  const worker = useRef<Worker>(undefined);
  const [status, setStatus] = useState<Status>({ state: 'idle' });
  const [answer, setAnswer] = useState<Answer>();
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const ask = useCallback(
    (question: Question) => {
      end();
      const own = newWorker();
      worker.current = own;
      const begun = performance.now();
      const seconds = (): number => (performance.now() - begun) / 1000;
      setAnswer({ question });
      setStatus({ state: 'running', share: 0, secondsLeft: undefined });
      own.onmessage = ({ data }: MessageEvent<FromModel>) => {
        switch (data.kind) {
          case 'progress':
            setStatus({ state: 'running', share: data.done / data.total, secondsLeft: seconds() * (data.total / data.done - 1) });
            return;
          case 'refused':
            end();
            setAnswer(undefined);
            setStatus({ state: 'refused', refusals: data.refusals });
            return;
          case 'end':
            if (worker.current !== own) return;
            end();
            setStatus({ state: 'done', seconds: seconds() });
            return;
          default:
            setAnswer((now) => now && { ...now, [data.kind]: data });
        }
      };
      own.onerror = (event) => {
        event.preventDefault();
        end();
        setStatus({ state: 'failed', why: event.message || 'worker' });
      };
      own.postMessage(question);
    },
    [end],
  );
  const cancel = useCallback(() => {
    end();
    setStatus({ state: 'cancelled' });
  }, [end]);
  return { status, answer, ask, cancel };
}
