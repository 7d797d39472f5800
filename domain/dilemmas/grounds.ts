/**
 * Grounds for intervention: since when self-coordination has failed. A dilemma of the parties has lasted long enough,
 * and either their own remedy (a conflict, contest or request they put on record) stayed unresolved, or a deadline was
 * missed by a year without an agreed new date. Here, before the principles, because 介入不足 and 过度介入 rest on it too.
 */
import type { Duty } from '../stages/duties.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, earliest, type IsoDate, latest } from '../vocabulary/dates.ts';
import type { FactId, GovernmentCode } from '../vocabulary/ids.ts';
import type { Finding } from './rule.ts';

export interface Trigger {
  readonly kind: 'deadlineMissed' | 'remedyUnresolved';
  /** First day on which the condition held. */
  readonly since: IsoDate;
  readonly evidence: readonly FactId[];
  readonly duty: Duty | undefined;
}

export interface Grounds {
  /** Failures of the parties that have lasted long enough. */
  readonly dilemmas: readonly Finding[];
  /** Failures of the parties that have not lasted long enough yet. */
  readonly young: readonly Finding[];
  readonly triggers: readonly Trigger[];
  /** First day of necessity; `undefined` = it does not hold. */
  readonly necessarySince: IsoDate | undefined;
}

function missedDeadlines(situation: Situation): Trigger[] {
  const { parameters, asOf } = situation;
  const days = parameters.get('necessity.deadlineMissedDaysMin');
  const triggers: Trigger[] = [];
  for (const duty of situation.duties) {
    if (!duty.overdue || duty.dueOn === undefined) continue;
    const since = addDays(duty.dueOn, days);
    if (since <= asOf) triggers.push({ kind: 'deadlineMissed', since, evidence: [duty.obligation.created.id], duty });
  }
  return triggers;
}

/** Remedies that the parties themselves put on record, and that are still open. */
function openRemedies(situation: Situation): Trigger[] {
  const { state, parameters, asOf } = situation;
  const days = parameters.get('necessity.remedyDaysMin');
  const open: { on: IsoDate; id: FactId; dated: boolean }[] = [];
  for (const { raised, resolved } of state.conflicts.values()) if (resolved === undefined) open.push(raised);
  for (const { payload, ref, opened } of state.requests.values()) {
    if (opened === undefined && situation.parties.includes(payload.by)) open.push(ref);
  }
  for (const { obligation } of situation.duties) {
    if (obligation.inEffect === undefined) open.push(...obligation.contested.values());
  }
  return open
    .filter((ref) => ref.dated && addDays(ref.on, days) <= asOf)
    .map((ref) => ({ kind: 'remedyUnresolved', since: addDays(ref.on, days), evidence: [ref.id], duty: undefined }));
}

/** Grounds on the date of the situation, from the parties' failures found on that date. */
export function groundsOf(situation: Situation, failures: readonly Finding[]): Grounds {
  const lasting = situation.parameters.get('necessity.dilemmaDaysMin');
  const mature: Finding[] = [];
  const young: Finding[] = [];
  let oldEnough: IsoDate | undefined;
  for (const finding of failures) {
    if (finding.status !== 'active') continue;
    // A failure of unknown date is real, but it cannot show how long it has lasted.
    const since = finding.since === null ? undefined : addDays(finding.since, lasting);
    if (since === undefined || since > situation.asOf) young.push(finding);
    else {
      mature.push(finding);
      oldEnough = oldEnough === undefined ? since : earliest(oldEnough, since);
    }
  }
  const triggers = [...missedDeadlines(situation), ...openRemedies(situation)].sort((a, b) =>
    a.since < b.since ? -1 : a.since > b.since ? 1 : 0,
  );
  const first = triggers[0];
  const necessarySince = oldEnough === undefined || first === undefined ? undefined : latest(oldEnough, first.since);
  return { dilemmas: mature, young, triggers, necessarySince };
}

export type FailureOfTier = 'bindingTried' | 'requestUnanswered' | 'recused';

/** Why the intervention of a tier counts as having failed; `undefined` = it does not. */
export function failureOfTier(
  situation: Situation,
  grounds: Grounds,
  tier: GovernmentCode,
): { why: FailureOfTier; evidence: readonly FactId[] } | undefined {
  const { state, parameters, asOf } = situation;
  const recusal = state.recusals.find(({ payload }) => payload.tier === tier);
  if (recusal !== undefined) return { why: 'recused', evidence: [recusal.ref.id] };
  const unanswered = parameters.get('stepwise.requestUnansweredDaysMin');
  for (const { payload, ref, declined, opened } of state.requests.values()) {
    const silent = payload.tier === tier && declined === undefined && opened === undefined;
    if (silent && addDays(ref.on, unanswered) <= asOf) return { why: 'requestUnanswered', evidence: [ref.id] };
  }
  if (grounds.necessarySince === undefined) return undefined;
  const persist = parameters.get('stepwise.groundsPersistDaysMin');
  for (const { terms, applied } of state.instruments.values()) {
    if (terms.tier !== tier || !terms.binding || !terms.direct || !applied.dated) continue;
    const sunset = terms.intervention === undefined ? undefined : state.interventions.get(terms.intervention)?.sunset;
    const judgedOn = sunset === undefined ? addDays(applied.on, persist) : earliest(sunset, addDays(applied.on, persist));
    if (judgedOn <= asOf) return { why: 'bindingTried', evidence: [applied.id] };
  }
  return undefined;
}

/** Nearest superior first; the next tier only where every lower one failed. `undefined` without a ladder. */
export function eligibleTier(situation: Situation, grounds: Grounds): GovernmentCode | undefined {
  let eligible: GovernmentCode | undefined;
  for (const tier of situation.ladder) {
    eligible = tier;
    if (failureOfTier(situation, grounds, tier) === undefined) break;
  }
  return eligible;
}
