import { shown, useLab } from '../context.ts';
import { resultWords as words } from '../words/results.ts';

const size = 320;
const [left, bottom] = [42, 278];
const span = 264;

export interface XyPoint {
  readonly case: string;
  readonly x: number;
  readonly y: number;
}

/** In the set and without the outcome. */
export function isDeviant({ x, y }: XyPoint): boolean {
  return x > 0.5 && y < 0.5;
}

/** Membership in a term or model against membership in the outcome. A table of the same stands beside it. */
export function XyPlot({ title, points }: { readonly title: string; readonly points: readonly XyPoint[] }) {
  const { lang, data, open } = useLab();
  const x = (value: number): number => left + value * span;
  const y = (value: number): number => bottom - value * span;
  const summary = `${words.xyTitle[lang]} · ${title}`;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={data.origin === 'simulated' ? 'lab-xy simulated' : 'lab-xy'}
      role="img"
      aria-label={summary}
    >
      <rect className="frame" x={left} y={bottom - span} width={span} height={span} />
      <line className="grid" x1={x(0.5)} x2={x(0.5)} y1={y(0)} y2={y(1)} />
      <line className="grid" x1={x(0)} x2={x(1)} y1={y(0.5)} y2={y(0.5)} />
      <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <text className="tick" x={x(tick)} y={bottom + 16} textAnchor="middle">
            {tick}
          </text>
          <text className="tick" x={left - 8} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text className="tick" x={x(0.5)} y={size - 8} textAnchor="middle">
        {words.inTerm[lang]}
      </text>
      <text className="tick" transform={`translate(12 ${y(0.5)}) rotate(-90)`} textAnchor="middle">
        {words.inOutcome[lang]}
      </text>
      {points.map((point) => {
        const label = `${point.case} · ${shown(point.x)} → ${shown(point.y)}`;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the hand; the table beside has buttons
          <g key={point.case} className={isDeviant(point) ? 'point deviant' : 'point'} onClick={() => open(point.case)}>
            <title>{label}</title>
            {isDeviant(point) ? (
              <path d={`M${x(point.x) - 5} ${y(point.y) - 5}l10 10m0 -10l-10 10`} />
            ) : (
              <circle cx={x(point.x)} cy={y(point.y)} r={4.5} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
