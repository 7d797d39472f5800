/**
 * 决而不行: agreed, not executed. A duty that is past due (with grace) while completion is at most limited, or — where
 * the register is kept live, so that silence means something — one without any action long after it took effect.
 * For the case as a whole: when such duties carry at least half of the weight that is due.
 */
import type { FactRef } from '../cases/state.ts';
import { both, dateText, evidenceOf, grouped, percent } from '../stages/explain.ts';
import { type Duty, unacceptedText, unsignedText } from '../stages/duties.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, earliest, type IsoDate } from '../vocabulary/dates.ts';
import { atMost, completions } from '../vocabulary/levels.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'decisionWithoutAction' as const;

interface Idle {
  readonly duty: Duty;
  readonly since: IsoDate;
  readonly why: 'overdue' | 'idle';
}

/** No evidence counts as little done once it is past due; evidence of which nobody says how far it goes does not. */
function littleDone({ completion, obligation }: Duty): boolean {
  return completion === undefined ? obligation.evidenced === undefined : atMost(completions, completion, 'limited');
}

/** Since when a live duty in effect has seen no action for too long. */
function idleSince({ asOf, parameters }: Situation, { obligation: { live, inEffect, firstAction } }: Duty): IsoDate | undefined {
  if (!live || !inEffect?.dated || firstAction !== undefined) return undefined;
  const since = addDays(inEffect.on, parameters.get('decisionWithoutAction.idleDaysMin'));
  return since <= asOf ? since : undefined;
}

function overdueSince({ asOf, parameters }: Situation, { overdue, dueOn }: Duty): IsoDate | undefined {
  if (!overdue || dueOn === undefined) return undefined;
  const since = addDays(dueOn, parameters.get('decisionWithoutAction.graceDays') + 1);
  return since <= asOf ? since : undefined;
}

/** A duty that lay idle before it was overdue has been stuck since then: its due date does not begin it anew. */
function idleDuty(situation: Situation, duty: Duty): Idle | undefined {
  if (!duty.open || duty.obligation.suspended !== undefined || !littleDone(duty)) return undefined;
  const [overdue, idle] = [overdueSince(situation, duty), idleSince(situation, duty)];
  if (overdue !== undefined) return { duty, since: idle === undefined ? overdue : earliest(overdue, idle), why: 'overdue' };
  return idle && { duty, since: idle, why: 'idle' };
}

function refsOf(duty: Duty): (FactRef | undefined)[] {
  return [duty.obligation.created, duty.obligation.inEffect, duty.assessment?.ref, duty.selfReport?.ref];
}

function dutyFinding({ duty, since, why }: Idle): Finding {
  const { obligation, title } = { obligation: duty.obligation, title: duty.obligation.terms.title };
  const due = duty.dueOn === undefined ? both('', '') : dateText(duty.dueOn);
  return {
    id,
    key: `${id}:${obligation.obligation}`,
    status: 'active',
    since,
    severity: severityOf(why === 'overdue' ? duty.daysLate / 1095 : 0.3),
    subjects: [obligation.obligation, ...obligation.terms.liable],
    evidence: evidenceOf(refsOf(duty)),
    explanation:
      why === 'overdue'
        ? both(
            `“${title.zh}”应于${due.zh}前完成，已逾期${grouped(duty.daysLate)}天，完成程度${duty.completion === undefined ? '无记录' : '不高于“有限”'}。`,
            `“${title.en}” was due on ${due.en}; it is ${grouped(duty.daysLate)} days past due and completion is ${duty.completion === undefined ? 'not on record' : 'limited at most'}.`,
          )
        : both(`“${title.zh}”生效后至今无任何行动记录。`, `No action on “${title.en}” has been recorded since it took effect.`),
  };
}

/** Past its date, with grace, done or not; one without a date counts as due once it is idle. */
function isDue(situation: Situation, duty: Duty, isIdle: boolean): boolean {
  if (duty.pending) return false;
  if (duty.dueOn === undefined) return isIdle;
  return addDays(duty.dueOn, situation.parameters.get('decisionWithoutAction.graceDays')) < situation.asOf;
}

function weightOf(duties: readonly Duty[]): number {
  return duties.reduce((sum, { weight }) => sum + weight, 0);
}

/** Day on which the idle weight first reached the share of what is due today. */
function sinceOfShare(idle: readonly Idle[], needed: number): IsoDate {
  let weight = 0;
  for (const { duty, since } of [...idle].sort((a, b) => (a.since < b.since ? -1 : 1))) {
    weight += duty.weight;
    if (weight >= needed - 1e-9) return since;
  }
  throw new Error('bug: the share was reached by nothing');
}

/** `idle`: those that are due. One that has time left is idle by itself, and no part of what is due. */
function caseFinding(situation: Situation, idle: readonly Idle[], due: number): Finding | undefined {
  const weight = weightOf(idle.map(({ duty }) => duty));
  const shareMin = situation.parameters.get('decisionWithoutAction.dueWeightShareMin');
  if (due === 0 || idle.length === 0 || weight / due < shareMin) return undefined;
  const oldest = Math.max(...idle.map(({ duty }) => duty.daysLate));
  const share = percent(weight / due);
  return {
    id,
    key: `${id}:case`,
    status: 'active',
    since: sinceOfShare(idle, shareMin * due),
    severity: severityOf(weight / due),
    subjects: [situation.state.caseId],
    evidence: evidenceOf(idle.flatMap(({ duty }) => refsOf(duty))),
    explanation: both(
      `到期义务权重的${share.zh}（${idle.length}项，逾期未满宽限期或已有较大进展的不计）未见落实，最久逾期${grouped(oldest)}天。`,
      `${share.en} of the weight that is due (${idle.length} ${idle.length === 1 ? 'duty' : 'duties'}, not counting those within the days of grace or well advanced) is not acted on; the oldest is ${grouped(oldest)} days past due.`,
    ),
  };
}

function judge(situation: Situation) {
  const idle = situation.duties.map((duty) => idleDuty(situation, duty)).filter((one) => one !== undefined);
  const isIdle = new Set(idle.map(({ duty }) => duty));
  const due = weightOf(situation.duties.filter((duty) => isDue(situation, duty, isIdle.has(duty))));
  const idleAndDue = idle.filter(({ duty }) => isDue(situation, duty, true));
  const whole = caseFinding(situation, idleAndDue, due);
  const findings = [...(whole ? [whole] : []), ...idle.map(dutyFinding), ...judgedFindings(situation, id)];
  const refs = situation.duties.map((duty) => duty.obligation.created);
  const [one, other] = [unacceptedText(situation.duties), unsignedText(situation.duties)];
  const not = both(`${one.zh}${other.zh}`, `${one.en} ${other.en}`.trim());
  return {
    findings,
    otherwise:
      situation.duties.length === 0 || due === 0
        ? undetermined(
            `尚无到期义务；归档案例中的沉默不能当作不作为。${not.zh}`,
            `Nothing is due yet; silence in an archive is no proof of inaction. ${not.en}`.trim(),
            refs,
          )
        : absent(
            `到期义务均已落实或在宽限期内。${not.zh}`,
            `What is due was acted on, or is within the grace period. ${not.en}`.trim(),
            refs,
          ),
  };
}

export const decisionWithoutAction: DilemmaRule = {
  id,
  name: both('决而不行', 'Decision without action'),
  thresholds: ['decisionWithoutAction.graceDays', 'decisionWithoutAction.idleDaysMin', 'decisionWithoutAction.dueWeightShareMin'],
  variable: 'action',
  remedy: both(
    '逐项明确牵头单位、时限与衡量标准，纳入督办台账并定期考核。',
    'Name a lead, a date and a measure for each item, keep it on a supervised ledger and assess it at fixed dates.',
  ),
  isGround: true,
  judge,
};
