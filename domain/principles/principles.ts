/** The three principles that bound intervention, per superior and instrument: never a bare boolean. */
import type { Diagnosis } from '../dilemmas/diagnose.ts';
import { eligibleTier, type Grounds } from '../dilemmas/grounds.ts';
import { directInstruments, isOpen } from '../dilemmas/instruments.ts';
import { capitalised, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { GovernmentCode } from '../vocabulary/ids.ts';
import type { Channel } from '../vocabulary/levels.ts';
import { type InstrumentKind, instrumentKinds } from './instruments.ts';
import { necessity } from './necessity.ts';
import { type Answer, type Reason, reason } from './reason.ts';
import { selfHelp } from './selfHelp.ts';
import { channelsOf, lowerTiersFailed, stepwise } from './stepwise.ts';

export type May = 'open' | 'addInstruments' | 'notYet' | 'no';

export interface InstrumentAnswer {
  readonly instrument: InstrumentKind;
  readonly may: boolean;
  readonly reasons: readonly Reason[];
}

export interface SuperiorAnswer {
  readonly tier: GovernmentCode;
  /** `open` a new intervention · `addInstruments` to its own · `notYet` its turn · `no` ground, or no superior of all. */
  readonly may: May;
  readonly already: readonly Channel[];
  readonly reasons: readonly Reason[];
  readonly instruments: readonly InstrumentAnswer[];
}

export interface PrinciplesReport {
  readonly necessity: Answer;
  readonly stepwise: Answer;
  readonly selfHelp: Answer;
  /** Whose turn it is now; `null` while necessity does not hold. */
  readonly eligible: GovernmentCode | null;
  readonly superiors: readonly SuperiorAnswer[];
  readonly reasons: readonly Reason[];
}

function standing(situation: Situation, tier: GovernmentCode, already: readonly Channel[]): Reason {
  const name = situation.namedInText(tier);
  if (already.length === 0)
    return reason('already', null, `${name.zh}没有在施行的直接介入。`, `${capitalised(name.en)} applies no direct instrument.`);
  const own = directInstruments(situation).filter((one) => one.terms.tier === tier && isOpen(situation, one));
  const titles = listed(own.map((one) => one.terms.title));
  return reason(
    'already',
    true,
    `${name.zh}已在介入，手段未载明终止：${titles.zh}。`,
    `${capitalised(name.en)} intervenes already, by instruments with no end on record: ${titles.en}.`,
    own.map((one) => one.applied.id),
  );
}

/** An accountability proposal needs a breach that somebody established; everything that binds needs necessity. */
function instrumentAnswer(
  situation: Situation,
  kind: InstrumentKind,
  allowed: boolean,
  needed: boolean,
  diagnosis: Diagnosis,
): InstrumentAnswer {
  const reasons: Reason[] = [];
  if (!allowed) reasons.push(reason('turn', false, '尚未轮到该级政府。', 'It is not the turn of this government.'));
  if (kind.binding) {
    reasons.push(
      needed
        ? reason('necessity', true, '必要性成立。', 'Necessity holds.')
        : reason('necessity', false, '有约束力的手段须待必要性成立。', 'An instrument that binds has to wait until necessity holds.'),
    );
  } else {
    const dilemma = diagnosis.findings.some((finding) => finding.status === 'active');
    reasons.push(
      dilemma
        ? reason('dilemma', true, '有困境在案；引导性手段不约束各方。', 'A dilemma is on record; guidance does not bind the parties.')
        : reason('dilemma', false, '没有困境，无需引导。', 'There is no dilemma and nothing to guide.'),
    );
  }
  if (kind.id === 'accountability') {
    const breach = situation.duties.find((duty) => duty.obligation.violated !== undefined);
    reasons.push(
      breach === undefined
        ? reason('breach', false, '没有经签署认定的违约，只能先核查。', 'No breach was established by signature; inspect first.')
        : reason('breach', true, '有经签署认定的违约。', 'A breach was established by signature.', [
            breach.obligation.violated?.id ?? breach.obligation.created.id,
          ]),
    );
  }
  return { instrument: kind, may: reasons.every((one) => one.met !== false), reasons };
}

function mayOf(needed: boolean, turn: boolean, already: readonly Channel[]): May {
  if (already.length > 0 && needed && turn) return 'addInstruments';
  if (!turn) return 'notYet';
  return needed ? 'open' : 'no';
}

/** Answer for one tier of the ladder. */
function superiorAnswer(situation: Situation, diagnosis: Diagnosis, need: Answer, tier: GovernmentCode): SuperiorAnswer {
  const already = channelsOf(situation, tier);
  const below = lowerTiersFailed(situation, diagnosis.grounds, tier);
  const needed = need.holds === true;
  const turn = below.every((one) => one.met !== false);
  const necessityReason = needed
    ? reason('necessity', true, '必要性成立。', 'Necessity holds.', [...new Set(need.reasons.flatMap((one) => one.evidence))])
    : reason('necessity', false, '介入的门槛未到。', 'The threshold for intervention is not reached.');
  return {
    tier,
    may: mayOf(needed, turn, already),
    already,
    reasons: [necessityReason, ...below, standing(situation, tier, already)],
    instruments: instrumentKinds.map((kind) => instrumentAnswer(situation, kind, turn, needed, diagnosis)),
  };
}

/** Answer for a government that may not stand on the ladder at all. */
export function answerFor(situation: Situation, report: PrinciplesReport, tier: GovernmentCode): SuperiorAnswer {
  const known = report.superiors.find((superior) => superior.tier === tier);
  if (known !== undefined) return known;
  const name = situation.namedInText(tier);
  const isParty = situation.parties.some((party) => (party as string) === tier);
  const why =
    situation.governments.get(tier) === undefined
      ? reason('unknownGovernment', false, `政府层级表中没有“${tier}”。`, `The tree of governments does not hold “${tier}”.`)
      : isParty
        ? reason('isParty', false, `${name.zh}是当事一方，不是上级。`, `${capitalised(name.en)} is a party, not a superior.`)
        : reason('notSuperior', false, `${name.zh}不是全部各方的共同上级。`, `${capitalised(name.en)} is not a superior of all parties.`);
  return { tier, may: 'no', already: [], reasons: [why], instruments: [] };
}

function eligibleOf(situation: Situation, grounds: Grounds, need: Answer): GovernmentCode | null {
  return need.holds === true ? (eligibleTier(situation, grounds) ?? null) : null;
}

/** The three principles on the date of the situation. */
export function judgePrinciples(situation: Situation, diagnosis: Diagnosis): PrinciplesReport {
  const need = necessity(situation, diagnosis.grounds);
  const steps = stepwise(situation, diagnosis.grounds);
  const help = selfHelp(situation);
  const eligible = eligibleOf(situation, diagnosis.grounds, need);
  return {
    necessity: need,
    stepwise: steps,
    selfHelp: help,
    eligible,
    superiors: situation.ladder.map((tier) => superiorAnswer(situation, diagnosis, need, tier)),
    reasons: [...need.reasons, ...steps.reasons, ...help.reasons],
  };
}
