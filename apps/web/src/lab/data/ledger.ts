/** Cases of the ledger as a table, folded where this runs: in the worker. */
import { componentMeasures, measures, tableFromCases } from '@gongze/studies/comparison/matrix/cases';
import { type Answer, answered } from '@gongze/studies/comparison/answer';
import { traceArticle, type Traced } from '@gongze/studies/comparison/tracing/article';
import { daysBetween, type IsoDate, isoDateOf } from '@gongze/domain/vocabulary/dates';
import { type CaseFacts, createEngine, type Engine } from '../../engine/engine.ts';
import type { LabData, LabTime } from './types.ts';

export interface LedgerAsked {
  readonly cases: readonly CaseFacts[];
  readonly asOf: string;
  /** First day of the window; without it the cases are read at the date. */
  readonly from?: string;
}

const engines = new Map<string, Engine>();

function engineOf(source: CaseFacts): Engine {
  const key = `${source.case} ${source.size}`;
  const known = engines.get(key) ?? createEngine(source, 'enriched', undefined);
  engines.set(key, known);
  return known;
}

/** From the day a duty was drafted or assigned to the day it was verified, or to the date of the report. */
function timesOf(engine: Engine, asOf: IsoDate): LabTime[] {
  return engine.reportAt(asOf).obligations.map(({ id, title, from, verifiedOn }) => ({
    id: `${engine.caseId}/${id}`,
    title,
    case: engine.caseId,
    time: Math.max(0, daysBetween(isoDateOf(from), isoDateOf(verifiedOn ?? asOf))),
    event: verifiedOn === null ? 0 : 1,
  }));
}

export function ledgerData({ cases, asOf, from }: LedgerAsked): Answer<LabData> {
  const date = isoDateOf(asOf);
  const own = cases.map(engineOf);
  const [first] = own;
  const all = [...measures, ...(first === undefined ? [] : componentMeasures(first.reportAt(date)))];
  const table = tableFromCases(
    own.map(({ caseId, open }) => ({ name: caseId, opened: open, asOf: date, ...(from !== undefined && { from: isoDateOf(from) }) })),
    all,
  );
  if (!table.ok) return table;
  return answered({
    origin: 'ledger',
    cases: own.map(({ caseId, title }) => ({ id: caseId, title })),
    columns: all.map(({ id, name, kind, range }) => ({ id, title: name, kind, range })),
    raw: table.value,
    times: own.flatMap((engine) => timesOf(engine, date)),
    unit: 'days',
    source: asOf,
  });
}

/** H1 to H3 and the rivals on one case. */
export function traced(source: CaseFacts, asOf: string): Answer<Traced[]> {
  const engine = engineOf(source);
  return traceArticle(engine.open, isoDateOf(asOf), engine.parameters.get('hypotheses.changeMin'));
}
