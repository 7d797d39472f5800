import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { formatDays } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

/** Deadlines whose wording admits several readings, with each of them. */
export function ReadingTable() {
  const { t, i18n } = useTranslation();
  const { text, date, lang } = useFrame();
  const { report } = useMoment();
  const rows = report.obligations
    .filter(({ readings }) => readings.length > 1)
    .flatMap((duty) => duty.readings.map((reading) => ({ duty, ...reading })));
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t('duties.readings')}</h3>
      <p className="note">{t('duties.readingsNote')}</p>
      <DataTable
        caption={t('duties.readings')}
        hideCaption
        rows={rows}
        rowKey={({ duty, reading }) => `${duty.id}${reading}`}
        columns={[
          { key: 'duty', head: t('duties.duty'), rowHead: true, cell: ({ duty }) => text(duty.title) },
          {
            key: 'reading',
            head: t('duties.reading'),
            cell: ({ reading, isDefault }) => {
              const name = i18n.exists(`duties.readingName.${reading}`) ? t(`duties.readingName.${reading as 'strict'}`) : reading;
              return isDefault ? `${name} · ${t('duties.byDefault')}` : name;
            },
          },
          { key: 'due', tight: true, head: t('duties.due'), cell: ({ dueOn }) => date(dueOn) },
          {
            key: 'late',
            head: t('duties.late'),
            numeric: true,
            cell: ({ daysLate }) => (daysLate > 0 ? formatDays(daysLate, lang) : t('notApplicable')),
          },
        ]}
      />
    </section>
  );
}
