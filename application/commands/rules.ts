/**
 * The rules of the domain for what is recorded live. History that is coded afterwards, with its sources, is judged by the
 * report and not blocked; it enters as archive and never through here.
 */
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { openCase } from '@gongze/domain/report/report';
import type { EventDraft } from '@gongze/domain/decisions/context';
import { refusalOfEvents } from '@gongze/domain/decisions/decideEvents';
import type { Refusal } from '@gongze/domain/decisions/refusal';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { WorkCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import type { Decision } from './decide.ts';

export interface RuleRefusal {
  /** Which of the new events is refused. */
  readonly index: number;
  readonly refusal: Refusal;
}

/** What the state of the case does not allow; nothing if all may be recorded. */
export type Rules = (decision: Decision) => RuleRefusal | undefined;

/** In whose name the event is done: the office's; where one user acts for anyone, whom the event names. */
function actorOf({ recordedBy, payload }: Fact): ActorId {
  const named = payload as { readonly by?: unknown; readonly party?: unknown; readonly tier?: unknown };
  const one = [recordedBy.actor, named.by, named.party, named.tier].find((own) => typeof own === 'string');
  return (one ?? '') as ActorId;
}

/** Rules by the thresholds of the product and the given calendar. */
export function domainRules(calendar: WorkCalendar = chineseCalendar): Rules {
  return ({ stored: { caseId, title, actors, facts }, fresh, governments, today }) => {
    const live = fresh.filter(({ origin }) => origin === 'live');
    if (live.length === 0) return undefined;
    const parameters = standardParameters();
    const openAfter = (count: number) =>
      openCase({
        caseId,
        title,
        actors,
        edition: 'enriched',
        facts: [...facts, ...live.slice(0, count)],
        knownOn: undefined,
        parameters,
        governments,
      });
    const found = refusalOfEvents(live as readonly EventDraft[], (count) => {
      const fact = live[count] as Fact;
      return decisionContextOf(openAfter(count), { today, on: fact.occurred.last, by: actorOf(fact), calendar });
    });
    return found && { index: fresh.indexOf(live[found.index] as Fact), refusal: found.refusal };
  };
}
