/**
 * 协调乏力: joint obligations are open and no joint body may supervise or assess every party. Rank alone does not count.
 * Mitigated while an organ of the superior coordinates instead, with those powers and by a strong organisational act.
 */
import type { BodyState } from '../cases/state.ts';
import type { Duty } from '../stages/duties.ts';
import { both, evidenceOf, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { earliest, type IsoDate, latest } from '../vocabulary/dates.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, undetermined } from './rule.ts';

const id = 'weakCoordinator' as const;

function hasAuthority(situation: Situation, body: BodyState): boolean {
  return (
    (body.powers.includes('supervise') || body.powers.includes('assess')) && situation.parties.every((party) => body.over.includes(party))
  );
}

function isJoint(situation: Situation, body: BodyState): boolean {
  return situation.parties.every((party) => body.members.includes(party));
}

function mitigator(situation: Situation): BodyState | undefined {
  const strengthMin = situation.parameters.get('weakCoordinator.mitigatingStrengthMin');
  const taken = [...situation.state.instruments.values()].some(
    ({ terms, strength, ended }) => terms.channel === 'organisation' && terms.direct && strength >= strengthMin && ended === undefined,
  );
  if (!taken) return undefined;
  return [...situation.state.bodies.values()].find(
    (body) => body.abolished === undefined && body.kind === 'superior' && hasAuthority(situation, body),
  );
}

/** Day on which a duty ended, by whatever ended it first; `undefined` while it is open. */
function endedOn({ open, obligation: { fulfilled, verified, discharged } }: Duty): IsoDate | undefined {
  if (open) return undefined;
  return [fulfilled, verified, discharged].flatMap((ref) => (ref === undefined ? [] : [ref.on])).reduce(earliest);
}

/** Day on which the dated joint duties that are open now began to follow one another without a gap; `null` if none is. */
function jointSince(situation: Situation): IsoDate | null {
  const joint = situation.duties
    .filter((duty) => duty.joint && duty.obligation.created.dated)
    .sort((a, b) => (a.obligation.created.on < b.obligation.created.on ? -1 : 1));
  let chain: { readonly since: IsoDate; until: IsoDate | undefined } | undefined;
  for (const duty of joint) {
    const since = duty.obligation.created.on;
    const until = endedOn(duty);
    if (chain === undefined || (chain.until !== undefined && since > chain.until)) chain = { since, until };
    else if (chain.until !== undefined) chain.until = until === undefined ? undefined : latest(chain.until, until);
  }
  return chain !== undefined && chain.until === undefined ? chain.since : null;
}

/** Both conditions hold: from the later of that day and the end of the last body that had the powers. */
function sinceOf(situation: Situation): IsoDate | null {
  let since = jointSince(situation);
  for (const body of situation.state.bodies.values()) {
    if (since === null || body.abolished === undefined || !hasAuthority(situation, body) || !isJoint(situation, body)) continue;
    since = latest(since, body.abolished.on);
  }
  return since;
}

function judge(situation: Situation) {
  const open = situation.duties.filter((duty) => duty.joint && duty.open);
  const judged = judgedFindings(situation, id);
  const standing = [...situation.state.bodies.values()].filter((body) => body.abolished === undefined);
  const strong = standing.find((body) => hasAuthority(situation, body) && isJoint(situation, body));
  if (strong !== undefined) {
    return {
      findings: [],
      otherwise: absent(`“${strong.title.zh}”有权监督或考核各方。`, `“${strong.title.en}” may supervise or assess every party.`, [
        strong.established,
        ...strong.upgrades,
      ]),
    };
  }
  if (open.length === 0) {
    return {
      findings: judged,
      otherwise: situation.duties.some((duty) => duty.joint)
        ? absent('没有未了结的共同义务。', 'No joint obligation is open.')
        : undetermined('没有共同义务的记录。', 'No joint obligation is on record.'),
    };
  }
  const relief = mitigator(situation);
  const names = standing.length === 0 ? both('没有协调机构', 'there is no coordinating body') : listed(standing.map((body) => body.title));
  const finding: Finding = {
    id,
    key: `${id}:case`,
    status: relief === undefined ? 'active' : 'mitigated',
    since: sinceOf(situation),
    severity: relief === undefined ? 0.7 : 0.3,
    subjects: [situation.state.caseId, ...standing.map((body) => body.body)],
    evidence: evidenceOf([
      ...open.map((duty) => duty.obligation.created),
      ...standing.flatMap((body) => [body.established, ...body.upgrades]),
    ]),
    explanation:
      relief === undefined
        ? both(
            `${open.length}项共同义务未了结，而现有机构（${names.zh}）均无权监督或考核全部各方。`,
            `${open.length} joint ${open.length === 1 ? 'obligation is' : 'obligations are'} open and no body (${names.en}) may supervise or assess every party.`,
          )
        : both(
            `共同机构仍无监督、考核权，但由上级的“${relief.title.zh}”代行协调，困境有所缓解。`,
            `The joint body still lacks power to supervise or assess; “${relief.title.en}” of the superior coordinates instead, which mitigates it.`,
          ),
  };
  return { findings: [finding, ...judged], otherwise: absent('', '') };
}

export const weakCoordinator: DilemmaRule = {
  id,
  name: both('协调乏力', 'Weak coordinator'),
  thresholds: ['weakCoordinator.mitigatingStrengthMin'],
  variable: 'institution',
  remedy: both(
    '赋予协调机构对各方的监督或考核权，或经共同上级明确授权。',
    'Give the coordinating body the power to supervise or assess every party, or have the common superior delegate it.',
  ),
  isGround: true,
  judge,
};
