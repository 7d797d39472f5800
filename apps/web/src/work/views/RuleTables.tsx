import type { AccountabilityTable, AssessmentTable } from '@gongze/domain/events/ruleTables';
import { decide } from '@gongze/domain/decisions/decide';
import { proposeByTables } from '@gongze/domain/stages/ruleTables/accountability';
import { assess } from '@gongze/domain/stages/ruleTables/assess';
import { type TableVersion, tableVersions } from '@gongze/domain/stages/ruleTables/inForce';
import { useMemo } from 'react';
import { DataTable } from '../../parts/DataTable.tsx';
import { selectionOf } from '../../view/selection.ts';
import { changeView } from '../../view/store.ts';
import { useFrame } from '../../view/useCase.ts';
import { choiceWords } from '../words.ts';
import { newTable, nextVersion, ruleTableKinds } from './adopting.ts';
import { Do } from './Do.tsx';
import { EscalationRows } from './EscalationRows.tsx';
import { gradeWords, superiorWords as s } from './superiorWords.ts';
import type { ViewProps } from './types.ts';
import { filled } from './words.ts';

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** The rule tables of the case row by row, what they give with what was published beside it, and what they let be proposed. */
export function RuleTables({ context, onDo }: ViewProps) {
  const { lang } = useFrame();
  const { situation } = context;
  const versions = useMemo(() => tableVersions(situation.state.ruleTables), [situation]);
  return (
    <>
      <section className="work-part">
        <h4>{s.tables[lang]}</h4>
        {versions.length === 0 && <p className="muted">{s.noTables[lang]}</p>}
        <p className="commands">
          {ruleTableKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className="small"
              data-new-table={kind}
              onClick={() => onDo('adoptRule', undefined, newTable(kind, situation.parties))}
            >
              {s.newTable[lang]} {choiceWords['table']?.[kind]?.[lang]}
            </button>
          ))}
        </p>
        {versions.map((version) => (
          <Version key={version.hash} version={version} onDo={onDo} />
        ))}
      </section>
      {versions.length > 0 && <Results context={context} versions={versions} />}
      <Proposed context={context} versions={versions} onDo={onDo} />
    </>
  );
}

function Version({ version, onDo }: { readonly version: TableVersion; readonly onDo: ViewProps['onDo'] }) {
  const { lang, text, date, actors } = useFrame();
  const { title, by, from, until, table } = version;
  return (
    <details className="rule-table">
      <summary>
        {text(title)}{' '}
        <span className="muted">
          {s.adoptedBy[lang]} {actors(by)} · {s.from[lang]} {date(from)}
          {until !== undefined && ` ${s.until[lang]} ${date(until)}`}
        </span>
      </summary>
      {table.kind === 'assessment' && <AssessmentRows table={table} />}
      {table.kind === 'accountability' && <AccountabilityRows table={table} />}
      {table.kind === 'escalation' && <EscalationRows table={table} />}
      <p>
        <button
          type="button"
          className="small"
          data-do="adoptRule"
          onClick={() => onDo('adoptRule', undefined, nextVersion(version, lang))}
        >
          {s.newVersion[lang]}
          <span className="visually-hidden"> {text(title)}</span>
        </button>
      </p>
    </details>
  );
}

function AssessmentRows({ table }: { readonly table: AssessmentTable }) {
  const { lang, text, date } = useFrame();
  return (
    <div className="rule-rows">
      <DataTable
        caption={s.path[lang]}
        rows={table.path}
        rowKey={({ on }) => on}
        columns={[
          { key: 'on', head: s.date[lang], rowHead: true, cell: ({ on }) => date(on) },
          { key: 'share', head: s.share[lang], numeric: true, cell: ({ share }) => percent(share) },
        ]}
      />
      <DataTable
        caption={s.points[lang]}
        rows={table.points}
        rowKey={({ ratio }) => String(ratio)}
        columns={[
          { key: 'ratio', head: s.ratio[lang], rowHead: true, numeric: true, cell: ({ ratio }) => percent(ratio) },
          { key: 'score', head: s.score[lang], numeric: true, cell: ({ score }) => score },
        ]}
      />
      <DataTable
        caption={s.bands[lang]}
        rows={table.bands}
        rowKey={({ grade }) => grade}
        columns={[
          { key: 'grade', head: s.grade[lang], rowHead: true, cell: ({ grade }) => gradeWords[grade][lang] },
          { key: 'atLeast', head: s.atLeast[lang], numeric: true, cell: ({ atLeast }) => atLeast },
        ]}
      />
      {table.pointsConvention !== undefined && (
        <p className="muted">
          {s.convention[lang]}
          {lang === 'zh' ? '：' : ': '}
          {text(table.pointsConvention)}
        </p>
      )}
    </div>
  );
}

type When = AccountabilityTable['rules'][number]['when'][number];

function bounds({ atLeast, atMost, above, below }: When): string {
  const parts = [
    [atLeast, '≥'],
    [atMost, '≤'],
    [above, '>'],
    [below, '<'],
  ] as const;
  return parts.flatMap(([bound, sign]) => (bound === undefined ? [] : [`${sign} ${bound}`])).join(', ');
}

function AccountabilityRows({ table }: { readonly table: AccountabilityTable }) {
  const { lang, text } = useFrame();
  return (
    <DataTable
      caption={s.rules[lang]}
      hideCaption
      rows={table.rules}
      rowKey={({ rule }) => rule}
      columns={[
        { key: 'rule', head: s.rule[lang], rowHead: true, tight: true, cell: ({ rule }) => rule },
        {
          key: 'when',
          head: s.when[lang],
          wide: true,
          cell: ({ when }) => when.map((own) => `${own.count} ${bounds(own)}`).join(lang === 'zh' ? '；' : '; '),
        },
        { key: 'post', head: s.post[lang], cell: ({ post }) => text(post) },
      ]}
    />
  );
}

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

interface WithVersions {
  readonly context: ViewProps['context'];
  readonly versions: readonly TableVersion[];
}

function Results({ context: { situation }, versions }: WithVersions) {
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
function Why({ of: { explanation, refs } }: { readonly of: Pick<ReturnType<typeof proposeByTables>[number], 'explanation' | 'refs'> }) {
  const { text } = useFrame();
  return (
    <>
      {text(explanation)} <FactLinks ids={refs.map(({ id }) => id)} />
    </>
  );
}

function Proposed({ context, versions, onDo }: WithVersions & Pick<ViewProps, 'onDo'>) {
  const { situation, by } = context;
  const { lang, text, actor, actors, date } = useFrame();
  const rows = useMemo(() => proposeByTables(situation, versions), [situation, versions]);
  const signed = situation.state.accountability;
  return (
    <section className="work-part">
      <h4>{s.proposals[lang]}</h4>
      <p className="muted">{s.proposalNote[lang]}</p>
      {rows.length === 0 ? (
        <p className="muted">{s.none[lang]}</p>
      ) : (
        <DataTable
          caption={s.proposals[lang]}
          hideCaption
          rows={rows}
          rowKey={({ hash, rule, actor: own }) => `${hash} ${rule} ${own}`}
          columns={[
            { key: 'actor', head: s.actor[lang], rowHead: true, tight: true, cell: ({ actor: own }) => actor(own) },
            { key: 'rule', head: s.rule[lang], tight: true, cell: ({ rule }) => rule },
            {
              key: 'post',
              head: s.post[lang],
              cell: ({ post }) => (
                <>
                  {text(post)} <span className="proposal-only">{s.proposalOnly[lang]}</span>
                </>
              ),
            },
            {
              key: 'why',
              head: s.evidence[lang],
              wide: true,
              cell: (row) => <Why of={row} />,
            },
            {
              key: 'do',
              head: s.action[lang],
              tight: true,
              cell: ({ actor: own, explanation }) => {
                const given = { subjects: [own], text: { ...explanation } };
                const decision = decide({ command: 'proposeAccountability', payload: { ...given, by } }, context);
                return 'refusal' in decision ? (
                  <span className="muted">{text(decision.text)}</span>
                ) : (
                  <Do command="proposeAccountability" given={given} onDo={onDo} about={actor(own)} />
                );
              },
            },
          ]}
        />
      )}
      {signed.length > 0 && (
        <>
          <h5>{s.signed[lang]}</h5>
          <ul className="conditions">
            {signed.map(({ payload, ref }) => (
              <li key={ref.id}>
                {ref.dated && date(ref.on)} {actors([payload.by])} → {actors(payload.subjects)}
                {lang === 'zh' ? '：' : ': '}
                {text(payload.text)} <span className="proposal-only">{s.proposalOnly[lang]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
