/** 介入不足: necessity has held for long, and the superior whose turn it is applied nothing that binds. */
import { both, dateText, evidenceOf, grouped, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, daysBetween } from '../vocabulary/dates.ts';
import { eligibleTier, groundsOf } from './grounds.ts';
import { directInstruments, isOpen } from './instruments.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type Finding, severityOf } from './rule.ts';
import type { SuperiorRule } from './superiorRule.ts';

const id = 'underIntervention' as const;

function judge(situation: Situation, failures: readonly Finding[]) {
  const grounds = groundsOf(situation, failures);
  const judged = judgedFindings(situation, id);
  const tier = eligibleTier(situation, grounds);
  if (grounds.necessarySince === undefined || tier === undefined) {
    return { findings: judged, otherwise: absent('必要性尚不成立。', 'Necessity does not hold.') };
  }
  const since = addDays(grounds.necessarySince, situation.parameters.get('underIntervention.necessityDaysMin'));
  const ladder = situation.ladder as readonly string[];
  const binding = directInstruments(situation).filter(
    (own) => own.terms.binding && ladder.includes(own.terms.tier) && isOpen(situation, own),
  );
  if (since > situation.asOf || binding.length > 0) {
    return {
      findings: judged,
      otherwise:
        binding.length > 0
          ? absent(
              '上级已有具约束力的手段在施行。',
              'The superior applies instruments that bind.',
              binding.map((own) => own.applied),
            )
          : absent(
              `必要性自${dateText(grounds.necessarySince).zh}成立，尚不足阈值天数。`,
              `Necessity holds since ${dateText(grounds.necessarySince).en}, for less than the threshold.`,
            ),
    };
  }
  const name = situation.namedInText(tier);
  const loose = directInstruments(situation).filter((own) => own.terms.tier === tier && isOpen(situation, own));
  const days = daysBetween(grounds.necessarySince, situation.asOf);
  const applied =
    loose.length === 0 ? both('未见任何直接手段', 'no direct instrument is on record') : listed(loose.map((own) => own.terms.title));
  const finding: Finding = {
    id,
    key: `${id}:${tier}`,
    status: 'active',
    since,
    severity: severityOf(0.4 + days / 3650),
    subjects: [tier],
    evidence: evidenceOf([...loose.map((own) => own.applied)]).concat(
      grounds.triggers.flatMap((trigger) => trigger.evidence).filter((fact, i, all) => all.indexOf(fact) === i),
    ),
    explanation: both(
      `介入的必要性已成立${grouped(days)}天，${name.zh}没有采取考核、督查、限期等具约束力的手段（在案：${applied.zh}）。`,
      `Necessity has held for ${grouped(days)} days and ${name.en} applied nothing that binds the parties, such as dates, assessment or inspection (on record: ${applied.en}).`,
    ),
  };
  return { findings: [finding, ...judged], otherwise: absent('', '') };
}

export const underIntervention: SuperiorRule = {
  id,
  name: both('介入不足', 'Under-intervention'),
  thresholds: [
    'underIntervention.necessityDaysMin',
    'necessity.dilemmaDaysMin',
    'necessity.remedyDaysMin',
    'necessity.deadlineMissedDaysMin',
    'stepwise.groundsPersistDaysMin',
    'stepwise.requestUnansweredDaysMin',
  ],
  variable: 'institution',
  remedy: both(
    '由最近共同上级先定时限与目标，再视情考核、督查。',
    'Let the nearest common superior set dates and targets first, then assess and inspect as needed.',
  ),
  judge,
};
