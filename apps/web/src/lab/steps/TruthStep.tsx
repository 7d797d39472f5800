import type { QcaDocument } from '@gongze/studies/comparison/qca/index';
import { DataTable } from '../../parts/DataTable.tsx';
import { shown, useLab } from '../context.ts';
import { Answered, CaseChips, NumberField, type Oddity, Scrolled, StepHead, TermText } from '../parts.tsx';
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

function Level({ value }: { readonly value: number }) {
  const { lang } = useLab();
  return (
    <span className={value === 0 ? 'lab-level off' : 'lab-level on'}>
      <span aria-hidden="true">{value > 1 ? value : value === 1 ? '●' : '○'}</span>
      <span className="visually-hidden">{value === 0 ? words.absent[lang] : value === 1 ? words.present[lang] : value}</span>
    </span>
  );
}

/** Stays a table on a phone too: a combination is read across. */
function RowTable({ rows }: { readonly rows: QcaDocument['truthTable'] }) {
  const { lang, settings, text, column } = useLab();
  const fits = ['n', words.incl[lang], 'PRI'];
  return (
    <Scrolled name={pageWords.truth[lang]}>
      <table className="lab-matrix lab-truth">
        <thead>
          <tr>
            <th scope="col">{words.row[lang]}</th>
            {settings.conditions.map((id) => (
              <th key={id} scope="col">
                {text(column(id).title)}
              </th>
            ))}
            <th scope="col">{words.leads[lang]}</th>
            {fits.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="cases">
              {words.cases[lang]}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} className={`lab-out-${row.out === '?' ? 'few' : row.out}`}>
              <th scope="row">{row.row}</th>
              {settings.conditions.map((id, at) => (
                <td key={id}>
                  <Level value={row.values[at] ?? 0} />
                </td>
              ))}
              <td className="out">
                <strong>{`${row.out} ${words.out[row.out][lang]}`}</strong>
              </td>
              <td>{row.n}</td>
              <td>{shown(row.incl)}</td>
              <td>{shown(row.pri)}</td>
              <td className="cases">
                <CaseChips names={row.cases} odd={oddIn(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function TruthRows() {
  const { lang, analysis } = useLab();
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
            <RowTable rows={rows} />
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
