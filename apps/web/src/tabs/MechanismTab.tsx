import { useTranslation } from 'react-i18next';
import { useFrame, useMoment } from '../view/useCase.ts';
import { EdgeTable } from './EdgeTable.tsx';
import { FigureBox } from './FigureBox.tsx';
import { FrameworkDiagram } from './FrameworkDiagram.tsx';
import { MechanismDiagram } from './MechanismDiagram.tsx';
import { useNodeName } from './useNodeName.ts';

/** The article's two figures, drawn from this case's own facts as far as they reach. */
export default function MechanismTab() {
  const { t } = useTranslation();
  const { date } = useFrame();
  const { report, asOf } = useMoment();
  const nameOf = useNodeName();
  return (
    <>
      <h2>{t('mechanism.heading', { date: date(asOf) })}</h2>
      <p className="note edge-key">
        <svg width={44} height={10} aria-hidden="true">
          <path className="edge facts" d="M2 5h40" />
        </svg>
        {t('mechanism.facts')}
        <svg width={44} height={10} aria-hidden="true">
          <path className="edge article" d="M2 5h40" />
        </svg>
        {t('mechanism.article')}
      </p>
      <section>
        <h3>{t('mechanism.framework')}</h3>
        <FigureBox label={t('mechanism.framework')}>
          <FrameworkDiagram edges={report.framework} nameOf={nameOf} />
        </FigureBox>
        <EdgeTable caption={t('mechanism.framework')} edges={report.framework} nameOf={nameOf} />
      </section>
      <section>
        <h3>{t('mechanism.mechanism')}</h3>
        <FigureBox label={t('mechanism.mechanism')}>
          <MechanismDiagram edges={report.mechanism} nameOf={nameOf} />
        </FigureBox>
        <EdgeTable caption={t('mechanism.mechanism')} edges={report.mechanism} nameOf={nameOf} />
      </section>
      <p className="note">{t('mechanism.note')}</p>
    </>
  );
}
