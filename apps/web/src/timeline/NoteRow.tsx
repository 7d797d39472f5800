import type { RowOf } from './layout.ts';
import { NOTE_HEIGHT } from './placeNotes.ts';

/** Notes as slips of paper: nothing a fact looks like. A line beneath shows the days a note speaks of. */
export function NoteRow({ row }: { readonly row: RowOf<'note'> }) {
  return (
    <g className="notes-row">
      {row.notes.map(({ id, label, text, line, x, width, from, to }) => {
        const y = row.y + 3 + line * NOTE_HEIGHT;
        return (
          <g key={id} className="slip">
            <title>{text}</title>
            <rect x={x} y={y} width={width} height={NOTE_HEIGHT - 5} />
            <text x={x + 5} y={y + 11.5}>
              {label}
            </text>
            <path d={to - from < 2 ? `M${from} ${y}v${NOTE_HEIGHT - 2}` : `M${from} ${y}v${NOTE_HEIGHT - 2}H${to}v-4`} />
          </g>
        );
      })}
    </g>
  );
}
