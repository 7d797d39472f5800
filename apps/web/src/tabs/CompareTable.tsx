import type { CaseComparison, ComparisonRow } from '@gongze/domain/report/report';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { useFrame } from '../view/useCase.ts';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Sign of a row: ≠ differs, = alike, ? cannot be told because one side is unknown. */
function Difference({ differs }: { readonly differs: boolean | null }) {
  const { t } = useTranslation();
  const [sign, word] = differs === null ? ['?', t('compare.cannotTell')] : differs ? ['≠', t('compare.differs')] : ['=', t('compare.same')];
  return (
    <span className={differs ? 'difference yes-differs' : 'difference'} title={word}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

/** The measures of both cases; rows that differ carry ≠ and stand out. */
export function CompareTable({ comparison }: { readonly comparison: CaseComparison }) {
  const { t } = useTranslation();
  const { text, date } = useFrame();
  const [only, setOnly] = useState(false);
  const { rows, titles } = comparison;
  const different = rows.filter(({ differs }) => differs === true);
  const shown = only ? different : rows;
  const starts = new Set(shown.filter(({ group }, i) => shown[i - 1]?.group !== group).map(({ group, measure }) => `${group}.${measure}`));
  const valueColumn = (side: 0 | 1): Column<ComparisonRow> => ({
    key: String(side),
    head: text(titles[side]),
    cell: ({ cells }) => {
      const written = text(cells[side].text);
      return isoDate.test(written) ? date(written) : written;
    },
  });
  return (
    <section className="compare-table">
      <h3>{t('compare.table')}</h3>
      <p>
        {t('compare.differing', { count: different.length, all: rows.length })}
        <label className="check">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} /> {t('compare.onlyDiffering')}
        </label>
      </p>
      <DataTable
        caption={t('compare.table')}
        hideCaption
        rows={shown}
        rowKey={({ group, measure }) => `${group}.${measure}`}
        rowClass={({ differs, group, measure }) =>
          [
            differs ? 'differs' : '',
            measure.startsWith(`${group}.`) || measure.includes('.') ? 'sub' : '',
            starts.has(`${group}.${measure}`) ? 'group-start' : '',
          ]
            .filter((name) => name !== '')
            .join(' ')
        }
        columns={[
          {
            key: 'group',
            head: t('compare.kind'),
            tight: true,
            cell: ({ group }) => <span className="muted">{t(`compare.group.${group}`)}</span>,
          },
          {
            key: 'measure',
            head: t('compare.measure'),
            rowHead: true,
            cell: ({ name, differs }) => (
              <span className="row-name">
                <span className="phone-only">
                  <Difference differs={differs} />{' '}
                </span>
                {text(name)}
              </span>
            ),
          },
          { key: 'differs', head: t('compare.differs'), cell: ({ differs }) => <Difference differs={differs} /> },
          valueColumn(0),
          valueColumn(1),
        ]}
      />
    </section>
  );
}
