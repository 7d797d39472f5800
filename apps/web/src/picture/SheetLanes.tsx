import { useTranslation } from 'react-i18next';
import { fitLabel } from '../timeline/labels.ts';
import type { Layout, Row } from '../timeline/layout.ts';
import { OTHERS } from '../timeline/model.ts';
import { formatIndex } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

interface SheetLanesProps {
  readonly layout: Layout;
  readonly width: number;
  readonly dilemmaName: (id: string) => string;
  readonly tierOf: (id: string) => number;
}

/** Names of the lanes as part of the drawing. */
export function SheetLanes({ layout, width, dilemmaName, tierOf }: SheetLanesProps) {
  const { t } = useTranslation();
  const { actor, text } = useFrame();
  const { report } = useMoment();
  const nameOf = (row: Row): string => {
    switch (row.kind) {
      case 'group':
        return t(`timeline.${row.group}`);
      case 'superior':
      case 'party':
      case 'body':
        return row.id === OTHERS ? t('timeline.others') : actor(row.id);
      case 'channel':
        return t(`channel.${row.channel as 'fiscal'}`);
      case 'note':
        return t('timeline.notes');
      case 'undated':
        return t('timeline.undated');
      case 'duty':
        return text(row.duty.title);
      case 'variable':
        return t(`variable.${row.variable}`);
      case 'future':
        return `${t('timeline.delivery')} · ${t('simulated.mark')}`;
      case 'dilemma':
        return dilemmaName(row.lane.id);
      default:
        return row satisfies never;
    }
  };
  return layout.rows.map((row) => {
    const swatch = (row.kind === 'superior' || row.kind === 'party') && row.id !== OTHERS;
    const inset = swatch ? 15 : row.kind === 'channel' || row.kind === 'undated' ? 16 : 0;
    const y = row.kind === 'group' ? row.y + row.height - 6 : row.y + row.height / 2 + 4;
    const index = row.kind === 'variable' ? report.variables[row.variable].index : undefined;
    return (
      <g key={row.key} className={`sheet-lane ${row.kind}`}>
        {swatch && <rect className={`sheet-swatch tier-${tierOf(row.id)}`} x={0} y={y - 9} width={9} height={9} />}
        <text className={row.kind === 'variable' ? row.variable : undefined} x={inset} y={y}>
          {fitLabel(nameOf(row), width - inset - (index === undefined ? 8 : 44), 11.5)}
        </text>
        {index !== undefined && (
          <text className={row.kind === 'variable' ? row.variable : undefined} x={width - 10} y={y} textAnchor="end">
            {index === null ? '?' : formatIndex(index)}
          </text>
        )}
      </g>
    );
  });
}
