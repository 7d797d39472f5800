import { useId, useState } from 'react';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import { comparisonFile, type Question } from '@gongze/studies/simulation/what-if/question';
import { changeView, useViewOf } from '../view/store.ts';
import { SimulatedMark } from './OutcomeTable.tsx';
import { keepRun } from './simulated.ts';
import type { Subject } from './useSubject.ts';
import { fill, words } from './words.ts';

interface OpenRunProps {
  readonly question: Question;
  readonly runs: number;
  readonly subject: Subject | undefined;
}

/** One run told as a case: what the months of the model look like through the eyes of the product. */
export function OpenRun({ question, runs, subject }: OpenRunProps) {
  const lang = useViewOf('lang');
  const id = useId();
  const [run, setRun] = useState(0);
  const valid = Number.isInteger(run) && run >= 0 && run < runs;
  const open = (variant: number): void => {
    const real = subject !== undefined && subject.report.ladder.length > 0 && Array.isArray(question.parties);
    const { caseId, last } = keepRun({
      scenario: comparisonFile(question),
      variant,
      run,
      ...(real && { governments: subject.engine.governments, tiers: subject.report.ladder, names: subject.report.actors }),
    });
    const asOf = isIsoDate(last) ? last : undefined;
    changeView({ page: undefined, caseId, asOf, knownOn: undefined, tab: 'findings', sel: undefined, why: undefined }, true);
    window.scrollTo(0, 0);
  };
  return (
    <section aria-labelledby="what-if-open">
      <h2 id="what-if-open">
        {words.asCase[lang]} <SimulatedMark />
      </h2>
      <p className="note">{words.asCaseNote[lang]}</p>
      <p className="setting">
        <label htmlFor={id}>
          {words.runNumber[lang]} (0–{runs - 1})
        </label>
        <input
          id={id}
          type="number"
          min={0}
          max={runs - 1}
          step={1}
          value={Number.isNaN(run) ? '' : run}
          onChange={({ target }) => setRun(target.valueAsNumber)}
        />
      </p>
      <p className="open-runs">
        {question.policies.map(({ id: policy, title }, variant) => (
          <button key={policy} type="button" disabled={!valid} onClick={() => open(variant)}>
            {fill(words.open[lang], { title: title[lang] })}
          </button>
        ))}
      </p>
    </section>
  );
}
