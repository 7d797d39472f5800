import type { Fact, Payload } from '../../events/catalogue.ts';
import type { consultationPayloads } from '../../events/consultation.ts';
import type { Bilingual } from '../../vocabulary/text.ts';
import type { TopicId } from '../../vocabulary/ids.ts';
import { refOf } from '../order.ts';
import type { CaseState, FactRef, TopicState } from '../state.ts';
import { datedOf, recordAct, unmatched } from './shared.ts';

export type ConsultationFact = Extract<Fact, { type: keyof typeof consultationPayloads }>;

/** The first withdrawal counts; what is said of it later changes nothing. */
function withdrawTopic(topic: TopicState, { reason, mergedInto }: Payload<'topicWithdrawn'>, ref: FactRef): void {
  if (topic.withdrawn !== undefined) return;
  topic.withdrawn = ref;
  topic.withdrawnWhy = reason;
  topic.mergedInto = mergedInto;
}

/** The topic; one that was never raised counts as raised by the first fact that names it. */
export function topicOf(state: CaseState, topic: TopicId, ref: FactRef, title?: Bilingual): TopicState {
  let found = state.topics.get(topic);
  if (found === undefined) {
    found = {
      topic,
      title,
      raised: ref,
      meetings: [],
      consensus: new Map(),
      withdrawn: undefined,
      withdrawnWhy: undefined,
      mergedInto: undefined,
      positions: [],
      raisedBy: [],
      dissent: new Map(),
      decision: undefined,
    };
    state.topics.set(topic, found);
  } else if (title !== undefined) found.title = title;
  return found;
}

/** As `topicOf`; a topic that never got a title of its own goes by that of what first took it up. */
export function takenUp(state: CaseState, topic: TopicId, ref: FactRef, by: Bilingual): TopicState {
  const found = topicOf(state, topic, ref);
  found.title ??= by;
  return found;
}

function holdMeeting(state: CaseState, fact: Fact, meeting: string): void {
  const convened = state.convened.get(meeting);
  if (convened === undefined) unmatched(state, fact);
  else convened.held ??= refOf(fact);
}

type TalkFact = Extract<
  ConsultationFact,
  { type: 'meetingConvened' | 'meetingHeld' | 'minutesIssued' | 'statementPut' | 'statementAnswered' }
>;

/** Meetings and statements: where the parties talk, before anybody has decided. */
function evolveTalk(state: CaseState, fact: TalkFact): void {
  const ref = refOf(fact);
  switch (fact.type) {
    case 'meetingConvened':
      state.convened.set(fact.payload.meeting, { payload: fact.payload, ref, held: undefined, minutes: undefined });
      return;
    case 'meetingHeld':
      state.meetings.push(datedOf(fact));
      if (fact.payload.meeting !== undefined) holdMeeting(state, fact, fact.payload.meeting);
      for (const topic of fact.payload.topics) topicOf(state, topic, ref).meetings.push(ref);
      recordAct(state, fact, 'consultation');
      return;
    case 'minutesIssued': {
      const meeting = state.convened.get(fact.payload.meeting);
      if (meeting === undefined) unmatched(state, fact);
      else meeting.minutes = { payload: fact.payload, ref };
      return;
    }
    case 'statementPut': {
      const { statement, topic, text, by } = fact.payload;
      state.statements.set(statement, { statement, topic: topicOf(state, topic, ref).topic, text, by, ref, answers: new Map() });
      recordAct(state, fact, 'consultation');
      return;
    }
    case 'statementAnswered': {
      const statement = state.statements.get(fact.payload.statement);
      if (statement === undefined) return unmatched(state, fact);
      statement.answers.set(fact.payload.party, { answer: fact.payload.answer, ref });
      recordAct(state, fact, 'consultation');
      return;
    }
    default:
      fact satisfies never;
  }
}

export function evolveConsultation(state: CaseState, fact: ConsultationFact): void {
  const ref = refOf(fact);
  switch (fact.type) {
    case 'caseOpened':
      state.opened ??= datedOf(fact);
      for (const party of fact.payload.parties) if (!state.parties.has(party)) state.parties.set(party, { joined: ref, left: undefined });
      return;
    case 'partyJoined':
      state.parties.set(fact.payload.party, { joined: ref, left: undefined });
      return;
    case 'partyLeft': {
      const party = state.parties.get(fact.payload.party);
      if (party === undefined) unmatched(state, fact);
      else party.left = ref;
      return;
    }
    case 'topicRaised':
      topicOf(state, fact.payload.topic, ref, fact.payload.title).raisedBy = fact.payload.by ?? [];
      recordAct(state, fact, 'consultation');
      return;
    case 'positionStated':
      topicOf(state, fact.payload.topic, ref).positions.push({ party: fact.payload.party, position: fact.payload.position, ref });
      recordAct(state, fact, 'consultation');
      return;
    case 'costStated':
      state.costs.push(datedOf(fact));
      return;
    case 'benefitStated':
      state.benefits.push(datedOf(fact));
      return;
    case 'consensusRecorded': {
      const topic = topicOf(state, fact.payload.topic, ref);
      for (const party of fact.payload.parties) if (!topic.consensus.has(party)) topic.consensus.set(party, ref);
      for (const party of fact.payload.parties) topic.dissent.delete(party);
      topic.decision = {
        ref,
        text: fact.payload.text ?? topic.decision?.text,
        reviewOn: fact.payload.reviewOn ?? topic.decision?.reviewOn,
      };
      recordAct(state, fact, 'consultation');
      return;
    }
    case 'dissentRecorded': {
      const topic = topicOf(state, fact.payload.topic, ref);
      topic.dissent.set(fact.payload.party, { text: fact.payload.text, ref });
      topic.consensus.delete(fact.payload.party);
      recordAct(state, fact, 'consultation');
      return;
    }
    case 'decisionReviewed': {
      const topic = topicOf(state, fact.payload.topic, ref);
      const { outcome, text, reviewOn } = fact.payload;
      topic.decision = outcome === 'dropped' ? undefined : { ref, text: text ?? topic.decision?.text, reviewOn };
      if (outcome === 'dropped') topic.withdrawn ??= ref;
      recordAct(state, fact, 'consultation');
      return;
    }
    case 'topicWithdrawn':
      withdrawTopic(topicOf(state, fact.payload.topic, ref), fact.payload, ref);
      return;
    case 'judgementRecorded':
      state.judgements.push(datedOf(fact));
      return;
    case 'contextRecorded':
      return;
    default:
      evolveTalk(state, fact);
  }
}
