/** Counts and times of this process, as Prometheus reads them and as OTLP carries them. Names follow OpenTelemetry. */

type Labels = Readonly<Record<string, string>>;

interface Series {
  readonly labels: Labels;
  /** Requests in each bucket, not added up. */
  readonly counts: number[];
  sum: number;
  count: number;
}

export interface Histogram {
  readonly record: (seconds: number, labels: Labels) => void;
}
export interface Counter {
  readonly add: (labels: Labels, by?: number) => void;
}

interface Instrument {
  readonly name: string;
  readonly help: string;
  readonly unit: string;
  readonly kind: 'counter' | 'histogram' | 'gauge';
  readonly bounds: readonly number[];
  readonly series: Map<string, Series>;
  readonly read?: () => number | undefined;
}

/** Bounds in seconds that OpenTelemetry recommends for requests. */
const requestBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
/** Combinations of labels of one instrument; further ones are dropped, so that no caller can fill the memory. */
const SERIES_MAX = 500;

export class Metrics {
  readonly #instruments: Instrument[] = [];
  readonly #startedAt: number;

  /** `startedAt`: milliseconds since 1970. */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  #add(instrument: Instrument): Instrument {
    this.#instruments.push(instrument);
    return instrument;
  }

  histogram(name: string, help: string): Histogram {
    const own = this.#add({ name, help, unit: 's', kind: 'histogram', bounds: requestBounds, series: new Map() });
    return {
      record: (seconds, labels) => {
        const series = seriesOf(own, labels);
        if (series === undefined) return;
        const bucket = requestBounds.findIndex((bound) => seconds <= bound);
        const at = bucket < 0 ? requestBounds.length : bucket;
        series.counts[at] = (series.counts[at] ?? 0) + 1;
        series.sum += seconds;
        series.count += 1;
      },
    };
  }

  counter(name: string, help: string): Counter {
    const own = this.#add({ name, help, unit: '1', kind: 'counter', bounds: [], series: new Map() });
    return {
      add: (labels, by = 1) => {
        const series = seriesOf(own, labels);
        if (series !== undefined) series.sum += by;
      },
    };
  }

  /** Read when asked for; `undefined` where it is not known. */
  gauge(name: string, help: string, unit: string, read: () => number | undefined): void {
    this.#add({ name, help, unit, kind: 'gauge', bounds: [], series: new Map(), read });
  }

  /** Text format 0.0.4. */
  prometheus(): string {
    return this.#instruments.map(prometheusOf).join('');
  }

  /** `ExportMetricsServiceRequest` as JSON, cumulative. `now`: milliseconds since 1970. */
  otlp(now: number, resource: unknown): unknown {
    const times = { startTimeUnixNano: nanos(this.#startedAt), timeUnixNano: nanos(now) };
    const metrics = this.#instruments.map((own) => otlpOf(own, times));
    return { resourceMetrics: [{ resource, scopeMetrics: [{ scope: { name: 'gongze' }, metrics }] }] };
  }
}

export const nanos = (milliseconds: number): string => `${BigInt(Math.round(milliseconds * 1000)) * 1000n}`;

function seriesOf({ series, bounds }: Instrument, labels: Labels): Series | undefined {
  const key = JSON.stringify(labels);
  const known = series.get(key);
  if (known !== undefined || series.size >= SERIES_MAX) return known;
  const fresh: Series = { labels, counts: new Array<number>(bounds.length + 1).fill(0), sum: 0, count: 0 };
  series.set(key, fresh);
  return fresh;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name.replaceAll('.', '_')}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

function prometheusOf({ name, help, unit, kind, bounds, series, read }: Instrument): string {
  const units: Readonly<Record<string, string>> = { s: '_seconds', By: '_bytes' };
  const base = `${name.replaceAll('.', '_')}${units[unit] ?? ''}`;
  const full = kind === 'counter' ? `${base}_total` : base;
  const lines = [`# HELP ${full} ${help}`, `# TYPE ${full} ${kind}`];
  const value = read?.();
  if (value !== undefined) lines.push(`${full} ${value}`);
  for (const { labels, counts, sum, count } of series.values()) {
    if (kind === 'counter') lines.push(`${full}${labelText(labels)} ${sum}`);
    if (kind !== 'histogram') continue;
    let below = 0;
    for (const [index, bound] of bounds.entries()) {
      below += counts[index] ?? 0;
      lines.push(`${full}_bucket${labelText({ ...labels, le: String(bound) })} ${below}`);
    }
    lines.push(`${full}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`);
    lines.push(`${full}_sum${labelText(labels)} ${sum}`, `${full}_count${labelText(labels)} ${count}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Those that OpenTelemetry defines as whole numbers: collectors compare them as such. */
const whole = new Set(['http.response.status_code']);

export const attributes = (labels: Labels) =>
  Object.entries(labels).map(([key, value]) => ({ key, value: whole.has(key) ? { intValue: value } : { stringValue: value } }));

function otlpOf({ name, help, unit, kind, bounds, series, read }: Instrument, times: Record<string, string>): unknown {
  const head = { name, description: help, unit };
  if (kind === 'gauge') {
    const value = read?.();
    return { ...head, gauge: { dataPoints: value === undefined ? [] : [{ ...times, asDouble: value }] } };
  }
  const points = [...series.values()].map(({ labels, counts, sum, count }) =>
    kind === 'counter'
      ? { ...times, attributes: attributes(labels), asDouble: sum }
      : { ...times, attributes: attributes(labels), count: String(count), sum, bucketCounts: counts.map(String), explicitBounds: bounds },
  );
  const cumulative = { aggregationTemporality: 2, dataPoints: points };
  return kind === 'counter' ? { ...head, sum: { ...cumulative, isMonotonic: true } } : { ...head, histogram: cumulative };
}
