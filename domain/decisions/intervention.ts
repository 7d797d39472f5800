/**
 * Rules of vertical intervention. On a live case the three principles decide: what their report says no to is refused,
 * with the condition that is missing; only a written reason overrides, and it stays visible for ever.
 */
import type { InterventionState } from '../cases/state.ts';
import type { Payload } from '../events/catalogue.ts';
import type { instrumentKinds } from '../principles/instruments.ts';
import { answerFor, type SuperiorAnswer } from '../principles/principles.ts';
import type { Reason } from '../principles/reason.ts';
import { addDays, addMonths } from '../vocabulary/dates.ts';
import { type ActorId, type GovernmentCode, governmentOf } from '../vocabulary/ids.ts';
import type { Channel } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { type DecisionContext, isParty, nameIn, type Rule } from './context.ts';
import { both, type Missing, type Refusal, refuse } from './refusal.ts';
import { taken, unknown } from './subjects.ts';
import { dateText } from '../stages/explain.ts';

export interface InstrumentToApply extends Payload<'instrumentApplied'> {}

export interface Opening extends Payload<'interventionOpened'> {
  readonly instruments: readonly InstrumentToApply[];
}

const remedies: Readonly<Record<string, Bilingual>> = {
  dilemmaLasting: both(
    '待困境持续满规定天数，或补录其起始日期',
    'wait until a dilemma has lasted long enough, or record since when it does',
  ),
  timeOutOrRemedy: both('由各方先自行补救并记录，逾期未果再行介入', 'let the parties try their own remedy and record it'),
  ended: both('依据已消失，应启动退出', 'the ground is gone: prepare the exit'),
  exited: both(
    '已经退出，由各方自行处理；出现新的依据后再行判断',
    'the exit is done and the parties go on alone: wait until a new ground comes up',
  ),
  appliedBefore: both('已成事实，不能补正；在审查意见中如实写明', 'it is past and cannot be mended: it stands in the report as it is'),
  necessity: both('待必要性成立', 'wait until necessity holds'),
  turn: both('由更近的共同上级先行', 'let the nearer superior act first'),
  breach: both('先查实并签署认定违约', 'establish the breach by signature first'),
  dilemma: both('没有困境，无需引导', 'there is no dilemma: nothing to guide'),
};

/** What would fulfil a condition of the principles that is not met. */
export function remedyOf({ id }: Pick<Reason, 'id'>): Bilingual {
  return (
    remedies[id] ??
    (id.startsWith('lower:')
      ? both('先由该级介入、答复或书面回避', 'let that tier act, answer, or recuse itself in writing')
      : both('满足该条件', 'meet the condition'))
  );
}

function missingOf(reasons: readonly Reason[]): Missing[] {
  return reasons.filter((one) => one.met === false).map((one) => ({ what: one.text, remedy: remedyOf(one) }));
}

const hasOverride = (override: Bilingual | undefined): boolean => override !== undefined;

function principleRefusal(context: DecisionContext, answer: SuperiorAnswer): Refusal {
  const need = context.principles().necessity;
  const outOfTurn = answer.reasons.some((one) => one.id.startsWith('lower:') && one.met === false);
  const name = nameIn(context, answer.tier);
  const reasons = outOfTurn
    ? answer.reasons.filter((one) => one.id.startsWith('lower:'))
    : [...need.reasons, ...answer.reasons.filter((one) => one.id !== 'necessity')];
  return refuse(
    outOfTurn ? 'stepwise' : 'necessity',
    outOfTurn
      ? both(`尚未轮到${name.zh}：更近的上级还没有用尽办法。`, `It is not the turn of ${name.en}: a nearer superior has not failed.`)
      : both('非必要不干预：介入的门槛未到。', 'Only if necessary: the threshold for intervention is not reached.'),
    outOfTurn
      ? both('请更近的上级先行，或由其书面回避。', 'Let the nearer superior act, or recuse itself in writing.')
      : both('先由各方自行补救并记录在案。', 'Let the parties try their own remedy, on record.'),
    { missing: missingOf(reasons), evidence: reasons.flatMap((one) => one.evidence), overridable: true },
  );
}

/** Necessity and turn, by the report of the principles for that tier. */
export const principlesAllow: Rule<{ tier: GovernmentCode | string; override?: Bilingual | undefined }> = ({ tier, override }, context) => {
  const answer = answerFor(context.situation, context.principles(), tier as GovernmentCode);
  if (!context.situation.ladder.includes(tier as GovernmentCode)) {
    const why = answer.reasons[0]?.text ?? both('不是共同上级。', 'It is not a common superior.');
    return refuse('notEntitled', why, both('由全部当事方的共同上级介入。', 'Intervention is for a common superior of all parties.'));
  }
  return answer.may === 'open' || answer.may === 'addInstruments' || hasOverride(override) ? undefined : principleRefusal(context, answer);
};

export const interventionNew: Rule<{ intervention: string }> = ({ intervention }, { situation }) =>
  situation.state.interventions.has(intervention) ? taken('介入', 'intervention', intervention) : undefined;

export const groundsActive: Rule<Opening> = ({ grounds, override }, context) => {
  const active = new Set(
    context
      .diagnosis()
      .findings.filter(({ status }) => status === 'active')
      .map(({ key }) => key as string),
  );
  const stale = grounds.filter((key) => !active.has(key));
  if ((grounds.length > 0 && stale.length === 0) || hasOverride(override)) return undefined;
  return refuse(
    'necessity',
    grounds.length === 0
      ? both('未写明介入依据。', 'No ground is named.')
      : both(`所列依据现不成立：${stale.join('、')}。`, `Not found now: ${stale.join(', ')}.`),
    both(
      `从现有诊断中选择依据：${[...active].join('、') || '（无）'}。`,
      `Choose from the present findings: ${[...active].join(', ') || '(none)'}.`,
    ),
    { overridable: true },
  );
};

/** 助其自助: what an intervention must provide for before it begins. A reason does not override it. */
export const exitProvided: Rule<Opening> = ({ exitCriteria, sunset, handBack, instruments }, { situation, on }) => {
  const months = situation.parameters.get('selfHelp.sunsetMonthsMax');
  const last = addMonths(on, months);
  const missing: Missing[] = [];
  if (!(exitCriteria ?? []).some(({ indicator }) => indicator !== undefined)) {
    missing.push({
      what: both('可衡量的退出条件', 'a measurable exit criterion'),
      remedy: both('至少一条退出条件选定指标', 'choose an indicator for one criterion at least'),
    });
  }
  if (sunset === undefined || sunset > last || sunset <= on) {
    missing.push({
      what: both(`不超过${months}个月的期限`, `a sunset within ${months} months`),
      remedy: both(`期限填至${dateText(last).zh}或以前`, `set it to ${dateText(last).en} or earlier`),
    });
  }
  if (handBack === undefined)
    missing.push({
      what: both('交还的权力和接收方', 'what is handed back, and to whom'),
      remedy: both('写明权力和接收方', 'name the powers and the receiver'),
    });
  if (!instruments.some(({ capacityBuilding }) => capacityBuilding === true)) {
    missing.push({
      what: both('至少一项培育能力的手段', 'one instrument that builds capacity'),
      remedy: both('加入技术支持等手段', 'add one, such as technical support'),
    });
  }
  if (instruments.some(({ substitution }) => substitution === true)) {
    missing.push({
      what: both('不代行当事方职责', 'no take-over of a party’s duty'),
      remedy: both('删去代行的手段', 'leave out the instrument that takes over'),
    });
  }
  return missing.length === 0
    ? undefined
    : refuse(
        'selfHelp',
        both('助其自助：退出没有安排好。', 'Help to self-help: the exit is not provided for.'),
        both('补齐所列各项。', 'Supply what is listed.'),
        { missing },
      );
};

type KindId = (typeof instrumentKinds)[number]['id'];
/** The kind of instrument that stands for a channel in the report of the principles. */
const kindOfChannel: Readonly<Record<Channel, KindId>> = {
  policyDocument: 'datesAndTargets',
  discourse: 'discourse',
  leaderParticipation: 'leaderParticipation',
  planning: 'planning',
  interestCoordination: 'interestCoordination',
  organisation: 'coordinatingBody',
  assessment: 'assessment',
  inspection: 'inspection',
  accountability: 'accountability',
  fiscal: 'fiscalLinkage',
  technical: 'technicalSupport',
  personnel: 'personnel',
};

type Applied = Payload<'instrumentApplied'>;

/** An intervention that was opened over the principles' no, with a reason, may also act. */
export const instrumentAllowed: Rule<Applied> = ({ tier, channel, binding, intervention }, context) => {
  const under = intervention === undefined ? undefined : context.situation.state.interventions.get(intervention);
  if (hasOverride(under?.opened.override)) return undefined;
  const answer = answerFor(context.situation, context.principles(), tier as GovernmentCode);
  const own = answer.instruments.find(({ instrument }) => instrument.id === kindOfChannel[channel]);
  if (own === undefined) return principlesAllow({ tier }, context);
  // A document that only guides is no assessment: what binds is asked of necessity, whatever its channel.
  const unmet = own.reasons.filter((one) => one.met === false && (one.id !== 'necessity' || binding));
  if (unmet.length === 0) return undefined;
  return refuse(
    unmet.some((one) => one.id === 'turn') ? 'stepwise' : 'necessity',
    both(`现在不能采取“${own.instrument.title.zh}”。`, `“${own.instrument.title.en}” may not be applied now.`),
    both('改用约束较弱的手段，或待条件具备。', 'Choose a less binding instrument, or wait for the conditions.'),
    { missing: missingOf(unmet) },
  );
};

/** What is applied belongs to an intervention of the same tier that is open: nobody intervenes without an exit plan. */
export const underOpenIntervention: Rule<Applied> = ({ intervention, tier }, { situation }) => {
  const known = intervention === undefined ? undefined : situation.state.interventions.get(intervention);
  if (known === undefined) {
    return refuse(
      'stepMissing',
      both('该手段不属于任何已启动的介入。', 'The instrument belongs to no intervention that was opened.'),
      both('先启动介入，写明退出安排。', 'Open an intervention with its exit plan first.'),
    );
  }
  if (known.closed !== undefined) return closed(known);
  return known.opened.tier === tier
    ? undefined
    : refuse(
        'notEntitled',
        both('该介入由另一级政府启动。', 'The intervention was opened by another tier.'),
        both('由启动方采取。', 'It is for the tier that opened it.'),
      );
};

function closed({ closed: by }: InterventionState): Refusal {
  return refuse(
    'wrongState',
    both('该介入已结束。', 'The intervention has ended.'),
    both('如确有必要，须重新启动。', 'Open a new one if it is necessary.'),
    { evidence: by === undefined ? [] : [by.id] },
  );
}

export const interventionOpen: Rule<{ intervention: string }> = ({ intervention }, { situation }) => {
  const known = situation.state.interventions.get(intervention);
  if (known === undefined) return unknown('介入', 'intervention', intervention);
  return known.closed === undefined ? undefined : closed(known);
};

export const byItsTier: Rule<{ intervention: string }> = ({ intervention }, context) => {
  const tier = context.situation.state.interventions.get(intervention)?.opened.tier as GovernmentCode | undefined;
  if (tier === undefined || governmentOf(context.by) === tier) return undefined;
  const name = nameIn(context, tier);
  return refuse(
    'notEntitled',
    both(`该介入由${name.zh}主持。`, `${name.en} conducts the intervention.`),
    both('由其办理。', 'It is for that government.'),
  );
};

export const instrumentOpen: Rule<{ instrument: string }> = ({ instrument }, { situation }) => {
  const known = situation.state.instruments.get(instrument);
  if (known === undefined) return unknown('介入手段', 'instrument', instrument);
  return known.ended === undefined ? undefined : taken('手段的终止', 'end of the instrument', instrument);
};

export const instrumentNew: Rule<{ instrument: string }> = ({ instrument }, { situation }) =>
  situation.state.instruments.has(instrument) ? taken('介入手段', 'instrument', instrument) : undefined;

/** What the strength can still become; at either end of the scale there is nothing to fill in. */
function strengthRemedy(direction: 'down' | 'up', now: number): Bilingual {
  if (direction === 'down' && now === 1)
    return both('已是最弱，不能再减：可撤回该手段。', 'It is at its weakest already: withdraw it instead.');
  if (direction === 'up' && now === 5)
    return both('已是最强，不能再加：可另采取其他手段。', 'It is at its strongest already: apply another instrument instead.');
  return both('填写相应的强度（1–5）。', 'Give such a strength, 1 to 5.');
}

export function strengthMoves(direction: 'down' | 'up'): Rule<{ instrument: string; strength: number }> {
  return ({ instrument, strength }, { situation }) => {
    const now = situation.state.instruments.get(instrument)?.strength ?? strength;
    if (direction === 'down' ? strength < now : strength > now) return undefined;
    return refuse(
      'incomplete',
      direction === 'down'
        ? both(`减弱须低于现有强度${now}。`, `Tapering goes below the present strength of ${now}.`)
        : both(`加强须高于现有强度${now}。`, `Escalating goes above the present strength of ${now}.`),
      strengthRemedy(direction, now),
    );
  };
}

/** More force only while the ground persists. */
export const stillNecessary: Rule<unknown> = (_payload, context) => {
  const need = context.principles().necessity;
  return need.holds === true
    ? undefined
    : refuse(
        'necessity',
        both('必要性已不成立，不得加强或延长。', 'Necessity does not hold any more: no escalation, no extension.'),
        both('转入减弱、退出。', 'Taper it and leave.'),
        { missing: missingOf(need.reasons) },
      );
};

export const sunsetInRange: Rule<Payload<'interventionExtended'>> = ({ intervention, sunset }, { situation, on }) => {
  const months = situation.parameters.get('selfHelp.sunsetMonthsMax');
  const [known, last] = [situation.state.interventions.get(intervention), addMonths(on, months)];
  if (sunset <= last && (known?.sunset === undefined || sunset > known.sunset)) return undefined;
  const first = addDays(known?.sunset ?? on, 1);
  return refuse(
    'wrongDate',
    both(`延长须晚于原期限且不超过${months}个月。`, `An extension lies after the old sunset and within ${months} months.`),
    first > last
      ? both('现有期限已是最长，待临近期满再延长。', 'The sunset is as late as it can be: extend it when it comes nearer.')
      : both(`填在${dateText(first).zh}至${dateText(last).zh}之间。`, `Set it between ${dateText(first).en} and ${dateText(last).en}.`),
  );
};

export const onTheLadder: Rule<{ tier: GovernmentCode | string }> = ({ tier }, { situation }) =>
  situation.ladder.includes(tier as GovernmentCode)
    ? undefined
    : refuse(
        'notEntitled',
        both('不是全部当事方的共同上级。', 'It is not a common superior of all parties.'),
        both('向共同上级提出。', 'Turn to a common superior.'),
      );

export const askedByInvolved: Rule<{ by: ActorId; tier: GovernmentCode | string }> = ({ by, tier }, context) =>
  isParty(context, by) || governmentOf(by) === tier || context.situation.state.bodies.has(by)
    ? undefined
    : refuse(
        'notEntitled',
        both('请求由当事方、共同机构或该上级提出。', 'It is for a party, the joint body or that superior to propose.'),
        both('由其提出。', 'Let one of them propose it.'),
      );

export const requestOpen: Rule<{ intervention: string }> = ({ intervention }, { situation }) => {
  const known = situation.state.requests.get(intervention);
  if (known === undefined) return unknown('介入请求', 'request', intervention);
  return known.declined === undefined && known.opened === undefined
    ? undefined
    : taken('对请求的答复', 'answer to the request', intervention);
};
