import type { Language } from '@gongze/domain/vocabulary/text';
import { fitLabel } from './labels.ts';
import { type Describe, Mark } from './Mark.tsx';
import type { Packed } from './pack.ts';

interface FactRowProps {
  readonly packed: Packed;
  readonly y: number;
  readonly height: number;
  readonly describe?: Describe | undefined;
}

/** The facts of one lane, as marks with labels where they fit, or as bars of their number. */
export function FactRow({ packed, y, height, describe }: FactRowProps) {
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
      {packed.placed.map((placed) => (
        <Mark key={placed.mark.id} placed={placed} top={y + 4} describe={describe} />
      ))}
    </g>
  );
}

/** Names of the facts beside their marks, where they fit. */
export function FactLabels({ packed, y, lang }: Omit<FactRowProps, 'height' | 'describe'> & { readonly lang: Language }) {
  if (packed.mode === 'density') return null;
  return packed.placed.map(({ mark, ids, free, x1, row }) => {
    const label = mark.label === undefined || ids.length > 1 ? '' : fitLabel(mark.label[lang], Math.min(220, free - 12));
    return label === '' ? null : (
      <text key={mark.id} className="mark-label" x={x1 + 4} y={y + row * 14 + 15} data-day={mark.last} data-select={`fact:${mark.id}`}>
        {label}
      </text>
    );
  });
}
