/**
 * What cannot be done now, whatever is written into the form: a command for which the case holds nothing that it could be
 * about, or in which whoever acts has no part. Said before a form is opened, so that nobody fills one in for nothing.
 * Sound, not complete: what is called unavailable is refused for every content; what is not may still be refused.
 */
import type { ObligationState } from '../cases/state.ts';
import { type ActorId, governmentOf } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { type CommandRule, commandRules, type SimpleCommandName } from './commands.ts';
import { bodyHolds, type DecisionContext, isParty, type Rule, sameSide, standsAbove } from './context.ts';
import type { CommandName } from './decide.ts';
import { type LifecycleStep, statusNames, stepsFrom } from './lifecycle.ts';
import { both, type Refusal, type RefusalCode } from './refusal.ts';

/** Refusals that other words in the form, or another day, would lift. */
const liftedByContent: ReadonlySet<RefusalCode> = new Set(['incomplete', 'wrongDate', 'orderWithinDay']);

type Need = (context: DecisionContext) => Bilingual | undefined;

const unless =
  (holds: (context: DecisionContext) => boolean, zh: string, en: string): Need =>
  (context) =>
    holds(context) ? undefined : both(zh, en);

const some = <T>(values: Iterable<T>, holds: (value: T) => boolean): boolean => [...values].some(holds);

const asParty = unless((context) => isParty(context, context.by), '由当事方办理。', 'It is for a party of the case.');
const openTopic = unless(
  ({ situation }) => some(situation.state.topics.values(), ({ withdrawn }) => withdrawn === undefined),
  '还没有议题：先提出议题。',
  'There is no topic yet: raise one first.',
);
const draft = unless(
  ({ situation: { state } }) => some(state.drafts.keys(), (id) => !state.agreements.has(id)),
  '没有待签的协议草案。',
  'There is no draft to be signed.',
);
const agreement = unless(
  ({ situation: { state } }) => some(state.agreements.values(), ({ terminated }) => terminated === undefined),
  '没有生效的协议。',
  'There is no agreement in force.',
);
const body = unless(
  ({ situation: { state } }) => some(state.bodies.values(), ({ abolished }) => abolished === undefined),
  '案中没有机构。',
  'The case has no body.',
);
const intervention = unless(
  ({ situation: { state } }) => some(state.interventions.values(), ({ closed }) => closed === undefined),
  '没有进行中的介入。',
  'No intervention is under way.',
);
const ownIntervention = unless(
  ({ situation: { state }, by }) =>
    some(state.interventions.values(), ({ closed, opened }) => closed === undefined && governmentOf(by) === opened.tier),
  '没有由我方主持的介入。',
  'You conduct no intervention.',
);
const instrument = unless(
  ({ situation: { state } }) => some(state.instruments.values(), ({ ended }) => ended === undefined),
  '没有正在采取的手段。',
  'No instrument is in use.',
);
const ladder = unless(({ situation }) => situation.ladder.length > 0, '各方没有共同上级。', 'The parties have no common superior.');

/** One need after the other; the first that is not met is told. */
const each =
  (...needs: readonly Need[]): Need =>
  (context) => {
    for (const need of needs) {
      const why = need(context);
      if (why !== undefined) return why;
    }
    return undefined;
  };

/** Governments, organs and bodies that stand in the case and could be inspected or held to account. */
function involved({ situation: { parties, duties, state } }: DecisionContext): Set<ActorId> {
  return new Set([...parties, ...duties.flatMap(({ obligation }) => obligation.terms.liable), ...state.bodies.keys()]);
}

const below = (power: 'supervise' | 'assess'): Need =>
  unless(
    (context) => {
      const { by } = context;
      const lower = (own: ActorId) => standsAbove(context, by, own) || bodyHolds(context, by, power, own);
      // A government may always look into its own departments, named in the case or not.
      return !by.startsWith('body:') ? governmentOf(by) !== undefined : some(involved(context), lower);
    },
    '本机构没有相应的监督、考核权。',
    'This body holds no power to supervise or assess.',
  );

const needs: Partial<Record<CommandName, Need>> = {
  openCase: unless(({ situation }) => situation.state.opened === undefined, '本案已立。', 'The case is open already.'),
  joinCase: unless((context) => !isParty(context, context.by), '已是当事方。', 'You are a party already.'),
  leaveCase: asParty,
  issueMinutes: unless(
    ({ situation: { state } }) => some(state.convened.values(), ({ held, minutes }) => held !== undefined && minutes === undefined),
    '没有已召开而未印发纪要的会议。',
    'No meeting that was held waits for its minutes.',
  ),
  putStatement: each(openTopic, asParty),
  answerStatement: each(
    unless(({ situation }) => situation.state.statements.size > 0, '还没有表述：先提出表述。', 'There is no statement yet: put one first.'),
    asParty,
  ),
  statePosition: each(openTopic, asParty),
  stateCost: asParty,
  stateBenefit: asParty,
  recordConsensus: openTopic,
  recordDissent: each(openTopic, asParty),
  reviewDecision: unless(
    ({ situation }) => some(situation.state.topics.values(), (own) => own.withdrawn === undefined && own.decision !== undefined),
    '还没有决定可以复审。',
    'There is no decision to review.',
  ),
  withdrawTopic: openTopic,
  signAgreement: draft,
  amendAgreement: agreement,
  terminateAgreement: agreement,
  upgradeBody: body,
  abolishBody: body,
  resolveConflict: unless(
    ({ situation: { state } }) => some(state.conflicts.values(), ({ resolved }) => resolved === undefined),
    '没有未解决的争议。',
    'No conflict is open.',
  ),
  planInspection: below('supervise'),
  concludeInspection: unless(
    ({ situation: { state }, by }) =>
      some(state.inspections.values(), ({ concluded, payload }) => concluded === undefined && sameSide(payload.by, by)),
    '没有由我方组织、尚无结论的督查。',
    'You run no inspection that waits for its conclusion.',
  ),
  requestReview: unless(
    ({ situation: { state }, by }) =>
      some(
        state.inspections.values(),
        ({ concluded, review, payload }) =>
          concluded !== undefined && review === undefined && payload.objects.some((own) => sameSide(own, by)),
      ),
    '没有针对我方、可以申请复核的督查结论。',
    'No conclusion about you is open to review.',
  ),
  decideReview: unless(
    ({ situation: { state }, by }) =>
      some(
        state.inspections.values(),
        ({ review, payload }) => review !== undefined && review.decided === undefined && sameSide(payload.by, by),
      ),
    '没有待决定的复核申请。',
    'No request for a review waits for you.',
  ),
  proposeAccountability: each(
    unless(
      ({ situation }) => situation.duties.some(({ obligation }) => obligation.violated !== undefined),
      '没有经签署认定的违约：先督查、核实并认定。',
      'No breach was established by signature: inspect, verify and establish it first.',
    ),
    below('assess'),
  ),
  proposeIntervention: ladder,
  declineIntervention: unless(
    ({ situation: { state } }) => some(state.requests.values(), (own) => own.declined === undefined && own.opened === undefined),
    '没有待答复的介入请求。',
    'No request for intervention waits for an answer.',
  ),
  openIntervention: each(
    ladder,
    unless(
      ({ situation, by }) => situation.ladder.some((tier) => tier === governmentOf(by)),
      '只有各方的共同上级可以启动介入。',
      'Only a common superior of all parties may open an intervention.',
    ),
  ),
  applyInstrument: each(intervention, ownIntervention),
  taperIntervention: instrument,
  escalateIntervention: instrument,
  withdrawInstrument: instrument,
  extendIntervention: each(intervention, ownIntervention),
  readExitCriteria: intervention,
  closeIntervention: each(intervention, ownIntervention),
  recuse: ladder,
};

const isStep = (event: string): event is LifecycleStep => Object.hasOwn(stepsFrom, event);

/** What the rules of a step ask of its content, filled in as favourably as the case allows. */
function probe({ obligation, assessments, replies, terms }: ObligationState, by: ActorId): Record<string, unknown> {
  return {
    obligation,
    by,
    party: by,
    terms: {},
    slip: 'blue',
    to: (assessments.find(({ ref }) => !replies.has(ref.id)) ?? assessments.at(-1))?.ref.id,
    power: (terms.powers ?? []).find(({ holder }) => holder === by)?.power,
  };
}

function firstRefusal(rules: readonly Rule<unknown>[], payload: unknown, context: DecisionContext): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(payload, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Of all duties of the case, none lets the step be taken by whoever acts. */
function noDuty(name: SimpleCommandName, step: LifecycleStep, context: DecisionContext): Bilingual | undefined {
  const { duties } = context.situation;
  if (duties.length === 0) return both('还没有责任事项：先拟定或交办。', 'There is no obligation yet: draft or assign one first.');
  const from: readonly string[] = stepsFrom[step];
  const reached = duties.filter(({ obligation }) => from.includes(obligation.status));
  if (reached.length === 0) {
    const list = (lang: 'zh' | 'en') => stepsFrom[step].map((status) => statusNames[status][lang]).join(lang === 'zh' ? '、' : ', ');
    return both(`没有处于下列状态的责任事项：${list('zh')}。`, `No obligation is in one of these states: ${list('en')}.`);
  }
  const rules = commandRules[name].rules as readonly Rule<unknown>[];
  let first: Refusal | undefined;
  for (const { obligation } of reached) {
    const payload = probe(obligation, context.by);
    const refusal = firstRefusal(rules, payload, context);
    if (refusal === undefined || liftedByContent.has(refusal.refusal)) return undefined;
    first ??= refusal;
  }
  return first?.text;
}

/** Why the command cannot be done now by whoever acts, for no content; `undefined` if it may be tried. */
export function unavailable(name: CommandName, context: DecisionContext): Bilingual | undefined {
  const need = needs[name];
  if (need !== undefined) return need(context);
  const rule = (commandRules as Partial<Record<CommandName, CommandRule>>)[name];
  return rule !== undefined && isStep(rule.event) ? noDuty(name as SimpleCommandName, rule.event, context) : undefined;
}
