import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modelCaveat } from '@gongze/studies/simulation/what-if/caveat';
import { comparisonFile } from '@gongze/studies/simulation/what-if/question';
import { fetchCases } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { LoadFault } from '../pages/LoadFault.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { SitePage } from '../parts/SitePage.tsx';
import { formatAddress } from '../view/address.ts';
import { changeView, useView } from '../view/store.ts';
import { today } from '../view/today.ts';
import { About } from './About.tsx';
import { PolicyEditor } from './PolicyEditor.tsx';
import { handOver } from '../parts/handOver.ts';
import { Results } from './Results.tsx';
import { defaultSettings, dropSettings, keepSettings, keptSettings, questionOf, type Settings } from './settings.ts';
import { StatusLine } from './StatusLine.tsx';
import { type Subject, useSubject } from './useSubject.ts';
import { useModel } from './useModel.ts';
import { words } from './words.ts';
import './what-if.css';

/** When and how strongly a superior should come, and how it should leave: asked of the model, in the reader's own browser. */
export default function WhatIfPage() {
  const { t } = useTranslation();
  const view = useView();
  const { lang, caseId, asOf } = view;
  const subject = useSubject(caseId);
  const start = (asOf ?? today()).slice(0, 7);
  return (
    <SitePage title={words.title[lang]} className="what-if">
      <p className="lead">{words.lead[lang]}</p>
      <p className="caveat">{modelCaveat[lang]}</p>
      {caseId !== undefined && (
        <p>
          <PageLink href={formatAddress({ ...view, page: undefined })} change={{ page: undefined }}>
            {words.backTo[lang]}
          </PageLink>
        </p>
      )}
      {subject.state === 'failed' && <LoadFault error={subject.error} onRetry={subject.retry} />}
      {subject.state === 'loading' && <p className="loading">{t('loading')}</p>}
      {subject.state === 'ready' && <Asking key={`${caseId} ${start}`} subject={subject.value} start={start} />}
    </SitePage>
  );
}

function Asking({ subject, start }: { readonly subject: Subject | undefined; readonly start: string }) {
  const { lang, caseId } = useView();
  const examinedId = useId();
  const cases = useAsync('cases', fetchCases);
  const { status, answer, ask, cancel } = useModel();
  const [settings, setSettings] = useState<Settings>(() => keptSettings(caseId, start));
  const question = useMemo(() => {
    const about = subject && { title: subject.engine.title, parties: subject.report.parties, fit: subject.fit };
    return questionOf(settings, about, words.title);
  }, [settings, subject]);
  const change = (part: Partial<Settings>): void => {
    const next = { ...settings, ...part };
    keepSettings(caseId, next);
    setSettings(next);
  };
  const reset = (): void => {
    dropSettings(caseId);
    setSettings(defaultSettings(start));
  };
  const running = status.state === 'running';
  return (
    <>
      <form
        className="asking"
        onSubmit={(event) => {
          event.preventDefault();
          ask(question);
        }}
        noValidate
      >
        <About
          cases={cases.state === 'ready' ? cases.value : []}
          caseId={caseId}
          subject={subject}
          settings={settings}
          onCase={(next) => changeView({ caseId: next }, true)}
          onChange={change}
        />
        <h2 className="visually-hidden">{words.policies[lang]}</h2>
        <div className="policies">
          {settings.policies.map((choice) => (
            <PolicyEditor
              key={choice.id}
              choice={choice}
              start={settings.start}
              onChange={(policy) => change({ policies: settings.policies.map((one) => (one.id === choice.id ? { ...one, policy } : one)) })}
            />
          ))}
        </div>
        <div className="asking-actions">
          <label htmlFor={examinedId}>{words.examined[lang]}</label>
          <select id={examinedId} value={settings.examined} onChange={({ target }) => change({ examined: target.value })}>
            {settings.policies.slice(1).map(({ id, title }) => (
              <option key={id} value={id}>
                {title[lang]}
              </option>
            ))}
          </select>
          <button type="submit" className="main-action" disabled={running}>
            {words.run[lang]}
          </button>
          {running && (
            <button type="button" onClick={cancel}>
              {words.cancel[lang]}
            </button>
          )}
          <button type="button" onClick={reset}>
            {words.reset[lang]}
          </button>
          <button
            type="button"
            title={words.saveNote[lang]}
            onClick={() =>
              handOver(
                new Blob([`${JSON.stringify(comparisonFile(question), null, 2)}\n`], { type: 'application/json' }),
                `${question.id}.json`,
              )
            }
          >
            {words.save[lang]}
          </button>
        </div>
      </form>
      <div role="status" aria-live="polite" className="model-status">
        <StatusLine status={status} answer={answer} />
        {answer !== undefined && answer.question.id !== question.id && <p className="note">{words.stale[lang]}</p>}
      </div>
      {answer !== undefined && <Results answer={answer} subject={subject} />}
    </>
  );
}
