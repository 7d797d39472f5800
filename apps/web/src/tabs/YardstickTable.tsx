import type { CaseReport } from '@gongze/domain/report/schema';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import { type CaseFrame, useFrame, useMoment } from '../view/useCase.ts';

type Duty = CaseReport['obligations'][number];
type Row = Duty['yardsticks'][number] & { readonly duty: Duty };

const signs = { ahead: '▲', behind: '▼', met: '✓', missed: '✕', unknown: '?' } as const;

function columnsOf(t: TFunction, { text, date, lang }: CaseFrame): Column<Row>[] {
  const measured = (value: number | null, unit: string) => (value === null ? t('unknown') : `${formatNumber(value, lang, 1)} ${unit}`);
  return [
    {
      key: 'duty',
      head: t('duties.duty'),
      rowHead: true,
      cell: ({ duty, measure }) => (
        <>
          {text(duty.title)}
          <span className="row-sub">{text(measure)}</span>
        </>
      ),
    },
    { key: 'baseline', head: t('duties.baseline'), numeric: true, cell: ({ baseline, unit }) => measured(baseline, unit) },
    {
      key: 'target',
      head: t('duties.target'),
      numeric: true,
      cell: ({ target, targetKind, unit }) =>
        targetKind === 'level'
          ? measured(target, unit)
          : t('duties.changeTarget', { value: formatNumber(target, lang, 1).replace('-', '−') }),
    },
    {
      key: 'value',
      head: t('duties.value'),
      numeric: true,
      cell: ({ value, unit, period }) => (
        <>
          {measured(value, unit)}
          {period !== null && (
            <span className="row-sub">
              {period.first.slice(5) === '01-01' && period.last.slice(5) === '12-31' ? period.last.slice(0, 4) : date(period.last)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'attained',
      head: t('duties.attained'),
      numeric: true,
      cell: ({ attained }) => (attained === null ? t('unknown') : formatPercent(attained, lang)),
    },
    {
      key: 'path',
      head: t('duties.path'),
      numeric: true,
      cell: ({ path }) => (path === null ? t('duties.noPath') : formatPercent(path, lang)),
    },
    {
      key: 'convention',
      head: t('duties.convention'),
      cell: ({ pathConvention }) => (pathConvention === null ? t('notApplicable') : text(pathConvention)),
    },
    {
      key: 'position',
      head: t('duties.position'),
      cell: ({ position }) => (
        <span className={`position ${position}`}>
          <span aria-hidden="true">{signs[position]}</span> {t(`position.${position}`)}
        </span>
      ),
    },
  ];
}

/** Where indicators stand against each target and the path to it, and whose convention the path is. */
export function YardstickTable() {
  const { t } = useTranslation();
  const frame = useFrame();
  const { report } = useMoment();
  const rows = report.obligations.flatMap((duty) => duty.yardsticks.map((yardstick): Row => ({ ...yardstick, duty })));
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t('duties.yardsticks')}</h3>
      <p className="note">{t('duties.yardstickNote')}</p>
      <DataTable
        caption={t('duties.yardsticks')}
        hideCaption
        rows={rows}
        rowKey={({ duty, yardstick }) => `${duty.id}${yardstick}`}
        columns={columnsOf(t, frame)}
      />
    </section>
  );
}
