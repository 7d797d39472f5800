import type { CommandName } from '@gongze/domain/decisions/decide';
import { commandNames } from '@gongze/domain/decisions/schemas';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { tasksOf } from '@gongze/domain/decisions/tasks';
import { nextSteps } from '@gongze/domain/decisions/nextSteps';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Language } from '@gongze/domain/vocabulary/text';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedFields } from '../forms/value.ts';
import { useFrame } from '../view/useCase.ts';
import { useSteady } from '../view/steady.ts';
import { changeView, currentView, useViewOf } from '../view/store.ts';
import { today } from '../view/today.ts';
import { useReload } from '../view/reload.ts';
import { AllCommands } from './AllCommands.tsx';
import { CommandForm } from './CommandForm.tsx';
import { NextSteps } from './NextSteps.tsx';
import { actorsOf } from './offers.ts';
import { requestAnswered } from './opening.ts';
import { awaitReceipt, type Outcome, type Recorder } from './record.ts';
import { TaskList } from './TaskList.tsx';
import { useActor, useAskedRecorder } from './useSession.ts';
import { OpeningReport } from './views/OpeningReport.tsx';
import { type OpenForm, type WorkView, workViews } from './views/types.ts';
import { viewNames, views as viewWords } from './views/words.ts';
import { workWords } from './words.ts';
import './views/views.css';

const panels = {
  topics: lazy(() => import('./views/TopicsView.tsx')),
  proposals: lazy(() => import('./views/ProposalsView.tsx')),
  signing: lazy(() => import('./views/SigningView.tsx')),
  delivery: lazy(() => import('./views/DeliveryView.tsx')),
  supervision: lazy(() => import('./views/SupervisionView.tsx')),
  intervening: lazy(() => import('./views/InterveningView.tsx')),
} as const;

type Notice = { readonly text: string; readonly bad: boolean };

interface Chosen {
  readonly command: CommandName;
  readonly subject: string | undefined;
  readonly given?: TypedFields | undefined;
  /** The report of the principles was read. */
  readonly read?: boolean;
}

/** `do:reportObligation|duty-1` in the address opens that form: how other pages send somebody to what is to be done. */
function chosenInAddress(): Chosen | undefined {
  const [, name, subject] = /^do:(\w+)\|(.*)$/.exec(currentView().sel ?? '') ?? [];
  const command = commandNames.find((own) => own === name);
  return command && { command, subject: subject === '' ? undefined : subject };
}

/** `work:topics` in the address shows that side of the work. */
function viewInAddress(sel: string | undefined): WorkView {
  return workViews.find((own) => sel === `work:${own}`) ?? 'todo';
}

/** What is to be done in the case, in whose name, and everything that can be done; once it is known who looks. */
export default function WorkTab() {
  const { t } = useTranslation();
  const { lang } = useFrame();
  const { known, recorder } = useAskedRecorder(lang);
  return known ? <Work recorder={recorder} /> : <p className="loading work-loading">{t('loading')}</p>;
}

function Work({ recorder }: { readonly recorder: Recorder | undefined }) {
  const { engine, lang, actor: nameOf } = useFrame();
  const asOf = useViewOf('asOf');
  const reload = useReload();
  const now = useMemo(() => today(), []);
  const situation = useMemo(() => engine.open.situationAt(now), [engine, now]);
  const actors = useMemo(() => actorsOf(situation, Object.keys(engine.actors)), [situation, engine]);
  const session = useActor(actors, recorder?.office.actor);
  const tasks = useMemo(() => tasksOf(situation, session.actor as ActorId), [situation, session.actor]);
  const steps = useMemo(() => nextSteps(situation, session.actor as ActorId), [situation, session.actor]);
  const [chosen, setChosen] = useState(chosenInAddress);
  const [notice, setNotice] = useState<Notice>();
  const told = useSteady(notice);
  const view = viewInAddress(useViewOf('sel'));
  const context = useMemo(
    () => decisionContextOf(engine.open, { today: now, by: session.actor as ActorId, calendar: chineseCalendar }),
    [engine, now, session.actor],
  );
  const open: OpenForm = (command, subject, given) => setChosen({ command, subject, given });
  const Panel = view === 'todo' ? undefined : panels[view];
  const reads = chosen?.command === 'openIntervention' && chosen.read !== true;
  const asked = reads ? requestAnswered(context, chosen?.subject) : undefined;
  const done = (outcome: Outcome) => {
    if (outcome.kind === 'failed') return setNotice({ text: `${workWords.failed[lang]}${outcome.problem.detail}`, bad: true });
    setChosen(undefined);
    reload();
    if (outcome.kind === 'conflict') return setNotice({ text: workWords.conflict[lang], bad: true });
    const saved = workWords.saved[lang].replace('{{version}}', String(outcome.version));
    setNotice({ text: `${saved} ${workWords.receiptPending[lang]}`, bad: false });
    awaitReceipt(engine.caseId, outcome.version).then((held) =>
      setNotice({ text: held ? `${saved} ${workWords.receipt[lang]}` : saved, bad: false }),
    );
  };
  return (
    <div className="work">
      {asOf !== undefined && asOf !== now && <p className="note">{workWords.archive[lang]}</p>}
      {session.mayChoose && (
        <p className="act-as">
          <label htmlFor="act-as">{workWords.actAs[lang]}</label>{' '}
          <select id="act-as" value={session.actor} onChange={(event) => session.choose(event.currentTarget.value)}>
            {actors.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        </p>
      )}
      {told !== undefined && (
        <p role="status" className={told.bad ? 'notice bad' : 'notice'}>
          {told.text}
        </p>
      )}
      <ViewChoice view={view} lang={lang} onChoose={() => setChosen(undefined)} />
      <div className={chosen !== undefined || Panel === undefined ? 'work-columns' : undefined}>
        <section>
          {Panel === undefined ? (
            <>
              <h3>{workWords.tasks[lang]}</h3>
              <NextSteps steps={steps} onDo={open} />
              {(tasks.length > 0 || steps.length === 0) && <TaskList tasks={tasks} onDo={open} />}
            </>
          ) : (
            <>
              <h3>{viewNames[view][lang]}</h3>
              <Suspense fallback={null}>
                <Panel context={context} onDo={open} />
              </Suspense>
            </>
          )}
        </section>
        {chosen === undefined ? (
          Panel === undefined && (
            <section>
              <AllCommands context={context} first={steps} onDo={open} />
            </section>
          )
        ) : (
          <section className="work-form">
            {reads ? (
              <OpeningReport
                context={context}
                onGoOn={(override) => setChosen({ ...chosen, read: true, given: override ? { override: {} } : undefined })}
                onDecline={asked === undefined ? undefined : () => open('declineIntervention', asked)}
                onCancel={() => setChosen(undefined)}
              />
            ) : (
              <CommandForm
                key={`${chosen.command} ${chosen.subject} ${session.actor} ${JSON.stringify(chosen.given)}`}
                command={chosen.command}
                actor={session.actor}
                subject={chosen.subject}
                given={chosen.given}
                engine={engine}
                size={engine.size}
                recorder={recorder}
                onDone={done}
                onCancel={() => setChosen(undefined)}
              />
            )}
          </section>
        )}
      </div>
    </div>
  );
}

/** The sides of the work; the address says which one is shown. */
function ViewChoice({ view, lang, onChoose }: { view: WorkView; lang: Language; onChoose: () => void }) {
  const go = (to: WorkView) => {
    onChoose();
    changeView({ sel: to === 'todo' ? undefined : `work:${to}` }, true);
  };
  return (
    <nav className="work-views" aria-label={viewWords.label[lang]}>
      {workViews.map((own) => (
        <button key={own} type="button" aria-current={own === view} onClick={() => go(own)}>
          {viewNames[own][lang]}
        </button>
      ))}
    </nav>
  );
}
