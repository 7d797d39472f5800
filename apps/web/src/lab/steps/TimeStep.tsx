import { DataTable } from '../../parts/DataTable.tsx';
import { Unfold } from '../../parts/Unfold.tsx';
import { curveName, SurvivalChart } from '../charts/SurvivalChart.tsx';
import { plain, shown, useLab } from '../context.ts';
import { NumberField, Refused, StepHead } from '../parts.tsx';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';

function useGroupName(): (group: string) => string {
  const { lang, settings, text, column, caseTitle, data } = useLab();
  return (group) => {
    if (group === 'all' || group === '') return pageWords.caseOf[lang];
    if (settings.group === undefined) return data.origin === 'ledger' ? caseTitle(group) : group;
    return `${group === 'in' ? '' : '~'}${text(column(settings.group).title)}`;
  };
}

function Choices() {
  const { lang, settings, change, text, column, data } = useLab();
  return (
    <div className="lab-row">
      <label className="lab-field">
        <span>{words.groupBy[lang]}</span>
        <select value={settings.group ?? ''} onChange={({ target }) => change({ group: target.value || undefined })}>
          <option value="">{data.origin === 'ledger' ? pageWords.caseOf[lang] : words.nothing[lang]}</option>
          {settings.conditions.map((id) => (
            <option key={id} value={id}>
              {text(column(id).title)}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={`${words.landmark[lang]} (${words.time[data.unit][lang]})`}
        value={settings.landmark}
        min={0}
        max={100_000}
        step={1}
        onChange={(value) => value !== undefined && change({ landmark: value })}
      />
    </div>
  );
}

function Curves() {
  const { lang, analysis, data } = useLab();
  const nameOf = useGroupName();
  const { curves, test, before, unknown } = analysis.times;
  if (curves === undefined) return null;
  const value = (row: Readonly<Record<string, unknown>>, key: string): string => {
    const own = row[key];
    return typeof own === 'number' ? plain(own) : '—';
  };
  return (
    <>
      <SurvivalChart curves={curves} nameOf={nameOf} />
      {(before > 0 || unknown > 0) && (
        <p className="note">
          {before > 0 && `${before} ${words.leftBefore[lang]}`}
          {before > 0 && unknown > 0 && ' · '}
          {unknown > 0 && `${unknown} ${words.leftUnknown[lang]}`}
        </p>
      )}
      <DataTable
        caption={words.timesTitle[lang]}
        hideCaption
        rows={curves.table}
        rowKey={(row) => String(row['stratum'])}
        columns={[
          { key: 'group', head: words.groupBy[lang], rowHead: true, cell: (row) => nameOf(curveName(String(row['stratum']))) },
          { key: 'records', head: words.records[lang], numeric: true, cell: (row) => value(row, 'records') },
          { key: 'events', head: words.events[lang], numeric: true, cell: (row) => value(row, 'events') },
          {
            key: 'median',
            head: `${words.median[lang]} (${words.time[data.unit][lang]})`,
            numeric: true,
            cell: (row) => value(row, 'median'),
          },
          {
            key: 'interval',
            head: words.interval[lang],
            numeric: true,
            cell: (row) => `${value(row, '0.95LCL')} – ${value(row, '0.95UCL')}`,
          },
        ]}
      />
      {test !== undefined && (
        <p>
          {words.logRank[lang]}: χ² = {shown(test.chisq)}, df = {test.df}, p ={' '}
          {test.p !== null && test.p < 0.001 ? '< 0.001' : shown(test.p)}
        </p>
      )}
      <Unfold summary={words.curveTable[lang]}>
        {() =>
          Object.entries(curves.curves).map(([label, curve]) => (
            <DataTable
              key={label}
              caption={nameOf(curveName(label))}
              rows={curve.time.map((time, at) => ({ time, at }))}
              rowKey={({ time }) => String(time)}
              columns={[
                { key: 'time', head: words.time[data.unit][lang], rowHead: true, numeric: true, cell: ({ time }) => plain(time) },
                { key: 'risk', head: words.atRisk[lang], numeric: true, cell: ({ at }) => curve['n.risk'][at] },
                { key: 'events', head: words.events[lang], numeric: true, cell: ({ at }) => curve['n.event'][at] },
                { key: 'surv', head: words.notYet[lang], numeric: true, cell: ({ at }) => shown(curve.surv[at]) },
                {
                  key: 'interval',
                  head: words.interval[lang],
                  numeric: true,
                  cell: ({ at }) => `${shown(curve.lower[at])} – ${shown(curve.upper[at])}`,
                },
              ]}
            />
          ))
        }
      </Unfold>
    </>
  );
}

/** How long it took until conversion, by group. */
export function TimeStep() {
  const { lang, data, analysis } = useLab();
  return (
    <section aria-labelledby="lab-times">
      <StepHead id="lab-times" title={words.timesTitle[lang]} />
      {data.times.length === 0 ? (
        <p>{words.noTimes[lang]}</p>
      ) : (
        <>
          <p className="note">{words.timesNote[data.origin][lang]}</p>
          <Choices />
          {analysis.times.refused !== undefined && <Refused text={analysis.times.refused} />}
          <Curves />
        </>
      )}
    </section>
  );
}
