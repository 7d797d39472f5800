import { wrapLabel } from '../timeline/labels.ts';

interface FigureNodeProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly value?: string | undefined;
  readonly tone?: string;
}

/** A box of a figure with its name in at most two lines, and its value if it has one. */
export function FigureNode({ x, y, width, height, name, value, tone = '' }: FigureNodeProps) {
  const lines = wrapLabel(name, width - (value === undefined ? 14 : 50), 12, 2);
  const top = y + height / 2 - (lines.length - 1) * 7.5 + 4;
  return (
    <g className={`node ${tone}`}>
      <rect x={x} y={y} width={width} height={height} rx={3} />
      {lines.map((line, i) => (
        <text key={line} x={x + 8} y={top + i * 15}>
          {line}
        </text>
      ))}
      {value !== undefined && (
        <text className="node-value" x={x + width - 8} y={y + height / 2 + 4} textAnchor="end">
          {value}
        </text>
      )}
    </g>
  );
}
