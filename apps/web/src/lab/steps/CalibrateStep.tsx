import { useDeferredValue, useRef, useState } from 'react';
import { DataTable } from '../../parts/DataTable.tsx';
import { Unfold } from '../../parts/Unfold.tsx';
import { useWidth } from '../../timeline/useWidth.ts';
import { type AnchorRecord, columnsUsed, standardAnchors } from '../analysis/settings.ts';
import { type AnchorName, AnchorStrip } from '../charts/AnchorStrip.tsx';
import { plain, shown, useLab } from '../context.ts';
import { DateInput } from '../DateInput.tsx';
import { CaseChips, NumberField, StepHead } from '../parts.tsx';
import { methodWords as words } from '../words/method.ts';
import { pageWords } from '../words/page.ts';

const AT_ONCE = 2;

interface Point {
  readonly case: string;
  readonly value: number;
  readonly membership: number | null;
}

function inOrder({ exclusion, crossover, inclusion }: AnchorRecord): boolean {
  return (exclusion < crossover && crossover < inclusion) || (exclusion > crossover && crossover > inclusion);
}

/** Why these anchors, and since when: a draft until it is whole. */
function Reason({ id, record }: { readonly id: string; readonly record: AnchorRecord }) {
  const { lang, settings, change, text } = useLab();
  const set = (own: Partial<AnchorRecord>): void => change({ anchors: { ...settings.anchors, [id]: { ...record, ...own } } });
  return (
    <div className="lab-row">
      <label className="lab-field wide">
        <span>{words.reason[lang]}</span>
        <textarea rows={2} value={text(record.reason)} onChange={({ target }) => set({ reason: { zh: target.value, en: target.value } })} />
      </label>
      <DateInput
        label={words.decidedOn[lang]}
        value={record.decidedOn}
        empty={false}
        lang={lang}
        onChange={(decidedOn) => set({ decidedOn })}
      />
    </div>
  );
}

interface CalibratedProps {
  readonly id: string;
  readonly width: number;
  readonly record: AnchorRecord;
  readonly points: readonly Point[];
}

function Calibrated({ id, width, record, points }: CalibratedProps) {
  const { lang, data, settings, change, text, column, today } = useLab();
  const own = column(id);
  const [refused, setRefused] = useState(false);
  const move = (name: AnchorName, value: number): void => {
    const next = { ...record, [name]: value, decidedOn: today };
    setRefused(!inOrder(next));
    if (inOrder(next)) change({ anchors: { ...settings.anchors, [id]: next } });
  };
  const step = (own.range[1] - own.range[0]) / 100;
  return (
    <>
      <AnchorStrip width={width} title={text(own.title)} range={own.range} anchors={record} points={points} onMove={move} />
      <div className="lab-row">
        {(['exclusion', 'crossover', 'inclusion'] as const).map((name) => (
          <NumberField
            key={name}
            label={words[name][lang]}
            value={record[name]}
            min={own.range[0]}
            max={own.range[1]}
            step={step > 0 ? Number(step.toPrecision(1)) : 'any'}
            onChange={(value) => value !== undefined && move(name, value)}
          />
        ))}
        <button
          type="button"
          className="small"
          onClick={() => change({ anchors: { ...settings.anchors, [id]: standardAnchors(data, own, today) } })}
        >
          {words.reset[lang]}
        </button>
        {data.origin === 'csv' && (
          <button
            type="button"
            className="small"
            onClick={() => change({ anchors: Object.fromEntries(Object.entries(settings.anchors).filter(([name]) => name !== id)) })}
          >
            {words.useAsSet[lang]}
          </button>
        )}
      </div>
      {refused && (
        <p className="note" role="status">
          {words.badOrder[lang]}
        </p>
      )}
      <Reason id={id} record={record} />
    </>
  );
}

function OneColumn({ id, width }: { readonly id: string; readonly width: number }) {
  const { lang, data, settings, analysis, change, text, column, today, caseTitle } = useLab();
  const record = settings.anchors[id];
  const raw = data.raw.columns.find(({ name }) => name === id);
  const memberships = analysis.sets.columns.find(({ name }) => name === id)?.values ?? [];
  const points = data.raw.cases.flatMap((name, at): Point[] => {
    const value = raw?.values[at] ?? null;
    return value === null ? [] : [{ case: name, value, membership: memberships[at] ?? null }];
  });
  const halves = points.filter(({ membership }) => membership === 0.5).map(({ case: name }) => name);
  const skewness = analysis.skewness[id];
  return (
    <section className="lab-calibrated" aria-labelledby={`lab-c-${id}`}>
      <h3 id={`lab-c-${id}`}>{text(column(id).title)}</h3>
      {record === undefined ? (
        <p>
          {words.asSet[lang]}{' '}
          <button
            type="button"
            className="small"
            onClick={() => change({ anchors: { ...settings.anchors, [id]: standardAnchors(data, column(id), today) } })}
          >
            {words.calibrateIt[lang]}
          </button>
        </p>
      ) : (
        <Calibrated id={id} width={width} record={record} points={points} />
      )}
      <p className="note">
        {words.members[lang]}: {skewness?.members ?? 0}/{data.raw.cases.length}
        {skewness?.skewed && data.raw.cases.length > 5 && <strong> {words.skewed[lang]}</strong>}
      </p>
      {halves.length > 0 && (
        <p className="lab-warning">
          {words.halves[lang]} <CaseChips names={halves} />
        </p>
      )}
      <Unfold summary={`${pageWords.raw[lang]} → ${pageWords.membership[lang]}`}>
        {() => (
          <DataTable
            caption={text(column(id).title)}
            hideCaption
            rows={points}
            rowKey={(point) => point.case}
            columns={[
              { key: 'case', head: pageWords.caseOf[lang], rowHead: true, cell: (point) => caseTitle(point.case) },
              { key: 'raw', head: pageWords.raw[lang], numeric: true, cell: ({ value }) => plain(value) },
              { key: 'set', head: pageWords.membership[lang], numeric: true, cell: ({ membership }) => shown(membership) },
            ]}
          />
        )}
      </Unfold>
    </section>
  );
}

/** Every column used, with its anchors on its data. */
export function CalibrateStep() {
  const { lang, settings } = useLab();
  const box = useRef<HTMLDivElement>(null);
  // Measured once for all of them, before any is drawn.
  const width = useWidth(box);
  const columns = columnsUsed(settings);
  // What is in sight is there at once, the rest right after it.
  const count = useDeferredValue(columns.length, AT_ONCE);
  return (
    <section aria-labelledby="lab-calibrate">
      <StepHead id="lab-calibrate" title={pageWords.calibrate[lang]} />
      <p className="note">{words.calibrateNote[lang]}</p>
      <div ref={box} className="lab-calibrations">
        {width > 0 && columns.slice(0, count).map((id) => <OneColumn key={id} id={id} width={width} />)}
      </div>
    </section>
  );
}
