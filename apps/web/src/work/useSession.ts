/** Whom the page acts for. In local mode the one user may act for anyone and chooses; with sign-in, the office decides. */
import { useState } from 'react';

export interface Session {
  readonly actor: string;
  readonly mayChoose: boolean;
  readonly choose: (actor: string) => void;
}

const KEY = 'gongze.actor';

export function useActor(offered: readonly string[], own: string | undefined): Session {
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(KEY) ?? '');
  const actor = own ?? (offered.includes(chosen) ? chosen : (offered[0] ?? ''));
  return {
    actor,
    mayChoose: own === undefined,
    choose: (next) => {
      sessionStorage.setItem(KEY, next);
      setChosen(next);
    },
  };
}
