/**
 * Conversion funnel: raised → agreed → individualised → in delivery → verified → result. Its items are obligations, and
 * topics that no obligation takes up yet. Each step counts the items that reached it, whatever they skipped; the times
 * are Kaplan–Meier medians from the step before, with open items censored and imprecise dates kept as intervals.
 */
import type { FactRef } from '../cases/state.ts';
import { daysBetween } from '../vocabulary/dates.ts';
import type { FactId, TopicId } from '../vocabulary/ids.ts';
import { type Duration, medianDuration } from './duration.ts';
import type { Duty } from './duties.ts';
import { evidenceOf } from './explain.ts';
import type { Situation } from './situation.ts';

export const funnelSteps = ['raised', 'agreed', 'individualised', 'inDelivery', 'verified', 'result'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

interface Item {
  readonly weight: number;
  /** When each step was reached; absent = not reached. */
  readonly reached: Partial<Record<FunnelStep, FactRef>>;
}

export interface StepCount {
  readonly items: number;
  readonly weight: number;
  readonly medianDays: number | null;
  readonly evidence: readonly FactId[];
}

export interface Funnel {
  readonly steps: Readonly<Record<FunnelStep, StepCount>>;
  /** Verified over agreed weight; `null` while nothing is agreed. */
  readonly conversionEfficiency: number | null;
}

function resultOf(duty: Duty): FactRef | undefined {
  const { yardsticks, assessment, obligation } = duty;
  if (yardsticks.length > 0) return yardsticks.every((own) => own.position === 'met') ? yardsticks[0]?.reading?.ref : undefined;
  if (assessment?.effect === 'major' || assessment?.effect === 'outstanding') return assessment.ref;
  // A duty to build or open something has its result when the thing is there.
  return obligation.verified !== undefined ? obligation.fulfilled : undefined;
}

function itemOf(situation: Situation, duty: Duty): Item {
  const { obligation } = duty;
  const topic = obligation.terms.topic === undefined ? undefined : situation.state.topics.get(obligation.terms.topic);
  const reached: Item['reached'] = { raised: topic?.raised ?? obligation.created };
  if (obligation.inEffect !== undefined) reached.agreed = obligation.inEffect;
  if (obligation.inEffect !== undefined && situation.individualised.has(duty)) reached.individualised = obligation.inEffect;
  const started = obligation.firstAction ?? obligation.fulfilled;
  if (started !== undefined) reached.inDelivery = started;
  if (obligation.verified !== undefined) reached.verified = obligation.verified;
  const result = resultOf(duty);
  if (result !== undefined) reached.result = result;
  return { weight: duty.weight, reached };
}

function openTopics(situation: Situation): Item[] {
  const taken = new Set<TopicId | undefined>(situation.duties.map((duty) => duty.obligation.terms.topic));
  const items: Item[] = [];
  for (const topic of situation.state.topics.values()) {
    if (taken.has(topic.topic) || topic.withdrawn !== undefined) continue;
    const reached: Item['reached'] = { raised: topic.raised };
    const consents = situation.parties.map((party) => topic.consensus.get(party));
    const last = consents.reduce((a, b) => (a === undefined || b === undefined ? undefined : a.on > b.on ? a : b), consents[0]);
    if (last !== undefined) reached.agreed = last;
    items.push({ weight: 1, reached });
  }
  return items;
}

/** Days from one step to the next as an interval; right = infinity while the next step is open. */
function durationOf(situation: Situation, from: FactRef, to: FactRef | undefined): Duration | undefined {
  if (!from.dated || (to !== undefined && !to.dated)) return undefined;
  if (to === undefined) return { left: Math.max(0, daysBetween(from.on, situation.asOf)), right: Number.POSITIVE_INFINITY };
  return { left: Math.max(0, daysBetween(from.on, to.first)), right: Math.max(0, daysBetween(from.first, to.on)) };
}

function countStep(situation: Situation, items: readonly Item[], step: FunnelStep, before: FunnelStep | undefined): StepCount {
  const there = items.filter((item) => item.reached[step] !== undefined);
  const durations: Duration[] = [];
  if (before !== undefined) {
    for (const { reached } of items) {
      const from = reached[before];
      const duration = from === undefined ? undefined : durationOf(situation, from, reached[step]);
      if (duration !== undefined) durations.push(duration);
    }
  }
  return {
    items: there.length,
    weight: there.reduce((sum, item) => sum + item.weight, 0),
    medianDays: medianDuration(durations),
    evidence: evidenceOf(there.map((item) => item.reached[step])),
  };
}

/** The funnel on the date of the situation. */
export function funnelOf(situation: Situation): Funnel {
  const items = [...situation.duties.map((duty) => itemOf(situation, duty)), ...openTopics(situation)];
  const steps = Object.fromEntries(funnelSteps.map((step, i) => [step, countStep(situation, items, step, funnelSteps[i - 1])])) as Record<
    FunnelStep,
    StepCount
  >;
  let agreed = 0;
  let verified = 0;
  for (const { reached, weight } of items) {
    if (reached.agreed === undefined) continue;
    agreed += weight;
    if (reached.verified !== undefined) verified += weight;
  }
  return { steps, conversionEfficiency: agreed === 0 ? null : verified / agreed };
}
