import { type OutputName, outputs } from '@gongze/studies/simulation/ensemble/outputs';
import { medianOf, type OutputSummary, tailCarriesMean } from '@gongze/studies/simulation/ensemble/merge';
import { DataTable } from '../parts/DataTable.tsx';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import type { Compared } from './useModel.ts';
import { fill, words } from './words.ts';

const shown = [
  'meanQ',
  'finalQ',
  'success',
  'damage',
  'cost',
  'dependence',
  'recovery',
  'finalK',
  'gini',
] as const satisfies readonly OutputName[];
/** Counted in months, with one decimal; the others are shares, with two. */
const inMonths: ReadonlySet<OutputName> = new Set(['damage', 'cost', 'recovery']);

/** Cost, damage, dependence and recovery of each policy, in words and numbers that copy into a spreadsheet. */
export function OutcomeTable({ compared }: { readonly compared: Compared }) {
  const lang = useViewOf('lang');
  const { variants } = compared.summary;
  const number = (name: OutputName, value: number | null | undefined): string =>
    value === null || value === undefined ? '—' : inMonths.has(name) ? formatNumber(value, lang, 1) : value.toFixed(2).replace('-', '−');
  const cell = (name: OutputName, own: OutputSummary, runs: number) =>
    own.runs === 0 ? (
      <span title={words.noExit[lang]}>—</span>
    ) : (
      <>
        {number(name, medianOf(own))}{' '}
        <span className="muted">
          ({number(name, own.quantiles[0])}–{number(name, own.quantiles.at(-1))})
        </span>
        <span className="row-sub">
          {words.mean[lang]} {number(name, own.mean)}
          {tailCarriesMean(own) && '†'}
        </span>
        {name === 'recovery' && (
          <span className="row-sub">{fill(words.recovered[lang], { share: formatPercent(own.runs / runs, lang) })}</span>
        )}
      </>
    );
  const tails = variants.some(({ outputs: own }) => shown.some((name) => tailCarriesMean(own[name])));
  return (
    <section aria-labelledby="what-if-outcomes">
      <h2 id="what-if-outcomes">
        {words.outcomes[lang]} <SimulatedMark />
      </h2>
      <p className="note">
        {words.outcomesNote[lang]} {tails && words.tail[lang]}
      </p>
      <div className="simulated-box">
        <DataTable
          caption={words.outcomes[lang]}
          hideCaption
          rows={shown.map((name) => ({ name, spec: outputs.find((one) => one.name === name) }))}
          rowKey={({ name }) => name}
          columns={[
            { key: 'measure', head: words.measure[lang], rowHead: true, cell: ({ spec }) => spec?.meaning[lang] },
            ...variants.map((variant) => ({
              key: variant.id,
              head: variant.title[lang],
              numeric: true,
              cell: ({ name }: { name: OutputName }) => cell(name, variant.outputs[name], variant.runs),
            })),
          ]}
        />
      </div>
    </section>
  );
}

/** The word that stands by everything that did not happen. */
export function SimulatedMark() {
  const lang = useViewOf('lang');
  return <span className="simulated-mark">{words.simulated[lang]}</span>;
}
