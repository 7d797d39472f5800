import type { TopicState } from '@gongze/domain/cases/state';
import { convergence, type StatementConvergence } from '@gongze/domain/stages/convergence';
import { DataTable } from '../../parts/DataTable.tsx';
import { useFrame } from '../../view/useCase.ts';
import { Do } from './Do.tsx';
import type { ViewProps } from './types.ts';
import { verdictWords, views } from './words.ts';
import './views.css';

const signs = { agree: '✓', disagree: '✕', pass: '–' } as const;

/** Topic by topic: who said what, where it converges, and what was decided until when. */
export default function TopicsView({ context, onDo }: ViewProps) {
  const { lang } = useFrame();
  const { state } = context.situation;
  const found = convergence(context.situation);
  return (
    <>
      <p className="commands">
        <Do command="raiseTopic" onDo={onDo} />
        <Do command="conveneMeeting" onDo={onDo} />
      </p>
      {state.topics.size === 0 && <p className="muted">{views.noTopics[lang]}</p>}
      {found.length > 0 && <p className="muted">{views.indexNote[lang]}</p>}
      {[...state.topics.values()].map((topic) => (
        <Topic
          key={topic.topic}
          topic={topic}
          statements={found.filter((own) => own.topic === topic.topic)}
          context={context}
          onDo={onDo}
        />
      ))}
    </>
  );
}

function Topic({ topic, statements, context, onDo }: ViewProps & { topic: TopicState; statements: readonly StatementConvergence[] }) {
  const { lang, text, date, actors } = useFrame();
  const title = topic.title === undefined ? topic.topic : text(topic.title);
  const open = topic.withdrawn === undefined;
  return (
    <section className="work-topic" aria-label={title}>
      <h4>
        {title}{' '}
        <span className="muted">
          {topic.raisedBy.length > 0 && `${views.raisedBy[lang]} ${actors(topic.raisedBy)} · `}
          {topic.raised.dated && date(topic.raised.on)}
        </span>
      </h4>
      <Outcome topic={topic} context={context} />
      {topic.positions.length > 0 && (
        <p>
          <span className="muted">{views.positions[lang]}</span>{' '}
          {topic.positions.map(({ party, position }) => `${actors([party])} ${position}`).join(lang === 'zh' ? '；' : '; ')}
        </p>
      )}
      {statements.length > 0 ? (
        <Statements statements={statements} onDo={onDo} />
      ) : (
        open && <p className="muted">{views.noStatements[lang]}</p>
      )}
      {open && (
        <p className="commands">
          {(['putStatement', 'recordConsensus', 'recordDissent'] as const).map((command) => (
            <Do key={command} command={command} subject={topic.topic} onDo={onDo} about={title} />
          ))}
          {topic.decision !== undefined && <Do command="reviewDecision" subject={topic.topic} onDo={onDo} about={title} />}
          <Do command="withdrawTopic" subject={topic.topic} onDo={onDo} about={title} />
        </p>
      )}
    </section>
  );
}

/** Who agreed, who dissents and why, who said neither; the decision with the day of its review. */
function Outcome({ topic, context: { situation, today } }: { topic: TopicState; context: ViewProps['context'] }) {
  const { lang, text, date, actors } = useFrame();
  if (topic.withdrawn !== undefined) {
    const into = topic.mergedInto === undefined ? undefined : situation.state.topics.get(topic.mergedInto);
    return (
      <p>
        <strong>
          {views[topic.mergedInto === undefined ? 'withdrawn' : 'merged'][lang]} {into?.title && text(into.title)}
        </strong>{' '}
        {topic.withdrawn.dated && date(topic.withdrawn.on)} ·{' '}
        {topic.withdrawnWhy === undefined ? views.noReason[lang] : text(topic.withdrawnWhy)}
      </p>
    );
  }
  const silent = situation.parties.filter((party) => !topic.consensus.has(party) && !topic.dissent.has(party));
  const { decision } = topic;
  return (
    <dl className="work-record">
      <dt>{views.consensus[lang]}</dt>
      <dd>{topic.consensus.size === 0 ? '—' : `✓ ${actors([...topic.consensus.keys()])}`}</dd>
      <dt>{views.dissent[lang]}</dt>
      <dd>
        {topic.dissent.size === 0 ? '—' : [...topic.dissent].map(([party, own]) => `✕ ${actors([party])}: ${text(own.text)}`).join(' · ')}
      </dd>
      {silent.length > 0 && (
        <>
          <dt>{views.silent[lang]}</dt>
          <dd>
            <span className="silence">{actors(silent)}</span>
          </dd>
        </>
      )}
      {decision !== undefined && (
        <>
          <dt>{views.decision[lang]}</dt>
          <dd>
            {decision.text !== undefined && text(decision.text)}{' '}
            <span className="muted">{decision.ref.dated && date(decision.ref.on)}</span>{' '}
            {decision.reviewOn !== undefined && (
              <span className={decision.reviewOn <= today ? 'review-due' : 'muted'}>
                {views[decision.reviewOn <= today ? 'reviewDue' : 'reviewOn'][lang]} {date(decision.reviewOn)}
              </span>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}

function Statements({ statements, onDo }: { statements: readonly StatementConvergence[]; onDo: ViewProps['onDo'] }) {
  const { lang, text, actor, actors } = useFrame();
  const groups = statements[0]?.groups.map(({ group }) => group) ?? [];
  return (
    <DataTable
      caption={views.statement[lang]}
      hideCaption
      rows={statements}
      rowKey={({ statement }) => statement}
      columns={[
        { key: 'text', head: views.statement[lang], rowHead: true, wide: true, cell: (own) => text(own.text) },
        ...groups.map((group) => ({
          key: group,
          head: actor(group),
          tight: true,
          cell: (own: StatementConvergence) => {
            const voice = own.groups.find((one) => one.group === group);
            const said = (['agree', 'disagree', 'pass'] as const).filter((answer) => (voice?.[answer].length ?? 0) > 0);
            if (voice === undefined || said.length === 0) return <span className="silence">{views.silent[lang]}</span>;
            return said.map((answer) => (
              <span key={answer} className={`voice ${answer}`} title={actors(voice[answer])}>
                <span aria-hidden="true">{signs[answer]}</span> {views[answer][lang]}
                {voice[answer].length > 1 && ` ${voice[answer].length}`}{' '}
              </span>
            ));
          },
        })),
        { key: 'verdict', head: views.verdict[lang], tight: true, cell: ({ verdict }) => verdictWords[verdict][lang] },
        { key: 'index', head: views.index[lang], numeric: true, cell: ({ consensus }) => consensus.toFixed(2) },
        {
          key: 'do',
          head: views.action[lang],
          tight: true,
          cell: (own) => <Do command="answerStatement" subject={own.statement} onDo={onDo} about={text(own.text)} />,
        },
      ]}
    />
  );
}
