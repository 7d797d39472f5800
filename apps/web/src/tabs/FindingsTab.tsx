import { useTranslation } from 'react-i18next';
import { useFrame, useMoment } from '../view/useCase.ts';
import { AdviceBrief } from './AdviceBrief.tsx';
import { FindingTable } from './FindingTable.tsx';
import { TopicTable } from './TopicTable.tsx';
import { VariableTables } from './VariableTables.tsx';
import { VerdictList } from './VerdictList.tsx';

/** What is wrong on this date, since when, by which facts; and honestly, what cannot be told. */
export default function FindingsTab() {
  const { t } = useTranslation();
  const { date } = useFrame();
  const { report, asOf } = useMoment();
  const undetermined = report.verdicts.filter(({ verdict }) => verdict === 'undetermined');
  const absent = report.verdicts.filter(({ verdict }) => verdict === 'absent');
  return (
    <>
      <h2>{t('findings.heading', { date: date(asOf) })}</h2>
      {report.findings.length === 0 ? <p>{t('findings.none')}</p> : <FindingTable findings={report.findings} />}
      <div className="columns">
        <section>
          <h3>{t('findings.undetermined')}</h3>
          <p className="note">{t('findings.undeterminedNote')}</p>
          <VerdictList verdicts={undetermined} />
        </section>
        <section>
          <h3>{t('findings.absent')}</h3>
          <VerdictList verdicts={absent} />
        </section>
      </div>
      <VariableTables />
      <TopicTable />
      <AdviceBrief />
    </>
  );
}
