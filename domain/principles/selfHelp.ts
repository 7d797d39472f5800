/** 助其自助: measurable exit, a sunset, powers to give back and to whom, something that builds capacity, no take-over. */
import type { InterventionState } from '../cases/state.ts';
import { directInstruments } from '../dilemmas/instruments.ts';
import { dateText } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addMonths } from '../vocabulary/dates.ts';
import { allMet, type Answer, type Reason, reason } from './reason.ts';

function recordedTerms(situation: Situation, { opened, ref, sunset }: InterventionState): Reason[] {
  const months = situation.parameters.get('selfHelp.sunsetMonthsMax');
  const evidence = [ref.id];
  const inTime = sunset !== undefined && sunset <= addMonths(ref.on, months);
  const measurable = (opened.exitCriteria ?? []).some((criterion) => criterion.indicator !== undefined);
  return [
    reason(
      'exitCriteria',
      measurable,
      measurable ? '退出条件可衡量。' : '没有可衡量的退出条件。',
      measurable ? 'Exit criteria can be measured.' : 'No measurable exit criteria.',
      evidence,
    ),
    reason(
      'sunset',
      inTime,
      inTime ? `期限在${months}个月之内。` : `没有期限，或超过${months}个月。`,
      inTime ? `The sunset lies within ${months} months.` : `No sunset, or one beyond ${months} months.`,
      evidence,
    ),
    reason(
      'handBack',
      opened.handBack !== undefined,
      opened.handBack ? '已写明交还的权力和接收方。' : '未写明交还的权力和接收方。',
      opened.handBack ? 'Powers to restore and their receiver are named.' : 'Powers to restore and their receiver are not named.',
      evidence,
    ),
  ];
}

/** An archive that holds no intervention record cannot show that there were no terms: it is silent. */
function silentTerms(): Reason[] {
  return [
    reason('exitCriteria', null, '未见退出条件的记载。', 'No exit criteria are on record.'),
    reason('sunset', null, '未见期限的记载。', 'No sunset is on record.'),
    reason('handBack', null, '未见交还权力及接收方的记载。', 'No powers to restore and no receiver are on record.'),
  ];
}

function practice(situation: Situation): Reason[] {
  const direct = directInstruments(situation);
  const building = direct.filter((own) => own.terms.capacityBuilding === true);
  const taking = direct.filter((own) => own.terms.substitution === true);
  const reasons = [
    building.length > 0
      ? reason(
          'capacityBuilding',
          true,
          `有${building.length}项能力建设手段。`,
          `${building.length} ${building.length === 1 ? 'instrument builds' : 'instruments build'} capacity.`,
          building.map((own) => own.applied.id),
        )
      : reason('capacityBuilding', false, '没有能力建设手段。', 'No instrument builds capacity.'),
    taking.length > 0
      ? reason(
          'noSubstitution',
          false,
          '上级代行了一方的职责。',
          "The superior performs a party's duty.",
          taking.map((own) => own.applied.id),
        )
      : reason('noSubstitution', true, '未见上级代行职责的记载。', 'No take-over of a duty is on record.'),
  ];
  for (const { payload, ref } of situation.state.restorations) {
    const name = situation.namedInText(payload.receiver);
    reasons.push(
      reason(
        'restored',
        true,
        `权力已交还${name.zh}（${dateText(ref.on).zh}）。`,
        `Powers went back to ${name.en} on ${dateText(ref.on).en}.`,
        [ref.id],
      ),
    );
  }
  return reasons;
}

function ownAgreementsAfter(situation: Situation): Reason[] {
  const first = directInstruments(situation)[0]?.applied;
  if (first === undefined) return [];
  return [...situation.state.agreements.values()]
    .filter(
      ({ terms, signed, terminated }) =>
        signed.on > first.on && terminated === undefined && terms.parties.filter((party) => situation.parties.includes(party)).length >= 2,
    )
    .map(({ terms, signed }) =>
      reason(
        'ownAgreement',
        true,
        `介入期间或之后各方自行签署《${terms.title.zh}》。`,
        `During or after intervention the parties signed “${terms.title.en}” among themselves.`,
        [signed.id],
      ),
    );
}

/** After an exit the superior watches whether coordination lasts; nothing is decided by it. */
function watches(situation: Situation): Reason[] {
  const months = situation.parameters.get('selfHelp.watchMonths');
  return [...situation.state.interventions.values()].flatMap(({ opened, closed }) => {
    const until = closed?.dated ? addMonths(closed.on, months) : undefined;
    if (closed === undefined || until === undefined || until <= situation.asOf) return [];
    const day = dateText(until);
    return [
      reason(
        'watch',
        null,
        `“${opened.title.zh}”已退出，观察至${day.zh}（${months}个月），看协同能否自行维持。`,
        `“${opened.title.en}” has ended and is watched until ${day.en} (${months} months), to see whether coordination lasts.`,
        [closed.id],
      ),
    ];
  });
}

/** Judged for what was applied; without any direct instrument there is nothing to judge. */
export function selfHelp(situation: Situation): Answer {
  if (directInstruments(situation).length === 0) {
    return {
      holds: null,
      since: null,
      reasons: [reason('noIntervention', null, '没有直接介入可供判断。', 'There is no direct intervention to judge.')],
    };
  }
  const interventions = [...situation.state.interventions.values()];
  const terms = interventions.length === 0 ? silentTerms() : interventions.flatMap((own) => recordedTerms(situation, own));
  const reasons = [...terms, ...practice(situation)];
  return { holds: allMet(reasons), since: null, reasons: [...reasons, ...ownAgreementsAfter(situation), ...watches(situation)] };
}
