import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dutySummary } from '../text/duties.ts';
import { changeView } from '../view/store.ts';
import { selectionOf } from '../view/selection.ts';
import type { CaseFrame } from '../view/useCase.ts';
import { AXIS_HEIGHT, type Layout, type Row } from './layout.ts';
import { OTHERS } from './model.ts';
import { VariableNow } from './VariableNow.tsx';

interface LaneLabelsProps {
  readonly layout: Layout;
  readonly frame: CaseFrame;
  readonly dilemmaName: (id: string) => string;
  readonly tierOf: (id: string) => number;
}

/** Names of the lanes, beside the plot so that they stay in sight while it scrolls. */
export const LaneLabels = memo(function LaneLabels({ layout, frame, dilemmaName, tierOf }: LaneLabelsProps) {
  const { t } = useTranslation();
  const select = (key: string) => changeView({ sel: key });
  const content = (row: Row) => {
    switch (row.kind) {
      case 'group':
        return <span className="group-name">{t(`timeline.${row.group}`)}</span>;
      case 'superior':
      case 'party':
      case 'body':
        return (
          <button
            type="button"
            className="lane-name"
            onClick={() => select(selectionOf('actor', row.id))}
            title={frame.actor(row.id)}
            disabled={row.id === OTHERS}
          >
            {row.kind !== 'body' && row.id !== OTHERS && <span className={`swatch tier-${tierOf(row.id)}`} aria-hidden="true" />}
            <span>{row.id === OTHERS ? t('timeline.others') : frame.actor(row.id)}</span>
          </button>
        );
      case 'channel':
        return <span className="sub-name">{t(`channel.${row.channel as 'fiscal'}`)}</span>;
      case 'note':
        return (
          <span className="lane-name" title={t('timeline.notesHint')}>
            <span>{t('timeline.notes')}</span>
          </span>
        );
      case 'undated':
        return (
          <span className="sub-name" title={t('timeline.undatedHint')}>
            {t('timeline.undated')}
          </span>
        );
      case 'duty':
        return (
          <span
            className="lane-name"
            data-select={selectionOf('duty', row.duty.id)}
            title={dutySummary(row.duty, t, frame.lang, frame.date)}
          >
            <span>{frame.text(row.duty.title)}</span>
          </span>
        );
      case 'variable':
        return <VariableNow variable={row.variable} />;
      case 'future':
        return (
          <span className="lane-name">
            <span>{t('timeline.delivery')}</span>
            <span className="simulated-mark">{t('simulated.mark')}</span>
          </span>
        );
      case 'dilemma':
        return (
          <span
            className="lane-name"
            data-select={selectionOf('finding', row.lane.spans.at(-1)?.key ?? '')}
            title={dilemmaName(row.lane.id)}
          >
            <span>{dilemmaName(row.lane.id)}</span>
          </span>
        );
      default:
        return row satisfies never;
    }
  };
  const press = (event: MouseEvent) => {
    const key = (event.target as Element).closest('[data-select]')?.getAttribute('data-select');
    if (key) select(key);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: duties and findings have rows in the tables, which take the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above; thirty more stops for the Tab key would help nobody
    <div className="lane-labels" onClick={press} style={{ paddingBlockStart: AXIS_HEIGHT }}>
      {layout.rows.map((row) => (
        <div key={row.key} className={`lane-label ${row.kind}`} style={{ height: row.height }}>
          {content(row)}
        </div>
      ))}
    </div>
  );
});
