import { useEffect, useId } from 'react';
import { addMonths, type IsoDate } from '@gongze/domain/vocabulary/dates';
import { acceptedCount } from '@gongze/studies/simulation/calibration/accepted';
import { modelCaveat } from '@gongze/studies/simulation/what-if/caveat';
import type { Future as Fan } from '@gongze/studies/simulation/what-if/future';
import { type PresetId, presetPolicies } from '@gongze/studies/simulation/what-if/policies';
import { DataTable } from '../parts/DataTable.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { formatDate } from '../text/dates.ts';
import { formatIndex, formatNumber } from '../text/numbers.ts';
import { formatAddress } from '../view/address.ts';
import { changeView, useView } from '../view/store.ts';
import { useMoment } from '../view/useCase.ts';
import { fill } from '../what-if/words.ts';
import type { DrawnFan } from './drawn.ts';
import { monthsAhead } from './horizon.ts';
import { type FutureState, useFuture } from './useFuture.ts';
import { words } from './words.ts';
import './future.css';

interface FutureProps {
  readonly policy: PresetId;
  /** Last day of the axis. */
  readonly last: IsoDate;
  /** Hands the fan to the axis; `undefined` takes it off. */
  readonly onFan: (fan: DrawnFan | undefined) => void;
}

/** Beneath the axis: which policy is supposed, how to read the fan, what the model is, and the same in a table. */
export default function Future({ policy, last, onFan }: FutureProps) {
  const view = useView();
  const { lang } = view;
  const id = useId();
  const { asOf, report } = useMoment();
  const months = monthsAhead(asOf, last);
  const told = useFuture(report, policy, months);
  const ready = told.state === 'ready' && months > 0 ? told : undefined;
  useEffect(() => {
    if (months === 0) onFan(undefined);
    else if (ready !== undefined) {
      const { median, half, wide } = ready.future;
      onFan({ asOf: ready.report.asOf as IsoDate, median, half, wide });
    }
  }, [ready, months, onFan]);
  useEffect(() => () => onFan(undefined), [onFan]);
  const asked = { ...view, page: 'what-if', future: undefined } as const;
  return (
    <section className="future-panel" aria-labelledby={`${id}-heading`}>
      <div className="future-head">
        <h3 id={`${id}-heading`}>{words.heading[lang]}</h3>
        <label htmlFor={`${id}-policy`}>{words.policy[lang]}</label>
        <select id={`${id}-policy`} value={policy} onChange={({ target }) => changeView({ future: target.value as PresetId })}>
          {presetPolicies(asOf.slice(0, 7)).map((one) => (
            <option key={one.id} value={one.id}>
              {one.id === 'none' ? words.none[lang] : one.title[lang]}
            </option>
          ))}
        </select>
        <PageLink href={formatAddress(asked)} change={{ page: 'what-if', future: undefined }}>
          {words.more[lang]}
        </PageLink>
      </div>
      <div role="status" aria-live="polite">
        <Reading told={told} months={months} />
      </div>
      <p className="caveat">{modelCaveat[lang]}</p>
      {ready !== undefined && <FanTable future={ready.future} asOf={ready.report.asOf as IsoDate} />}
    </section>
  );
}

function Reading({ told, months }: { readonly told: FutureState; readonly months: number }) {
  const { lang } = useView();
  if (months === 0) return <p className="note">{words.end[lang]}</p>;
  if (told.state === 'asking') return <p className="note">{words.asking[lang]}</p>;
  if (told.state === 'failed') return <p className="fault">{fill(words.failed[lang], { why: told.why })}</p>;
  const { future, report } = told;
  const { fit, median, half, wide } = future;
  const end = median.length - 1;
  const at = (values: readonly number[]): string => formatIndex(values[end] as number);
  const sentences = [
    fill(words.read[lang], {
      date: formatDate(report.asOf, lang),
      months: median.length,
      runs: formatNumber(future.runs, lang),
      ...{ median: at(median), halfLow: at(half.low), halfHigh: at(half.high), wideLow: at(wide.low), wideHigh: at(wide.high) },
    }),
    fit.observed === undefined
      ? fill(words.unfitted[lang], { all: acceptedCount })
      : fill(words.fitted[lang], {
          kept: fit.members?.length ?? acceptedCount,
          all: acceptedCount,
          duties: fit.observed.duties,
          index: formatIndex(fit.observed.index),
        }),
    words.carried[lang],
    words.known[lang],
  ];
  return <p className="note">{sentences.join(lang === 'zh' ? '' : ' ')}</p>;
}

/** The fan in words and numbers: once a year, and at its end. */
function FanTable({ future, asOf }: { readonly future: Fan; readonly asOf: IsoDate }) {
  const { lang } = useView();
  const { median, half, wide } = future;
  const end = median.length - 1;
  const rows = Array.from({ length: Math.ceil(end / 12) }, (_, i) => Math.min(end, 12 * (i + 1)));
  const range = ({ low, high }: { readonly low: readonly number[]; readonly high: readonly number[] }, month: number): string =>
    `${formatIndex(low[month] as number)}–${formatIndex(high[month] as number)}`;
  return (
    <details className="future-table">
      <summary>{words.table[lang]}</summary>
      <DataTable
        caption={words.caption[lang]}
        rows={rows}
        rowKey={String}
        columns={[
          { key: 'date', head: words.date[lang], rowHead: true, tight: true, cell: (month) => formatDate(addMonths(asOf, month), lang) },
          { key: 'median', head: words.median[lang], numeric: true, cell: (month) => formatIndex(median[month] as number) },
          { key: 'half', head: words.half[lang], numeric: true, cell: (month) => range(half, month) },
          { key: 'wide', head: words.wide[lang], numeric: true, cell: (month) => range(wide, month) },
        ]}
      />
    </details>
  );
}
