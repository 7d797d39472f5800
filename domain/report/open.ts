/**
 * Opens a case for reports at any date. The history is resolved and ordered once; a report folds it up to its date from
 * the nearest kept state before it, so that any date of a long case opens in the time of a short one.
 */
import { type CorrectionTrace, type ResolvedHistory, resolveHistory } from '../cases/corrections.ts';
import { advance, copyState, fold } from '../cases/fold.ts';
import { countUpTo, entryDate, inFoldOrder } from '../cases/order.ts';
import type { CaseState } from '../cases/state.ts';
import { diagnose } from '../dilemmas/diagnose.ts';
import type { Fact } from '../events/catalogue.ts';
import { situationOf, type Situation } from '../stages/situation.ts';
import { readingDays } from '../variables/hypotheses.ts';
import { readVariables } from '../variables/variables.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import type { Variable } from '../vocabulary/levels.ts';
import { composeReport, correctionsOf } from './compose.ts';
import type { CaseInput } from './input.ts';
import type { CaseReport } from './schema.ts';

export interface SeriesPoint {
  readonly asOf: IsoDate;
  readonly culture: number | null;
  readonly institution: number | null;
  readonly action: number | null;
  readonly findings: readonly { readonly id: string; readonly key: string; readonly status: 'active' | 'mitigated' | 'risk' }[];
}

export interface ReportOptions {
  /** `false` leaves the hypotheses empty: they fold the history once for every intervention. */
  readonly hypotheses?: boolean;
}

export interface OpenCase {
  readonly input: CaseInput;
  /** Facts that count, resolved, in fold order. */
  readonly ordered: readonly Fact[];
  readonly history: ResolvedHistory;
  readonly traces: readonly CorrectionTrace[];
  readonly situationAt: (asOf: IsoDate) => Situation;
  readonly reportAt: (asOf: IsoDate, options?: ReportOptions) => CaseReport;
  /** Variables and findings at rising dates, in one pass. */
  readonly seriesAt: (dates: readonly IsoDate[]) => SeriesPoint[];
}

export type Indexes = Readonly<Record<Variable, number | null>>;

/** Facts between two kept states: long enough that keeping is cheap, short enough that folding on is. */
const keptEvery = 2500;

class KeptStates {
  readonly #states = new Map<number, CaseState>();
  readonly #caseId: CaseId;
  readonly #ordered: readonly Fact[];

  constructor(caseId: CaseId, ordered: readonly Fact[]) {
    this.#caseId = caseId;
    this.#ordered = ordered;
  }

  /** A state of the first `count` facts that the caller may read, not write. */
  at(count: number): CaseState {
    if (count < keptEvery) return fold(this.#caseId, this.#ordered, count);
    return this.#from(count);
  }

  #from(count: number): CaseState {
    const base = Math.floor(count / keptEvery) * keptEvery;
    const state = copyState(this.#kept(base));
    advance(state, this.#ordered, base, count);
    return state;
  }

  #kept(count: number): CaseState {
    let state = this.#states.get(count);
    if (state === undefined) {
      state = fold(this.#caseId, this.#ordered, count);
      this.#states.set(count, state);
    }
    return state;
  }
}

export function indexesOf(situation: Situation): Indexes {
  const { culture, institution, action } = readVariables(situation);
  return { culture: culture.index, institution: institution.index, action: action.index };
}

/** Resolves and orders the history. Cost: linear in facts, and their sorting. */
export function openCase(input: CaseInput): OpenCase {
  const history = resolveHistory(input.facts, input.knownOn);
  const ordered = inFoldOrder(history.facts);
  const kept = new KeptStates(input.caseId, ordered);
  const corrections = correctionsOf(history, input.facts);
  const { parameters, governments, actors } = input;
  const situate = (state: CaseState, asOf: IsoDate) => situationOf({ state, asOf, parameters, governments, actors });
  const situationAt = (asOf: IsoDate) => situate(kept.at(countUpTo(ordered, asOf)), asOf);

  /** Calls `read` at rising dates with one state that is folded on from date to date. */
  const sweep = (dates: readonly IsoDate[], read: (situation: Situation) => void): void => {
    const state = fold(input.caseId, ordered, 0);
    let at = 0;
    for (const asOf of dates) {
      const to = countUpTo(ordered, asOf);
      advance(state, ordered, at, to);
      at = Math.max(at, to);
      read(situate(state, asOf));
    }
  };

  const indexCache = new Map<IsoDate, Indexes>();
  const indexAt = (on: IsoDate): Indexes => {
    let indexes = indexCache.get(on);
    if (indexes === undefined) indexCache.set(on, (indexes = indexesOf(situationAt(on))));
    return indexes;
  };
  /** Reads all indexes that the hypotheses on `asOf` will ask for in one pass. */
  const prepareIndexes = (situation: Situation): void => {
    const dates = new Set<IsoDate>();
    for (const { applied, terms } of situation.state.instruments.values()) {
      if (!terms.direct || !applied.dated) continue;
      const { beforeOn, afterOn } = readingDays(situation, applied.on);
      dates.add(beforeOn).add(afterOn);
    }
    const missing = [...dates].filter((on) => !indexCache.has(on)).sort();
    sweep(missing, (reading) => indexCache.set(reading.asOf, indexesOf(reading)));
  };

  return {
    input,
    ordered,
    history,
    traces: history.traces,
    situationAt,
    reportAt: (asOf, options = {}) => {
      const situation = situationAt(asOf);
      const withHypotheses = options.hypotheses !== false;
      if (withHypotheses) prepareIndexes(situation);
      return composeReport({ input, corrections, unmatched: history.unmatched, situation, indexAt: withHypotheses ? indexAt : undefined });
    },
    seriesAt: (dates) => {
      const points: SeriesPoint[] = [];
      sweep(dates, (situation) => {
        const findings = diagnose(situation).findings.map(({ id, key, status }) => ({ id, key, status }));
        points.push({ asOf: situation.asOf, ...indexesOf(situation), findings });
      });
      return points;
    },
  };
}

/** Days on which a fact enters the fold, each once, rising: the stops of the date slider. */
export function factDates(open: OpenCase): IsoDate[] {
  return [...new Set(open.ordered.map(entryDate))];
}
