import { useMemo } from 'react';
import { leastSufficient, strengthLadder, sufficient } from '@gongze/studies/simulation/what-if/effect';
import type { Fit } from '@gongze/studies/simulation/what-if/fitting';
import { DataTable } from '../parts/DataTable.tsx';
import { formatPercent } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import { SimulatedMark } from './OutcomeTable.tsx';
import type { Weights } from './settings.ts';
import { fill, words } from './words.ts';

/** Help to self-help asks for the least strength that suffices: every strength, and which is the first. */
export function SufficientStrength({
  fit,
  weights: { sanction, subsidy, coordination },
}: {
  readonly fit: Fit;
  readonly weights: Weights;
}) {
  const lang = useViewOf('lang');
  const ladder = useMemo(() => strengthLadder(fit, { sanction, subsidy, coordination }, 1), [fit, sanction, subsidy, coordination]);
  const least = leastSufficient(ladder);
  return (
    <section aria-labelledby="what-if-ladder">
      <h2 id="what-if-ladder">
        {words.ladder[lang]} <SimulatedMark />
      </h2>
      <p className="note">
        {fill(words.ladderNote[lang], { members: formatPercent(sufficient.members, lang), delivery: sufficient.delivery })}
      </p>
      <p>
        <strong>{least === undefined ? words.ladderNone[lang] : fill(words.ladderFound[lang], { strength: least })}</strong>
      </p>
      <div className="simulated-box">
        <DataTable
          caption={words.ladder[lang]}
          hideCaption
          rows={ladder}
          rowKey={({ strength }) => String(strength)}
          isMarked={({ strength }) => strength === least}
          columns={[
            { key: 'strength', head: words.strengthHead[lang], rowHead: true, cell: ({ strength }) => strength },
            {
              key: 'delivery',
              head: words.delivery[lang],
              numeric: true,
              cell: ({ median, low, high }) => (
                <>
                  {median.toFixed(2)}{' '}
                  <span className="muted">
                    ({low.toFixed(2)}–{high.toFixed(2)})
                  </span>
                </>
              ),
            },
            { key: 'reached', head: words.ladderReached[lang], numeric: true, cell: ({ reached }) => formatPercent(reached, lang) },
          ]}
        />
      </div>
    </section>
  );
}
