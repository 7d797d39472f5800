import { useState } from 'react';
import type { Pair } from '@gongze/studies/comparison/matching/designs';
import { DataTable } from '../../parts/DataTable.tsx';
import { plain, shown, useLab } from '../context.ts';
import { Answered, CaseChip, StepHead } from '../parts.tsx';
import { methodWords } from '../words/method.ts';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';
import { ArgumentCheck } from './ArgumentCheck.tsx';

const pairKey = ({ a, b }: Pair): string => `${a} ${b}`;

function PairTable({
  pairs,
  title,
  chosen,
  choose,
}: {
  readonly pairs: readonly Pair[];
  readonly title: string;
  readonly chosen: string;
  readonly choose: (pair: Pair) => void;
}) {
  const { lang, text, column, caseTitle } = useLab();
  const names = (ids: readonly string[]): string => ids.map((id) => text(column(id).title)).join(lang === 'zh' ? '、' : ', ') || '—';
  if (pairs.length === 0)
    return (
      <p>
        <strong>{title}</strong>: {words.noPair[lang]}
      </p>
    );
  return (
    <DataTable
      caption={title}
      rows={pairs}
      rowKey={pairKey}
      isMarked={(pair) => pairKey(pair) === chosen}
      columns={[
        {
          key: 'pair',
          head: words.pair[lang],
          rowHead: true,
          cell: (pair) => (
            <button type="button" className="fact-link" aria-pressed={pairKey(pair) === chosen} onClick={() => choose(pair)}>
              {caseTitle(pair.a)} — {caseTitle(pair.b)}
            </button>
          ),
        },
        { key: 'distance', head: words.distance[lang], numeric: true, cell: ({ distance }) => distance },
        { key: 'differ', head: words.differIn[lang], wide: true, cell: ({ differ }) => names(differ) },
        { key: 'alike', head: words.alikeIn[lang], wide: true, cell: ({ alike }) => names(alike) },
        { key: 'unknown', head: words.unknownIn[lang], cell: ({ unknown }) => names(unknown) },
      ]}
    />
  );
}

/** Two cases, condition by condition: raw values, memberships, and whether they are on the same side. */
function SideBySide({ pair }: { readonly pair: Pair }) {
  const { lang, data, settings, analysis, text, column, open, caseTitle } = useLab();
  const places = [data.raw.cases.indexOf(pair.a), data.raw.cases.indexOf(pair.b)];
  const value = (id: string, at: number): number | null =>
    data.raw.columns.find(({ name }) => name === id)?.values[places[at] ?? -1] ?? null;
  const set = (id: string, at: number): number | null =>
    analysis.sets.columns.find(({ name }) => name === id)?.values[places[at] ?? -1] ?? null;
  const cell = (at: number, name: string) => (id: string) => {
    const own = value(id, at);
    return (
      <button type="button" className="fact-link" onClick={() => open(name, id)}>
        {own === null ? pageWords.unknown[lang] : `${plain(own)} → ${shown(set(id, at))}`}
      </button>
    );
  };
  const apart = (id: string): boolean => (id === settings.outcome ? !pair.sameOutcome : pair.differ.includes(id));
  return (
    <>
      <h3>{words.sideBySide[lang]}</h3>
      <p className="lab-chips">
        <CaseChip name={pair.a} /> <CaseChip name={pair.b} />
      </p>
      <DataTable
        caption={`${caseTitle(pair.a)} — ${caseTitle(pair.b)}`}
        hideCaption
        rows={[settings.outcome, ...settings.conditions]}
        rowKey={(id) => id}
        rowClass={(id) => (apart(id) ? 'differs' : '')}
        columns={[
          {
            key: 'measure',
            head: pageWords.measure[lang],
            rowHead: true,
            cell: (id) => (id === settings.outcome ? `${text(column(id).title)} (${methodWords.outcome[lang]})` : text(column(id).title)),
          },
          { key: 'a', head: caseTitle(pair.a), cell: cell(0, pair.a) },
          { key: 'b', head: caseTitle(pair.b), cell: cell(1, pair.b) },
          {
            key: 'apart',
            head: words.what[lang],
            tight: true,
            cell: (id) => (pair.unknown.includes(id) ? words.verdict.undetermined : apart(id) ? words.differs : words.alike)[lang],
          },
        ]}
      />
    </>
  );
}

function Mill() {
  const { lang, analysis, text, column } = useLab();
  const list = (own: readonly { readonly condition: string; readonly value: number }[]): string =>
    own.map(({ condition, value }) => `${value === 0 ? '~' : ''}${text(column(condition).title)}`).join(lang === 'zh' ? '、' : ', ') ||
    words.nothing[lang];
  return (
    <Answered answer={analysis.mill}>
      {({ agreement, joint, caution }) => (
        <>
          <h3>{words.millTitle[lang]}</h3>
          <dl className="facts-list">
            <dt>{words.agreement[lang]}</dt>
            <dd>{list(agreement)}</dd>
            <dt>{words.jointMethod[lang]}</dt>
            <dd>{list(joint)}</dd>
          </dl>
          <p className="note">{text(caution)}</p>
        </>
      )}
    </Answered>
  );
}

/** Most similar and most different pairs; of two cases the article's argument. */
export function PairsStep() {
  const { lang, analysis } = useLab();
  const [chosen, setChosen] = useState<Pair>();
  return (
    <section aria-labelledby="lab-pairs">
      <StepHead id="lab-pairs" title={pageWords.pairs[lang]} />
      <p className="note">{words.pairsNote[lang]}</p>
      {analysis.argument !== undefined && <ArgumentCheck argument={analysis.argument} />}
      <Answered answer={analysis.pairs}>
        {({ similar, different }) => {
          const known = [...similar, ...different];
          const pair = known.find((own) => chosen !== undefined && pairKey(own) === pairKey(chosen)) ?? known[0];
          const key = pair === undefined ? '' : pairKey(pair);
          return (
            <>
              <PairTable pairs={similar} title={words.similar[lang]} chosen={key} choose={setChosen} />
              <PairTable pairs={different} title={words.different[lang]} chosen={key} choose={setChosen} />
              {pair !== undefined && <SideBySide pair={pair} />}
            </>
          );
        }}
      </Answered>
      <Mill />
    </section>
  );
}
