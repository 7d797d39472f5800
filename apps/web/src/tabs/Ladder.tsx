import { useTranslation } from 'react-i18next';
import { useFrame, useMoment } from '../view/useCase.ts';

/** From the parties up: nearest common superior first. */
export function Ladder() {
  const { t } = useTranslation();
  const { actor, actors } = useFrame();
  const { report } = useMoment();
  const { eligible } = report.principles;
  return (
    <section>
      <h3>{t('superiors.ladder')}</h3>
      <ol className="ladder">
        <li>{actors(report.parties)}</li>
        {report.ladder.map((tier) => (
          <li key={tier} className={tier === eligible ? 'eligible' : undefined}>
            {actor(tier)}
            {tier === eligible && <span className="tag">{t('superiors.eligible')}</span>}
          </li>
        ))}
      </ol>
      <p className="note">
        {t('superiors.ladderNote')} {eligible === null && t('superiors.noneEligible')}
      </p>
    </section>
  );
}
