import type { ParallelReading } from '@gongze/domain/report/report';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { formatChange, formatIndex } from '../text/numbers.ts';
import { useFrame } from '../view/useCase.ts';

interface ParallelTableProps {
  readonly title: string;
  readonly readings: readonly ParallelReading[];
  readonly nameOf: (instrument: string) => string;
}

type Pair = ParallelReading['own'];

function Change({ pair }: { readonly pair: Pair }) {
  const { before, after } = pair;
  const value = (index: number | null) => (index === null ? '?' : formatIndex(index));
  return (
    <>
      {value(before)} → {value(after)} <strong>{before === null || after === null ? '?' : formatChange(after - before)}</strong>
    </>
  );
}

/** H1 to H3 with a control: what the same variable did in the other case over the same days. */
export function ParallelTable({ title, readings, nameOf }: ParallelTableProps) {
  const { t } = useTranslation();
  const { date } = useFrame();
  const columns: Column<ParallelReading>[] = [
    {
      key: 'instrument',
      head: t('hypotheses.instrument'),
      rowHead: true,
      wide: true,
      cell: ({ instrument, hypothesis, variable }) => (
        <>
          {nameOf(instrument)}
          <span className="row-sub">
            {hypothesis} · <span className={`variable-name ${variable}`}>{t(`variable.${variable}`)}</span>
          </span>
        </>
      ),
    },
    { key: 'on', head: t('hypotheses.on'), tight: true, cell: ({ on }) => date(on) },
    { key: 'after', head: t('hypotheses.afterOn'), tight: true, cell: ({ afterOn }) => date(afterOn) },
    { key: 'own', head: t('compare.here'), numeric: true, cell: ({ own }) => <Change pair={own} /> },
    { key: 'other', head: t('compare.there'), numeric: true, cell: ({ other }) => <Change pair={other} /> },
  ];
  return (
    <details>
      <summary>
        {title} {readings.length}
      </summary>
      <DataTable
        caption={title}
        hideCaption
        rows={readings}
        rowKey={({ hypothesis, instrument }) => hypothesis + instrument}
        columns={columns}
      />
    </details>
  );
}
