import type { KaplanMeierDocument } from '@gongze/studies/survival/index';
import { useRef } from 'react';
import { useWidth } from '../../timeline/useWidth.ts';
import { plain, useLab } from '../context.ts';
import { resultWords as words } from '../words/results.ts';

const [right, top, bottom] = [16, 14, 236];
/** One tick for so many pixels, and room for the names of the groups. */
const tickEvery = 110;
const roomForNames = 0.24;

type Curve = KaplanMeierDocument['curves'][string];

function ticksTo(end: number, wanted: number): number[] {
  const raw = end / wanted;
  const scale = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((one) => one * scale >= raw) ?? 10) * scale;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
}

/** How many are still watched just before a time. */
function atRisk({ time, 'n.risk': risk }: Curve, at: number): number {
  const place = time.findIndex((own) => own >= at);
  return place < 0 ? 0 : (risk[place] as number);
}

function steps(curve: Curve, x: (t: number) => number, y: (s: number) => number): string {
  let path = `M${x(0)} ${y(1)}`;
  curve.time.forEach((time, at) => {
    path += `H${x(time).toFixed(1)}V${y(curve.surv[at] as number).toFixed(1)}`;
  });
  return path;
}

export const curveName = (label: string): string => label.replace(/^group=/, '');

/** Curves by group, ticks where observation ended, and below how many were still at risk. */
export function SurvivalChart({ curves, nameOf }: { readonly curves: KaplanMeierDocument; readonly nameOf: (group: string) => string }) {
  const { lang, data } = useLab();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) || 720;
  const left = Math.max(96, Math.round(width * roomForNames));
  const own = Object.entries(curves.curves);
  const end = Math.max(1, ...own.flatMap(([, { time }]) => time));
  const ticks = ticksTo(end, Math.max(2, (width - left) / tickEvery));
  const short = (name: string): string => {
    const most = Math.floor((left - 44) / (lang === 'zh' ? 12 : 6.6));
    return name.length > most ? `${name.slice(0, most - 1)}…` : name;
  };
  const x = (time: number): number => left + (time / end) * (width - left - right);
  const y = (share: number): number => bottom - share * (bottom - top);
  const height = bottom + 62 + own.length * 20;
  return (
    <div ref={box}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={data.origin === 'simulated' ? 'lab-curves simulated' : 'lab-curves'}
        role="img"
        aria-label={`${words.timesTitle[lang]} · ${own.map(([label]) => nameOf(curveName(label))).join(lang === 'zh' ? '、' : ', ')}`}
      >
        <line className="axis" x1={left} x2={width - right} y1={bottom} y2={bottom} />
        <line className="axis" x1={left} x2={left} y1={top} y2={bottom} />
        {[0, 0.5, 1].map((share) => (
          <text key={share} className="tick" x={left - 8} y={y(share) + 4} textAnchor="end">
            {share}
          </text>
        ))}
        <text className="tick" transform={`translate(${left - 40} ${y(0.5)}) rotate(-90)`} textAnchor="middle">
          {words.notYet[lang]}
        </text>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 5} />
            <text className="tick" x={x(tick)} y={bottom + 18} textAnchor="middle">
              {plain(tick)}
            </text>
          </g>
        ))}
        <text className="tick" x={width - right} y={bottom + 34} textAnchor="end">
          {words.time[data.unit][lang]}
        </text>
        <text className="tick" x={8} y={bottom + 48}>
          {words.atRisk[lang]}
        </text>
        {own.map(([label, curve], at) => (
          <g key={label} className={`curve-${at % 4}`}>
            <path className="curve" d={steps(curve, x, y)} />
            {curve.time.map((time, i) =>
              (curve['n.censor'][i] as number) > 0 ? (
                <line
                  key={time}
                  className="censored"
                  x1={x(time)}
                  x2={x(time)}
                  y1={y(curve.surv[i] as number) - 5}
                  y2={y(curve.surv[i] as number) + 5}
                />
              ) : null,
            )}
            <line className="curve" x1={8} x2={26} y1={bottom + 64 + at * 20} y2={bottom + 64 + at * 20} />
            <text className="tick" x={30} y={bottom + 68 + at * 20}>
              {short(nameOf(curveName(label)))}
              <title>{nameOf(curveName(label))}</title>
            </text>
            {ticks.map((tick) => (
              <text key={tick} className="tick" x={x(tick)} y={bottom + 68 + at * 20} textAnchor="middle">
                {atRisk(curve, tick)}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
