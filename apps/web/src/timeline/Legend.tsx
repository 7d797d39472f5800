import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './Mark.tsx';
import type { Glyph } from './model.ts';

function sample(glyph: Glyph, corrected: boolean, length: number) {
  const mark = { id: '', first: 0, last: 0, glyph, corrected, label: undefined };
  return <Mark placed={{ mark, row: 0, x0: 10 - length / 2, x1: 10 + length / 2, ids: [''], free: 0 }} top={1} />;
}

const several = {
  mark: { id: '', first: 0, last: 0, glyph: 'verified', corrected: false, label: undefined },
  row: 0,
  x0: 6,
  x1: 14,
  free: 0,
} as const;

/** The marks of the axis, each in a box of 20 by 16, under the key of its word. */
export const legendEntries = [
  ['verified', sample('verified', false, 8)],
  ['single', sample('single', false, 8)],
  ['unverified', sample('unverified', false, 8)],
  ['imprecise', sample('verified', false, 18)],
  ['corrected', sample('verified', true, 8)],
  ['cluster', <Mark key="c" placed={{ ...several, ids: ['', ''] }} top={1} />],
  ['thickness', <path key="p" className="legend-span" d="M1 8h6M8 8h6M15 8h4" />],
  ['guidance', <rect key="g" className="legend-guidance" x={1} y={4} width={18} height={8} />],
  ['late', <rect key="l" className="legend-late hatched-late" x={1} y={4} width={18} height={8} />],
  ['due', <line key="d" className="legend-due" x1={10} x2={10} y1={1} y2={15} />],
  ['fulfilled', <path key="f" className="legend-done" d="M5 8l4 4 7-9" />],
  ['unknownValue', <rect key="u" x={1} y={2} width={18} height={12} className="hatched-unknown" />],
] as const;

/** What the marks mean, in words. */
export const Legend = memo(function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="legend" aria-label={t('timeline.legend')}>
      {legendEntries.map(([key, drawing]) => (
        <li key={key}>
          <svg width={20} height={16} aria-hidden="true" focusable="false">
            {drawing}
          </svg>
          {t(`timeline.${key}`)}
        </li>
      ))}
    </ul>
  );
});
