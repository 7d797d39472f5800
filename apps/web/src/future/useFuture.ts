/** Asks the model for the fan each time the date has come to rest or another policy is chosen. */
import { useEffect, useRef, useState } from 'react';
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Future } from '@gongze/studies/simulation/what-if/future';
import type { PresetId } from '@gongze/studies/simulation/what-if/policies';
import type { AskedFuture, ToldFuture } from './future.worker.ts';

/** The date has to rest so long before the model is asked. */
const restMilliseconds = 250;

export type FutureState =
  | { readonly state: 'asking' }
  | { readonly state: 'ready'; readonly report: CaseReport; readonly future: Future }
  | { readonly state: 'failed'; readonly why: string };

/** @param months 0 = there is nothing to ask */
export function useFuture(report: CaseReport, policy: PresetId, months: number): FutureState {
  const [told, setTold] = useState<FutureState>({ state: 'asking' });
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    if (months < 1) return;
    const number = ++asked.current;
    setTold({ state: 'asking' });
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL('./future.worker.ts', import.meta.url), { type: 'module' });
      worker.current.onmessage = ({ data }: MessageEvent<ToldFuture>) => {
        if (data.number !== asked.current) return;
        if ('future' in data) setTold({ state: 'ready', report, future: data.future });
        else setTold({ state: 'failed', why: data.refusals.map(({ message }) => message.en).join(' ') });
      };
      worker.current.onerror = (event) => {
        event.preventDefault();
        worker.current?.terminate();
        worker.current = undefined;
        setTold({ state: 'failed', why: event.message || 'worker' });
      };
      worker.current.postMessage({ number, report, policy, months } satisfies AskedFuture);
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [report, policy, months]);
  return told;
}
