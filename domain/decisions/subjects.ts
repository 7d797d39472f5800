/** Looking up what a command is about. */
import type { ObligationState } from '../cases/state.ts';
import type { Duty } from '../stages/duties.ts';
import type { ObligationId } from '../vocabulary/ids.ts';
import type { DecisionContext, Rule } from './context.ts';
import { both, type Refusal, refuse } from './refusal.ts';

/** The duty of that id, as it stands today. Throws if a rule asks before `obligationKnown` has let it pass. */
export function dutyIn({ situation }: DecisionContext, id: ObligationId): Duty {
  const duty = situation.dutyById.get(id);
  if (duty === undefined) throw new Error(`bug: a rule asked for ${id} before its existence was checked`);
  return duty;
}

export function obligationIn(context: DecisionContext, id: ObligationId): ObligationState {
  return dutyIn(context, id).obligation;
}

export function unknown(zh: string, en: string, name: string): Refusal {
  return refuse(
    'unknownSubject',
    both(`案中没有${zh}“${name}”。`, `There is no ${en} “${name}” in the case.`),
    both('请从本案现有条目中选择。', 'Choose one that the case holds.'),
  );
}

export function taken(zh: string, en: string, name: string): Refusal {
  return refuse(
    'alreadyThere',
    both(`${zh}“${name}”已在案。`, `The ${en} “${name}” is on record already.`),
    both('请使用新的编号。', 'Give it another id.'),
  );
}

export const obligationKnown: Rule<{ obligation: ObligationId }> = ({ obligation }, { situation }) =>
  situation.dutyById.has(obligation) ? undefined : unknown('责任事项', 'obligation', obligation);

export const obligationNew: Rule<{ obligation: ObligationId }> = ({ obligation }, { situation }) =>
  situation.dutyById.has(obligation) ? taken('责任事项', 'obligation', obligation) : undefined;
