import type { Language } from '@gongze/domain/vocabulary/text';
import { fitLabel } from './labels.ts';
import { Mark } from './Mark.tsx';
import type { Packed } from './pack.ts';

interface FactRowProps {
  readonly packed: Packed;
  readonly y: number;
  readonly height: number;
  readonly lang: Language;
}

/** The facts of one lane, as marks with labels where they fit, or as bars of their number. */
export function FactRow({ packed, y, height, lang }: FactRowProps) {
  if (packed.mode === 'density') {
    return (
      <g className="density">
        {packed.bins.map(({ x, width, share, id, count }) => (
          <rect
            key={x}
            data-select={`fact:${id}`}
            x={x}
            width={width}
            y={y + height - 3 - share * (height - 6)}
            height={share * (height - 6)}
          >
            <title>{count}</title>
          </rect>
        ))}
      </g>
    );
  }
  return (
    <g>
      {packed.placed.map((placed) => {
        const label =
          placed.mark.label === undefined || placed.ids.length > 1
            ? ''
            : fitLabel(placed.mark.label[lang], Math.min(220, placed.free - 12));
        return (
          <g key={placed.mark.id}>
            <Mark placed={placed} top={y + 4} />
            {label !== '' && (
              <text className="mark-label" x={placed.x1 + 4} y={y + placed.row * 14 + 15} data-select={`fact:${placed.mark.id}`}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
