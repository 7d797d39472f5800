/**
 * The rules of the domain for what is recorded live. History that is coded afterwards, with its sources, is judged by the
 * report and not blocked; it enters as archive and never through here.
 */
import { isChange } from '@gongze/domain/events/change';
import { GrowingHistory } from '@gongze/domain/cases/growing';
import { contextOf, decisionContextOf } from '@gongze/domain/report/deciding';
import { openCase } from '@gongze/domain/report/report';
import type { DecisionContext, EventDraft } from '@gongze/domain/decisions/context';
import { refusalOfEvents } from '@gongze/domain/decisions/decideEvents';
import type { Refusal } from '@gongze/domain/decisions/refusal';
import { Todays } from '@gongze/domain/decisions/todays';
import type { Fact } from '@gongze/domain/events/catalogue';
import { type Situation, situationOf } from '@gongze/domain/stages/situation';
import type { WorkCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { stateOf } from '../read/cache.ts';
import type { Decision } from './decide.ts';

export interface RuleRefusal {
  /** Which of the new events is refused. */
  readonly index: number;
  readonly refusal: Refusal;
}

/** What the state of the case does not allow; nothing if all may be recorded. */
export type Rules = (decision: Decision) => RuleRefusal | undefined;

/** In whose name the event is done: the office's; where one user acts for anyone, whom the event names, if it names anybody. */
function actorOf({ recordedBy, payload }: Fact): ActorId | undefined {
  const named = payload as { readonly by?: unknown; readonly party?: unknown; readonly tier?: unknown };
  return [recordedBy.actor, named.by, named.party, named.tier].find((own) => typeof own === 'string') as ActorId | undefined;
}

/** Where an event names nobody and one user acts for anyone, it may be done by any of the case: parties, superiors, joint bodies. */
function anyOf({ parties, ladder, state }: Situation): readonly ActorId[] {
  return [...parties, ...(ladder as readonly string[] as readonly ActorId[]), ...state.bodies.keys()];
}

/**
 * Rules by the thresholds of the product and the given calendar. Each event is decided on what those before it made; the case grows by
 * them and is not opened anew for each, so that a request costs its length and not its square.
 */
export function domainRules(calendar: WorkCalendar = chineseCalendar): Rules {
  return ({ stored, fresh, governments, today }) => {
    const live = fresh.filter(({ origin }) => origin === 'live');
    if (live.length === 0) return undefined;
    const { caseId, title, actors, facts } = stored;
    const parameters = standardParameters();
    const deciding = (count: number) => {
      const fact = live[count] as Fact;
      return { today, on: fact.occurred.last, by: actorOf(fact) ?? ('' as ActorId), calendar };
    };
    const openedAfter = (count: number) => {
      const known = [...facts, ...live.slice(0, count)];
      return openCase({ caseId, title, actors, edition: 'enriched', facts: known, knownOn: undefined, parameters, governments });
    };
    const growing = new GrowingHistory(caseId, facts, stateOf(stored));
    const todays = new Todays(facts, today);
    const contextAfter = (count: number) => {
      for (const fact of live.slice(growing.facts.length - facts.length, count)) {
        growing.add(fact);
        todays.add(fact);
      }
      const situation = () => {
        const { state } = growing;
        // What is dated later than today is not part of today's case. None is recorded so; a clock may have fallen back since.
        const isLater = state.position !== undefined && state.position.day > toDayNumber(today);
        return isLater ? openedAfter(count).situationAt(today) : situationOf({ state, asOf: today, parameters, governments, actors });
      };
      return contextOf({ situation, todays, factOf: (id) => growing.factOf(id) }, deciding(count));
    };
    const exactlyAfter = (count: number) => (growing.isInOrder ? undefined : decisionContextOf(openedAfter(count), deciding(count)));
    const whoMay = (index: number, context: DecisionContext) => {
      const fact = live[index] as Fact;
      // A correction is decided by what it corrects, whoever makes it.
      const isOfAnybody = actorOf(fact) === undefined && !isChange(fact);
      return fact.recordedBy.mode === 'local' && isOfAnybody ? anyOf(context.situation) : undefined;
    };
    const found = refusalOfEvents(live as readonly EventDraft[], contextAfter, exactlyAfter, whoMay);
    return found && { index: fresh.indexOf(live[found.index] as Fact), refusal: found.refusal };
  };
}
