import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type Policy, strengthMax } from '@gongze/studies/simulation/model/policy';
import { useViewOf } from '../view/store.ts';
import { words } from './words.ts';

interface FanChartProps {
  readonly title: string;
  readonly label: string;
  /** First month, YYYY-MM. */
  readonly start: string;
  /** Rows 5, 25, 50, 75 and 95 %, one number a month. */
  readonly quantiles: readonly (readonly number[])[];
  readonly policy: Policy;
}

const size = { width: 460, height: 248 } as const;
const plot = { left: 34, right: 452, top: 48, bottom: 190 } as const;
/** Where the strength of the superior is drawn. */
const foot = { top: 198, bottom: 222 } as const;
const ticks = [0, 0.5, 1] as const;
/** Room beneath 0 and above 1: a line that stays at an end of the scale must not lie on the edge of the picture. */
const inset = 7;

/** Strength by month as far as the policy alone decides it; `undefined` where it depends on what happens. */
function strengthOf(policy: Policy, months: number): readonly number[] | undefined {
  const { onset, onsetMonth, strength, exit, holdMonths, taperMonths } = policy;
  if (onset === 'never') return Array.from({ length: months }, () => 0);
  if (onset === 'trigger' || exit === 'performance' || policy.escalateEvery > 0) return undefined;
  return Array.from({ length: months }, (_, m) => {
    const since = m - onsetMonth;
    if (since < 0) return 0;
    if (exit === 'none' || since < holdMonths) return strength / strengthMax;
    const leaving = since - holdMonths + 1;
    if (exit === 'linear') return (strength / strengthMax) * Math.max(0, 1 - leaving / (taperMonths + 1));
    return exit === 'exponential' && taperMonths > 0 ? (strength / strengthMax) * Math.exp(-leaving / taperMonths) : 0;
  });
}

function path(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

/** Years that are written: as many as have room. */
function yearTicks(start: string, months: number): readonly { readonly year: number; readonly month: number }[] {
  const [year, month] = start.split('-').map(Number) as [number, number];
  const first = month === 1 ? year : year + 1;
  const all = Array.from({ length: Math.ceil(months / 12) }, (_, i) => ({ year: first + i, month: (first + i - year) * 12 - (month - 1) }));
  const every = Math.ceil(all.length / 7);
  return all.filter(({ month: at }, i) => at < months && i % every === 0);
}

/** Delivery by month as bands of the runs, and the superior beneath: one policy, in a dotted frame, for it never happened. */
export function FanChart({ title, label, start, quantiles, policy }: FanChartProps) {
  const lang: Language = useViewOf('lang');
  const months = quantiles[0]?.length ?? 0;
  const x = (month: number): number => plot.left + ((plot.right - plot.left) * month) / Math.max(1, months - 1);
  const y = (share: number): number => plot.bottom - inset - (plot.bottom - plot.top - 2 * inset) * share;
  const line = (row: number) => (quantiles[row] ?? []).map((value, m) => [x(m), y(value)] as const);
  const band = (low: number, high: number) => `${path([...line(low), ...line(high).reverse()])}Z`;
  const strength = strengthOf(policy, months);
  const word = (text: Bilingual): string => text[lang];
  return (
    <svg
      className="fan simulated"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${word(words.simulated)} · ${label}`}
    >
      <text x={plot.left} y={18} className="fan-title">
        {title}
      </text>
      {ticks.map((share) => (
        <g key={share}>
          <line x1={plot.left} x2={plot.right} y1={y(share)} y2={y(share)} className="fan-rule" />
          <text x={plot.left - 6} y={y(share) + 4} textAnchor="end">
            {share}
          </text>
        </g>
      ))}
      {yearTicks(start, months).map(({ year, month }) => (
        <g key={year}>
          <line x1={x(month)} x2={x(month)} y1={plot.top} y2={foot.bottom} className="fan-rule" />
          <text x={x(month)} y={foot.bottom + 17} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      <path d={band(0, 4)} className="fan-wide" />
      <path d={band(1, 3)} className="fan-half" />
      <path d={path(line(2))} className="fan-median-case" />
      <path d={path(line(2))} className="fan-median" />
      <MedianAtEnd at={line(2).at(-1)} value={quantiles[2]?.at(-1)} label={word(words.medianEnd)} />
      <Strength strength={strength} policy={policy} x={x} note={word(words.triggered)} />
      <rect x={1.5} y={1.5} width={size.width - 3} height={size.height - 3} className="fan-frame" />
      <text x={plot.left} y={36} className="fan-mark">
        {word(words.simulated)}
      </text>
    </svg>
  );
}

interface MedianAtEndProps {
  readonly at: readonly [number, number] | undefined;
  readonly value: number | undefined;
  readonly label: string;
}

/**
 * Where the median ends, as a point: along 0 or 1 it would be taken for a rule of the scale. Its name and number stand above the plot, where
 * no curve can run through them.
 */
function MedianAtEnd({ at, value, label }: MedianAtEndProps) {
  if (at === undefined || value === undefined) return null;
  const [x, y] = at;
  return (
    <g>
      <circle cx={x} cy={y} r={3.2} className="fan-median-end" />
      <text x={plot.right} y={36} textAnchor="end" className="fan-median-name">
        {label} {value.toFixed(2)}
      </text>
    </g>
  );
}

interface StrengthProps {
  readonly strength: readonly number[] | undefined;
  readonly policy: Policy;
  readonly x: (month: number) => number;
  readonly note: string;
}

function Strength({ strength, policy, x, note }: StrengthProps) {
  const height = foot.bottom - foot.top;
  if (strength === undefined) {
    const top = foot.bottom - height * (policy.strength / strengthMax);
    const from = policy.onset === 'trigger' ? plot.left : x(policy.onsetMonth);
    const width = Math.max(2, x(policy.onsetMonth + policy.holdMonths) - from);
    return (
      <g>
        <rect x={from} y={top} width={Math.min(width, plot.right - from)} height={foot.bottom - top} className="fan-strength" />
        <text x={Math.min(plot.right, from + width + 6)} y={foot.bottom - 6} className="fan-note">
          {note}
        </text>
      </g>
    );
  }
  const points = strength.flatMap((u, m) => [[x(m), foot.bottom - height * u] as const, [x(m + 1), foot.bottom - height * u] as const]);
  const area = `${path([[x(0), foot.bottom], ...points, [plot.right, foot.bottom]].map(([a, b]) => [Math.min(plot.right, a as number), b as number] as const))}Z`;
  return <path d={area} className="fan-strength" />;
}
