/**
 * Why a finding, and what would change it — by doing it: the diagnosis is computed again without each fact behind the
 * finding, and with each of its thresholds moved, until the finding goes.
 */
import { fold } from '../cases/fold.ts';
import { countUpTo } from '../cases/order.ts';
import { diagnose, ruleOf } from '../dilemmas/diagnose.ts';
import type { Finding } from '../dilemmas/rule.ts';
import type { Fact } from '../events/catalogue.ts';
import { situationOf } from '../stages/situation.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import { type Parameter, type ParameterName, type Parameters, parametersWith } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { OpenCase } from './open.ts';

export interface ThresholdExplanation extends Parameter {
  readonly name: ParameterName;
  readonly overridden: boolean;
  /** The finding goes if the value falls below, or rises above, this; `null` = not within the range of the parameter. */
  readonly goesBelow: number | null;
  readonly goesAbove: number | null;
}

export interface FindingExplanation {
  readonly finding: Finding;
  readonly name: Bilingual;
  readonly remedy: Bilingual;
  readonly thresholds: readonly ThresholdExplanation[];
  readonly facts: readonly Fact[];
  /** Facts without any one of which there would be no such finding. */
  readonly decisive: readonly FactId[];
}

/** Findings with more facts behind them are explained without trying each fact: none of them decides alone. */
const triedFactsMax = 60;

function findingIn(open: OpenCase, asOf: IsoDate, key: string, change: { parameters?: Parameters; without?: FactId }): Finding | undefined {
  const { caseId, governments, actors } = open.input;
  const ordered = change.without === undefined ? open.ordered : open.ordered.filter((fact) => fact.id !== change.without);
  const state = fold(caseId, ordered, countUpTo(ordered, asOf));
  const parameters = change.parameters ?? open.input.parameters;
  return diagnose(situationOf({ state, asOf, parameters, governments, actors })).findings.find((finding) => finding.key === key);
}

/** All parameters as they are in use, with one of them changed. */
function moved(open: OpenCase, name: ParameterName, value: number): Parameters {
  const own = open.input.parameters;
  const kept = Object.fromEntries(own.overridden.map((other) => [other, own.get(other)]));
  return parametersWith({ ...kept, [name]: value }) as Parameters;
}

/** Where, between a value that keeps the finding and a bound that does not, it goes; to the next `step`. */
function turningPoint(keeps: number, goes: number, step: number, holds: (value: number) => boolean): number {
  let [low, high] = [keeps, goes];
  while (Math.abs(high - low) > step * 1.000_001) {
    const middle = low + Math.round((high - low) / 2 / step) * step;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function thresholdOf(open: OpenCase, asOf: IsoDate, key: string, name: ParameterName): ThresholdExplanation {
  const { parameters } = open.input;
  const entry = parameters.entry(name);
  const step = ['days', 'months', 'count', 'level'].includes(entry.unit) ? 1 : 0.001;
  const holds = (value: number) => findingIn(open, asOf, key, { parameters: moved(open, name, value) }) !== undefined;
  const [lowest, highest] = entry.range;
  const point = (bound: number) => {
    if (bound === entry.value || holds(bound)) return null;
    return Math.round(turningPoint(entry.value, bound, step, holds) * 1000) / 1000;
  };
  return { ...entry, name, overridden: parameters.overridden.includes(name), goesBelow: point(lowest), goesAbove: point(highest) };
}

/** Explains the finding with that key on that date; `undefined` if there is none. Cost: one diagnosis per fact and step. */
export function explainFinding(open: OpenCase, asOf: IsoDate, key: string): FindingExplanation | undefined {
  const finding = findingIn(open, asOf, key, {});
  if (finding === undefined) return undefined;
  const { name, remedy, thresholds } = ruleOf(finding.id);
  const behind = new Set<FactId>(finding.evidence);
  const tried = behind.size <= triedFactsMax ? [...behind] : [];
  return {
    finding,
    name,
    remedy,
    thresholds: thresholds.map((threshold) => thresholdOf(open, asOf, key, threshold)),
    facts: open.ordered.filter((fact) => behind.has(fact.id)),
    decisive: tried.filter((id) => findingIn(open, asOf, key, { without: id }) === undefined),
  };
}
