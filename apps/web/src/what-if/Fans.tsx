import { useViewOf } from '../view/store.ts';
import { FanChart } from './FanChart.tsx';
import type { Compared } from './useModel.ts';
import type { Question } from '@gongze/studies/simulation/what-if/question';
import { fill, words } from './words.ts';

/** The policies beside each other, on the same axes. */
export function Fans({ question, compared }: { readonly question: Question; readonly compared: Compared }) {
  const lang = useViewOf('lang');
  const digits = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : value.toFixed(2));
  return (
    <section aria-labelledby="what-if-fans">
      <h2 id="what-if-fans">{words.fans[lang]}</h2>
      <p className="note">{words.fanNote[lang]}</p>
      <div className="fans">
        {compared.summary.variants.map(({ id, title, delivery, outputs }, i) => {
          const [low, , median, , high] = outputs.finalQ.quantiles;
          const label = fill(words.fanLabel[lang], { title: title[lang], median: digits(median), low: digits(low), high: digits(high) });
          const policy = question.policies[i]?.policy;
          if (policy === undefined) throw new Error(`bug: no policy ${id}`);
          return (
            <FanChart key={id} title={title[lang]} label={label} start={question.start} quantiles={delivery.quantiles} policy={policy} />
          );
        })}
      </div>
    </section>
  );
}
