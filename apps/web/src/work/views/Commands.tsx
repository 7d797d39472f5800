import type { CommandName } from '@gongze/domain/decisions/decide';
import { commandTitles } from '@gongze/domain/decisions/titles';
import { unavailable } from '@gongze/domain/decisions/unavailable';
import { useMemo } from 'react';
import { useFrame } from '../../view/useCase.ts';
import { workWords } from '../words.ts';
import { Do } from './Do.tsx';
import type { ViewProps } from './types.ts';

/** The commands a view begins with: those that whoever acts may use, and folded below those that are not for it, each with its reason. */
export function Commands({ of, context, onDo }: ViewProps & { readonly of: readonly CommandName[] }) {
  const known = useMemo(() => of.map((name) => ({ name, why: unavailable(name, context) })), [of, context]);
  const closed = known.filter(({ why }) => why !== undefined);
  return (
    <>
      {closed.length < known.length && (
        <p className="commands">{known.map(({ name, why }) => why === undefined && <Do key={name} command={name} onDo={onDo} />)}</p>
      )}
      <ClosedCommands closed={closed} />
    </>
  );
}

interface ClosedProps {
  readonly closed: readonly { readonly name: CommandName; readonly why: ReturnType<typeof unavailable> }[];
}

/** What cannot be done now, folded, each with its reason. */
export function ClosedCommands({ closed }: ClosedProps) {
  const { lang } = useFrame();
  if (closed.length === 0) return null;
  return (
    <details className="closed-commands">
      <summary>{workWords.notNow[lang].replace('{{count}}', String(closed.length))}</summary>
      <ul>
        {closed.map(({ name, why }) => (
          <li key={name}>
            <span>{commandTitles[name][lang]}</span> {why?.[lang]}
          </li>
        ))}
      </ul>
    </details>
  );
}
