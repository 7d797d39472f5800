import type { NextStep } from '@gongze/domain/decisions/nextSteps';
import { commandTitles } from '@gongze/domain/decisions/titles';
import { useFrame } from '../view/useCase.ts';
import type { OpenForm } from './views/types.ts';
import { workWords } from './words.ts';

/** What usually comes next, for whoever opens the case and does not know where to begin. */
export function NextSteps({ steps, onDo }: { readonly steps: readonly NextStep[]; readonly onDo: OpenForm }) {
  const { lang } = useFrame();
  if (steps.length === 0) return null;
  return (
    <section className="tasks next-steps">
      <h4>{workWords.next[lang]}</h4>
      <ul>
        {steps.map(({ command, subject, text }) => (
          <li key={`${command} ${subject}`} className="task">
            <span className="task-title">{text[lang]}</span>
            <button type="button" className="small first" onClick={() => onDo(command, subject)}>
              {commandTitles[command][lang]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
