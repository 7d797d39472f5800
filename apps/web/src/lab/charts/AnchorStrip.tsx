import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { AnchorRecord } from '../analysis/settings.ts';
import { plain, useLab } from '../context.ts';
import { methodWords as words } from '../words/method.ts';

const height = 150;
const [left, right, top, bottom] = [14, 14, 16, 104];
const anchorNames = ['exclusion', 'crossover', 'inclusion'] as const;
export type AnchorName = (typeof anchorNames)[number];

interface AnchorStripProps {
  readonly width: number;
  readonly title: string;
  readonly range: readonly [number, number];
  readonly anchors: AnchorRecord;
  readonly points: readonly { readonly case: string; readonly value: number; readonly membership: number | null }[];
  readonly onMove: (name: AnchorName, value: number) => void;
}

/** The curve that the anchors make: points of it across the scale. */
function curveOf({ exclusion, crossover, inclusion }: AnchorRecord, at: (share: number) => number): [number, number][] {
  const odds = Math.log(0.95 / 0.05);
  const [low, high] = [Math.min(exclusion, inclusion), Math.max(exclusion, inclusion)];
  return Array.from({ length: 81 }, (_, step) => {
    const x = at(step / 80);
    const side = x < crossover ? crossover - low : high - crossover;
    const rising = side <= 0 ? 0.5 : 1 / (1 + Math.exp((-(x - crossover) * odds) / side));
    return [x, exclusion > inclusion ? 1 - rising : rising];
  });
}

/** Data on the scale, the curve of membership, and three anchors to be moved by hand or by keys. */
export function AnchorStrip({ width, title, range, anchors, points, onMove }: AnchorStripProps) {
  const { lang, data } = useLab();
  const box = useRef<SVGSVGElement>(null);
  const [low, high] = range;
  const x = (value: number): number => left + ((value - low) / (high - low)) * (width - left - right);
  const y = (membership: number): number => bottom - membership * (bottom - top);
  const step = (high - low) / 100;
  const move = (name: AnchorName, value: number): void => onMove(name, Number(Math.min(high, Math.max(low, value)).toPrecision(6)));
  const drag = (name: AnchorName) => (event: PointerEvent) => {
    if (event.buttons !== 1 || box.current === null) return;
    const bounds = box.current.getBoundingClientRect();
    const share = ((event.clientX - bounds.left) * (width / bounds.width) - left) / (width - left - right);
    move(name, Math.round((low + share * (high - low)) / step) * step);
  };
  const press = (name: AnchorName) => (event: KeyboardEvent) => {
    const own = anchors[name];
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowRight: own + step, ArrowUp: own + step, ArrowLeft: own - step, ArrowDown: own - step },
      ...{ PageUp: own + 10 * step, PageDown: own - 10 * step, Home: low, End: high },
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(name, to);
  };
  const curve = curveOf(anchors, (share) => low + share * (high - low));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing
    <svg
      ref={box}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={data.origin === 'simulated' ? 'lab-strip simulated' : 'lab-strip'}
      role="group"
      aria-label={`${title} · ${words.curve[lang]}`}
    >
      <line className="axis" x1={left} x2={width - right} y1={bottom} y2={bottom} />
      <line className="grid" x1={left} x2={width - right} y1={y(0.5)} y2={y(0.5)} />
      <path className="curve" d={curve.map(([at, own], i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(own).toFixed(1)}`).join('')} />
      {points.map(({ case: name, value, membership }) => (
        <circle key={name} className="dot" cx={x(value)} cy={membership === null ? bottom : y(membership)} r={3.5}>
          <title>{`${name} · ${plain(value)}`}</title>
        </circle>
      ))}
      {[low, (low + high) / 2, high].map((tick, at) => (
        <text key={tick} className="tick" x={x(tick)} y={height - 4} textAnchor={at === 0 ? 'start' : at === 1 ? 'middle' : 'end'}>
          {plain(tick)}
        </text>
      ))}
      {anchorNames.map((name) => (
        <g
          key={name}
          className={`anchor ${name}`}
          role="slider"
          tabIndex={0}
          aria-label={`${title} · ${words[name][lang]}`}
          aria-valuemin={low}
          aria-valuemax={high}
          aria-valuenow={anchors[name]}
          aria-valuetext={plain(anchors[name])}
          onKeyDown={press(name)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag(name)}
        >
          <line x1={x(anchors[name])} x2={x(anchors[name])} y1={top - 6} y2={bottom + 4} />
          <path d={`M${x(anchors[name])} ${bottom + 2}l9 14h-18z`} />
          <text className="tick" x={Math.min(width - 34, Math.max(34, x(anchors[name])))} y={bottom + 30} textAnchor="middle">
            {words[name][lang]}
          </text>
        </g>
      ))}
    </svg>
  );
}
