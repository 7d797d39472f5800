import { type Proposal, proposalsOf } from '@gongze/domain/stages/proposals';
import { sameSide } from '@gongze/domain/decisions/context';
import { DataTable } from '../../parts/DataTable.tsx';
import { useFrame } from '../../view/useCase.ts';
import { selectionOf } from '../../view/selection.ts';
import { changeView } from '../../view/store.ts';
import type { ViewProps } from './types.ts';
import { outcomeWords, proposalKinds, views } from './words.ts';
import './views.css';

type Row = Proposal & { readonly by: string };
const undecided: ReadonlySet<string> = new Set(['waiting', 'discussed']);

/** What became of everything that was proposed; the proposals of whoever looks come first. */
export default function ProposalsView({ context }: ViewProps) {
  const { lang, text, date, actor } = useFrame();
  const { situation, by } = context;
  const parties = [...situation.parties].sort((a, b) => Number(sameSide(b, by)) - Number(sameSide(a, by)));
  const rows: Row[] = parties.flatMap((party) => proposalsOf(situation, party).map((own) => ({ ...own, by: party })));
  if (rows.length === 0) return <p className="muted">{views.none[lang]}</p>;
  return (
    <DataTable
      caption={views.what[lang]}
      hideCaption
      rows={rows}
      rowKey={({ by: proposer, kind, subject }) => `${proposer} ${kind} ${subject}`}
      columns={[
        { key: 'what', head: views.what[lang], rowHead: true, wide: true, cell: ({ title }) => text(title) },
        { key: 'kind', head: views.kind[lang], tight: true, cell: ({ kind }) => proposalKinds[kind][lang] },
        { key: 'by', head: views.by[lang], tight: true, cell: ({ by: proposer }) => actor(proposer) },
        { key: 'since', head: views.since[lang], tight: true, cell: ({ since }) => (since === null ? '—' : date(since)) },
        {
          key: 'state',
          head: views.state[lang],
          tight: true,
          cell: ({ outcome }) => (
            <strong className={`outcome ${outcome}`}>
              {outcomeWords[outcome][lang]}
              {undecided.has(outcome) && <span className="row-sub">{views.openSince[lang]}</span>}
            </strong>
          ),
        },
        {
          key: 'text',
          head: views.reason[lang],
          wide: true,
          cell: ({ text: said, reason, outcome, obligations }) => (
            <>
              {text(said)}{' '}
              {reason !== null
                ? `${views.reason[lang]}${lang === 'zh' ? '：' : ': '}${text(reason)}`
                : (outcome === 'declined' || outcome === 'withdrawn') && <span className="muted">{views.noReason[lang]}</span>}
              {obligations.map((id) => (
                <button
                  key={id}
                  type="button"
                  className="fact-link"
                  onClick={() => changeView({ tab: 'duties', sel: selectionOf('duty', id) })}
                >
                  {actor(id)}
                </button>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
