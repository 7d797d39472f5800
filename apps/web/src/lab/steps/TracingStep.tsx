import { testNames, testKind, testOutcome } from '@gongze/studies/comparison/tracing/evidence';
import type { Traced } from '@gongze/studies/comparison/tracing/article';
import { useState } from 'react';
import { useAsync } from '../../engine/useAsync.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { shown, useLab } from '../context.ts';
import { FactLines } from '../CasePanel.tsx';
import { Answered, StepHead } from '../parts.tsx';
import { ask } from '../worker/ask.ts';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';

const isHypothesis = (id: string): boolean => id.startsWith('H');

function OneTrace({ traced, name }: { readonly traced: Traced; readonly name: string }) {
  const { lang, text } = useLab();
  const { posterior, decibans, robust } = traced.result;
  const range = `${shown(posterior.low)} – ${shown(posterior.likely)} – ${shown(posterior.high)}`;
  return (
    <section className="lab-trace">
      <h3>
        {isHypothesis(traced.id) ? `${traced.id} · ` : `${words.rival[lang]} · `}
        {text(traced.statement)}
      </h3>
      <p>
        {words.posterior[lang]}: <strong>{range}</strong> · {words.decibans[lang]}: {decibans.likely.toFixed(1)} ·{' '}
        {(robust ? words.robust : words.notRobust)[lang]}
        {traced.sign !== null && ` · ${words.signMoved[traced.sign][lang]}`}
      </p>
      {traced.evidence.length === 0 ? (
        <p className="muted">{words.noPieces[lang]}</p>
      ) : (
        <DataTable
          caption={`${traced.id} · ${words.pieces[lang]}`}
          hideCaption
          rows={traced.evidence}
          rowKey={({ id }) => id}
          columns={[
            { key: 'text', head: words.pieces[lang], rowHead: true, wide: true, cell: (piece) => text(piece.text) },
            {
              key: 'seen',
              head: words.observed[lang],
              tight: true,
              cell: ({ observed }) => (observed === null ? '?' : (observed ? words.yes : words.no)[lang]),
            },
            {
              key: 'test',
              head: words.test[lang],
              tight: true,
              cell: (piece) => text(testNames[testKind(piece.ifTrue.likely, piece.ifFalse.likely)]),
            },
            { key: 'follows', head: words.follows[lang], cell: (piece) => text(testOutcome(piece)) },
            { key: 'facts', head: pageWords.evidence[lang], wide: true, cell: ({ facts }) => <FactLines name={name} ids={facts} /> },
          ]}
        />
      )}
    </section>
  );
}

function TraceOf({ name }: { readonly name: string }) {
  const { lang, data, sources } = useLab();
  const source = sources.get(name);
  const result = useAsync(`${name} ${data.source}`, async () => {
    if (source === undefined) throw new Error(`bug: no facts of ${name}`);
    return await ask({ kind: 'trace', source, asOf: data.source });
  });
  if (result.state === 'loading') return <p className="muted">{pageWords.loading[lang]}</p>;
  if (result.state === 'failed') return <p className="fault">{String(result.error)}</p>;
  return (
    <Answered answer={result.value}>{(all) => all.map((traced) => <OneTrace key={traced.id} traced={traced} name={name} />)}</Answered>
  );
}

/** H1 to H3 and their rivals on a case of the ledger, with the facts as evidence. */
export function TracingStep() {
  const { lang, data, caseTitle } = useLab();
  const [chosen, setChosen] = useState(data.raw.cases[0] ?? '');
  const name = data.raw.cases.includes(chosen) ? chosen : (data.raw.cases[0] ?? '');
  return (
    <section aria-labelledby="lab-tracing">
      <StepHead id="lab-tracing" title={pageWords.tracing[lang]} />
      {data.origin !== 'ledger' ? (
        <p>{words.tracingOnly[lang]}</p>
      ) : (
        <>
          <p className="note">{words.tracingNote[lang]}</p>
          <label className="lab-field">
            <span>{pageWords.caseOf[lang]}</span>
            <select value={name} onChange={({ target }) => setChosen(target.value)}>
              {data.raw.cases.map((own) => (
                <option key={own} value={own}>
                  {caseTitle(own)}
                </option>
              ))}
            </select>
          </label>
          <TraceOf key={name} name={name} />
        </>
      )}
    </section>
  );
}
