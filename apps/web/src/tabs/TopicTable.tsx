import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { useFrame, useMoment } from '../view/useCase.ts';

/** Where each topic stands on the way from talk to responsibility. */
export function TopicTable() {
  const { t } = useTranslation();
  const { text } = useFrame();
  const { report } = useMoment();
  if (report.topics.length === 0) return null;
  return (
    <section>
      <h3>{t('findings.topics')}</h3>
      <DataTable
        caption={t('findings.topics')}
        hideCaption
        rows={report.topics}
        rowKey={({ topic }) => topic}
        columns={[
          {
            key: 'topic',
            head: t('findings.topic'),
            rowHead: true,
            cell: ({ topic, title }) => (
              <>
                {text(title)} <WhyButton target={`topic:${topic}`} about={text(title)} />
              </>
            ),
          },
          {
            key: 'stage',
            head: t('findings.stage'),
            cell: ({ stage, complete, imposed }) => (
              <>
                <span className="stage-dots" aria-hidden="true">
                  {'●'.repeat(complete ? 3 : stage)}
                  {'○'.repeat(complete ? 0 : 3 - stage)}
                </span>{' '}
                {t('stageShort', { stage })}
                {t('colon')}
                {t(`stageName.${stage as 1}`)}
                {complete && ` · ${t('findings.complete')}`}
                {imposed && <span className="row-sub">{t('findings.imposed')}</span>}
              </>
            ),
          },
          { key: 'explanation', head: t('findings.explanation'), wide: true, cell: ({ explanation }) => text(explanation) },
        ]}
      />
    </section>
  );
}
