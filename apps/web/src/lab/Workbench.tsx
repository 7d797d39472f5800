import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { limitsOfTwoCases } from '@gongze/studies/comparison/matching/argument';
import { type ComponentType, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { CaseFacts } from '../engine/engine.ts';
import { useAsync } from '../engine/useAsync.ts';
import { today } from '../view/today.ts';
import type { Analysis } from './analysis/analyse.ts';
import { type LabSettings, standardSettings } from './analysis/settings.ts';
import { CasePanel } from './CasePanel.tsx';
import { Gaps } from './Gaps.tsx';
import { type Lab, LabContext } from './context.ts';
import type { LabColumn, LabData } from './data/types.ts';
import { CalibrateStep } from './steps/CalibrateStep.tsx';
import { InterventionStep } from './steps/InterventionStep.tsx';
import { MatrixStep } from './steps/MatrixStep.tsx';
import { PairsStep } from './steps/PairsStep.tsx';
import { SolutionStep } from './steps/SolutionStep.tsx';
import { TakeStep } from './steps/TakeStep.tsx';
import { TimeStep } from './steps/TimeStep.tsx';
import { TracingStep } from './steps/TracingStep.tsx';
import { TruthStep } from './steps/TruthStep.tsx';
import { ask } from './worker/ask.ts';
import { pageWords as words } from './words/page.ts';

const stepNames = ['matrix', 'calibrate', 'truth', 'solutions', 'intervention', 'pairs', 'times', 'tracing', 'take'] as const;
type StepName = (typeof stepNames)[number];

const steps: Readonly<Record<StepName, ComponentType>> = {
  matrix: MatrixStep,
  calibrate: CalibrateStep,
  truth: TruthStep,
  solutions: SolutionStep,
  intervention: InterventionStep,
  pairs: PairsStep,
  times: TimeStep,
  tracing: TracingStep,
  take: TakeStep,
};

/** What few cases can show, said before anything is computed from them. */
function Limits({ data, analysis, lang }: { readonly data: LabData; readonly analysis: Analysis | undefined; readonly lang: Language }) {
  if (data.raw.cases.length === 2)
    return (
      <section className="lab-limits" aria-labelledby="lab-limits">
        <h2 id="lab-limits">{words.limitsTitle[lang]}</h2>
        <ul>
          {limitsOfTwoCases.map((limit) => (
            <li key={limit.en}>{limit[lang]}</li>
          ))}
        </ul>
      </section>
    );
  if (analysis === undefined || analysis.possibleRows <= data.raw.cases.length) return null;
  return (
    <p className="lab-limits">
      <strong>{words.fewTitle[lang]}</strong> {words.fewText[lang]}
    </p>
  );
}

function StepTabs({ step, lang, onStep }: { readonly step: StepName; readonly lang: Language; readonly onStep: (step: StepName) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const at = stepNames.indexOf(step);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stepNames.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const name = stepNames[(next + stepNames.length) % stepNames.length] ?? step;
    onStep(name);
    list.current?.querySelector<HTMLElement>(`#lab-tab-${name}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" className="lab-tabs" aria-label={words.steps[lang]} tabIndex={-1} onKeyDown={press}>
      {stepNames.map((name) => (
        <button
          key={name}
          id={`lab-tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === step}
          aria-controls="lab-step"
          tabIndex={name === step ? 0 : -1}
          onClick={() => onStep(name)}
        >
          {words[name][lang]}
        </button>
      ))}
    </div>
  );
}

interface Analysed {
  readonly data: LabData;
  readonly analysis: Analysis;
}

/** The last analysis stays, with the table it is of, until the next is there: nothing jumps while an anchor or a date is moved. */
function useAnalysis(data: LabData, settings: LabSettings) {
  const kept = useRef<Analysed>(undefined);
  const round = useRef({ data, number: 0 });
  if (round.current.data !== data) round.current = { data, number: round.current.number + 1 };
  const key = `${round.current.number} ${JSON.stringify(settings)}`;
  const result = useAsync(key, async () => ({ data, answer: await ask({ kind: 'analysis', data, settings }) }));
  if (result.state === 'ready' && result.value.answer.ok) kept.current = { data: result.value.data, analysis: result.value.answer.value };
  const refused: Bilingual | undefined =
    result.state === 'ready' && !result.value.answer.ok
      ? result.value.answer.refusal.text
      : result.state === 'failed'
        ? { zh: String(result.error), en: String(result.error) }
        : undefined;
  return { analysed: kept.current, refused, busy: result.state === 'loading' };
}

interface WorkbenchProps {
  readonly data: LabData;
  readonly sources: ReadonlyMap<string, CaseFacts>;
  readonly lang: Language;
  /** The next table is on its way. */
  readonly waiting: boolean;
  readonly leaveOut: ((cases: readonly string[]) => void) | undefined;
}

/** Settings of one kind of table, its analysis, and the steps that show it. */
export function Workbench({ data: newest, sources, lang, waiting, leaveOut }: WorkbenchProps) {
  const [now] = useState(today);
  const [settings, setSettings] = useState(() => standardSettings(newest, now));
  const [step, setStep] = useState<StepName>('matrix');
  const [opened, setOpened] = useState<{ readonly name: string; readonly column: string | undefined }>();
  const { analysed, refused, busy } = useAnalysis(newest, settings);
  const lab = useMemo((): Lab | undefined => {
    if (analysed === undefined) return undefined;
    const { data, analysis } = analysed;
    const columns = new Map(data.columns.map((own) => [own.id, own]));
    const titles = new Map(data.cases.map(({ id, title }) => [id, title]));
    const unnamed = (id: string): LabColumn => ({ id, title: { zh: id, en: id }, kind: 'other', range: [0, 1] });
    return {
      lang,
      data,
      settings,
      analysis,
      sources,
      today: now,
      change: (change) => setSettings((own) => ({ ...own, ...change })),
      open: (name, column) => setOpened({ name, column }),
      text: (text) => text[lang],
      column: (id) => columns.get(id) ?? unnamed(id),
      caseTitle: (name) => titles.get(name)?.[lang] ?? name,
    };
  }, [analysed, lang, settings, sources, now]);
  const Step = steps[step];
  return (
    <>
      <Limits data={newest} analysis={analysed?.analysis} lang={lang} />
      <Gaps data={newest} settings={settings} lang={lang} leaveOut={leaveOut} />
      <StepTabs step={step} lang={lang} onStep={setStep} />
      {refused !== undefined && (
        <p className="fault" role="alert">
          {refused[lang]}
        </p>
      )}
      {lab === undefined ? (
        refused === undefined && <p className="loading">{words.loading[lang]}</p>
      ) : (
        <LabContext value={lab}>
          <div className={opened === undefined ? 'lab-body' : 'lab-body with-panel'}>
            <div id="lab-step" role="tabpanel" aria-labelledby={`lab-tab-${step}`} aria-busy={busy || waiting} className="lab-step">
              <Step />
            </div>
            {opened !== undefined && lab.data.raw.cases.includes(opened.name) && (
              <CasePanel name={opened.name} columnId={opened.column} onClose={() => setOpened(undefined)} />
            )}
          </div>
        </LabContext>
      )}
    </>
  );
}
