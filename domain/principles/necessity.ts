/** 非必要不干预: only when self-coordination has failed; it ends after readings that meet the criteria. */
import type { Grounds } from '../dilemmas/grounds.ts';
import { ruleOf } from '../dilemmas/diagnose.ts';
import { directInstruments } from '../dilemmas/instruments.ts';
import { dateText, grouped, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { type Answer, type Reason, reason } from './reason.ts';

function dilemmaReason(situation: Situation, grounds: Grounds): Reason {
  const days = situation.parameters.get('necessity.dilemmaDaysMin');
  const { dilemmas, young } = grounds;
  if (dilemmas.length > 0) {
    const names = listed([...new Set(dilemmas.map((finding) => finding.id))].map((id) => ruleOf(id).name));
    return reason(
      'dilemmaLasting',
      true,
      `困境已持续${days}天以上：${names.zh}。`,
      `Dilemmas have lasted ${days} days or more: ${names.en}.`,
      [...new Set(dilemmas.flatMap((finding) => finding.evidence))],
    );
  }
  return young.length > 0
    ? reason(
        'dilemmaLasting',
        false,
        `有困境，但持续不足${days}天，或起始日期不明。`,
        `There are dilemmas, but for less than ${days} days, or of unknown date.`,
      )
    : reason('dilemmaLasting', false, '没有各方自身协调失灵的困境。', 'There is no failure of the parties to coordinate.');
}

function triggerReason(situation: Situation, grounds: Grounds): Reason {
  const missed = situation.parameters.get('necessity.deadlineMissedDaysMin');
  const remedy = situation.parameters.get('necessity.remedyDaysMin');
  const timeOut = grounds.triggers.find((trigger) => trigger.kind === 'deadlineMissed');
  if (timeOut !== undefined) {
    const title = timeOut.duty?.obligation.terms.title ?? { zh: '', en: '' };
    return reason(
      'timeOut',
      true,
      `“${title.zh}”逾期已满${missed}天且未约定新的期限（逾期${grouped(timeOut.duty?.daysLate ?? 0)}天）。`,
      `“${title.en}” is past due by ${missed} days or more without an agreed new date (${grouped(timeOut.duty?.daysLate ?? 0)} days).`,
      timeOut.evidence,
    );
  }
  const open = grounds.triggers[0];
  if (open !== undefined) {
    return reason(
      'remedyUnresolved',
      true,
      `各方自行补救超过${remedy}天未果。`,
      `The parties' own remedy has been unresolved for ${remedy} days or more.`,
      open.evidence,
    );
  }
  return reason(
    'timeOutOrRemedy',
    false,
    `没有逾期满${missed}天而未改期的义务，也没有超过${remedy}天未果的自行补救。`,
    `No duty is past due by ${missed} days without a new date, and no remedy of the parties has been open for ${remedy} days.`,
  );
}

/**
 * Criteria that were met end the necessity. After the exit they answer for what stood then: grounds that came later count anew.
 */
function endedReason(situation: Situation, { necessarySince }: Grounds): Reason | undefined {
  const needed = situation.parameters.get('necessity.exitReadingsMin');
  for (const { exitReadings, opened, closed } of situation.state.interventions.values()) {
    const last = exitReadings.slice(-needed);
    if (last.length < needed || last.some((reading) => !reading.met)) continue;
    if (closed !== undefined && necessarySince !== undefined && necessarySince > closed.on) continue;
    const evidence = last.map((reading) => reading.ref.id);
    if (closed === undefined)
      return reason(
        'ended',
        false,
        `“${opened.title.zh}”已连续${needed}次读数达标，必要性终止。`,
        `“${opened.title.en}” met its criteria in ${needed} readings in a row: necessity has ended.`,
        evidence,
      );
    return reason(
      'exited',
      false,
      `“${opened.title.zh}”已连续${needed}次读数达标并已结束，此后没有出现新的依据。`,
      `“${opened.title.en}” met its criteria in ${needed} readings in a row and is closed; no new ground has come up since.`,
      [...evidence, closed.id],
    );
  }
  return undefined;
}

/** History is judged, not blocked: binding instruments that were applied before necessity held are named. */
function earlyReason(situation: Situation, grounds: Grounds): Reason | undefined {
  const early = directInstruments(situation).filter(
    ({ terms, applied }) => terms.binding && applied.dated && (grounds.necessarySince === undefined || applied.on < grounds.necessarySince),
  );
  const first = early[0];
  if (first === undefined) return undefined;
  const day = dateText(first.applied.on);
  return reason(
    'appliedBefore',
    false,
    `${early.length}项有约束力的手段早于在案的必要性（最早为${day.zh}“${first.terms.title.zh}”）。`,
    `${early.length} binding ${early.length === 1 ? 'instrument was' : 'instruments were'} applied before necessity is on record (the first on ${day.en}: “${first.terms.title.en}”).`,
    early.map(({ applied }) => applied.id),
  );
}

/** Whether intervention is necessary on the date of the situation, since when, and why. */
export function necessity(situation: Situation, grounds: Grounds): Answer {
  const reasons = [dilemmaReason(situation, grounds), triggerReason(situation, grounds)];
  const ended = endedReason(situation, grounds);
  if (ended !== undefined) reasons.push(ended);
  const early = earlyReason(situation, grounds);
  if (early !== undefined) reasons.push(early);
  const holds = grounds.necessarySince !== undefined && ended === undefined;
  if (holds && grounds.necessarySince !== undefined) {
    const day = dateText(grounds.necessarySince);
    reasons.push(reason('since', true, `必要性自${day.zh}成立。`, `Necessity holds since ${day.en}.`));
  }
  return { holds, since: holds ? (grounds.necessarySince ?? null) : null, reasons };
}
