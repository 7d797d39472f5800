import type { PlacedMark } from './pack.ts';

/** The fact of an id in words. */
export type Describe = (id: string) => string;

interface MarkProps {
  readonly placed: PlacedMark;
  readonly top: number;
  /** Where given, the mark carries its facts in words: in a picture that leaves the page, where no table stands below. */
  readonly describe?: Describe | undefined;
}

/** One fact: ● verified, ◦ stated by one source, ◌ unverified; a bar where the date is imprecise; a number for several. */
export function Mark({ placed, top, describe }: MarkProps) {
  const { mark, x0, x1, ids, row } = placed;
  const y = top + row * 14 + 7;
  const width = x1 - x0;
  const center = (x0 + x1) / 2;
  const words = describe === undefined ? undefined : ids.map(describe).join('\n');
  if (ids.length > 1) {
    return (
      <g data-select={`fact:${mark.id}`} data-facts={ids.join(' ')} className="mark cluster">
        {words !== undefined && <title>{words}</title>}
        <rect x={center - 8} y={y - 6.5} width={16} height={13} rx={2} />
        <text x={center} y={y + 4} textAnchor="middle">
          {ids.length}
        </text>
      </g>
    );
  }
  return (
    <g data-select={`fact:${mark.id}`} className={`mark ${mark.glyph}`}>
      {words !== undefined && <title>{words}</title>}
      <rect className="touch" x={x0 - 1} y={y - 7} width={width + 2} height={14} />
      {width > 14 ? (
        <rect className="glyph" x={x0} y={y - 3} width={width} height={6} rx={3} />
      ) : (
        <circle className="glyph" cx={center} cy={y} r={mark.glyph === 'single' ? 3.4 : 4.2} />
      )}
      {mark.corrected && <line className="strike" x1={x0 - 3} x2={x1 + 3} y1={width > 14 ? y : y + 5} y2={width > 14 ? y : y - 5} />}
    </g>
  );
}
