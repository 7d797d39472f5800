/** 自下而上、层层递进: the nearest common superior first, the next tier only when that one did not succeed. */
import { failureOfTier, type FailureOfTier, type Grounds } from '../dilemmas/grounds.ts';
import { directInstruments, isOpen } from '../dilemmas/instruments.ts';
import { both, capitalised, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { GovernmentCode } from '../vocabulary/ids.ts';
import type { Channel } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { type Answer, type Reason, reason } from './reason.ts';

const failureTexts: Record<FailureOfTier, Bilingual> = {
  bindingTried: both('已采取有约束力的手段而依据仍存', 'applied a binding instrument and the grounds persist'),
  requestUnanswered: both('对各方的请求逾期未答复', 'left a request of the parties unanswered'),
  recused: both('已书面回避', 'recused itself in writing'),
};

/** Channels through which a tier already intervenes directly. */
export function channelsOf(situation: Situation, tier: GovernmentCode): Channel[] {
  const open = directInstruments(situation).filter((own) => own.terms.tier === tier && isOpen(situation, own));
  return [...new Set(open.map((own) => own.terms.channel))];
}

/** What must have happened below before `tier` may act; empty for the nearest superior. */
export function lowerTiersFailed(situation: Situation, grounds: Grounds, tier: GovernmentCode): Reason[] {
  const below = situation.ladder.slice(0, situation.ladder.indexOf(tier));
  return below.map((lower) => {
    const name = situation.namedInText(lower);
    const failure = failureOfTier(situation, grounds, lower);
    return failure === undefined
      ? reason(
          `lower:${lower}`,
          false,
          `${name.zh}尚未用尽：既无有约束力的手段而未果，也无请求未答复或回避。`,
          `${capitalised(name.en)} has not failed: no binding instrument without success, no unanswered request, no recusal.`,
        )
      : reason(
          `lower:${lower}`,
          true,
          `${name.zh}${failureTexts[failure.why].zh}。`,
          `${capitalised(name.en)} ${failureTexts[failure.why].en}.`,
          failure.evidence,
        );
  });
}

/** Who stands on the ladder and whose turn it is; holds unless somebody acts out of turn. */
export function stepwise(situation: Situation, grounds: Grounds): Answer {
  if (situation.ladder.length === 0) {
    return {
      holds: null,
      since: null,
      reasons: [
        situation.parties.length === 0
          ? reason('notBegun', null, '该日尚无当事方在案。', 'No party is on record on that day.')
          : reason(
              'noLadder',
              null,
              '各方没有共同上级，或有一方不在政府层级表内。',
              'The parties have no common superior, or one of them is not in the tree of governments.',
            ),
      ],
    };
  }
  const [nearest] = situation.ladder as readonly [GovernmentCode];
  const names = listed(situation.ladder.map(situation.namedInText));
  const reasons = [
    situation.ladder.length === 1
      ? reason(
          'ladder',
          true,
          `最近共同上级为${situation.namedInText(nearest).zh}，其下没有更低的共同上级。`,
          `The nearest common superior is ${situation.namedInText(nearest).en}; there is no lower rung.`,
        )
      : reason('ladder', true, `阶梯自下而上：${names.zh}。`, `The ladder, nearest first: ${names.en}.`),
  ];
  for (const tier of situation.ladder.slice(1)) {
    const acting = channelsOf(situation, tier);
    const unfailed = lowerTiersFailed(situation, grounds, tier).filter((one) => one.met === false);
    if (acting.length > 0 && unfailed.length > 0) {
      const evidence = directInstruments(situation)
        .filter((own) => own.terms.tier === tier)
        .map((own) => own.applied.id);
      reasons.push(
        reason(
          `outOfTurn:${tier}`,
          false,
          `${situation.namedInText(tier).zh}在下级尚未用尽时已有直接手段在案。`,
          `${capitalised(situation.namedInText(tier).en)} has a direct instrument on record although the lower tier has not failed.`,
          evidence,
        ),
      );
    }
  }
  return { holds: reasons.every((one) => one.met !== false), since: null, reasons };
}
