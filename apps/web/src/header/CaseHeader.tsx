import { useTranslation } from 'react-i18next';
import { changeView, useView } from '../view/store.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';
import { Choice } from './Choice.tsx';
import { DateField } from './DateField.tsx';
import { StepButtons } from './StepButtons.tsx';

/** Which case, which edition, on which day, as known when: it stays in sight while the page is read. */
export function CaseHeader() {
  const { t } = useTranslation();
  const view = useView();
  const { engine, text } = useFrame();
  const asOf = useAsOf();
  // Only a case that the article tells has two editions.
  const editions = view.edition !== 'enriched' || engine.facts.some(({ sources }) => sources.some(({ kind }) => kind === 'article'));
  return (
    <section className="page-head case-head" aria-label={t('caseHead')}>
      <div className="head-title">
        <h1>{text(engine.title)}</h1>
        {engine.simulated && (
          <p className="simulated-mark" title={t('simulated.hint')}>
            {t('simulated.mark')}
          </p>
        )}
        {engine.withheld > 0 && <p className="mode-mark">{t('withheld', { facts: engine.withheld })}</p>}
      </div>
      <div className="head-controls">
        {editions && (
          <Choice
            label={t('edition.label')}
            value={view.edition}
            options={[
              { value: 'paper', text: t('edition.paper'), hint: t('edition.paperHint') },
              { value: 'enriched', text: t('edition.enriched'), hint: t('edition.enrichedHint') },
            ]}
            onChoose={(edition) => changeView({ edition }, true)}
          />
        )}
        <div className="as-of">
          <DateField label={t('date.asOf')} value={asOf} onDate={(date) => date && changeView({ asOf: date })} />
          <StepButtons />
        </div>
        <DateField
          label={t('date.knownOn')}
          value={view.knownOn}
          placeholder={t('date.today')}
          onDate={(knownOn) => changeView({ knownOn })}
          mayBeEmpty
        />
      </div>
    </section>
  );
}
