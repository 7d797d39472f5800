/** Whom the page acts for. In local mode the one user may act for anyone and chooses; with sign-in, the office decides. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { useState } from 'react';
import { type OfficeKey, readSession, send } from '../account/send.ts';
import { useAsync } from '../engine/useAsync.ts';
import { chosenActor, keepActor } from './chosenActor.ts';
import type { Recorder } from './record.ts';

export interface Session {
  readonly actor: string;
  readonly mayChoose: boolean;
  readonly choose: (actor: string) => void;
}

export function useActor(offered: readonly string[], own: string | undefined): Session {
  const [chosen, setChosen] = useState(chosenActor);
  const actor = own ?? (offered.includes(chosen) ? chosen : (offered[0] ?? ''));
  return {
    actor,
    mayChoose: own === undefined,
    choose: (next) => {
      keepActor(next);
      setChosen(next);
    },
  };
}

async function recorderOf(lang: Language): Promise<Recorder | undefined> {
  const { mode, person, office } = await readSession(lang);
  if (mode === 'local' || person === undefined || office === undefined) return undefined;
  const sent = await send<{ keys: readonly OfficeKey[] }>('GET', '/api/registry/keys', lang);
  const keys = sent.ok ? sent.value.keys.filter((key) => key.valid && key.office === office.office) : [];
  return { person, office, keys };
}

/** As `useRecorder`, with whether it is known yet: before, nobody knows what may be done. */
export function useAskedRecorder(lang: Language): { readonly known: boolean; readonly recorder: Recorder | undefined } {
  const loaded = useAsync('recorder', () => recorderOf(lang));
  return { known: loaded.state !== 'loading', recorder: loaded.state === 'ready' ? loaded.value : undefined };
}

/** The office in which the signed-in person acts, with its keys; `undefined` in local mode, and for whoever has none. */
export function useRecorder(lang: Language): Recorder | undefined {
  return useAskedRecorder(lang).recorder;
}
