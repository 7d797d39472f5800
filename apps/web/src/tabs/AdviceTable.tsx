import { useTranslation } from 'react-i18next';
import { effectStatement } from '@gongze/studies/simulation/what-if/caveat';
import { DataTable } from '../parts/DataTable.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { formatChange } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { useEffects } from '../what-if/useEffects.ts';
import { noAdviceReason } from './noAdviceReason.ts';

/** Advice in the order of least intrusion, with exit terms; a person decides. */
export function AdviceTable() {
  const { t } = useTranslation();
  const { text, actor, lang } = useFrame();
  const { report } = useMoment();
  const effects = useEffects(report);
  const rows = report.advice.map((advice, i) => ({ ...advice, order: i + 1 }));
  return (
    <section>
      <h3>{t('superiors.advice')}</h3>
      <p className="note">{t(rows.length === 0 ? noAdviceReason(report) : 'superiors.adviceNote')}</p>
      {rows.length > 0 && (
        <DataTable
          caption={t('superiors.advice')}
          hideCaption
          rows={rows}
          rowKey={({ instrument }) => instrument}
          columns={[
            { key: 'order', head: t('superiors.order'), numeric: true, cell: ({ order }) => order },
            {
              key: 'instrument',
              head: t('superiors.instrument'),
              rowHead: true,
              cell: ({ instrument, title, channel, tier }) => (
                <>
                  {text(title)} <WhyButton target={`advice:${instrument}`} about={text(title)} />
                  <span className="row-sub">
                    {t(`channel.${channel}`)}
                    {tier !== null && ` · ${actor(tier)}`}
                  </span>
                </>
              ),
            },
            {
              key: 'variable',
              head: t('superiors.variable'),
              cell: ({ variable }) => <span className={`variable-name ${variable}`}>{t(`variable.${variable}`)}</span>,
            },
            { key: 'strength', head: t('superiors.strength'), numeric: true, cell: ({ strength }) => strength },
            { key: 'why', head: t('superiors.why'), wide: true, cell: ({ why }) => text(why) },
            { key: 'exit', head: t('superiors.exit'), wide: true, cell: ({ exit }) => text(exit) },
            {
              key: 'effect',
              head: t('superiors.effect'),
              cell: ({ instrument, expectedEffect }) => {
                const found = effects.get(instrument);
                if (found === undefined) return expectedEffect === 'notEstimated' ? t('notEstimated') : formatChange(expectedEffect);
                return (
                  <>
                    {formatChange(found.median)} <span className="simulated-mark">{t('simulated.mark')}</span>
                    <span className="row-sub">
                      {formatChange(found.low)} … {formatChange(found.high)}
                    </span>
                  </>
                );
              },
            },
          ]}
        />
      )}
      {effects.size > 0 && <p className="note">{effectStatement[lang]}</p>}
    </section>
  );
}
