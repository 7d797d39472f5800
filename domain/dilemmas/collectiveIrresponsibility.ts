/** 集体不负责: several are liable, nobody leads and nothing is shared out, and a milestone was missed. */
import { both, evidenceOf, grouped, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'collectiveIrresponsibility' as const;

function judge(situation: Situation) {
  const liableMin = situation.parameters.get('collectiveIrresponsibility.liableMin');
  const joint = situation.duties.filter((duty) => duty.obligation.terms.liable.length >= liableMin);
  const findings: Finding[] = [];
  for (const duty of joint) {
    const { terms, obligation, created } = duty.obligation;
    const leadAccepted = terms.lead !== undefined && (duty.obligation.accepted.has(terms.lead) || duty.obligation.assigned !== undefined);
    if (leadAccepted || terms.shares !== undefined || !duty.missed || situation.individualised.has(duty)) continue;
    const names = listed(terms.liable.map(situation.namedInText));
    findings.push({
      id,
      key: `${id}:${obligation}`,
      status: 'active',
      since: duty.overdueSince,
      severity: severityOf(duty.daysLate / 1095),
      subjects: [obligation, ...terms.liable],
      evidence: evidenceOf([created, duty.assessment?.ref]),
      explanation: both(
        `“${terms.title.zh}”由${names.zh}共同承担，既无牵头单位也未划分份额，已逾期${grouped(duty.daysLate)}天。`,
        `“${terms.title.en}” is owed by ${names.en} together; nobody leads, nothing is shared out, and it is ${grouped(duty.daysLate)} days past due.`,
      ),
    });
  }
  findings.push(...judgedFindings(situation, id));
  return {
    findings,
    otherwise:
      joint.length === 0
        ? undetermined('没有共同义务的记录。', 'No joint obligation is on record.')
        : absent(
            '共同义务有牵头单位、份额，或尚未错过节点。',
            'Joint obligations have a lead or shares, or have missed no milestone.',
            joint.map((duty) => duty.obligation.created),
          ),
  };
}

export const collectiveIrresponsibility: DilemmaRule = {
  id,
  name: both('集体不负责', 'Collective irresponsibility'),
  thresholds: ['collectiveIrresponsibility.liableMin'],
  variable: 'institution',
  remedy: both(
    '为每项共同义务确定一个牵头单位，或按约定份额分解到各方。',
    'Give every joint obligation one lead, or split it among the parties by agreed shares.',
  ),
  isGround: true,
  judge,
};
