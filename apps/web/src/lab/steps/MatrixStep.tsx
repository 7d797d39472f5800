import type { ColumnKind } from '../data/types.ts';
import { plain, useLab } from '../context.ts';
import { CaseChip, Scrolled, StepHead } from '../parts.tsx';
import { methodWords as words } from '../words/method.ts';
import { pageWords } from '../words/page.ts';

const kindOrder: readonly ColumnKind[] = ['outcome', 'intervention', 'variable', 'component', 'issue', 'other'];

/** Which column is the outcome, which are conditions, which of them is the intervention. */
function Choices() {
  const { lang, data, settings, change, text } = useLab();
  const { outcome, conditions, intervention, negated } = settings;
  const pick = (id: string, on: boolean): void => {
    const next = data.columns.map((column) => column.id).filter((own) => (own === id ? on : conditions.includes(own)));
    change({ conditions: next, ...(id === intervention && !on && { intervention: undefined }) });
  };
  const chooseOutcome = (id: string): void => change({ outcome: id, conditions: conditions.filter((own) => own !== id) });
  return (
    <div className="lab-choices">
      <div className="lab-row">
        <label className="lab-field">
          <span>{words.outcome[lang]}</span>
          <select value={outcome} onChange={({ target }) => chooseOutcome(target.value)}>
            {data.columns.map(({ id, title }) => (
              <option key={id} value={id}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
        <label className="lab-check">
          <input type="checkbox" checked={negated} onChange={({ target }) => change({ negated: target.checked })} /> {words.negated[lang]}
        </label>
        <label className="lab-field">
          <span>{words.interventionColumn[lang]}</span>
          <select value={intervention ?? ''} onChange={({ target }) => change({ intervention: target.value || undefined })}>
            <option value="">{words.none[lang]}</option>
            {data.columns
              .filter(({ id }) => id !== outcome)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {text(title)}
                </option>
              ))}
          </select>
        </label>
      </div>
      <fieldset>
        <legend>{words.conditions[lang]}</legend>
        {kindOrder.map((kind) => {
          const own = data.columns.filter((column) => column.kind === kind && column.id !== outcome);
          if (own.length === 0) return null;
          return (
            <details key={kind} open={own.some(({ id }) => conditions.includes(id)) || data.origin !== 'ledger'}>
              <summary>
                {words.kind[kind][lang]}{' '}
                <span className="muted">
                  {own.filter(({ id }) => conditions.includes(id)).length}/{own.length}
                </span>
              </summary>
              <div className="lab-columns">
                {own.map(({ id, title }) => (
                  <label key={id} className="lab-check">
                    <input type="checkbox" checked={conditions.includes(id)} onChange={({ target }) => pick(id, target.checked)} />{' '}
                    {text(title)}
                  </label>
                ))}
              </div>
            </details>
          );
        })}
      </fieldset>
    </div>
  );
}

/** The case matrix: every cell opens what stands behind it. */
export function MatrixStep() {
  const { lang, data, settings, text, column, open, caseTitle } = useLab();
  const shownColumns = [settings.outcome, ...settings.conditions.filter((id) => id !== settings.outcome)];
  const unknown = (
    <span className="lab-unknown" title={pageWords.unknown[lang]}>
      <span className="visually-hidden">{pageWords.unknown[lang]}</span>
    </span>
  );
  return (
    <section aria-labelledby="lab-matrix">
      <StepHead id="lab-matrix" title={pageWords.matrix[lang]} />
      <Choices />
      <h3>{words.matrixTitle[lang]}</h3>
      <p className="note">{words.matrixNote[lang]}</p>
      <Scrolled name={words.matrixTitle[lang]}>
        <table className="lab-matrix">
          <thead>
            <tr>
              <th scope="col">{pageWords.caseOf[lang]}</th>
              {shownColumns.map((id) => (
                <th key={id} scope="col" className={id === settings.outcome ? 'outcome' : undefined}>
                  {text(column(id).title)}
                  {id === settings.outcome && <span className="row-sub">{words.outcome[lang]}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.raw.cases.map((name, at) => (
              <tr key={name}>
                <th scope="row">
                  <CaseChip name={name} />
                </th>
                {shownColumns.map((id) => {
                  const value = data.raw.columns.find((own) => own.name === id)?.values[at] ?? null;
                  return (
                    <td key={id}>
                      <button
                        type="button"
                        className="lab-cell"
                        aria-label={`${caseTitle(name)} · ${text(column(id).title)} · ${value === null ? pageWords.unknown[lang] : plain(value)} · ${words.cellOf[lang]}`}
                        onClick={() => open(name, id)}
                      >
                        {value === null ? unknown : plain(value)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}
