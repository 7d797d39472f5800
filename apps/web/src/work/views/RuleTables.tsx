import { decide } from '@gongze/domain/decisions/decide';
import { proposeByTables } from '@gongze/domain/stages/ruleTables/accountability';
import { type TableVersion, tableVersions } from '@gongze/domain/stages/ruleTables/inForce';
import { useMemo } from 'react';
import { DataTable } from '../../parts/DataTable.tsx';
import { useFrame } from '../../view/useCase.ts';
import { choiceWords } from '../words.ts';
import { newTable, nextVersion, ruleTableKinds } from './adopting.ts';
import { Do } from './Do.tsx';
import { EscalationRows } from './EscalationRows.tsx';
import { Results, Why, type WithVersions } from './RuleResults.tsx';
import { AccountabilityRows, AssessmentRows } from './RuleRows.tsx';
import { superiorWords as s } from './superiorWords.ts';
import type { ViewProps } from './types.ts';

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
