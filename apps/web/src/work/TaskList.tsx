import type { CommandName } from '@gongze/domain/decisions/decide';
import type { Task, TaskKind } from '@gongze/domain/decisions/tasks';
import { commandTitles } from '@gongze/domain/decisions/titles';
import { useFrame } from '../view/useCase.ts';
import { workWords } from './words.ts';

const kinds: readonly TaskKind[] = ['owe', 'waiting', 'held'];

const marks = { green: '●', yellow: '◐', red: '✕', grey: '‖', blue: '✓' } as const;

interface TaskListProps {
  readonly tasks: readonly Task[];
  readonly onDo: (command: CommandName, subject: string) => void;
}

/** What the actor owes, what waits for it, and what it waits for. */
export function TaskList({ tasks, onDo }: TaskListProps) {
  const { lang, date, actors } = useFrame();
  if (tasks.length === 0) return <p className="muted">{workWords.nothing[lang]}</p>;
  return kinds.map((kind) => {
    const own = tasks.filter((task) => task.kind === kind);
    if (own.length === 0) return null;
    return (
      <section key={kind} className="tasks">
        <h4>{workWords[kind][lang]}</h4>
        <ul>
          {own.map((task) => {
            const { command } = task;
            return (
              <li key={task.key} className="task">
                {task.light !== undefined && (
                  <span className={`light ${task.light.light}`} aria-hidden="true">
                    {marks[task.light.light]}
                  </span>
                )}
                <span className="task-title">{task.title[lang]}</span>
                <span className="muted">
                  {task.text[lang]}
                  {task.dueOn !== null && ` ${workWords.due[lang]} ${date(task.dueOn)}`}
                  {task.because.length > 0 && ` ${workWords.because[lang]} ${actors(task.because)}`}
                </span>
                {command !== undefined && (
                  <button type="button" className="small" onClick={() => onDo(command, task.subject)}>
                    {commandTitles[command][lang]}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}
