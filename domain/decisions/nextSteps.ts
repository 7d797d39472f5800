/**
 * What usually comes next in a consultation, for a party or a joint body: raise, meet, agree, draft; accepting and signing
 * are tasks. It fills the list of
 * somebody who opens a case and owes nothing yet; it is advice, and no step is refused for not being on it.
 */
import type { Situation } from '../stages/situation.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { type Bilingual, quoted } from '../vocabulary/text.ts';
import { sameSide } from './context.ts';
import type { CommandName } from './decide.ts';
import { both } from './refusal.ts';

export interface NextStep {
  readonly command: CommandName;
  /** What it would be about; `undefined`: something new. */
  readonly subject: string | undefined;
  readonly text: Bilingual;
}

function step(command: CommandName, zh: string, en: string, subject?: string): NextStep {
  return { command, subject, text: both(zh, en) };
}

function ofTopics({ state, duties }: Situation): NextStep[] {
  const open = [...state.topics.values()].filter(({ withdrawn }) => withdrawn === undefined);
  if (open.length === 0) return [step('raiseTopic', '先提出要协商的事项。', 'First raise what is to be discussed.')];
  const convened = [...state.convened.values()];
  return open.flatMap(({ topic, title, decision }) => {
    const name = quoted(title ?? both(topic, topic));
    if (decision !== undefined) {
      const carried =
        duties.some(({ obligation: { terms } }) => terms.topic === topic) ||
        [...state.drafts.values()].some(({ payload }) => payload.topics.includes(topic)) ||
        [...state.agreements.values()].some(({ terms }) => terms.topics.includes(topic));
      return carried
        ? []
        : [
            step(
              'draftAgreement',
              `${name.zh}已达成一致：拟成条款，逐条落到单位和日期。`,
              `${name.en} is agreed: put it into clauses, each with who answers and by when.`,
            ),
          ];
    }
    const meetings = convened.filter(({ payload }) => payload.topics.includes(topic));
    if (meetings.length === 0)
      return [step('conveneMeeting', `${name.zh}还没有开过会：召集会议。`, `No meeting has dealt with ${name.en}: convene one.`)];
    return meetings.some(({ held }) => held !== undefined)
      ? [step('recordConsensus', `${name.zh}已经议过：有共识的记录在案。`, `${name.en} was discussed: record what is agreed.`, topic)]
      : [];
  });
}

/** For whoever consults; none for a superior, whose steps the principles order. At most three, the earliest stage first. */
export function nextSteps(situation: Situation, actor: ActorId): NextStep[] {
  const consults = situation.parties.some((party) => sameSide(party, actor)) || actor.startsWith('body:');
  return consults ? ofTopics(situation).slice(0, 3) : [];
}
