import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engine } from '../engine/engine.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Status } from '../parts/Status.tsx';
import { formatDays, formatIndex, formatNumber, formatPercent } from '../text/numbers.ts';
import { type CaseFrame, useFrame, useMoment } from '../view/useCase.ts';
import { type CompareRow, compareRows, differs } from './compareRows.ts';

function measureName(row: CompareRow, t: TFunction, dilemma: (id: string) => string): string {
  if (row.group === 'variables') return t(`variable.${row.id as 'culture'}`);
  if (row.group === 'dilemmas') return dilemma(row.id);
  if (row.id.startsWith('channel.')) return t('compare.channel', { name: t(row.id as 'channel.fiscal') });
  return t(`compare.${row.id as 'facts'}`);
}

function Value({ row, side, frame, nameOf }: { readonly row: CompareRow; readonly side: 0 | 1; readonly frame: CaseFrame; readonly nameOf: (id: string) => string }) {
  const { t } = useTranslation();
  const value = row.values[side];
  if (value === null) return <span className="muted">{row.kind === 'index' ? t('unknown') : row.kind === 'strength' ? t('noneRecorded') : t('notApplicable')}</span>;
  if (row.kind === 'verdict') return <Status status={value as 'found'} />;
  if (typeof value === 'string') return row.kind === 'date' ? frame.date(value) : nameOf(value);
  switch (row.kind) {
    case 'index':
      return formatIndex(value);
    case 'percent':
      return formatPercent(value, frame.lang);
    case 'days':
      return formatDays(value, frame.lang);
    case 'stage':
      return `${t('stageShort', { stage: value })}${t('colon')}${t(`stageName.${value as 1}`)}`;
    default:
      return formatNumber(value, frame.lang);
  }
}

/** The measures of both cases; rows that differ carry ≠ and stand out. */
export function CompareTable({ other }: { readonly other: Engine }) {
  const { t } = useTranslation();
  const frame = useFrame();
  const { report, asOf } = useMoment();
  const [only, setOnly] = useState(false);
  const second = useMemo(() => other.reportAt(asOf), [other, asOf]);
  const rows = useMemo(() => compareRows(report, second), [report, second]);
  const different = rows.filter(differs);
  const dilemma = (id: string) => frame.text(report.verdicts.find((one) => one.id === id)?.name ?? { zh: id, en: id });
  const nameOf = (id: string) => (report.actors[id] === undefined && second.actors[id] !== undefined ? frame.text(second.actors[id]) : frame.actor(id));
  const valueColumn = (side: 0 | 1, engine: Engine): Column<CompareRow> => ({
    key: engine.caseId, head: frame.text(engine.title), cell: (row) => <Value row={row} side={side} frame={frame} nameOf={nameOf} />,
  });
  return (
    <section>
      <h3>{t('compare.table')}</h3>
      <p>
        {t('compare.differing', { count: different.length, all: rows.length })}{' '}
        <label className="check">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} /> {t('compare.onlyDiffering')}
        </label>
      </p>
      <DataTable
        caption={t('compare.table')}
        hideCaption
        rows={only ? different : rows}
        rowKey={({ group, id }) => `${group}.${id}`}
        rowClass={(row) => (differs(row) ? 'differs' : '')}
        columns={[
          {
            key: 'measure', head: t('compare.measure'), rowHead: true,
            cell: (row) => (
              <>
                {measureName(row, t, dilemma)}
                <span className="row-sub">{t(`compare.group.${row.group}`)}</span>
              </>
            ),
          },
          { key: 'differs', head: '≠', cell: (row) => (differs(row) ? <abbr title={t('compare.differs')}>≠</abbr> : <span className="visually-hidden">{t('compare.same')}</span>) },
          valueColumn(0, frame.engine),
          valueColumn(1, other),
        ]}
      />
    </section>
  );
}
