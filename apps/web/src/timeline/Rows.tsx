import type { SeriesPoint } from '@gongze/domain/report/report';
import { memo } from 'react';
import type { Language } from '@gongze/domain/vocabulary/text';
import { BodyRow } from './BodyRow.tsx';
import { ChannelRow } from './ChannelRow.tsx';
import { DilemmaRow } from './DilemmaRow.tsx';
import { DutyRow } from './DutyRow.tsx';
import { FactRow } from './FactRow.tsx';
import { FutureRow } from '../future/FutureRow.tsx';
import type { Layout, Row } from './layout.ts';
import type { Describe } from './Mark.tsx';
import { UndatedRow } from './UndatedRow.tsx';
import { VariableRow } from './VariableRow.tsx';

interface RowsProps {
  readonly layout: Layout;
  readonly series: readonly SeriesPoint[];
  readonly lang: Language;
  readonly tierOf: (id: string) => number;
  /** The word that stands by what did not happen. */
  readonly simulated: string;
  readonly describe?: Describe | undefined;
}

function render(row: Row, { layout, series, lang, tierOf, simulated, describe }: RowsProps) {
  const { scale, until } = layout;
  switch (row.kind) {
    case 'group':
      return <line className="group-line" x1={0} x2={scale.width} y1={row.y + row.height - 0.5} y2={row.y + row.height - 0.5} />;
    case 'superior':
    case 'party':
      return <FactRow packed={row.packed} y={row.y} height={row.height} describe={describe} />;
    case 'channel':
      return <ChannelRow row={row} scale={scale} until={until} tier={tierOf(row.id)} lang={lang} />;
    case 'body':
      return <BodyRow row={row} scale={scale} until={until} describe={describe} />;
    case 'note':
      return null;
    case 'undated':
      return <UndatedRow row={row} scale={scale} describe={describe} />;
    case 'duty':
      return <DutyRow row={row} scale={scale} until={until} lang={lang} />;
    case 'variable':
      return <VariableRow row={row} scale={scale} series={series} />;
    case 'future':
      return <FutureRow row={row} scale={scale} mark={simulated} />;
    case 'dilemma':
      return <DilemmaRow row={row} scale={scale} />;
    default:
      return row satisfies never;
  }
}

/** Everything on the axis that does not depend on the date; drawn once, then only veiled. */
export const Rows = memo(function Rows(props: RowsProps) {
  const { layout } = props;
  return layout.rows.map((row) => (
    <g key={row.key} className={`row ${row.kind}`}>
      {render(row, props)}
    </g>
  ));
});
