import { modelParameters } from '@gongze/studies/simulation/model/parameters';
import type { SensitivityResult } from '@gongze/studies/simulation/sensitivity/analysis';
import type { Question } from '@gongze/studies/simulation/what-if/question';
import { formatNumber } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import { SimulatedMark } from './OutcomeTable.tsx';
import { fill, words } from './words.ts';

const shown = 8;
const width = 200;

/** Bar of the index and whisker of its interval, from 0 to 1. */
function Bar({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }) {
  const x = (share: number): number => Math.min(1, Math.max(0, share)) * width;
  return (
    <svg className="index-bar" viewBox={`0 0 ${width} 16`} width={width} height={16} aria-hidden="true">
      <rect x={0} y={3} width={x(value)} height={10} className="index-value" />
      <line x1={x(low)} x2={x(high)} y1={8} y2={8} className="index-whisker" />
    </svg>
  );
}

/** Which assumptions decide the answer: what to find out before relying on it. */
export function Assumptions({ question, result }: { readonly question: Question; readonly result: SensitivityResult | undefined }) {
  const lang = useViewOf('lang');
  const titleOf = (id: string | undefined): string => question.policies.find((one) => one.id === id)?.title[lang] ?? '';
  const ranked = (result?.parameters ?? [])
    .flatMap(({ name, first, total }) => (first === undefined || total === undefined ? [] : [{ name, first, total }]))
    .sort((a, b) => b.total.value - a.total.value)
    .slice(0, shown);
  const values = {
    title: titleOf(question.examined),
    reference: titleOf(question.policies[0]?.id),
    rows: formatNumber(result?.evaluations ?? 0, lang),
  };
  return (
    <section aria-labelledby="what-if-assumptions">
      <h2 id="what-if-assumptions">
        {words.assumptions[lang]} <SimulatedMark />
      </h2>
      <p className="note">{fill(words.assumptionsNote[lang], values)}</p>
      {ranked.length === 0 ? (
        <p>{words.flat[lang]}</p>
      ) : (
        <div className="simulated-box">
          <table className="indices">
            <caption className="visually-hidden">{words.assumptions[lang]}</caption>
            <thead>
              <tr>
                <th scope="col">{words.parameter[lang]}</th>
                <th scope="col">{words.totalOrder[lang]}</th>
                <th scope="col">{words.firstOrder[lang]}</th>
              </tr>
            </thead>
            <tbody>
              {ranked.map(({ name, first, total }) => (
                <tr key={name}>
                  <th scope="row">
                    {modelParameters.find((one) => one.name === name)?.meaning[lang]} <code>{name}</code>
                  </th>
                  <td className="index-cell">
                    <Bar {...total} />
                    {total.value.toFixed(2)}{' '}
                    <span className="muted">
                      ({Math.max(0, total.low).toFixed(2)}–{total.high.toFixed(2)})
                    </span>
                  </td>
                  <td className="numeric">{Math.max(0, first.value).toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
