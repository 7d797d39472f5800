import { useTranslation } from 'react-i18next';
import { useFrame, useMoment } from '../view/useCase.ts';
import { AdviceTable } from './AdviceTable.tsx';
import { InterventionTable } from './InterventionTable.tsx';
import { Ladder } from './Ladder.tsx';
import { PrincipleTable } from './PrincipleTable.tsx';
import { SuperiorCard } from './SuperiorCard.tsx';

/** Who may intervene, with what, why and why not; what would be advised; what was recorded by channel. */
export default function SuperiorsTab() {
  const { t } = useTranslation();
  const { date } = useFrame();
  const { report, asOf } = useMoment();
  return (
    <>
      <h2>{t('superiors.heading', { date: date(asOf) })}</h2>
      <Ladder />
      <div className="superior-cards">
        {report.principles.superiors.map((superior) => (
          <SuperiorCard key={superior.tier} superior={superior} />
        ))}
      </div>
      <PrincipleTable />
      <AdviceTable />
      <InterventionTable />
    </>
  );
}
