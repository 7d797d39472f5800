/**
 * H1–H3 read off one case: the index of the variable before each direct instrument and some time after it.
 *
 * For every direct, dated instrument of the hypothesis's channels: before = index on the day before it was applied,
 * after = index `hypotheses.followUpDays` later, or on the date of the report if that is earlier. Verdict over the readings with a
 * known change: supported if more than half rose by more than `hypotheses.changeMin`; notSupported if none did; else mixed; undetermined
 * without a known change. A comparison of before and after is no proof of cause: other things changed too, and an
 * index also moves when a component becomes known; and an index so near to 1 before could not rise by that
 * much. The explanation says all of this.
 * An instrument applied on the date of the report has no "after" yet. Cost: two indexes for each instrument.
 */
import type { InstrumentState } from '../cases/state.ts';
import { both, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, earliest, type IsoDate } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { Channel, Variable } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { type Hypothesis, hypotheses, type HypothesisId } from './channels.ts';
import { counted } from './component.ts';
import { variableNames } from './variables.ts';

export type IndexAt = (on: IsoDate) => Readonly<Record<Variable, number | null>>;

export interface HypothesisReading {
  readonly instrument: string;
  readonly channel: Channel;
  /** As it was applied, 1–5. */
  readonly strength: number;
  readonly on: IsoDate;
  readonly before: number | null;
  readonly after: number | null;
  readonly afterOn: IsoDate;
  readonly change: number | null;
  readonly evidence: FactId[];
}

export type HypothesisVerdict = 'supported' | 'mixed' | 'notSupported' | 'undetermined';

export interface HypothesisReport {
  readonly id: HypothesisId;
  readonly variable: Variable;
  readonly statement: Bilingual;
  readonly readings: HypothesisReading[];
  readonly verdict: HypothesisVerdict;
  readonly explanation: Bilingual;
}

export type Hypotheses = HypothesisReport[];

/** Days at which the index before and after an instrument that was applied `on` is read. */
export function readingDays({ asOf, parameters }: Situation, on: IsoDate): { readonly beforeOn: IsoDate; readonly afterOn: IsoDate } {
  return { beforeOn: addDays(on, -1), afterOn: earliest(addDays(on, parameters.get('hypotheses.followUpDays')), asOf) };
}

function readingOf(situation: Situation, instrument: InstrumentState, variable: Variable, indexAt: IndexAt): HypothesisReading {
  const { applied, changes, terms } = instrument;
  const on = applied.on;
  const { beforeOn, afterOn } = readingDays(situation, on);
  const before = indexAt(beforeOn)[variable];
  const after = afterOn > on ? indexAt(afterOn)[variable] : null;
  return {
    instrument: instrument.instrument,
    channel: terms.channel,
    strength: terms.strength,
    on,
    before,
    after,
    afterOn,
    change: before === null || after === null ? null : after - before,
    evidence: evidenceOf([applied, ...changes.filter((change) => change.on <= afterOn)]),
  };
}

/** One change a day: instruments applied on one day share their reading, and count as one. */
function changesByDay(readings: readonly HypothesisReading[]): number[] {
  const byDay = new Map<string, number>();
  for (const { on, change } of readings) if (change !== null) byDay.set(on, change);
  return [...byDay.values()];
}

function verdictOf(changes: readonly number[], changeMin: number): HypothesisVerdict {
  if (changes.length === 0) return 'undetermined';
  const rose = changes.filter((change) => isAbove(change, changeMin)).length;
  if (rose > changes.length / 2) return 'supported';
  return rose === 0 ? 'notSupported' : 'mixed';
}

// Indexes are sums of rounded numbers: 0.55 − 0.5 is a change of 0.05, not more.
const rounding = 1e-9;
const isAbove = (change: number, changeMin: number): boolean => change > changeMin + rounding;

function explanationOf(
  { parameters }: Situation,
  { variable }: Hypothesis,
  readings: readonly HypothesisReading[],
  undated: number,
): Bilingual {
  const followUpDays = parameters.get('hypotheses.followUpDays');
  const changeMin = parameters.get('hypotheses.changeMin');
  const name = variableNames[variable];
  const changes = changesByDay(readings);
  const silent = readings.filter(({ change }) => change === null).length;
  const short = readings.filter(({ change, on, afterOn }) => change !== null && afterOn < addDays(on, followUpDays)).length;
  const full = readings.filter(({ before, change }) => change !== null && before !== null && !isAbove(1 - before, changeMin)).length;
  const gaps = both(
    `${silent > 0 ? `另有${silent}项缺少可比读数。` : ''}${undated > 0 ? `另有${undated}项日期不明，未计入。` : ''}${short > 0 ? `其中${short}项介入后不足${followUpDays}天。` : ''}${full > 0 ? `其中${full}项介入前指数已近满值，无从上升。` : ''}`,
    `${silent > 0 ? ` ${silent} more cannot be compared.` : ''}${undated > 0 ? ` ${undated} of unknown date ${undated === 1 ? 'is' : 'are'} left out.` : ''}${short > 0 ? ` ${short} ${short === 1 ? 'was' : 'were'} applied less than ${followUpDays} days ago.` : ''}${full > 0 ? ` Before ${full} the index was so high that it could not rise.` : ''}`,
  );
  if (changes.length === 0) {
    return both(
      `没有介入前后均可读出${name.zh}指数的直接手段，不足以判定。${gaps.zh}`,
      `No direct instrument has a known index of ${name.en.toLowerCase()} both before and after it: nothing to tell by.${gaps.en}`,
    );
  }
  const rose = changes.filter((change) => isAbove(change, changeMin)).length;
  const fell = changes.filter((change) => isAbove(-change, changeMin)).length;
  const steady = changes.length - rose - fell;
  return both(
    `${changes.length}个介入日可比：介入后${name.zh}指数上升超过${changeMin}的${rose}个，下降超过${changeMin}的${fell}个，基本未变${steady}个。${gaps.zh}前后对比不能证明因果：其他情况同时在变，组成由未知转为已知也会使指数变动。`,
    `${counted(changes.length, 'day of direct intervention', 'days of direct intervention')} can be compared: after ${rose} the index of ${name.en.toLowerCase()} rose by more than ${changeMin}, after ${fell} it fell by more, after ${steady} it hardly moved.${gaps.en} Before and after is no proof of cause: other things changed too, and an index also moves when a component becomes known.`,
  );
}

function readHypothesis(
  hypothesis: Hypothesis,
  { situation, indexAt }: { readonly situation: Situation; readonly indexAt: IndexAt },
): HypothesisReport {
  const direct = [...situation.state.instruments.values()].filter(
    ({ terms }) => terms.direct && hypothesis.channels.includes(terms.channel),
  );
  const readings = direct
    .filter(({ applied }) => applied.dated)
    .map((instrument) => readingOf(situation, instrument, hypothesis.variable, indexAt))
    .sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.instrument < b.instrument ? -1 : 1));
  return {
    id: hypothesis.id,
    variable: hypothesis.variable,
    statement: hypothesis.statement,
    readings,
    verdict: verdictOf(changesByDay(readings), situation.parameters.get('hypotheses.changeMin')),
    explanation: explanationOf(situation, hypothesis, readings, direct.length - readings.length),
  };
}

/** The three hypotheses against the instruments of the case. `indexAt` gives the indexes of the variables on any day. */
export function readHypotheses(input: { readonly situation: Situation; readonly indexAt: IndexAt }): Hypotheses {
  return hypotheses.map((hypothesis) => readHypothesis(hypothesis, input));
}
