import { useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { Choice } from '../header/Choice.tsx';
import { ReadFault } from '../parts/ReadFault.tsx';
import { useViewOf } from '../view/store.ts';
import { lights, readRollup, type Rollup, type RollupBy, rollupBys, type RollupRow } from './load.ts';
import { lightWords, marks, words } from './words.ts';

/** Duties by whose they are and by light: counts in the order of codes, and no ranking. */
export function RollupTable() {
  const lang = useViewOf('lang');
  const [by, setBy] = useState<RollupBy>('unit');
  const rollup = useAsync(`${by} ${lang}`, () => readRollup(by, lang));
  return (
    <section className="today-kind">
      <h2>{words.rollup[lang]}</h2>
      <div className="today-choice">
        <Choice
          label={words.by[lang]}
          value={by}
          options={rollupBys.map((value) => ({ value, text: words[value][lang] }))}
          onChoose={setBy}
        />
      </div>
      {rollup.state === 'failed' && <ReadFault of={rollup} />}
      {rollup.state === 'ready' &&
        (rollup.value.rows.length === 0 ? (
          <p className="muted">{words.rollupEmpty[lang]}</p>
        ) : (
          <>
            <Counts rollup={rollup.value} />
            <p className="muted phone-only" aria-hidden="true">
              {lights.map((light) => `${marks[light]} ${lightWords[light][lang]}`).join(' · ')}
            </p>
            <p className="muted">{words.rollupText[lang]}</p>
          </>
        ))}
    </section>
  );
}

/** Narrow enough to stay a table on a phone, where the lights are their signs alone. */
function Counts({ rollup: { rows, total } }: { readonly rollup: Rollup }) {
  const lang = useViewOf('lang');
  const cells = ({ duties, lights: counts }: Pick<RollupRow, 'duties' | 'lights'>) => (
    <>
      <td>{duties}</td>
      {lights.map((light) => (
        <td key={light} className={counts[light] === 0 ? 'muted' : undefined}>
          {counts[light]}
        </td>
      ))}
    </>
  );
  return (
    <table className="rollup">
      <caption className="visually-hidden">{words.rollup[lang]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.whose[lang]}</th>
          <th scope="col">{words.duties[lang]}</th>
          {lights.map((light) => (
            <th key={light} scope="col">
              <span aria-hidden="true">{marks[light]} </span>
              <span className="light-word">{lightWords[light][lang]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.actor}>
            <th scope="row">{row.name[lang]}</th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total[lang]}</th>
          {cells(total)}
        </tr>
      </tfoot>
    </table>
  );
}
