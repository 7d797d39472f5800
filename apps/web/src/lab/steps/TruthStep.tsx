import type { QcaDocument } from '@gongze/studies/comparison/qca/index';
import { DataTable } from '../../parts/DataTable.tsx';
import { shown, useLab } from '../context.ts';
import { Answered, CaseChips, NumberField, type Oddity, StepHead, TermText } from '../parts.tsx';
import { methodWords as words } from '../words/method.ts';
import { pageWords } from '../words/page.ts';

export function Cuts() {
  const { lang, settings, change } = useLab();
  return (
    <div className="lab-row">
      <NumberField
        label={words.inclusionCut[lang]}
        value={settings.inclusionCut}
        min={0}
        max={1}
        step={0.01}
        onChange={(value) => value !== undefined && change({ inclusionCut: value })}
      />
      <NumberField
        label={words.contradictionCut[lang]}
        value={settings.contradictionCut}
        min={0}
        max={1}
        step={0.01}
        empty
        onChange={(value) => change({ contradictionCut: value })}
      />
      <NumberField
        label={words.casesMin[lang]}
        value={settings.casesMin}
        min={1}
        max={1000}
        step={1}
        onChange={(value) => value !== undefined && Number.isInteger(value) && change({ casesMin: value })}
      />
      <NumberField
        label={words.priCut[lang]}
        value={settings.priCut}
        min={0}
        max={1}
        step={0.01}
        onChange={(value) => value !== undefined && change({ priCut: value })}
      />
    </div>
  );
}

/** Of a row that leads to the outcome those without it, of one that does not those with it. */
function oddIn({ out, deviant }: QcaDocument['truthTable'][number]): (name: string) => Oddity | undefined {
  if (out === '?') return () => undefined;
  if (out === '0') return (name) => (deviant.includes(name) ? undefined : 'against');
  return (name) => (deviant.includes(name) ? 'deviant' : undefined);
}

function TruthRows() {
  const { lang, settings, analysis, text, column } = useLab();
  return (
    <Answered answer={analysis.truth}>
      {(rows) => {
        const contradicting = rows.filter(({ out, deviant }) => out === 'C' || (out === '1' && deviant.length > 0));
        return (
          <>
            <p>
              {lang === 'zh'
                ? `${analysis.possibleRows}${words.rowsSeen.zh}有${rows.length}种。`
                : `${rows.length} of ${analysis.possibleRows} combinations have cases.`}
            </p>
            <p className="note">{words.truthNote[lang]}</p>
            <p className="note">{words.legend[lang]}</p>
            <DataTable
              caption={pageWords.truth[lang]}
              hideCaption
              rows={rows}
              rowKey={({ row }) => String(row)}
              rowClass={({ out }) => `lab-out-${out === '?' ? 'few' : out}`}
              columns={[
                { key: 'row', head: words.row[lang], rowHead: true, numeric: true, cell: ({ row }) => row },
                ...settings.conditions.map((id, at) => ({
                  key: id,
                  head: text(column(id).title),
                  cell: (row: (typeof rows)[number]) => {
                    const value = row.values[at] ?? 0;
                    return (
                      <span className={value === 0 ? 'lab-level off' : 'lab-level on'}>
                        <span aria-hidden="true">{value > 1 ? value : value === 1 ? '●' : '○'}</span>
                        <span className="visually-hidden">{value === 0 ? words.absent[lang] : words.present[lang]}</span>
                      </span>
                    );
                  },
                })),
                {
                  key: 'out',
                  head: words.leads[lang],
                  tight: true,
                  cell: ({ out }) => <strong>{`${out} ${words.out[out][lang]}`}</strong>,
                },
                { key: 'n', head: words.n[lang], numeric: true, cell: ({ n }) => n },
                { key: 'incl', head: words.incl[lang], numeric: true, cell: ({ incl }) => shown(incl) },
                { key: 'pri', head: 'PRI', numeric: true, cell: ({ pri }) => shown(pri) },
                {
                  key: 'cases',
                  head: words.cases[lang],
                  wide: true,
                  cell: (row) => <CaseChips names={row.cases} odd={oddIn(row)} />,
                },
              ]}
            />
            <h3>{words.contradictions[lang]}</h3>
            {contradicting.length === 0 ? (
              <p>{words.noContradictions[lang]}</p>
            ) : (
              <ul className="lab-list">
                {contradicting.map(({ row, deviant, incl }) => (
                  <li key={row}>
                    {words.row[lang]} {row} · {words.incl[lang]} {shown(incl)} · <CaseChips names={deviant} odd={() => 'deviant'} />
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Necessity() {
  const { lang, analysis } = useLab();
  return (
    <Answered answer={analysis.necessity}>
      {(fits) => (
        <>
          <h3>{words.necessityTitle[lang]}</h3>
          <p className="note">{words.necessityNote[lang]}</p>
          <DataTable
            caption={words.necessityTitle[lang]}
            hideCaption
            rows={fits}
            rowKey={({ term }) => term}
            columns={[
              { key: 'term', head: words.term[lang], rowHead: true, cell: ({ term }) => <TermText term={term} /> },
              { key: 'inclN', head: 'inclN', numeric: true, cell: (fit) => shown('inclN' in fit ? fit.inclN : null) },
              { key: 'RoN', head: 'RoN', numeric: true, cell: (fit) => shown('RoN' in fit ? fit.RoN : null) },
              { key: 'covN', head: 'covN', numeric: true, cell: (fit) => shown('covN' in fit ? fit.covN : null) },
            ]}
          />
        </>
      )}
    </Answered>
  );
}

/** Combinations with their cases; and what is necessary by itself. */
export function TruthStep() {
  const { lang, analysis } = useLab();
  return (
    <section aria-labelledby="lab-truth">
      <StepHead id="lab-truth" title={pageWords.truth[lang]} />
      <Cuts />
      <TruthRows />
      {analysis.truth.ok && <Necessity />}
    </section>
  );
}
