import { useEffect, useState } from 'react';
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Effect } from '@gongze/studies/simulation/what-if/effect';

const none: ReadonlyMap<string, Effect> = new Map();
/** The date has to rest so long before the model is asked. */
const restMilliseconds = 250;

/** What the model expects of the advised instruments, by instrument; empty until it has answered. */
export function useEffects(report: CaseReport): ReadonlyMap<string, Effect> {
  const [found, setFound] = useState<{ readonly of: CaseReport; readonly effects: ReadonlyMap<string, Effect> }>();
  useEffect(() => {
    if (report.advice.length === 0) return;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./effects.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<readonly Effect[]>) => {
        setFound({ of: report, effects: new Map(data.map((effect) => [effect.instrument, effect])) });
        worker?.terminate();
      };
      worker.postMessage(report);
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [report]);
  return found?.of === report ? found.effects : none;
}
