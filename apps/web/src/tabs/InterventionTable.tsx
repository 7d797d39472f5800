import { channels } from '@gongze/domain/vocabulary/levels';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { selectionOf } from '../view/selection.ts';
import { changeView } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

/** What superiors did, per channel; channels without a record are named, because silence is a finding too. */
export function InterventionTable() {
  const { t } = useTranslation();
  const { text, date, actor } = useFrame();
  const { report, marked } = useMoment();
  const rows = [...report.interventions, ...report.guidance];
  const silent = channels.filter((channel) => !report.interventions.some((one) => one.channel === channel));
  return (
    <section>
      <h3>{t('superiors.interventions')}</h3>
      <p className="note">
        {t('noneRecorded')}
        {t('colon')}
        {silent.map((channel) => t(`channel.${channel}`)).join(t('list'))}
      </p>
      {rows.length > 0 && (
        <DataTable
          caption={t('superiors.interventions')}
          hideCaption
          rows={rows}
          rowKey={({ instrument }) => instrument}
          selectKey={({ instrument }) => selectionOf('instrument', instrument)}
          isMarked={({ instrument }) => marked.keys.has(selectionOf('instrument', instrument))}
          onSelect={(sel) => changeView({ sel })}
          columns={[
            {
              key: 'instrument',
              head: t('superiors.instrument'),
              rowHead: true,
              wide: true,
              cell: ({ instrument, title }) => (
                <>
                  {text(title)} <WhyButton target={`instrument:${instrument}`} about={text(title)} />
                </>
              ),
            },
            { key: 'channel', head: t('superiors.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
            {
              key: 'tier',
              head: t('superiors.tier'),
              cell: ({ tier, by }) => (by === tier ? actor(tier) : `${actor(tier)} · ${actor(by)}`),
            },
            { key: 'strength', head: t('superiors.strength'), numeric: true, cell: ({ strength }) => strength },
            {
              key: 'from',
              tight: true,
              head: t('superiors.from'),
              cell: ({ from }) => (from === null ? t('superiors.undated') : date(from)),
            },
            { key: 'to', tight: true, head: t('superiors.to'), cell: ({ to }) => (to === null ? t('superiors.open') : date(to)) },
            {
              key: 'direct',
              head: t('superiors.direct'),
              cell: ({ direct, binding }) =>
                `${t(direct ? 'superiors.direct' : 'superiors.indirect')} · ${t(binding ? 'superiors.binding' : 'superiors.notBinding')}`,
            },
          ]}
        />
      )}
    </section>
  );
}
