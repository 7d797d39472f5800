/**
 * Decides events that somebody hands in ready-made, as a client does that signs them first. Each goes through the rules of
 * the command that leads to it, so that there is no second door: what a command would be refused, its event is refused.
 */
import type { EventType, Payload } from '../events/catalogue.ts';
import type { ActorId, AgreementId } from '../vocabulary/ids.ts';
import { type CommandRule, commandRules, type SimpleCommandName } from './commands.ts';
import type { DecisionContext, EventDraft } from './context.ts';
import { type CommandName, decide } from './decide.ts';
import { both, type Refusal, refuse } from './refusal.ts';

const commandOf = new Map<EventType, SimpleCommandName>(
  (Object.entries(commandRules) as [SimpleCommandName, CommandRule][]).map(([name, { event }]) => [event, name]),
);

/** The command whose event this is. */
export function commandFor(event: EventType): CommandName {
  if (event === 'agreementSigned') return 'signAgreement';
  if (event === 'interventionOpened') return 'openIntervention';
  if (event === 'interventionClosed') return 'closeIntervention';
  const name = commandOf.get(event);
  if (name === undefined) throw new Error(`bug: no command leads to ${event}`);
  return name;
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is signed is what was drafted: a text that nobody saw as a draft is not signed. */
function signsItsDraft(payload: Payload<'agreementSigned'>, { situation }: DecisionContext): Refusal | undefined {
  const draft = situation.state.drafts.get(payload.agreement as AgreementId)?.payload;
  if (draft === undefined) return undefined;
  const same =
    sameList(draft.clauses, payload.clauses ?? []) && sameList(draft.parties, payload.parties) && sameList(draft.topics, payload.topics);
  return same
    ? undefined
    : refuse(
        'incomplete',
        both('签署文本与草案不一致。', 'The text signed is not the text drafted.'),
        both('按草案签署，或先更新草案。', 'Sign the draft, or change the draft first.'),
      );
}

function payloadFor(event: EventDraft, batch: readonly EventDraft[]): unknown {
  if (event.type === 'agreementSigned') {
    const { agreement, framework, witnesses } = event.payload;
    return { agreement, framework, witnesses };
  }
  if (event.type === 'interventionOpened') {
    const { intervention } = event.payload;
    const instruments = batch.flatMap((other) =>
      other.type === 'instrumentApplied' && other.payload.intervention === intervention ? [other.payload] : [],
    );
    return { ...event.payload, instruments };
  }
  return event.payload;
}

/** Why the event may not be recorded in the case as it stands; `undefined` if it may. */
function refusalOf(event: EventDraft, batch: readonly EventDraft[], context: DecisionContext): Refusal | undefined {
  const unlike = event.type === 'agreementSigned' ? signsItsDraft(event.payload, context) : undefined;
  const decision = decide({ command: commandFor(event.type), payload: payloadFor(event, batch) }, context);
  return 'refusal' in decision ? decision : unlike;
}

type WhoMay = (index: number, context: DecisionContext) => readonly ActorId[] | undefined;

/** The same, in the name of whoever may do it; what the first of them is told where none may. */
function refusalByAny(event: EventDraft, batch: readonly EventDraft[], context: DecisionContext, anyOf: readonly ActorId[] | undefined) {
  const [first, ...others] = anyOf ?? [];
  // A copy would ask for the situation, which not every rule does.
  const refusal = refusalOf(event, batch, first === undefined ? context : { ...context, by: first });
  if (refusal?.refusal !== 'notEntitled') return refusal;
  return others.some((by) => refusalOf(event, batch, { ...context, by }) === undefined) ? undefined : refusal;
}

/**
 * The first refusal of a batch, with the place of its event; `undefined` if all may be recorded. `contextAfter(n)`: the case
 * after the first `n` events of the batch, asked for with rising `n`; `exactlyAfter`, asked where something is refused: the same with
 * things in the order in which a fold from scratch puts them, or nothing if they stand so already. `whoMay`: in whose name an event may be
 * done that names nobody; nothing where it is done in the name of `context.by`.
 */
export function refusalOfEvents(
  batch: readonly EventDraft[],
  contextAfter: (count: number) => DecisionContext,
  exactlyAfter: (count: number) => DecisionContext | undefined = () => undefined,
  whoMay: WhoMay = () => undefined,
): { readonly index: number; readonly refusal: Refusal } | undefined {
  const opened = new Set<string>();
  for (const [index, event] of batch.entries()) {
    if (event.type === 'interventionOpened') opened.add(event.payload.intervention);
    // Instruments that open with their intervention were decided with it.
    if (event.type === 'instrumentApplied' && opened.has(event.payload.intervention ?? '')) continue;
    const judged = (context: DecisionContext) => refusalByAny(event, batch, context, whoMay(index, context));
    let refusal = judged(contextAfter(index));
    const exactly = refusal === undefined ? undefined : exactlyAfter(index);
    if (exactly !== undefined) refusal = judged(exactly);
    if (refusal !== undefined) return { index, refusal };
  }
  return undefined;
}
