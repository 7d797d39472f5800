/** Rules of consultation: who may raise, convene, decide and dissent, and what has to come first. */
import type { TopicState } from '../cases/state.ts';
import type { Payload } from '../events/catalogue.ts';
import type { ActorId, TopicId } from '../vocabulary/ids.ts';
import { dateText } from '../stages/explain.ts';
import { type DecisionContext, isParty, nameIn, type Rule, sameSide } from './context.ts';
import { both, refuse } from './refusal.ts';
import { taken, unknown } from './subjects.ts';

export const caseNew: Rule<Payload<'caseOpened'>> = ({ title, parties }, { situation: { state } }) => {
  if (state.opened !== undefined) return taken('案例', 'case', title.zh);
  return parties.length >= 2
    ? undefined
    : refuse(
        'incomplete',
        both('协商至少需要两方。', 'A consultation needs two parties at least.'),
        both('请补上另一方。', 'Name another party.'),
      );
};

export const notPartyYet: Rule<{ party: ActorId }> = ({ party }, context) =>
  isParty(context, party) ? taken('当事方', 'party', nameIn(context, party).zh) : undefined;

/** Of one day, joining is folded before leaving: whoever came back on the day of leaving would still be gone. */
export const notBeforeItLeft: Rule<{ party: ActorId }> = ({ party }, { situation, on }) => {
  const left = situation.state.parties.get(party)?.left;
  if (left === undefined || on > left.on) return undefined;
  return refuse(
    'orderWithinDay',
    both(
      `该方于${dateText(left.on).zh}退出，当日再加入将分不清先后。`,
      `The party left on ${dateText(left.on).en}; joining again on that day could not be told to follow.`,
    ),
    both('请于次日办理；退出系误记的，撤回该条退出。', 'Do it the day after; if the leaving was a mistake, retract it.'),
    { evidence: [left.id] },
  );
};

export const leavesNothingOwed: Rule<Payload<'partyLeft'>> = ({ party }, { situation }) => {
  const owed = situation.duties.filter((duty) => duty.open && duty.obligation.terms.liable.includes(party));
  if (owed.length === 0) return undefined;
  return refuse(
    'stepMissing',
    both(`该方尚有${owed.length}项未了责任，不能退出。`, `The party still owes ${owed.length} of the obligations and cannot leave.`),
    both('先办结、解除或由他方承继这些责任。', 'Fulfil, discharge or pass them on first.'),
    { evidence: owed.map(({ obligation }) => obligation.created.id) },
  );
};

/** A rule for one of the actors that a payload names. */
export function partyOnly<P>(actorOf: (payload: P) => ActorId): Rule<P> {
  return (payload, context) => {
    const actor = actorOf(payload);
    if (isParty(context, actor)) return undefined;
    const name = nameIn(context, actor);
    return refuse(
      'notEntitled',
      both(`${name.zh}不是本案当事方。`, `${name.en} is not a party of the case.`),
      both('由当事方提出，或先加入本案。', 'Let a party do it, or join the case first.'),
    );
  };
}

export function partiesOnly<P>(actorsOf: (payload: P) => readonly ActorId[]): Rule<P> {
  return (payload, context) =>
    actorsOf(payload)
      .map((actor) => partyOnly<ActorId>((own) => own)(actor, context))
      .find((one) => one !== undefined);
}

export const topicNew: Rule<{ topic: TopicId }> = ({ topic }, { situation }) =>
  situation.state.topics.has(topic) ? taken('议题', 'topic', topic) : undefined;

export function openTopic({ topic }: { topic: TopicId }, { situation }: DecisionContext): ReturnType<Rule<unknown>> {
  const known: TopicState | undefined = situation.state.topics.get(topic);
  if (known === undefined) return unknown('议题', 'topic', topic);
  if (known.withdrawn === undefined) return undefined;
  return refuse(
    'wrongState',
    both('该议题已撤回。', 'The topic was withdrawn.'),
    both('如需再议，请另提新议题。', 'Raise a new topic to take it up again.'),
    { evidence: [known.withdrawn.id] },
  );
}

export const topicsOpen: Rule<{ topics: readonly TopicId[] }> = ({ topics }, context) =>
  topics.map((topic) => openTopic({ topic }, context)).find((one) => one !== undefined);

export const meetingNew: Rule<{ meeting: string }> = ({ meeting }, { situation }) =>
  situation.state.convened.has(meeting) ? taken('会议', 'meeting', meeting) : undefined;

/** The liaison meeting settles the topics before leaders meet, so that a joint conference decides instead of beginning. */
export const liaisonFirst: Rule<Payload<'meetingConvened'>> = ({ kind, topics }, { situation: { state } }) => {
  if (kind !== 'jointConference') return undefined;
  const prepared = new Set(
    [...state.convened.values()]
      .filter((own) => own.payload.kind === 'liaison' && own.held !== undefined)
      .flatMap((own) => own.payload.topics),
  );
  const bare = topics.filter((topic) => !prepared.has(topic));
  if (bare.length === 0) return undefined;
  const titles = bare.map((topic) => state.topics.get(topic)?.title ?? both(topic, topic));
  return refuse(
    'stepMissing',
    both(
      `下列议题尚未经联络员会议商定：${titles.map(({ zh }) => zh).join('、')}。`,
      `No liaison meeting has prepared: ${titles.map(({ en }) => en).join('; ')}.`,
    ),
    both('先召开联络员会议，再提交联席会议。', 'Hold a liaison meeting on them, then convene the joint conference.'),
  );
};

export const meetingConvened: Rule<{ meeting?: string | undefined }> = ({ meeting }, { situation }) => {
  if (meeting === undefined) return undefined;
  const known = situation.state.convened.get(meeting);
  if (known === undefined) return unknown('会议', 'meeting', meeting);
  return known.held === undefined ? undefined : taken('会议记录', 'record of the meeting', meeting);
};

export const meetingToMinute: Rule<{ meeting: string }> = ({ meeting }, { situation }) => {
  const known = situation.state.convened.get(meeting);
  if (known === undefined) return unknown('会议', 'meeting', meeting);
  if (known.minutes !== undefined) return taken('纪要', 'text of the minutes', meeting);
  return known.held !== undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('会议尚未召开。', 'The meeting has not been held.'),
        both('先记录会议召开情况。', 'Record the meeting first.'),
      );
};

export const statementNew: Rule<{ statement: string }> = ({ statement }, { situation }) =>
  situation.state.statements.has(statement) ? taken('表述', 'statement', statement) : undefined;

export const statementKnown: Rule<{ statement: string }> = ({ statement }, { situation }) =>
  situation.state.statements.has(statement) ? undefined : unknown('表述', 'statement', statement);

/** A decision of all parties has a day on which it is looked at again; otherwise nobody ever does. */
export const reviewNamed: Rule<Payload<'consensusRecorded'>> = ({ topic, parties, reviewOn }, context) => {
  const { situation, on } = context;
  const before = situation.state.topics.get(topic)?.consensus ?? new Map();
  const complete = situation.parties.every((party) => before.has(party) || parties.some((own) => sameSide(own, party)));
  if (!complete || (reviewOn !== undefined && reviewOn > on)) return undefined;
  return refuse(
    'incomplete',
    both('各方已达成一致，须载明复审日期。', 'All parties agree: the decision needs a day on which it is reviewed.'),
    both('补填晚于当日的复审日期。', 'Give a review date after today.'),
  );
};

export const decisionStands: Rule<{ topic: TopicId }> = ({ topic }, { situation }) =>
  situation.state.topics.get(topic)?.decision !== undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('该议题尚无决定。', 'There is no decision on the topic yet.'),
        both('先记录共识。', 'Record a consensus first.'),
      );

/** What is merged goes on in another topic that is open. */
export const mergedIntoOpen: Rule<Payload<'topicWithdrawn'>> = ({ topic, mergedInto }, { situation }) => {
  if (mergedInto === undefined) return undefined;
  const into = situation.state.topics.get(mergedInto);
  return mergedInto !== topic && into !== undefined && into.withdrawn === undefined
    ? undefined
    : refuse(
        'unknownSubject',
        both('并入的议题不是另一项未撤回的议题。', 'It is to be merged into no other open topic.'),
        both('选择另一项未撤回的议题。', 'Choose another topic that was not withdrawn.'),
      );
};
