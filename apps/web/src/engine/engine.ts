/**
 * The case as the page computes it: facts are fetched once per edition, and every date is folded here, in the
 * browser. This is the only module that opens a case; what it returns is plain data.
 */
import {
  type CaseComparison,
  compareCases,
  factDates,
  openCase,
  type CaseReport,
  type OpenCase,
  type SeriesPoint,
} from '@gongze/domain/report/report';
import type { CorrectionTrace } from '@gongze/domain/cases/corrections';
import type { Fact } from '@gongze/domain/events/catalogue';
import { fromDayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import { governmentTree } from '@gongze/domain/vocabulary/governments/build';
import type { Government } from '@gongze/domain/vocabulary/governments/tree';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { type Parameters, standardParameters } from '@gongze/domain/vocabulary/parameters';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { z } from 'zod';

// The page's policy forbids evaluating text as code, which zod would otherwise try for speed.
z.config({ jitless: true });

/** What the server returns for one edition of a case. */
export interface CaseFacts {
  readonly case: string;
  readonly title: Bilingual;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly facts: readonly Fact[];
  readonly governments: readonly Government[];
  readonly size: number;
  /** Facts that are recorded and not open to the reader. */
  readonly withheld?: number;
}

export interface Engine {
  readonly caseId: string;
  readonly title: Bilingual;
  /** Version of the case on the server. */
  readonly size: number;
  /** Facts that are recorded and not open to the reader: the case is computed without them. */
  readonly withheld: number;
  /** True where a run of the model tells the case: nothing of it happened. */
  readonly simulated: boolean;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly governments: readonly Government[];
  readonly parameters: Parameters;
  /** All facts as they now read, in fold order, then retracted ones. */
  readonly facts: readonly Fact[];
  readonly factById: ReadonlyMap<string, Fact>;
  /** The fact as it was recorded, whatever corrected it later. */
  readonly recordOf: (id: string) => Fact | undefined;
  readonly traceByTarget: ReadonlyMap<string, CorrectionTrace>;
  /** Days on which a fact enters, rising, each once: the stops of the slider. */
  readonly stops: readonly IsoDate[];
  readonly reportAt: (asOf: IsoDate, hypotheses?: boolean) => CaseReport;
  readonly seriesAt: (dates: readonly IsoDate[]) => SeriesPoint[];
  readonly compareWith: (other: Engine, asOf: IsoDate) => CaseComparison;
  readonly open: OpenCase;
  /** The same case without one fact, or under other parameters, for “what would change the result”. */
  readonly variant: (change: { readonly without?: string; readonly parameters?: Parameters }) => (asOf: IsoDate) => CaseReport;
}

const KEPT_REPORTS = 24;

/** Keeps the last few reports: stepping back and forth, and the panels beside each other, ask for the same date. */
function remember(open: OpenCase): Engine['reportAt'] {
  const kept = new Map<string, CaseReport>();
  return (asOf, hypotheses = false) => {
    const key = `${asOf}${hypotheses ? '+' : ''}`;
    const known = kept.get(key) ?? kept.get(`${asOf}+`);
    if (known !== undefined) return known;
    const report = open.reportAt(asOf, { hypotheses });
    const oldest = kept.keys().next();
    if (kept.size >= KEPT_REPORTS && !oldest.done) kept.delete(oldest.value);
    kept.set(key, report);
    return report;
  };
}

export function createEngine(source: CaseFacts, edition: string, knownOn: IsoDate | undefined): Engine {
  const parameters = standardParameters();
  const governments = governmentTree({ id: 'served', vintage: '', governments: source.governments });
  const input = {
    caseId: source.case as CaseId,
    title: source.title,
    actors: source.actors,
    edition,
    facts: source.facts,
    knownOn,
    parameters,
    governments,
  };
  const open = openCase(input);
  const retracted = open.traces.filter((trace) => trace.kind === 'retracted').map((trace) => trace.before);
  const facts = [...open.ordered, ...retracted];
  return {
    caseId: source.case,
    title: source.title,
    size: source.size,
    withheld: source.withheld ?? 0,
    simulated: source.facts.length > 0 && source.facts.every(({ origin }) => origin === 'model'),
    actors: source.actors,
    governments: source.governments,
    parameters,
    facts,
    recordOf: (id) => source.facts.find((fact) => fact.id === id),
    factById: new Map([...source.facts, ...facts].map((fact) => [fact.id, fact])),
    traceByTarget: new Map(open.traces.map((trace) => [trace.target, trace])),
    stops: factDates(open),
    reportAt: remember(open),
    seriesAt: open.seriesAt,
    compareWith: (other, asOf) => compareCases(open, other.open, asOf),
    open,
    variant: ({ without, parameters: other }) => {
      const changed = without === undefined ? source.facts : source.facts.filter((fact) => fact.id !== without);
      const variant = openCase({ ...input, facts: changed, parameters: other ?? parameters });
      return (asOf) => variant.reportAt(asOf, { hypotheses: false });
    },
  };
}

/** Whole years around all facts and the latest day asked for, at least today: the axis of the page. */
export function axisOf(stops: readonly IsoDate[], latest: IsoDate): { readonly first: IsoDate; readonly last: IsoDate } {
  const first = stops[0] ?? latest;
  const last = stops.at(-1) ?? latest;
  const end = last > latest ? last : latest;
  return { first: `${first.slice(0, 4)}-01-01` as IsoDate, last: `${end.slice(0, 4)}-12-31` as IsoDate };
}

/** Dates at which the past is read for spans and curves: quarter ends and the stops, thinned to `limit`. */
export function sampleDates(stops: readonly IsoDate[], first: IsoDate, last: IsoDate, limit: number): IsoDate[] {
  const dates = new Set<IsoDate>();
  const start = toDayNumber(first);
  const span = toDayNumber(last) - start;
  const regular = Math.min(limit >> 1, Math.ceil(span / 45));
  for (let i = 1; i <= regular; i++) dates.add(fromDayNumber(start + Math.round((span * i) / regular)));
  const stride = Math.max(1, Math.ceil(stops.length / (limit - regular)));
  for (let i = 0; i < stops.length; i += stride) dates.add(stops[i] as IsoDate);
  return [...dates].filter((date) => date >= first && date <= last).sort();
}
