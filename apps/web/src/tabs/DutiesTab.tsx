import { useTranslation } from 'react-i18next';
import { useFrame, useMoment } from '../view/useCase.ts';
import { DutyTable } from './DutyTable.tsx';
import { ReadingTable } from './ReadingTable.tsx';
import { YardstickTable } from './YardstickTable.tsx';

/** Who owes what by when: three axes stored apart, the readings of deadlines, the yardsticks and whose they are. */
export default function DutiesTab() {
  const { t } = useTranslation();
  const { date } = useFrame();
  const { report, asOf } = useMoment();
  const { obligations } = report;
  const dated = obligations.filter(({ dueOn }) => dueOn !== null).length;
  const overdue = obligations.filter(({ overdueSince, fulfilledOn }) => overdueSince !== null && fulfilledOn === null).length;
  return (
    <>
      <h2>{t('duties.heading', { date: date(asOf) })}</h2>
      {obligations.length === 0 ? (
        <p>{t('duties.none')}</p>
      ) : (
        <>
          <p className="note">{t('duties.counts', { all: obligations.length, dated, overdue })}</p>
          <DutyTable />
          <ReadingTable />
          <YardstickTable />
        </>
      )}
    </>
  );
}
