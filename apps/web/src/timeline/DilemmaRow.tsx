import type { RowOf } from './layout.ts';
import type { Scale } from './scale.ts';

/** When a dilemma was found: full where it holds, outlined where it is mitigated, dotted where it is a risk. */
export function DilemmaRow({ row, scale }: { readonly row: RowOf<'dilemma'>; readonly scale: Scale }) {
  const middle = row.y + row.height / 2;
  return (
    <g className="dilemma">
      {row.lane.spans.map(({ key, status, from, to }) => {
        const x = Math.max(0, scale.x(from));
        return (
          <rect
            key={`${key}${from}`}
            data-select={`finding:${key}`}
            className={status}
            x={x}
            width={Math.max(3, Math.min(scale.width, scale.x(to)) - x)}
            y={middle - 4}
            height={8}
          />
        );
      })}
    </g>
  );
}
