import { type CSSProperties, useState } from 'react';
import { type OutputName, outputs } from '@gongze/studies/simulation/ensemble/outputs';
import { type ExperimentSummary, tailCarriesMean } from '@gongze/studies/simulation/ensemble/merge';
import type { Policy } from '@gongze/studies/simulation/model/policy';
import type { Question } from '@gongze/studies/simulation/what-if/question';
import { formatMonth } from '../text/dates.ts';
import { useViewOf } from '../view/store.ts';
import { SimulatedMark } from './OutcomeTable.tsx';
import { monthAfter } from './PolicyEditor.tsx';
import { fill, words } from './words.ts';

const measures = ['finalQ', 'meanQ', 'damage', 'cost', 'dependence', 'recovery'] as const satisfies readonly OutputName[];
/** Share of the hue at the top of the scale: more would leave the numbers too little contrast. */
const deepest = 55;
const lastMonths = 24;

/** Whether the superior is still there in the last two years, as far as the policy alone decides it. */
function isStillThere({ exit, holdMonths, taperMonths }: Policy, onset: number, months: number): boolean {
  const leaves =
    exit === 'abrupt' ? holdMonths : exit === 'linear' || exit === 'exponential' ? holdMonths + taperMonths : Number.POSITIVE_INFINITY;
  return onset + leaves > months - lastMonths;
}

interface TimingHeatProps {
  readonly question: Question;
  readonly summary: ExperimentSummary;
}

/** Timing × strength as a table with shades: the number is in the cell, the shade only helps to find it. */
export function TimingHeat({ question, summary }: TimingHeatProps) {
  const lang = useViewOf('lang');
  const [measure, setMeasure] = useState<(typeof measures)[number]>('finalQ');
  const examined = question.policies.find(({ id }) => id === question.examined);
  const cells = summary.variants.map(({ swept, outputs: own }) => ({
    onset: swept?.['policy.onsetMonth'] as number,
    strength: swept?.['policy.strength'] as number,
    value: own[measure].mean,
    tail: tailCarriesMean(own[measure]),
  }));
  const onsets = [...new Set(cells.map(({ onset }) => onset))];
  const strengths = [...new Set(cells.map(({ strength }) => strength))];
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const digits = measure === 'damage' || measure === 'cost' || measure === 'recovery' ? 1 : 2;
  const when = (months: number): string => {
    const date = formatMonth(monthAfter(question.start, months), lang);
    return months === 0 ? fill(words.atOnce[lang], { date }) : date;
  };
  const policy = examined?.policy;
  return (
    <section aria-labelledby="what-if-heat">
      <h2 id="what-if-heat">
        {words.heat[lang]} <SimulatedMark />
      </h2>
      <p className="note">
        {fill(words.heatNote[lang], { title: examined?.title[lang] ?? '' })} {measure === 'finalQ' && words.heatStill[lang]}{' '}
        {cells.some(({ tail }) => tail) && words.heatTail[lang]}
      </p>
      <p>
        <label>
          {words.shownMeasure[lang]}{' '}
          <select value={measure} onChange={({ target }) => setMeasure(target.value as typeof measure)}>
            {measures.map((name) => (
              <option key={name} value={name}>
                {outputs.find((one) => one.name === name)?.meaning[lang]}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div className="simulated-box">
        <table className="heat">
          <caption className="visually-hidden">{words.heat[lang]}</caption>
          <thead>
            <tr>
              <th scope="col">
                {words.onsetHead[lang]} ↓ {words.strengthHead[lang]} →
              </th>
              {strengths.map((strength) => (
                <th key={strength} scope="col">
                  {strength}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {onsets.map((onset) => (
              <tr key={onset}>
                <th scope="row">{when(onset)}</th>
                {strengths.map((strength) => {
                  const cell = cells.find((one) => one.onset === onset && one.strength === strength);
                  const value = cell?.value ?? null;
                  const share = value === null || high === low ? 0 : (value - low) / (high - low);
                  const still = measure === 'finalQ' && policy !== undefined && isStillThere(policy, onset, question.months);
                  return (
                    <td key={strength} style={{ '--heat': `${(share * deepest).toFixed(0)}%` } as CSSProperties}>
                      {value === null ? '—' : value.toFixed(digits).replace('-', '−')}
                      {still && '*'}
                      {cell?.tail && '†'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
