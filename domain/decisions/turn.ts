/**
 * Whose turn it is to hold those who owe a duty to it. 自下而上、层层递进 counts for slips and notices too: a superior that
 * names itself leaves the first word to the nearest one, unless that one has had it, has stood aside, or a reason is written.
 */
import type { ObligationState } from '../cases/state.ts';
import type { Payload } from '../events/catalogue.ts';
import { answerFor } from '../principles/principles.ts';
import { listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import { type ActorId, type GovernmentCode, governmentOf } from '../vocabulary/ids.ts';
import { type DecisionContext, nameIn, type Rule, sameSide } from './context.ts';
import { both, refuse } from './refusal.ts';
import { proposedSlips } from './slips.ts';
import { obligationIn } from './subjects.ts';

/** What else gives a superior its turn: it assigned the duty, the terms name it, it is intervening, or the rule for slips has come to it. */
function hasTurn(situation: Situation, obligation: ObligationState, own: GovernmentCode, on: IsoDate): boolean {
  const actor = own as string as ActorId;
  if (obligation.assigned !== undefined && sameSide(obligation.assigned.by, actor)) return true;
  if (obligation.terms.powers?.some(({ holder }) => sameSide(holder, actor))) return true;
  for (const { opened, closed } of situation.state.interventions.values()) if (closed === undefined && opened.tier === own) return true;
  const duty = situation.dutyById.get(obligation.obligation);
  return duty !== undefined && proposedSlips(situation, duty).some(({ by, from }) => from <= on && by.some((one) => sameSide(one, actor)));
}

/**
 * Governments that are nearer to those who owe the duty and have not had their turn, nearest first; empty where `actor` may act,
 * and for whoever is no government above them. `failed`: whether a nearer one has tried in vain.
 */
export function nearerInTurn(
  situation: Situation,
  obligation: ObligationState,
  actor: ActorId,
  on: IsoDate,
  failed: (nearer: GovernmentCode) => boolean = () => false,
): readonly GovernmentCode[] {
  const own = governmentOf(actor);
  const owing = obligation.terms.liable.map(governmentOf).filter((code) => code !== undefined);
  if (own === undefined || owing.length === 0) return [];
  const ladder = situation.governments.ladder(owing, on);
  const nearer = ladder.slice(0, Math.max(0, ladder.indexOf(own)));
  if (nearer.length === 0 || hasTurn(situation, obligation, own, on)) return [];
  return nearer.filter((code) => !situation.state.recusals.some(({ payload }) => payload.tier === code) && !failed(code));
}

/** For a slip. A written reason overrides, and stays with the slip for ever. */
export const nearestFirst: Rule<Payload<'reminderIssued'>> = ({ obligation: id, by, override }, context: DecisionContext) => {
  if (override !== undefined) return undefined;
  const { situation, on } = context;
  const failed = (nearer: GovernmentCode): boolean => {
    const own = governmentOf(by);
    if (own === undefined || !situation.ladder.includes(own)) return false;
    return answerFor(situation, context.principles(), own).reasons.some((one) => one.id === `lower:${nearer}` && one.met === true);
  };
  const nearer = nearerInTurn(situation, obligationIn(context, id), by, on, failed);
  if (nearer.length === 0) return undefined;
  const [who, first] = [nameIn(context, by), listed(nearer.map((code) => nameIn(context, code)))];
  return refuse(
    'stepwise',
    both(
      `尚未轮到${who.zh}发督办单：更近的上级${first.zh}尚未用尽办法。`,
      `It is not the turn of ${who.en}: ${first.en} is nearer and has not failed.`,
    ),
    both(
      `由${first.zh}发出，或由其书面回避；确需越级的，写明理由，理由永久可见。`,
      `Let ${first.en} issue it, or stand aside in writing; or give a written reason, which stays visible for ever.`,
    ),
    {
      missing: nearer.map((code) => {
        const name = nameIn(context, code);
        return {
          what: both(`${name.zh}未发督办单，也未回避`, `${name.en} has not acted and has not stood aside`),
          remedy: both('由其办理或书面回避', 'let it act, or recuse itself in writing'),
        };
      }),
      overridable: true,
    },
  );
};
