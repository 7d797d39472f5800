/**
 * What became of a proposal. Whoever raised a topic, put a statement, asked for an extension or for intervention, sees where it stands and
 * which facts say so: nobody who proposed something has to ask.
 */
import type { FactRef, TopicState } from '../cases/state.ts';
import { type ActorId, type FactId, governmentOf, type ObligationId } from '../vocabulary/ids.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { convergence } from './convergence.ts';
import { both, dateText, evidenceOf } from './explain.ts';
import type { Situation } from './situation.ts';

export const proposalOutcomes = ['waiting', 'discussed', 'agreed', 'inDelivery', 'done', 'withdrawn', 'merged', 'declined'] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

export interface Proposal {
  readonly kind: 'topic' | 'statement' | 'extension' | 'intervention';
  readonly subject: string;
  readonly title: Bilingual;
  readonly outcome: ProposalOutcome;
  readonly text: Bilingual;
  /** Day on which it was proposed; of one that is still open: since when it is. `null`: of unknown date. */
  readonly since: IsoDate | null;
  /** Reason that was given for declining, withdrawing or merging it. */
  readonly reason: Bilingual | null;
  /** Duties that came of it. */
  readonly obligations: readonly ObligationId[];
  readonly evidence: readonly FactId[];
}

const dayOf = ({ dated, on }: FactRef): IsoDate | null => (dated ? on : null);

type Is = (other: ActorId) => boolean;

function topicOutcome(
  situation: Situation,
  topic: TopicState,
): Pick<Proposal, 'outcome' | 'text' | 'obligations'> & { refs: (FactRef | undefined)[] } {
  const duties = situation.duties.filter(({ obligation }) => obligation.terms.topic === topic.topic && obligation.discharged === undefined);
  const obligations = duties.map(({ obligation }) => obligation.obligation);
  const agreed = topic.consensus.size;
  const said = { obligations, refs: [topic.raised, topic.withdrawn, topic.decision?.ref, ...duties.map((duty) => duty.fulfilled)] };
  if (topic.mergedInto !== undefined) {
    const into = situation.state.topics.get(topic.mergedInto)?.title ?? both(topic.mergedInto, topic.mergedInto);
    return { ...said, outcome: 'merged', text: both(`已并入议题“${into.zh}”。`, `Merged into the topic “${into.en}”.`) };
  }
  if (topic.withdrawn !== undefined) return { ...said, outcome: 'withdrawn', text: both('议题已撤回。', 'The topic was withdrawn.') };
  const done = duties.filter(({ open }) => !open).length;
  const binding = duties.filter(({ obligation }) => obligation.inEffect !== undefined);
  if (duties.length > 0 && done === duties.length)
    return { ...said, outcome: 'done', text: both(`形成的${done}项责任均已办结。`, `All duties that came of it are done: ${done}.`) };
  if (binding.length > 0)
    return {
      ...said,
      outcome: 'inDelivery',
      text: both(`已形成${duties.length}项责任，办结${done}项。`, `Duties that came of it: ${duties.length}, of which done: ${done}.`),
    };
  const parties = situation.parties.length;
  const all = situation.parties.every((party) => topic.consensus.has(party));
  if (all && parties > 0)
    return { ...said, outcome: 'agreed', text: both('各方已达成一致，尚未形成责任。', 'All parties agree; no duty has come of it yet.') };
  const met = topic.meetings.length;
  if (met + agreed + topic.dissent.size > 0)
    return {
      ...said,
      outcome: 'discussed',
      text: both(
        `已议${met}次，${parties}方中${agreed}方同意，${topic.dissent.size}方保留意见。`,
        `Meetings: ${met}; of ${parties} parties ${agreed} agree and ${topic.dissent.size} dissent.`,
      ),
    };
  return { ...said, outcome: 'waiting', text: both('尚未议及。', 'It has not been taken up yet.') };
}

function topicsOf(situation: Situation, is: Is): Proposal[] {
  return [...situation.state.topics.values()]
    .filter(({ raisedBy }) => raisedBy.some(is))
    .map((topic) => {
      const { refs, ...found } = topicOutcome(situation, topic);
      return {
        kind: 'topic',
        subject: topic.topic,
        title: topic.title ?? both(topic.topic, topic.topic),
        ...found,
        since: dayOf(topic.raised),
        reason: topic.withdrawnWhy ?? null,
        evidence: evidenceOf(refs),
      };
    });
}

function statementsOf(situation: Situation, is: Is): Proposal[] {
  return convergence(situation).flatMap(({ statement, groups, verdict, text }): Proposal[] => {
    const own = situation.state.statements.get(statement);
    if (own === undefined || !is(own.by)) return [];
    const [agree, disagree, silent] = (['agree', 'disagree', 'silent'] as const).map((key) =>
      groups.reduce((sum, group) => sum + group[key].length, 0),
    );
    return [
      {
        kind: 'statement',
        subject: statement,
        title: text,
        outcome: verdict === 'shared' ? 'agreed' : verdict === 'rejected' ? 'declined' : own.answers.size > 0 ? 'discussed' : 'waiting',
        text: both(`同意${agree}，不同意${disagree}，未表态${silent}。`, `Agree ${agree}, disagree ${disagree}, silent ${silent}.`),
        since: dayOf(own.ref),
        reason: null,
        obligations: [],
        evidence: evidenceOf([own.ref, ...[...own.answers.values()].map(({ ref }) => ref)]),
      },
    ];
  });
}

function extensionsOf(situation: Situation, is: Is): Proposal[] {
  return situation.duties.flatMap(
    ({ obligation: { obligation, terms, extensionAsked, extension, extensionRefused, extensionRefusedWhy } }): Proposal[] => {
      const last = extensionAsked?.ref ?? extension?.ref ?? extensionRefused;
      if (last === undefined || !terms.liable.some(is)) return [];
      const base = {
        kind: 'extension',
        subject: obligation,
        title: terms.title,
        obligations: [obligation],
        since: dayOf(last),
        reason: null,
        evidence: [last.id],
      } as const;
      if (extensionAsked !== undefined)
        return [
          {
            ...base,
            outcome: 'waiting',
            text: both(
              `申请延期至${dateText(extensionAsked.newDueOn).zh}，待决定。`,
              `Asked for ${dateText(extensionAsked.newDueOn).en}; not decided.`,
            ),
          },
        ];
      // Of a refusal and a grant the later one tells what became of the request.
      if (extension !== undefined && (extensionRefused === undefined || extensionRefused.on < extension.ref.on))
        return [
          {
            ...base,
            outcome: 'agreed',
            text: both(`已准予延期至${dateText(extension.newDueOn).zh}。`, `Extended to ${dateText(extension.newDueOn).en}.`),
          },
        ];
      return [
        {
          ...base,
          outcome: 'declined',
          text: both('不予延期。', 'Not extended.'),
          reason: extensionRefusedWhy ?? null,
          evidence: [extensionRefused?.id ?? last.id],
        },
      ];
    },
  );
}

function requestsOf({ state, nameOf }: Situation, is: Is): Proposal[] {
  return [...state.requests.values()].flatMap(({ payload, ref, declined, declinedWhy, opened }): Proposal[] => {
    if (!is(payload.by)) return [];
    const tier = nameOf(payload.tier);
    const closed = state.interventions.get(payload.intervention)?.closed;
    const base = {
      kind: 'intervention',
      subject: payload.intervention,
      title: both(`请求${tier.zh}介入`, `Intervention of ${tier.en} asked for`),
      obligations: [],
      since: dayOf(ref),
      reason: declinedWhy ?? null,
      evidence: evidenceOf([ref, declined, opened, closed]),
    } as const;
    if (closed !== undefined) return [{ ...base, outcome: 'done', text: both('已介入并退出。', 'It intervened and has left.') }];
    if (opened !== undefined) return [{ ...base, outcome: 'inDelivery', text: both('已启动介入。', 'The intervention was opened.') }];
    if (declined !== undefined)
      return [{ ...base, outcome: 'declined', text: both('不予介入，理由在案。', 'Declined; the reason is on record.') }];
    return [{ ...base, outcome: 'waiting', text: both(`自${ref.on}起待答复。`, `Unanswered since ${ref.on}.`) }];
  });
}

/** Everything the actor, or an organ of the same government, has proposed in the case. */
export function proposalsOf(situation: Situation, actor: ActorId): Proposal[] {
  const own = governmentOf(actor);
  const is: Is = (other) => other === actor || (own !== undefined && governmentOf(other) === own);
  return [...topicsOf(situation, is), ...statementsOf(situation, is), ...extensionsOf(situation, is), ...requestsOf(situation, is)];
}
