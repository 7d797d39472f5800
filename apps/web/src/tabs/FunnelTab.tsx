import { funnelSteps } from '@gongze/domain/stages/funnel';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { FunnelPicture } from './FunnelPicture.tsx';

/** From talk to result: how many items and how much weight pass each step, and how long that takes. */
export default function FunnelTab() {
  const { t } = useTranslation();
  const { date, lang } = useFrame();
  const { report, asOf } = useMoment();
  const { stageFunnel } = report;
  const rows = funnelSteps.map((step, i) => ({ step, first: i === 0, ...stageFunnel[step] }));
  const { conversionEfficiency } = stageFunnel;
  return (
    <>
      <h2>{t('funnel.heading', { date: date(asOf) })}</h2>
      <FunnelPicture />
      <p className="figure-line">
        {t('funnel.efficiency')}
        {t('colon')}
        <strong>{conversionEfficiency === null ? t('funnel.noAgreed') : formatPercent(conversionEfficiency, lang)}</strong>{' '}
        <span className="muted">{t('funnel.efficiencyNote')}</span>
      </p>
      <DataTable
        caption={t('tab.funnel')}
        hideCaption
        rows={rows}
        rowKey={({ step }) => step}
        columns={[
          {
            key: 'step',
            head: t('funnel.step'),
            rowHead: true,
            cell: ({ step }) => (
              <>
                {t(`step.${step}`)} <WhyButton target={`step:${step}`} about={t(`step.${step}`)} />
              </>
            ),
          },
          { key: 'items', head: t('funnel.items'), numeric: true, cell: ({ items }) => formatNumber(items, lang) },
          { key: 'weight', head: t('funnel.weight'), numeric: true, cell: ({ weight }) => formatNumber(weight, lang, 1) },
          {
            key: 'median',
            head: t('funnel.median'),
            numeric: true,
            cell: ({ medianDays, first }) =>
              first ? (
                t('notApplicable')
              ) : medianDays === null ? (
                <span className="muted">{t('funnel.notYet')}</span>
              ) : (
                formatNumber(medianDays, lang)
              ),
          },
          { key: 'facts', head: t('funnel.facts'), numeric: true, cell: ({ evidence }) => formatNumber(evidence.length, lang) },
        ]}
      />
      <p className="note">{t('funnel.note')}</p>
    </>
  );
}
