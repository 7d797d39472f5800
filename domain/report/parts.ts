/** Parts of the report that are taken from the state and the duties: obligations, interventions, topics. */
import type { CompletionReading, InstrumentState } from '../cases/state.ts';
import { endOf } from '../dilemmas/instruments.ts';
import type { Duty } from '../stages/duties.ts';
import { both, decimal, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { TopicStage } from '../stages/topics.ts';
import type { YardstickPosition } from '../stages/yardsticks.ts';
import type { CaseReport } from './schema.ts';

type ObligationReport = CaseReport['obligations'][number];
type InterventionReport = CaseReport['interventions'][number];

function axis(reading: CompletionReading | undefined): ObligationReport['selfReport'] {
  if (reading === undefined) return null;
  return {
    completion: reading.completion ?? null,
    effect: reading.effect ?? null,
    by: reading.by ?? null,
    on: reading.ref.dated ? reading.ref.on : null,
    evidence: [reading.ref.id],
  };
}

function yardstickReport({ yardstick, reading, attained, due, position }: YardstickPosition): ObligationReport['yardsticks'][number] {
  const { target } = yardstick;
  const value = decimal(target.value);
  const name = yardstick.title ?? both(yardstick.indicator, yardstick.indicator);
  const limit = yardstick.direction === 'atMost' ? both('不高于', 'at most') : both('不低于', 'at least');
  const base =
    yardstick.baseline === undefined
      ? both('基期', 'the base')
      : both(`${yardstick.baseline.period.last.slice(0, 4)}年`, yardstick.baseline.period.last.slice(0, 4));
  return {
    yardstick: yardstick.yardstick,
    measure:
      target.kind === 'level'
        ? both(`${name.zh}${limit.zh}${value} ${yardstick.unit}`, `${name.en} ${limit.en} ${value} ${yardstick.unit}`)
        : both(`${name.zh}较${base.zh}变化${value}%`, `${name.en} ${value}% on ${base.en}`),
    indicator: yardstick.indicator,
    unit: yardstick.unit,
    baseline: yardstick.baseline?.value ?? null,
    target: target.value,
    targetKind: target.kind,
    path: due ?? null,
    pathConvention: yardstick.pathConvention ?? null,
    value: reading?.value ?? null,
    period: reading?.period ?? null,
    attained: attained ?? null,
    position,
    evidence: reading === undefined ? [] : [reading.ref.id],
  };
}

export function obligationReport(duty: Duty): ObligationReport {
  const { obligation, selfReport, assessment, fulfilled } = duty;
  const { terms } = obligation;
  return {
    id: obligation.obligation,
    title: terms.title,
    topic: terms.topic ?? null,
    agreement: terms.agreement ?? null,
    origin: terms.origin,
    liable: [...terms.liable],
    lead: terms.lead ?? null,
    shares: terms.shares ?? null,
    status: obligation.status,
    unsigned: duty.unsigned,
    from: obligation.created.on,
    dueOn: duty.dueOn ?? null,
    schedule: duty.schedule,
    selfReport: axis(selfReport),
    assessment: axis(assessment),
    overdueSince: duty.overdueSince,
    fulfilledOn: fulfilled?.dated ? fulfilled.on : null,
    fulfilledBetween: fulfilled?.dated && fulfilled.first !== fulfilled.on ? { first: fulfilled.first, last: fulfilled.on } : null,
    verifiedOn: obligation.verified?.dated ? obligation.verified.on : null,
    daysLate: duty.daysLate,
    readings: duty.readings.map((reading) => ({ ...reading })),
    yardsticks: duty.yardsticks.map(yardstickReport),
    evidence: evidenceOf(obligation.refs),
  };
}

export function interventionReport(situation: Situation, instrument: InstrumentState): InterventionReport {
  const { terms, applied, changes, ended } = instrument;
  return {
    instrument: instrument.instrument,
    title: terms.title,
    tier: terms.tier,
    by: terms.by,
    channel: terms.channel,
    strength: instrument.strength,
    from: applied.dated ? applied.on : null,
    to: endOf(situation, instrument),
    direct: terms.direct,
    binding: terms.binding,
    evidence: evidenceOf([applied, ...changes, ended]),
  };
}

export function topicReport({ topic, stage, imposed, complete, explanation, evidence }: TopicStage): CaseReport['topics'][number] {
  return {
    topic: topic.topic,
    title: topic.title ?? both(topic.topic, topic.topic),
    stage,
    imposed,
    complete,
    explanation,
    evidence: [...evidence],
  };
}
