import { useTranslation } from 'react-i18next';
import { WhyButton } from '../parts/WhyButton.tsx';
import { useFrame, useMoment } from '../view/useCase.ts';
import { noAdviceReason } from './noAdviceReason.ts';

/** What would help, in the order of least intrusion; the exit terms stand in the tab on who may intervene. */
export function AdviceBrief() {
  const { t } = useTranslation();
  const { text, actor } = useFrame();
  const { report } = useMoment();
  return (
    <section>
      <h3>{t('findings.advice')}</h3>
      {report.advice.length === 0 ? (
        <p>{t(noAdviceReason(report))}</p>
      ) : (
        <ol className="advice-brief">
          {report.advice.map((advice) => (
            <li key={advice.instrument}>
              <strong>{text(advice.title)}</strong>
              {advice.tier !== null && <span className="muted"> · {actor(advice.tier)}</span>}{' '}
              <WhyButton target={`advice:${advice.instrument}`} about={text(advice.title)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
