/** Recording what a file says: once, on the version that was looked at, and what came of it. */
import { useState } from 'react';
import { useReload } from '../view/reload.ts';
import { useFrame } from '../view/useCase.ts';
import type { Outcome } from '../work/record.ts';
import { filled, words } from './words.ts';

export interface Told {
  readonly text: string;
  readonly bad: boolean;
}

export function useRecording(onDone: () => void) {
  const { lang } = useFrame();
  const reload = useReload();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  const record = async (send: () => Promise<Outcome>) => {
    setBusy(true);
    const outcome = await send().finally(() => setBusy(false));
    if (outcome.kind === 'failed') return setTold({ text: `${words.failed[lang]}${outcome.problem.detail}`, bad: true });
    onDone();
    reload();
    setTold(
      outcome.kind === 'conflict'
        ? { text: words.conflict[lang], bad: true }
        : { text: filled(words.saved[lang], { version: outcome.version }), bad: false },
    );
  };
  return { busy, told, tell: setTold, record };
}
