/**
 * The article's first figure, the framework: three variables that influence one another, and the responsibility
 * dilemmas that their state and combination produce.
 *
 * Nodes: `culture`, `institution`, `action`, their combination `culture+institution+action`, and the three dilemmas the
 * article names. Linking facts, by convention, within `culture.windowMonths` where an order in time is all there is:
 * culture → institution: a meeting, exchange, joint document or consensus, then an agreement, joint body or common rule.
 * culture → action: consensus on a topic, then the first action on a duty of it.
 * institution → culture: a meeting in the frame of a body on record.
 * institution → action: an agreement, then action on a duty under it.
 * action → culture: fulfilments, verifications and findings of violation that trust counts.
 * action → institution: a conflict, evaluation, review, fulfilment or violation, then an amended agreement, upgraded body or common rule.
 * combination → dilemma: a variable below `advice.deficientBelow`, and facts of that dilemma or a judgement that it holds.
 */
import { standingJudgements } from '../cases/judgements.ts';
import type { FactRef } from '../cases/state.ts';
import { both, decimal, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { type DilemmaId, type Variable, variables as variableIds } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { counted } from './component.ts';
import { type Edge, edgeOf, followedBy, isAfter } from './edge.ts';
import { partiesBehind, partyOfIn } from './parties.ts';
import { variableNames, type Variables } from './variables.ts';

type Refs = (FactRef | undefined)[];
type Link = (situation: Situation, variables: Variables) => Refs;

function commonRules(situation: Situation): FactRef[] {
  const partyOf = partyOfIn(situation);
  return situation.state.rules.filter(({ payload }) => partiesBehind(situation, partyOf, payload.scope).size >= 2).map(({ ref }) => ref);
}

const cultureToInstitution: Link = (situation) => {
  const { meetings, exchanges, officialExchanges, jointDocuments, topics, agreements, bodies } = situation.state;
  const causes = [...meetings, ...exchanges, ...officialExchanges, ...jointDocuments].map(({ ref }) => ref);
  for (const topic of topics.values()) causes.push(...topic.consensus.values());
  const effects = [...agreements.values()].map(({ signed }) => signed);
  for (const body of bodies.values()) if (body.kind === 'joint') effects.push(body.established);
  return followedBy(causes, [...effects, ...commonRules(situation)], situation.parameters.get('culture.windowMonths'));
};

const cultureToAction: Link = ({ state, duties }) =>
  duties.flatMap(({ obligation: { terms, firstAction } }) => {
    const topic = terms.topic === undefined ? undefined : state.topics.get(terms.topic);
    if (topic === undefined || firstAction === undefined) return [];
    const before = [...topic.consensus.values()].find((ref) => isAfter(firstAction, ref));
    return before === undefined ? [] : [before, firstAction];
  });

const institutionToCulture: Link = ({ state }) =>
  state.meetings.flatMap(({ payload, ref }) => {
    const body = payload.body === undefined ? undefined : state.bodies.get(payload.body);
    return body === undefined ? [] : [body.established, ref];
  });

const institutionToAction: Link = ({ state, duties }) =>
  duties.flatMap(({ obligation: { terms, firstAction, verified } }) => {
    const agreement = terms.agreement === undefined ? undefined : state.agreements.get(terms.agreement);
    const done = firstAction ?? verified;
    return agreement === undefined || done === undefined || !isAfter(done, agreement.signed) ? [] : [agreement.signed, done];
  });

const actionToCulture: Link = ({ duties }, { culture }) => {
  const counts = new Set(culture.components.find(({ id }) => id === 'trust')?.evidence);
  return duties.flatMap(({ obligation: { fulfilled, verified, violated } }) =>
    [fulfilled, verified, violated].filter((ref) => ref !== undefined && counts.has(ref.id)),
  );
};

const actionToInstitution: Link = (situation) => {
  const { conflicts, evaluations, agreements, bodies } = situation.state;
  const causes = [...[...conflicts.values()].map(({ raised }) => raised), ...evaluations.map(({ ref }) => ref)];
  for (const { obligation } of situation.duties) {
    for (const ref of [obligation.fulfilled, obligation.violated, ...obligation.assessments.map((own) => own.ref)])
      if (ref !== undefined) causes.push(ref);
  }
  const effects = [
    ...[...agreements.values()].flatMap(({ amendments }) => amendments),
    ...[...bodies.values()].flatMap(({ upgrades }) => upgrades),
  ];
  return followedBy(causes, [...effects, ...commonRules(situation)], situation.parameters.get('culture.windowMonths'));
};

const influences: readonly { from: Variable; to: Variable; asserted: Bilingual; link: Link }[] = [
  {
    from: 'culture',
    to: 'institution',
    link: cultureToInstitution,
    asserted: both('和谐稳定的情境有利于制度建设。', 'Good relations help to build institutions.'),
  },
  {
    from: 'culture',
    to: 'action',
    link: cultureToAction,
    asserted: both('和谐稳定的情境有利于集体行动。', 'Good relations help joint action.'),
  },
  {
    from: 'institution',
    to: 'culture',
    link: institutionToCulture,
    asserted: both('制度的规范性和约束力优化协商情境。', 'Rules that bind improve the setting of consultation.'),
  },
  {
    from: 'institution',
    to: 'action',
    link: institutionToAction,
    asserted: both('制度的规范性和约束力规范集体行动。', 'Rules that bind discipline joint action.'),
  },
  {
    from: 'action',
    to: 'culture',
    link: actionToCulture,
    asserted: both('围绕共识的行动进一步建构情境。', 'Acting on a consensus goes on building relations.'),
  },
  {
    from: 'action',
    to: 'institution',
    link: actionToInstitution,
    asserted: both('围绕共识的行动完善制度。', 'Acting on a consensus completes the institution.'),
  },
];

function influenceEdge(situation: Situation, variables: Variables, { from, to, asserted, link }: (typeof influences)[number]): Edge {
  const refs = link(situation, variables);
  const facts = new Set(refs.map((ref) => ref?.id)).size;
  const linked = both(
    `${asserted.zh}本案有${facts}项事实相承。`,
    `${asserted.en} In this case ${counted(facts, 'fact follows', 'facts follow')} that line.`,
  );
  return edgeOf(from, to, refs, linked, asserted);
}

const dilemmas: readonly { id: DilemmaId; name: Bilingual; facts: (situation: Situation) => Refs }[] = [
  {
    id: 'deliberationWithoutDecision',
    name: both('议而不决', 'deliberation without decision'),
    facts: ({ state, parties, parameters }) =>
      [...state.topics.values()]
        .filter(
          (topic) =>
            topic.withdrawn === undefined &&
            topic.meetings.length >= parameters.get('deliberationWithoutDecision.meetingsMin') &&
            !parties.every((party) => topic.consensus.has(party)),
        )
        .flatMap((topic) => topic.meetings),
  },
  {
    id: 'decisionWithoutAction',
    name: both('决而不行', 'decision without action'),
    facts: ({ duties }) =>
      duties.filter((duty) => duty.overdue && duty.obligation.verified === undefined).map((duty) => duty.obligation.created),
  },
  {
    id: 'actionWithoutResult',
    name: both('行而不果', 'action without result'),
    facts: ({ duties }) =>
      duties
        .filter(({ obligation, pending }) => obligation.firstAction !== undefined && !pending)
        .flatMap(({ yardsticks }) =>
          yardsticks.filter(({ position }) => position === 'behind' || position === 'missed').map(({ reading }) => reading?.ref),
        ),
  },
];

function dilemmaEdge(situation: Situation, variables: Variables, { id, name, facts }: (typeof dilemmas)[number]): Edge {
  const bound = situation.parameters.get('advice.deficientBelow');
  const weak = variableIds.filter((variable) => (variables[variable].index ?? 1) < bound);
  const judged = standingJudgements(situation.state, id)
    .filter(({ payload }) => payload.holds)
    .map(({ ref }) => ref);
  const refs = weak.length === 0 ? [] : [...facts(situation), ...judged];
  const names = listed(
    weak.map((variable) =>
      both(
        `${variableNames[variable].zh}${decimal(variables[variable].index ?? 0)}`,
        `${variableNames[variable].en.toLowerCase()} ${decimal(variables[variable].index ?? 0)}`,
      ),
    ),
  );
  return edgeOf(
    variableIds.join('+'),
    id,
    refs,
    both(`偏弱的变量：${names.zh}；本案有${name.zh}的事实或判断。`, `Weak: ${names.en}; facts or judgements of ${name.en} are on record.`),
    both(`变量的运行状况及其组合方式产生${name.zh}。`, `The state of the variables and their combination produce ${name.en}.`),
  );
}

/** The framework on the date of the situation. Cost: n log n in facts. */
export function frameworkEdges(situation: Situation, variables: Variables): Edge[] {
  return [
    ...influences.map((influence) => influenceEdge(situation, variables, influence)),
    ...dilemmas.map((dilemma) => dilemmaEdge(situation, variables, dilemma)),
  ];
}
