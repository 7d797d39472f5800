/** The same measures read off two cases, side by side: what the comparison of similar cases argues from. */
import type { CaseReport } from '@gongze/domain/report/schema';
import { channels, variables } from '@gongze/domain/vocabulary/levels';

export type CompareGroup = 'state' | 'variables' | 'dilemmas' | 'duties' | 'superior' | 'funnel';

export interface CompareRow {
  readonly group: CompareGroup;
  readonly id: string;
  /** How the values are to be written. */
  readonly kind: 'number' | 'index' | 'percent' | 'days' | 'date' | 'verdict' | 'strength' | 'stage' | 'actor' | 'text';
  readonly values: readonly [string | number | null, string | number | null];
}

type Read = (report: CaseReport) => string | number | null;

const isOverdue = (duty: CaseReport['obligations'][number]) => duty.overdueSince !== null && duty.fulfilledOn === null;

function firstDirect(report: CaseReport): string | null {
  return report.interventions.map(({ from }) => from).filter((from) => from !== null).sort()[0] ?? null;
}

/** Strength of the strongest direct instrument of a channel that is open at the date. */
function strengthOf(report: CaseReport, channel: string): number | null {
  const open = report.interventions.filter((one) => one.channel === channel && (one.to === null || one.to >= report.asOf));
  return open.length === 0 ? null : Math.max(...open.map(({ strength }) => strength));
}

const measures: readonly (readonly [CompareGroup, string, CompareRow['kind'], Read])[] = [
  ['state', 'facts', 'number', ({ facts }) => facts],
  ['state', 'stage', 'stage', ({ stage }) => stage],
  ...variables.map((name): (typeof measures)[number] => ['variables', name, 'index', (report) => report.variables[name].index]),
  ['duties', 'dutiesDated', 'number', ({ obligations }) => obligations.filter(({ dueOn }) => dueOn !== null).length],
  ['duties', 'dutiesOverdue', 'number', ({ obligations }) => obligations.filter(isOverdue).length],
  ['duties', 'dutiesFulfilled', 'number', ({ obligations }) => obligations.filter(({ fulfilledOn }) => fulfilledOn !== null).length],
  ['duties', 'longestLate', 'days', ({ obligations }) => Math.max(0, ...obligations.map(({ daysLate }) => daysLate))],
  ['funnel', 'efficiency', 'percent', ({ stageFunnel }) => stageFunnel.conversionEfficiency],
  ['superior', 'nearest', 'actor', ({ ladder }) => ladder[0] ?? null],
  ['superior', 'eligible', 'actor', ({ principles }) => principles.eligible],
  ['superior', 'firstDirect', 'date', firstDirect],
  ...channels.map((channel): (typeof measures)[number] => ['superior', `channel.${channel}`, 'strength', (report) => strengthOf(report, channel)]),
];

function rounded(kind: CompareRow['kind'], value: string | number | null): string | number | null {
  return typeof value === 'number' && (kind === 'index' || kind === 'percent') ? Math.round(value * 100) : value;
}

/** True if the two cases differ by more than the precision that is shown. */
export function differs({ kind, values }: CompareRow): boolean {
  return rounded(kind, values[0]) !== rounded(kind, values[1]);
}

export function compareRows(left: CaseReport, right: CaseReport): CompareRow[] {
  const rows = measures.map(([group, id, kind, read]): CompareRow => ({ group, id, kind, values: [read(left), read(right)] }));
  const verdicts = left.verdicts.map(({ id, verdict }): CompareRow => ({
    group: 'dilemmas', id, kind: 'verdict', values: [verdict, right.verdicts.find((one) => one.id === id)?.verdict ?? null],
  }));
  const order: readonly CompareGroup[] = ['state', 'variables', 'dilemmas', 'duties', 'superior', 'funnel'];
  return [...rows, ...verdicts].sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}
