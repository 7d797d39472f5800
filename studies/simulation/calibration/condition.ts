/**
 * Coded facts of a case as conditions of the ensemble: its parties, its text, its trust, its coordinator and what superiors had begun by
 * a date. What the case does not say stays as wide as the ensemble has it.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Channel } from '@gongze/domain/vocabulary/levels';
import type { Carried, CarriedIntervention } from '../model/carried.ts';
import { monthsBetween } from './observe.ts';

export interface Conditions {
  readonly parties: number;
  /** Parameters that the case fixes. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** Which of the model's three instruments a channel is. Channels that only guide or persuade count as coordination. */
export const instrumentOf: Readonly<Record<Channel, 'sanction' | 'subsidy' | 'coordination'>> = {
  policyDocument: 'coordination',
  discourse: 'coordination',
  leaderParticipation: 'coordination',
  planning: 'coordination',
  interestCoordination: 'coordination',
  organisation: 'coordination',
  assessment: 'sanction',
  inspection: 'sanction',
  accountability: 'sanction',
  fiscal: 'subsidy',
  technical: 'subsidy',
  personnel: 'coordination',
};

/** A document that sets duties works by being checked. */
const kindOf = (channel: Channel, binding: boolean): CarriedIntervention['kind'] =>
  channel === 'policyDocument' && binding ? 'sanction' : instrumentOf[channel];

/** Years of the past that are run before a case is gone on with: the memory of reputation is shorter, and so the answer comes soon. */
const carriedMonthsMax = 120;

/** What superiors had begun by the report's date, as the model carries it over, with its month 0 on that date. */
export function carriedOf(report: CaseReport, start: string): Carried {
  const interventions = report.interventions.flatMap(({ channel, binding, strength, tier, from, to }): CarriedIntervention[] => {
    if (from === null || from > report.asOf) return [];
    return [
      {
        kind: kindOf(channel, binding),
        strength,
        tier: Math.max(0, report.ladder.indexOf(tier)),
        from: monthsBetween(report.asOf, from),
        // What begins and ends in one month acted in it.
        ...(to !== null && { until: monthsBetween(report.asOf, to) + (from.slice(0, 7) === to.slice(0, 7) ? 1 : 0) }),
      },
    ];
  });
  return { months: Math.min(carriedMonthsMax, Math.max(0, monthsBetween(start, report.asOf))), interventions };
}

/**
 * The same reading for runs whose month 0 is the beginning of the joint work, as a forecast is judged: what is known by the report's date
 * acts in its months, what is in force then goes on, and nothing that came later is known.
 */
export function recordedFrom(report: CaseReport, start: string): Carried {
  const shift = monthsBetween(start, report.asOf);
  const interventions = carriedOf(report, start).interventions.map((own) => ({
    ...own,
    from: own.from + shift,
    ...(own.until !== undefined && { until: own.until + shift }),
  }));
  return { months: 0, interventions };
}

/** Evidence, in occasions, that a coded trust stands for at the start. */
const priorOccasions = 2.5;
const partiesMin = 2;
const partiesMax = 20;

export function conditionsOf(report: CaseReport): Conditions {
  const coded = new Map(
    [...report.variables.culture.components, ...report.variables.institution.components].map(({ id, value }) => [id, value]),
  );
  const text = coded.get('textQuality') ?? null;
  const trust = coded.get('trust') ?? null;
  const authority = coded.get('coordinatorAuthority') ?? null;
  return {
    parties: Math.min(partiesMax, Math.max(partiesMin, report.parties.length)),
    parameters: {
      ...(text !== null && { spec: text, bind: text }),
      ...(authority !== null && { rank: authority }),
      ...(trust !== null && { a0: Math.max(0.05, priorOccasions * trust), b0: Math.max(0.05, priorOccasions * (1 - trust)) }),
    },
  };
}
