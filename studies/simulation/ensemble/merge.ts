/** Merges chunks into summaries of fixed size: ten million runs take no more memory than ten. */
import { type ChunkResult, deliveryCells, outputCells, type Plan } from './chunks.ts';
import { type OutputName, outputs } from './outputs.ts';

export interface OutputSummary {
  /** Runs for which the output is defined. */
  readonly runs: number;
  readonly mean: number | null;
  readonly sd: number | null;
  /** 5, 25, 50, 75 and 95 %, to a thousandth of the output's range. */
  readonly quantiles: readonly (number | null)[];
}

export interface VariantSummary {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly swept?: Readonly<Record<string, number>>;
  readonly runs: number;
  readonly outputs: Readonly<Record<OutputName, OutputSummary>>;
  /** Delivery month by month. */
  readonly delivery: {
    readonly mean: readonly number[];
    /** One row a level of `fanLevels`, to 1/200. */
    readonly quantiles: readonly (readonly number[])[];
  };
}

export interface ExperimentSummary {
  readonly scenario: string;
  readonly seed: number;
  readonly months: number;
  readonly draw: string;
  readonly fanLevels: readonly number[];
  /** True where runs are missing because the experiment was cancelled. */
  readonly partial: boolean;
  readonly variants: readonly VariantSummary[];
}

export interface MergeCheckpoint {
  readonly next: number;
  readonly tallies: readonly {
    readonly runs: number;
    readonly count: readonly number[];
    readonly mean: readonly number[];
    readonly square: readonly number[];
    /** Lowest and highest value, `null` before the first. */
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
    readonly cells: readonly (readonly number[])[];
    readonly deliverySums: readonly number[];
    readonly deliveryCounts: readonly number[];
  }[];
}

export const fanLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** The middle of `fanLevels`. */
export function medianOf({ quantiles }: Pick<OutputSummary, 'quantiles'>): number | null {
  return quantiles[fanLevels.indexOf(0.5)] ?? null;
}

/**
 * Whether the mean lies outside of the 5–95 % band beside which it stands: a few runs far out carry it then (such as those that the
 * superior never leaves), and the median is what to read.
 */
export function tailCarriesMean({ mean, quantiles }: Pick<OutputSummary, 'mean' | 'quantiles'>): boolean {
  const [low, high] = [quantiles[0] ?? null, quantiles.at(-1) ?? null];
  return mean !== null && low !== null && high !== null && (mean < low || mean > high);
}

interface Tally {
  runs: number;
  readonly count: number[];
  readonly mean: number[];
  readonly square: number[];
  readonly low: number[];
  readonly high: number[];
  readonly cells: Uint32Array[];
  readonly deliverySums: Float64Array;
  readonly deliveryCounts: Uint32Array;
}

/** Value below which a share `level` of the counts lies, linear inside its cell. */
function quantileOf(counts: ArrayLike<number>, from: number, cells: number, total: number, level: number): number {
  const goal = level * total;
  let below = 0;
  for (let cell = 0; cell < cells; cell++) {
    const own = counts[from + cell] as number;
    if (own > 0 && below + own >= goal) return (cell + Math.max(0, goal - below) / own) / cells;
    below += own;
  }
  return 1;
}

export class Merge {
  readonly #plan: Plan;
  readonly #tallies: Tally[];
  readonly #waiting = new Map<number, ChunkResult>();
  readonly #ranges: (readonly [number, number])[];
  #next = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    const { months, variants } = plan.scenario;
    this.#ranges = outputs.map(({ range }) => range(months));
    this.#tallies = variants.map(() => ({
      runs: 0,
      count: outputs.map(() => 0),
      mean: outputs.map(() => 0),
      square: outputs.map(() => 0),
      low: outputs.map(() => Number.POSITIVE_INFINITY),
      high: outputs.map(() => Number.NEGATIVE_INFINITY),
      cells: outputs.map(() => new Uint32Array(outputCells)),
      deliverySums: new Float64Array(months),
      deliveryCounts: new Uint32Array(months * deliveryCells),
    }));
  }

  /** All that is needed to go on after a crash, exactly; plain JSON. */
  checkpoint(): MergeCheckpoint {
    return {
      next: this.#next,
      tallies: this.#tallies.map(({ runs, count, mean, square, low, high, cells, deliverySums, deliveryCounts }) => ({
        runs,
        count,
        mean,
        square,
        low: low.map((value) => (Number.isFinite(value) ? value : null)),
        high: high.map((value) => (Number.isFinite(value) ? value : null)),
        cells: cells.map((own) => [...own]),
        deliverySums: [...deliverySums],
        deliveryCounts: [...deliveryCounts],
      })),
    };
  }

  /** Takes up a checkpoint of the same plan. */
  restore({ next, tallies }: MergeCheckpoint): void {
    this.#next = next;
    tallies.forEach((kept, v) => {
      const tally = this.#tallies[v] as Tally;
      tally.runs = kept.runs;
      tally.count.splice(0, tally.count.length, ...kept.count);
      tally.mean.splice(0, tally.mean.length, ...kept.mean);
      tally.square.splice(0, tally.square.length, ...kept.square);
      tally.low.splice(0, tally.low.length, ...kept.low.map((value) => value ?? Number.POSITIVE_INFINITY));
      tally.high.splice(0, tally.high.length, ...kept.high.map((value) => value ?? Number.NEGATIVE_INFINITY));
      for (const [o, own] of kept.cells.entries()) tally.cells[o]?.set(own);
      tally.deliverySums.set(kept.deliverySums);
      tally.deliveryCounts.set(kept.deliveryCounts);
    });
  }

  /** Chunks merged so far, from the first without a gap. */
  get merged(): number {
    return this.#next;
  }

  /** Takes a chunk in any order; merges it when all before it are in. */
  add(chunk: ChunkResult): ChunkResult[] {
    this.#waiting.set(chunk.index, chunk);
    const inOrder: ChunkResult[] = [];
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#next += 1;
      this.#take(next);
      inOrder.push(next);
    }
    return inOrder;
  }

  #take({ variant, runs, columns, deliverySums, deliveryCounts }: ChunkResult): void {
    const tally = this.#tallies[variant] as Tally;
    tally.runs += runs;
    columns.forEach((column, o) => {
      const [low, high] = this.#ranges[o] as readonly [number, number];
      const cells = tally.cells[o] as Uint32Array;
      for (const value of column) {
        if (Number.isNaN(value)) continue;
        const count = (tally.count[o] as number) + 1;
        const delta = value - (tally.mean[o] as number);
        tally.count[o] = count;
        tally.mean[o] = (tally.mean[o] as number) + delta / count;
        tally.square[o] = (tally.square[o] as number) + delta * (value - (tally.mean[o] as number));
        if (value < (tally.low[o] as number)) tally.low[o] = value;
        if (value > (tally.high[o] as number)) tally.high[o] = value;
        const cell = Math.min(outputCells - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * outputCells)));
        cells[cell] = (cells[cell] as number) + 1;
      }
    });
    for (let m = 0; m < deliverySums.length; m++) tally.deliverySums[m] = (tally.deliverySums[m] as number) + (deliverySums[m] as number);
    for (let i = 0; i < deliveryCounts.length; i++)
      tally.deliveryCounts[i] = (tally.deliveryCounts[i] as number) + (deliveryCounts[i] as number);
  }

  #output(tally: Tally, o: number): OutputSummary {
    const runs = tally.count[o] as number;
    const [low, high] = this.#ranges[o] as readonly [number, number];
    if (runs === 0) return { runs, mean: null, sd: null, quantiles: fanLevels.map(() => null) };
    return {
      runs,
      mean: tally.mean[o] as number,
      sd: runs < 2 ? null : Math.sqrt((tally.square[o] as number) / (runs - 1)),
      quantiles: fanLevels.map((level) => {
        const value = low + (high - low) * quantileOf(tally.cells[o] as Uint32Array, 0, outputCells, runs, level);
        // A cell is wider than what may lie in it.
        return Math.min(tally.high[o] as number, Math.max(tally.low[o] as number, value));
      }),
    };
  }

  summary(): ExperimentSummary {
    const { scenario, chunks } = this.#plan;
    return {
      scenario: scenario.id,
      seed: scenario.seed,
      months: scenario.months,
      draw: scenario.draw,
      fanLevels,
      partial: this.#next < chunks,
      variants: scenario.variants.map(({ id, title, swept }, v) => {
        const tally = this.#tallies[v] as Tally;
        const named = outputs.map(({ name }, o) => [name, this.#output(tally, o)] as const);
        const months = Array.from({ length: scenario.months }, (_, m) => m);
        return {
          id,
          title,
          ...(swept !== undefined && { swept }),
          runs: tally.runs,
          outputs: Object.fromEntries(named) as Record<OutputName, OutputSummary>,
          delivery: {
            mean: months.map((m) => (tally.runs === 0 ? 0 : (tally.deliverySums[m] as number) / tally.runs)),
            quantiles: fanLevels.map((level) =>
              months.map((m) => quantileOf(tally.deliveryCounts, m * deliveryCells, deliveryCells, tally.runs, level)),
            ),
          },
        };
      }),
    };
  }
}
