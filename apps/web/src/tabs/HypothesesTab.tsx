import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { formatChange, formatIndex } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

/** H1 to H3: each variable before and after every direct intervention. */
export default function HypothesesTab() {
  const { t } = useTranslation();
  const { text, date } = useFrame();
  const { report, asOf } = useMoment();
  const titles = new Map([...report.interventions, ...report.guidance].map(({ instrument, title }) => [instrument, title]));
  const index = (value: number | null) => (value === null ? '?' : formatIndex(value));
  return (
    <>
      <h2>{t('hypotheses.heading', { date: date(asOf) })}</h2>
      <p className="note">{t('hypotheses.note')}</p>
      {report.hypotheses.map((hypothesis) => (
        <section key={hypothesis.id}>
          <h3>
            {hypothesis.id} · {text(hypothesis.statement)} <WhyButton target={`hypothesis:${hypothesis.id}`} about={hypothesis.id} />
          </h3>
          <p>
            <strong>{t(`hypothesis.${hypothesis.verdict}`)}</strong>
            {t('colon')}
            {text(hypothesis.explanation)}
          </p>
          {hypothesis.readings.length === 0 ? (
            <p className="muted">{t('hypotheses.none')}</p>
          ) : (
            <DataTable
              caption={`${hypothesis.id} · ${t(`variable.${hypothesis.variable}`)}`}
              rows={hypothesis.readings}
              rowKey={({ instrument }) => instrument}
              columns={[
                {
                  key: 'instrument',
                  head: t('hypotheses.instrument'),
                  rowHead: true,
                  wide: true,
                  cell: ({ instrument }) => {
                    const title = titles.get(instrument);
                    return title === undefined ? instrument : text(title);
                  },
                },
                { key: 'channel', head: t('hypotheses.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
                { key: 'strength', head: t('hypotheses.strength'), numeric: true, cell: ({ strength }) => strength },
                { key: 'on', tight: true, head: t('hypotheses.on'), cell: ({ on }) => date(on) },
                { key: 'before', head: t('hypotheses.before'), numeric: true, cell: ({ before }) => index(before) },
                { key: 'after', head: t('hypotheses.after'), numeric: true, cell: ({ after }) => index(after) },
                {
                  key: 'change',
                  head: t('hypotheses.change'),
                  numeric: true,
                  cell: ({ change }) => (change === null ? '?' : formatChange(change)),
                },
                { key: 'afterOn', tight: true, head: t('hypotheses.afterOn'), cell: ({ afterOn }) => date(afterOn) },
              ]}
            />
          )}
        </section>
      ))}
    </>
  );
}
