/**
 * 介入依赖: self-coordination falls when the superior leaves. Before the exit there can only be a risk: under strong
 * intervention the parties set little going themselves.
 */
import type { InstrumentState } from '../cases/state.ts';
import { actsBetween, isOfParties, selfInitiatedShare } from '../stages/activity.ts';
import { both, dateText, evidenceOf, percent } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addMonths, earliest, type IsoDate } from '../vocabulary/dates.ts';
import { directInstruments, endOf } from './instruments.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type Finding, severityOf, undetermined } from './rule.ts';
import type { SuperiorRule } from './superiorRule.ts';

const id = 'interventionDependence' as const;

interface Exit {
  readonly instrument: InstrumentState;
  readonly on: IsoDate;
}

/** The latest end of a strong instrument by an act of the superior (not of one that ran its planned course). */
function lastExit(situation: Situation, strengthMin: number): Exit | undefined {
  let exit: Exit | undefined;
  for (const instrument of directInstruments(situation)) {
    const on = endOf(situation, instrument);
    if (on === null || instrument.ended === undefined || !instrument.ended.dated || instrument.strength < strengthMin) continue;
    const replaced = [...situation.state.instruments.values()].some((own) => own.terms.replaces === instrument.instrument);
    if (!replaced && (exit === undefined || on > exit.on)) exit = { instrument, on };
  }
  return exit;
}

function riskFinding(situation: Situation, strong: readonly InstrumentState[]): Finding | undefined {
  const bound = situation.parameters.get('interventionDependence.riskShareMax');
  const months = situation.parameters.get('interventionDependence.windowMonths');
  const acts = actsBetween(situation.state, addMonths(situation.asOf, -months), situation.asOf);
  const share = selfInitiatedShare(acts, situation.parameters.get('interventionDependence.actsMin'));
  if (share === undefined || share >= bound) return undefined;
  return {
    id,
    key: `${id}:risk`,
    status: 'risk',
    since: null,
    severity: severityOf((bound - share) * 0.8),
    subjects: [...situation.parties],
    evidence: evidenceOf(strong.map((own) => own.applied)).concat(acts.filter(isOfParties).map((act) => act.id)),
    explanation: both(
      `强势介入期间，近${months}个月各方活动中自主发起的仅占${percent(share).zh}：一旦退出，协同可能难以为继。`,
      `Under strong intervention only ${percent(share).en} of the parties' acts of the last ${months} months were set going by themselves: coordination may not outlast it.`,
    ),
  };
}

function afterExit(situation: Situation, exit: Exit) {
  const months = situation.parameters.get('interventionDependence.windowMonths');
  const min = situation.parameters.get('interventionDependence.actsMin');
  const until = earliest(addMonths(exit.on, months), situation.asOf);
  const before = selfInitiatedShare(actsBetween(situation.state, addMonths(exit.on, -months), exit.on), min);
  const later = actsBetween(situation.state, exit.on, until);
  const after = selfInitiatedShare(later, min);
  const day = dateText(exit.on);
  if (before === undefined || after === undefined) {
    const own = later.filter((act) => isOfParties(act) && act.initiative === 'self').length;
    return {
      finding: undefined,
      otherwise: undetermined(
        `“${exit.instrument.terms.title.zh}”于${day.zh}退出；此后在案的各方自主活动${own}次，不足以判断是否依赖。`,
        `“${exit.instrument.terms.title.en}” ended on ${day.en}; ${own} acts set going by the parties are on record since: too little to tell dependence.`,
        [exit.instrument.applied, exit.instrument.ended],
      ),
    };
  }
  const drop = before === 0 ? 0 : 1 - after / before;
  const finding: Finding | undefined =
    drop < situation.parameters.get('interventionDependence.dropShareMin')
      ? undefined
      : {
          id,
          key: `${id}:${exit.instrument.instrument}`,
          status: 'active',
          since: until,
          severity: severityOf(drop),
          subjects: [...situation.parties],
          evidence: evidenceOf([exit.instrument.ended]).concat(later.map((act) => act.id)),
          explanation: both(
            `“${exit.instrument.terms.title.zh}”退出后，自主发起的份额由${percent(before).zh}降至${percent(after).zh}。`,
            `After “${exit.instrument.terms.title.en}” ended, the self-initiated share fell from ${percent(before).en} to ${percent(after).en}.`,
          ),
        };
  return {
    finding,
    otherwise: absent(
      `退出后自主发起的份额未明显下降（${percent(before).zh}→${percent(after).zh}）。`,
      `The self-initiated share did not fall markedly after the exit (${percent(before).en} to ${percent(after).en}).`,
    ),
  };
}

function judge(situation: Situation) {
  const strengthMin = situation.parameters.get('interventionDependence.riskStrengthMin');
  const judged = judgedFindings(situation, id);
  const exit = lastExit(situation, strengthMin);
  if (exit !== undefined) {
    const { finding, otherwise } = afterExit(situation, exit);
    return { findings: [...(finding ? [finding] : []), ...judged], otherwise };
  }
  const strong = directInstruments(situation).filter((own) => own.strength >= strengthMin && endOf(situation, own) === null);
  if (strong.length === 0) return { findings: judged, otherwise: absent('没有强势介入。', 'There is no strong intervention.') };
  const risk = riskFinding(situation, strong);
  return {
    findings: [...(risk ? [risk] : []), ...judged],
    otherwise: undetermined(
      '介入尚未退出；活动记录不足以看出依赖风险，或自主份额不低。',
      'The intervention has not ended; acts on record are too few to read a risk, or the self-initiated share is not low.',
      strong.map((own) => own.applied),
    ),
  };
}

export const interventionDependence: SuperiorRule = {
  id,
  name: both('介入依赖', 'Intervention dependence'),
  thresholds: [
    'interventionDependence.dropShareMin',
    'interventionDependence.windowMonths',
    'interventionDependence.riskShareMax',
    'interventionDependence.riskStrengthMin',
    'interventionDependence.actsMin',
  ],
  variable: 'culture',
  remedy: both(
    '逐步减弱、边退边扶，把协调能力和经费留给各方。',
    'Taper step by step, and leave the parties the capacity and the money to coordinate.',
  ),
  judge,
};
