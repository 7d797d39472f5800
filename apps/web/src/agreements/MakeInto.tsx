import type { Decision } from '@gongze/domain/decisions/decide';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useMemo, useState } from 'react';
import type { Engine } from '../engine/engine.ts';
import { today } from '../view/today.ts';
import { actorsOf } from '../work/offers.ts';
import type { Outcome } from '../work/record.ts';
import { useActor, useRecorder } from '../work/useSession.ts';
import type { Draft } from './draftStore.ts';
import { governmentName } from './names.ts';
import { eventsOf, type Planned, plannedAgreement, plannedObligations } from './obligations.ts';
import { PlannedRow } from './PlannedRow.tsx';
import { Problem } from './Problem.tsx';
import type { ReadClause } from './reading.ts';
import { Recorded } from './Recorded.tsx';
import { type NewCase, recordPlan } from './recordPlan.ts';
import { makeWords, words } from './words.ts';

interface MakeIntoProps {
  readonly draft: Draft;
  readonly clauses: readonly ReadClause[];
  readonly actors: Readonly<Record<string, string>>;
  readonly engine: Engine;
  readonly opening: NewCase | undefined;
  readonly lang: Language;
  /** Back to a clause of the text, counted from 0. */
  readonly onMend: (clause: number) => void;
  /** The case has to be read again. */
  readonly onAgain: () => void;
}

const refused = (decision: Decision | undefined): boolean => decision === undefined || 'refusal' in decision;

/** What would be recorded in this case, decided row by row before anything is sent. */
export function MakeInto({ draft, clauses, actors, engine, opening, lang, onMend, onAgain }: MakeIntoProps) {
  const now = useMemo(() => today(), []);
  const key = useMemo(() => crypto.randomUUID(), []);
  const situation = useMemo(() => engine.open.situationAt(now), [engine, now]);
  const acting = useMemo(() => actorsOf(situation, Object.keys(engine.actors)), [situation, engine]);
  const recorder = useRecorder(lang);
  const session = useActor(acting, recorder?.office.actor);
  const openTopics = [...situation.state.topics.values()].filter(({ withdrawn }) => withdrawn === undefined);
  // The only issue of a case is what its agreement is about.
  const [topics, setTopics] = useState<readonly string[]>(() => (openTopics.length === 1 ? openTopics.map(({ topic }) => topic) : []));
  const [withAgreement, setWithAgreement] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const agreement = `agreement-${draft.id.slice(0, 8)}`;
  const plan = useMemo(() => {
    const context = decisionContextOf(engine.open, { today: now, by: session.actor as ActorId, calendar: chineseCalendar });
    const title = draft.title.trim() || words.untitled[lang];
    return {
      rows: plannedObligations({ agreement, clauses, actors, signed: draft.signed, topics, context }),
      agreement: plannedAgreement({ agreement, title, clauses, topics, actors: Object.values(actors), context }),
    };
  }, [engine, now, session.actor, agreement, clauses, actors, draft.signed, draft.title, topics, lang]);
  const taken = plan.rows.filter(({ id, decision }) => !left.has(id) && !refused(decision));
  const events = eventsOf([...(withAgreement ? [plan.agreement] : []), ...taken.map(({ decision }) => decision)]);
  const record = async (): Promise<void> => {
    setBusy(true);
    const { caseId, size } = engine;
    const { outcome: came, opened } = await recordPlan({ caseId, opening, version: size, key, events, on: now, lang, recorder }).finally(
      () => setBusy(false),
    );
    setOutcome(came);
    if (came.kind === 'conflict' || (opened && came.kind !== 'recorded')) onAgain();
  };
  if (outcome?.kind === 'recorded') return <Recorded caseId={engine.caseId} rows={taken} lang={lang} />;
  if (plan.rows.length === 0) return <p className="notice">{makeWords.nothing[lang]}</p>;
  const name = (id: string): string => {
    const own = situation.nameOf(id)[lang];
    return own === id ? (governmentName(id)?.[lang] ?? id) : own;
  };
  const toggle = ({ id }: Planned): void =>
    setLeft((before) => (before.has(id) ? new Set([...before].filter((own) => own !== id)) : new Set(before).add(id)));
  return (
    <>
      <div className="make-choices">
        {session.mayChoose && (
          <label className="field">
            {makeWords.actAs[lang]}
            <select value={session.actor} onChange={(event) => session.choose(event.currentTarget.value)}>
              {acting.map((id) => (
                <option key={id} value={id}>
                  {name(id)}
                </option>
              ))}
            </select>
          </label>
        )}
        {openTopics.length > 0 && (
          <fieldset className="field">
            <legend>{makeWords.topics[lang]}</legend>
            {openTopics.map(({ topic, title }) => (
              <label key={topic} className="tick">
                <input
                  type="checkbox"
                  checked={topics.includes(topic)}
                  onChange={(event) => setTopics(event.currentTarget.checked ? [...topics, topic] : topics.filter((own) => own !== topic))}
                />{' '}
                {title?.[lang] ?? topic}
              </label>
            ))}
          </fieldset>
        )}
        <label className="tick">
          <input type="checkbox" checked={withAgreement} onChange={(event) => setWithAgreement(event.currentTarget.checked)} />{' '}
          {makeWords.withAgreement[lang]}
        </label>
      </div>
      {withAgreement && plan.agreement !== undefined && 'refusal' in plan.agreement && (
        <p className="notice bad">
          {makeWords.draftOf[lang]}
          {lang === 'zh' ? '：' : ': '}
          {plan.agreement.text[lang]} {plan.agreement.remedy[lang]}
        </p>
      )}
      <table className="listing planned">
        <caption className="visually-hidden">{makeWords.table[lang]}</caption>
        <thead>
          <tr>
            <th scope="col">{makeWords.take[lang]}</th>
            <th scope="col">{makeWords.obligation[lang]}</th>
            <th scope="col">{makeWords.who[lang]}</th>
            <th scope="col">{makeWords.due[lang]}</th>
            <th scope="col">{makeWords.verdict[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <PlannedRow
              key={row.id}
              row={row}
              taken={taken.includes(row)}
              name={name}
              lang={lang}
              onToggle={() => toggle(row)}
              onMend={() => onMend(row.clause - 1)}
            />
          ))}
        </tbody>
      </table>
      {outcome?.kind === 'failed' && <Problem problem={outcome.problem} lang={lang} />}
      {outcome?.kind === 'conflict' && <p className="notice bad">{makeWords.conflict[lang]}</p>}
      <p className="buttons">
        <button type="button" className="main" disabled={busy || events.length === 0} onClick={() => void record()}>
          {busy
            ? makeWords.recording[lang]
            : lang === 'zh'
              ? `${makeWords.record.zh}（${events.length + (opening === undefined ? 0 : 1)}${makeWords.facts.zh}）`
              : `${makeWords.record.en} (${events.length + (opening === undefined ? 0 : 1)} ${makeWords.facts.en})`}
        </button>
      </p>
    </>
  );
}
