import type { DecisionContext } from '@gongze/domain/decisions/context';
import type { CommandName } from '@gongze/domain/decisions/decide';
import type { NextStep } from '@gongze/domain/decisions/nextSteps';
import { commandNames } from '@gongze/domain/decisions/schemas';
import { commandGroups, commandTitles } from '@gongze/domain/decisions/titles';
import { unavailable } from '@gongze/domain/decisions/unavailable';
import { useMemo } from 'react';
import { useFrame } from '../view/useCase.ts';
import { ClosedCommands } from './views/Commands.tsx';
import type { OpenForm } from './views/types.ts';
import { groupWords, workWords } from './words.ts';

interface AllCommandsProps {
  readonly context: DecisionContext;
  /** Steps that usually come next: marked among the rest. */
  readonly first: readonly NextStep[];
  readonly onDo: OpenForm;
}

/** Everything that can be done now, by group; what cannot stands folded below, each with its reason. */
export function AllCommands({ context, first, onDo }: AllCommandsProps) {
  const { lang } = useFrame();
  const commands = useMemo(() => commandNames.map((name) => ({ name, why: unavailable(name, context) })), [context]);
  const marked = new Set<CommandName>(first.map(({ command }) => command));
  return (
    <>
      <h3>{workWords.all[lang]}</h3>
      {commandGroups.map((group) => {
        const own = commands.filter(({ name }) => commandTitles[name].group === group);
        const closed = own.filter(({ why }) => why !== undefined);
        return (
          <div key={group} className="command-group">
            <h4>{groupWords[group][lang]}</h4>
            {closed.length < own.length && (
              <p className="commands">
                {own.map(
                  ({ name, why }) =>
                    why === undefined && (
                      <button key={name} type="button" className={marked.has(name) ? 'small first' : 'small'} onClick={() => onDo(name)}>
                        {commandTitles[name][lang]}
                      </button>
                    ),
                )}
              </p>
            )}
            <ClosedCommands closed={closed} />
          </div>
        );
      })}
    </>
  );
}
