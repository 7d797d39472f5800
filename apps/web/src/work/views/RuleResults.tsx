import type { proposeByTables } from '@gongze/domain/stages/ruleTables/accountability';
import { assess } from '@gongze/domain/stages/ruleTables/assess';
import type { TableVersion } from '@gongze/domain/stages/ruleTables/inForce';
import { useMemo } from 'react';
import { DataTable } from '../../parts/DataTable.tsx';
import { selectionOf } from '../../view/selection.ts';
import { changeView } from '../../view/store.ts';
import { useFrame } from '../../view/useCase.ts';
import { percent } from './RuleRows.tsx';
import { gradeWords, superiorWords as s } from './superiorWords.ts';
import type { ViewProps } from './types.ts';
import { filled } from './words.ts';

function FactLinks({ ids }: { readonly ids: readonly string[] }) {
  const { lang } = useFrame();
  const [first] = ids;
  if (first === undefined) return <>—</>;
  return (
    <button type="button" className="fact-link" onClick={() => changeView({ tab: 'facts', sel: selectionOf('fact', first) })}>
      {filled(s.facts[lang], ids.length)}
    </button>
  );
}

export interface WithVersions {
  readonly context: ViewProps['context'];
  readonly versions: readonly TableVersion[];
}

/** What the tables give, with what was published beside it. */
export function Results({ context: { situation }, versions }: WithVersions) {
  const { lang, date, actor } = useFrame();
  const rows = useMemo(() => assess(situation, { versions }), [situation, versions]);
  return (
    <section className="work-part">
      <h4>{s.results[lang]}</h4>
      {rows.length === 0 ? (
        <p className="muted">{s.none[lang]}</p>
      ) : (
        <DataTable
          caption={s.results[lang]}
          hideCaption
          rows={rows}
          rowKey={({ hash, actor: own, obligation, on }) => `${hash} ${own} ${obligation} ${on}`}
          columns={[
            { key: 'actor', head: s.actor[lang], rowHead: true, tight: true, cell: ({ actor: own }) => actor(own) },
            { key: 'on', head: s.date[lang], tight: true, cell: ({ on }) => date(on) },
            {
              key: 'attained',
              head: s.attained[lang],
              numeric: true,
              cell: ({ attained }) => (attained === null ? <span className="silence">?</span> : percent(attained)),
            },
            { key: 'due', head: s.share[lang], numeric: true, cell: ({ due }) => percent(due) },
            {
              key: 'score',
              head: s.score[lang],
              numeric: true,
              cell: ({ score }) => (score === null ? <span className="silence">?</span> : Math.round(score * 10) / 10),
            },
            {
              key: 'grade',
              head: s.grade[lang],
              tight: true,
              cell: ({ grade, atMost }) =>
                grade !== null ? gradeWords[grade][lang] : atMost !== null ? `≤ ${gradeWords[atMost][lang]}` : '—',
            },
            {
              key: 'published',
              head: s.published[lang],
              cell: ({ published, agrees }) => (
                <>
                  {published === null ? '—' : gradeWords[published][lang]}
                  {agrees !== null && (
                    <span className={agrees ? 'row-sub' : 'row-sub gap'}>{agrees ? `✓ ${s.agrees[lang]}` : `✕ ${s.differs[lang]}`}</span>
                  )}
                </>
              ),
            },
            {
              key: 'why',
              head: s.evidence[lang],
              wide: true,
              cell: (row) => <Why of={row} />,
            },
          ]}
        />
      )}
    </section>
  );
}

/** In words, and the facts that say so. */
export function Why({
  of: { explanation, refs },
}: {
  readonly of: Pick<ReturnType<typeof proposeByTables>[number], 'explanation' | 'refs'>;
}) {
  const { text } = useFrame();
  return (
    <>
      {text(explanation)} <FactLinks ids={refs.map(({ id }) => id)} />
    </>
  );
}
