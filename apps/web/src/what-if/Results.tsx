import { Agreement } from './Agreement.tsx';
import { Assumptions } from './Assumptions.tsx';
import { Fans } from './Fans.tsx';
import { SufficientStrength } from './Ladder.tsx';
import { OpenRun } from './OpenRun.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { TimingHeat } from './TimingHeat.tsx';
import type { Answer } from './useModel.ts';
import type { Subject } from './useSubject.ts';

/** Every part of the answer as soon as it is whole. */
export function Results({ answer, subject }: { readonly answer: Answer; readonly subject: Subject | undefined }) {
  const { question, compared, swept, examined } = answer;
  const { parties, parameters, members, carried } = question;
  const fit = {
    parties: typeof parties === 'number' ? parties : parties.length,
    parameters,
    members,
    ...(carried !== undefined && { carried }),
    observed: undefined,
  };
  const weights = question.policies.find(({ id }) => id === question.examined)?.policy;
  if (compared === undefined) return null;
  return (
    <>
      <Fans question={question} compared={compared} />
      <OutcomeTable compared={compared} />
      <Agreement compared={compared} />
      {weights !== undefined && <SufficientStrength fit={fit} weights={weights} />}
      {swept !== undefined && <TimingHeat question={question} summary={swept.summary} />}
      {examined !== undefined && <Assumptions question={question} result={examined.result} />}
      <OpenRun question={question} runs={compared.summary.variants[0]?.runs ?? 1} subject={subject} />
    </>
  );
}
