/** 运动式治理: the parties act while a superior looks, and stop when it looks away. */
import { actsBetween, isOfParties } from '../stages/activity.ts';
import { both, dateText, percent } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, addMonths, daysBetween, type IsoDate } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'campaignGovernance' as const;

interface Wave {
  readonly event: FactId;
  readonly on: IsoDate;
  readonly peak: readonly FactId[];
  readonly drop: number;
  readonly seenOn: IsoDate;
}

/** Peak: half a window around the event; fall: the window that follows. `undefined` if the acts do not form one. */
function waveAt(situation: Situation, event: FactId, on: IsoDate): Wave | undefined {
  const { state, asOf, parameters } = situation;
  const half = Math.round((parameters.get('campaignGovernance.windowMonths') * 30.44) / 2);
  const end = addDays(on, half);
  const seenOn = addMonths(end, parameters.get('campaignGovernance.windowMonths'));
  if (seenOn > asOf) return undefined;
  const precision = parameters.get('campaignGovernance.precisionDaysMax');
  const own = (from: IsoDate, to: IsoDate) => actsBetween(state, from, to).filter((act) => isOfParties(act) && act.spanDays <= precision);
  const peak = own(addDays(on, -half), end);
  const before = own(addDays(on, -3 * half), addDays(on, -half));
  const after = own(end, seenOn);
  if (peak.length < parameters.get('campaignGovernance.actsMin') || peak.length <= before.length) return undefined;
  const drop = 1 - after.length / peak.length;
  return drop >= parameters.get('campaignGovernance.dropShareMin')
    ? { event, on, peak: peak.map((act) => act.id), drop, seenOn }
    : undefined;
}

function judge(situation: Situation) {
  const { state, parameters } = situation;
  // A date that is known to the month places an act well enough to see activity rise and fall; a year does not.
  const precision = parameters.get('campaignGovernance.precisionDaysMax');
  const events = [...state.instruments.values()].filter(
    ({ terms, applied }) => terms.direct && applied.dated && daysBetween(applied.first, applied.on) <= precision,
  );
  // The latest wave tells how the parties work now; earlier ones are history.
  let wave: Wave | undefined;
  for (const { applied } of events.toSorted((a, b) => (a.applied.on < b.applied.on ? 1 : -1))) {
    wave = waveAt(situation, applied.id, applied.on);
    if (wave !== undefined) break;
  }
  const findings: Finding[] = judgedFindings(situation, id);
  if (wave !== undefined) {
    const day = dateText(wave.on);
    const months = parameters.get('campaignGovernance.windowMonths');
    findings.push({
      id,
      key: `${id}:${wave.event}`,
      status: 'active',
      since: wave.seenOn,
      severity: severityOf(wave.drop),
      subjects: [...situation.parties],
      evidence: [wave.event, ...wave.peak],
      explanation: both(
        `${day.zh}上级行动前后各方活动${wave.peak.length}次，其后${months}个月回落${percent(wave.drop).zh}。`,
        `Around the superior's act of ${day.en} the parties acted ${wave.peak.length} times; in the ${months} months after, ${percent(wave.drop).en} less.`,
      ),
    });
  }
  const acts = state.acts.filter(isOfParties).length;
  return {
    findings,
    otherwise:
      events.length === 0 || acts < parameters.get('campaignGovernance.actsMin')
        ? undetermined(
            `各方活动记录仅${acts}次，看不出起落。`,
            `Only ${acts} acts of the parties are on record: no rise and fall can be read.`,
          )
        : absent('各方活动没有随上级行动起落。', 'Activity of the parties does not rise and fall with the superior.'),
  };
}

export const campaignGovernance: DilemmaRule = {
  id,
  name: both('运动式治理', 'Campaign-style governance'),
  thresholds: [
    'campaignGovernance.dropShareMin',
    'campaignGovernance.windowMonths',
    'campaignGovernance.actsMin',
    'campaignGovernance.precisionDaysMax',
  ],
  variable: 'action',
  remedy: both(
    '把一次性动员改为常年、少量、可预期的督查与报告。',
    'Replace single mobilisations by few, regular and foreseeable checks and reports.',
  ),
  isGround: true,
  judge,
};
