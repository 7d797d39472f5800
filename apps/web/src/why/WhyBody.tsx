import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Reasons } from '../parts/Reasons.tsx';
import { Status } from '../parts/Status.tsx';
import { changeView } from '../view/store.ts';
import { useFrame } from '../view/useCase.ts';
import { answerKey, type WhyContent } from './content.ts';
import { WhyChanges } from './WhyChanges.tsx';
import { WhyFacts } from './WhyFacts.tsx';
import { WhyParts } from './WhyParts.tsx';
import { WhyThresholds } from './WhyThresholds.tsx';

const FactReceipt = lazy(() => import('./FactReceipt.tsx'));

/** Rule, what was read, parts, thresholds, facts with sources, what would change the result. */
export function WhyBody({ content }: { readonly content: WhyContent }) {
  const { t } = useTranslation();
  const { engine, text, date, actors } = useFrame();
  const { title, status, holds, since, explanation, subjects, reasons, remedy, select } = content;
  const fact = content.rule === 'fact' ? engine.recordOf(content.evidence[0] ?? '') : undefined;
  const heading = typeof title === 'string' ? t(title as 'why.title') : text(title);
  return (
    <div className="why-body">
      <section className="why-section">
        <h2>{heading}</h2>
        <p className="why-status">
          {status !== undefined && <Status status={status} />}
          {holds !== undefined && <strong>{t(`answer.${answerKey(holds)}`)}</strong>}
          {since !== undefined && since !== null && <span className="muted">{`${t('findings.since')} ${date(since)}`}</span>}
        </p>
        {explanation !== undefined && <p>{text(explanation)}</p>}
        {subjects !== undefined && subjects.length > 0 && (
          <p className="muted">
            {t('why.subjects')}
            {t('colon')}
            {actors(subjects)}
          </p>
        )}
        {select !== undefined && (
          <button type="button" className="small" onClick={() => changeView({ sel: select, why: undefined })}>
            {t('why.select')}
          </button>
        )}
      </section>
      <section className="why-section">
        <h3>{t('why.rule')}</h3>
        <p>{t(`rule.${content.rule as 'fact'}`)}</p>
      </section>
      {reasons !== undefined && (
        <section className="why-section">
          <h3>{t('why.reasons')}</h3>
          <Reasons reasons={reasons} />
        </section>
      )}
      {content.parts !== undefined && content.parts.length > 0 && <WhyParts parts={content.parts} />}
      {content.thresholds.length > 0 && <WhyThresholds names={content.thresholds} />}
      <WhyFacts ids={content.evidence} />
      {fact !== undefined && !engine.simulated && (
        <Suspense>
          <FactReceipt caseId={engine.caseId} fact={fact} />
        </Suspense>
      )}
      {content.result !== undefined && <WhyChanges content={content} />}
      {remedy !== undefined && (
        <section className="why-section">
          <h3>{t('why.remedy')}</h3>
          <p>{text(remedy)}</p>
        </section>
      )}
    </div>
  );
}
