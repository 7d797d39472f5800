/**
 * 过度介入: a superior stays past its sunset, after its exit criteria were met, after what it came for was reached,
 * or performs a party's own duty. Where no exit criteria were recorded, aims that the record shows as reached make it
 * a risk only: new aims may have been set that the record does not hold.
 */
import type { InstrumentState } from '../cases/state.ts';
import { both, dateText, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, daysBetween, earliest, type IsoDate } from '../vocabulary/dates.ts';
import { directInstruments, isOpen } from './instruments.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type Finding, severityOf, undetermined } from './rule.ts';
import type { SuperiorRule } from './superiorRule.ts';

const id = 'overIntervention' as const;

function pastSunset(situation: Situation): Finding[] {
  const findings: Finding[] = [];
  for (const { intervention, sunset, closed, opened, ref } of situation.state.interventions.values()) {
    if (sunset === undefined || closed !== undefined || sunset >= situation.asOf) continue;
    const day = dateText(sunset);
    findings.push({
      id,
      key: `${id}:${intervention}:sunset`,
      status: 'active',
      since: addDays(sunset, 1),
      subjects: [opened.tier, intervention],
      severity: severityOf(0.4 + daysBetween(sunset, situation.asOf) / 730),
      evidence: evidenceOf([ref]),
      explanation: both(
        `“${opened.title.zh}”应于${day.zh}到期退出，至今未结束。`,
        `“${opened.title.en}” was to end on ${day.en} and goes on.`,
      ),
    });
  }
  return findings;
}

/** Day on which the second of two readings in a row met the criteria. */
function criteriaMetOn(readings: readonly { met: boolean; ref: { on: IsoDate } }[], needed: number): IsoDate | undefined {
  const last = readings.slice(-needed);
  return last.length === needed && last.every((reading) => reading.met) ? last.at(-1)?.ref.on : undefined;
}

function afterExit(situation: Situation): Finding[] {
  const wait = situation.parameters.get('overIntervention.afterExitDays');
  const findings: Finding[] = [];
  for (const { intervention, closed, exitReadings, opened, ref } of situation.state.interventions.values()) {
    const met = criteriaMetOn(exitReadings, situation.parameters.get('necessity.exitReadingsMin'));
    if (met === undefined || closed !== undefined) continue;
    const since = addDays(met, wait);
    if (since > situation.asOf) continue;
    const day = dateText(met);
    findings.push({
      id,
      key: `${id}:${intervention}:exit`,
      status: 'active',
      since,
      subjects: [opened.tier, intervention],
      severity: severityOf(0.4 + daysBetween(since, situation.asOf) / 730),
      evidence: evidenceOf([ref, ...exitReadings.map((reading) => reading.ref)]),
      explanation: both(
        `“${opened.title.zh}”的退出条件已于${day.zh}达成，逾${wait}天仍未退出。`,
        `The exit criteria of “${opened.title.en}” were met on ${day.en}; more than ${wait} days later it goes on.`,
      ),
    });
  }
  return findings;
}

function substitutions(situation: Situation): Finding[] {
  return directInstruments(situation)
    .filter((own) => own.terms.substitution === true && isOpen(situation, own))
    .map((own) => ({
      id,
      key: `${id}:${own.instrument}:substitution`,
      status: 'active',
      since: own.applied.dated ? own.applied.on : null,
      severity: 0.6,
      subjects: [own.terms.tier, own.instrument],
      evidence: evidenceOf([own.applied]),
      explanation: both(
        `“${own.terms.title.zh}”由上级代行了一方自己的职责，属于接管而非协助。`,
        `Through “${own.terms.title.en}” the superior performs a party's own duty: a take-over, not help.`,
      ),
    }));
}

/** Day on which everything the instrument was for — or, unnamed, everything owed when it began — was verified. */
function aimsReachedOn(situation: Situation, instrument: InstrumentState): IsoDate | undefined {
  const named = instrument.terms.obligations;
  const duties = situation.duties.filter(({ obligation }) =>
    named === undefined ? obligation.created.on <= instrument.applied.on : named.includes(obligation.obligation),
  );
  let last: IsoDate | undefined;
  for (const { obligation } of duties) {
    if (obligation.verified === undefined || !obligation.verified.dated) return undefined;
    if (last === undefined || obligation.verified.on > last) last = obligation.verified.on;
  }
  return last;
}

/** Strong instruments without exit terms whose aims the record shows as reached, one finding per superior. */
function groundsGone(situation: Situation): Finding[] {
  const wait = situation.parameters.get('overIntervention.afterExitDays');
  const strengthMin = situation.parameters.get('interventionDependence.riskStrengthMin');
  const byTier = new Map<string, { own: InstrumentState; since: IsoDate }[]>();
  for (const own of directInstruments(situation)) {
    if (own.strength < strengthMin || own.terms.intervention !== undefined || !isOpen(situation, own)) continue;
    const reached = aimsReachedOn(situation, own);
    if (reached === undefined || addDays(reached, wait) > situation.asOf) continue;
    const list = byTier.get(own.terms.tier) ?? [];
    list.push({ own, since: addDays(reached, wait) });
    byTier.set(own.terms.tier, list);
  }
  return [...byTier].map(([tier, list]) => {
    const name = situation.namedInText(tier);
    return {
      id,
      key: `${id}:${tier}:aims`,
      status: 'risk',
      since: list.map(({ since }) => since).reduce(earliest),
      severity: 0.3,
      subjects: [tier, ...list.map(({ own }) => own.instrument)],
      evidence: evidenceOf(list.map(({ own }) => own.applied)),
      explanation: both(
        `${name.zh}的${list.length}项强手段所针对的在案义务均已核验，而未见其终止的记载；是否另设新目标，记录未载。`,
        `All duties on record that ${list.length} strong ${list.length === 1 ? 'instrument' : 'instruments'} of ${name.en} ${list.length === 1 ? 'was' : 'were'} for are verified, and no end is on record; whether new aims were set, the record does not say.`,
      ),
    };
  });
}

function judge(situation: Situation) {
  const findings = [
    ...pastSunset(situation),
    ...afterExit(situation),
    ...substitutions(situation),
    ...groundsGone(situation),
    ...judgedFindings(situation, id),
  ];
  const direct = directInstruments(situation);
  return {
    findings,
    otherwise:
      direct.length > 0 && situation.state.interventions.size === 0
        ? undetermined(
            '介入未记载退出条件和期限，只能就已核验的目标判断。',
            'No exit criteria and no sunset are on record; only verified aims can be judged.',
            direct.map((own) => own.applied),
          )
        : absent(
            '没有超期、越位或达标后仍不退出的介入。',
            'No intervention is past its end, beyond its role, or still there after its exit.',
            direct.map((own) => own.applied),
          ),
  };
}

export const overIntervention: SuperiorRule = {
  id,
  name: both('过度介入', 'Over-intervention'),
  thresholds: ['overIntervention.afterExitDays', 'necessity.exitReadingsMin', 'interventionDependence.riskStrengthMin'],
  variable: 'culture',
  remedy: both(
    '按期退出，逐步减弱手段，把权力交还约定的接收方。',
    'Leave on time, taper the instruments, and hand the powers back to the agreed receiver.',
  ),
  judge,
};
