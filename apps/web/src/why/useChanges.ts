import { useEffect, useState } from 'react';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Engine } from '../engine/engine.ts';
import { type Change, whatWouldChange } from './changes.ts';
import type { WhyContent } from './content.ts';

const STEP_MS = 8;
export const CHANGE_FACTS_MAX = 3000;

export interface Changes {
  readonly changes: readonly Change[];
  readonly done: boolean;
  readonly tooLarge: boolean;
}

/** Works through the question in steps of a few milliseconds, starting anew when the question changes. */
export function useChanges(engine: Engine, asOf: IsoDate, content: WhyContent | undefined, now: string | undefined): Changes {
  const tooLarge = engine.facts.length > CHANGE_FACTS_MAX;
  const [state, setState] = useState<{ changes: readonly Change[]; done: boolean }>({ changes: [], done: false });
  useEffect(() => {
    setState({ changes: [], done: false });
    if (content?.result === undefined || tooLarge) return;
    const { evidence, thresholds, result } = content;
    const work = whatWouldChange({ engine, asOf, evidence, thresholds, result }, now);
    const found: Change[] = [];
    let timer: ReturnType<typeof setTimeout>;
    const step = () => {
      const start = performance.now();
      while (performance.now() - start < STEP_MS) {
        const next = work.next();
        if (next.done) return setState({ changes: [...found], done: true });
        if (next.value !== undefined) found.push(next.value);
      }
      setState({ changes: [...found], done: false });
      timer = setTimeout(step, 0);
    };
    timer = setTimeout(step, 60);
    return () => clearTimeout(timer);
  }, [engine, asOf, content, now, tooLarge]);
  return { ...state, tooLarge };
}
