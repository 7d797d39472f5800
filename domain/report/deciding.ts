/** What a decision may look at, made from an opened case: the same on the server that decides and in the browser that asks first. */
import type { DecisionContext } from '../decisions/context.ts';
import { Todays } from '../decisions/todays.ts';
import { type Diagnosis, diagnose } from '../dilemmas/diagnose.ts';
import { judgePrinciples, type PrinciplesReport } from '../principles/principles.ts';
import type { Fact } from '../events/catalogue.ts';
import type { Situation } from '../stages/situation.ts';
import { countWorkingDays, type WorkCalendar } from '../vocabulary/calendars/calendar.ts';
import { computeDeadline } from '../vocabulary/calendars/deadlines.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { ActorId, FactId } from '../vocabulary/ids.ts';
import type { OpenCase } from './open.ts';

export interface Deciding {
  readonly today: IsoDate;
  /** Day on which it happened. Default: today. */
  readonly on?: IsoDate | undefined;
  readonly by: ActorId;
  readonly calendar: WorkCalendar;
}

/** What is known of the case when it is decided. */
export interface Known {
  /** The case as it stands today; asked for by a rule that looks at it, once. */
  readonly situation: () => Situation;
  readonly todays: Todays;
  readonly factOf: (id: FactId) => Fact | undefined;
}

/** The context of a decision. Situation, diagnosis and principles are computed when a rule asks for them, once. */
export function contextOf({ situation, todays, factOf }: Known, { today, on = today, by, calendar }: Deciding): DecisionContext {
  let known: Situation | undefined;
  let diagnosis: Diagnosis | undefined;
  let principles: PrinciplesReport | undefined;
  const situated = () => (known ??= situation());
  const diagnosed = () => (diagnosis ??= diagnose(situated()));
  return {
    get situation() {
      return situated();
    },
    diagnosis: diagnosed,
    principles: () => (principles ??= judgePrinciples(situated(), diagnosed())),
    todays,
    factOf,
    today,
    on,
    by,
    computeDeadline: (rule) => computeDeadline(rule, calendar),
    workingDaysAfter: (from, count) => countWorkingDays(calendar, from, count).day,
  };
}

/** The same of an opened case. */
export function decisionContextOf(open: OpenCase, deciding: Deciding): DecisionContext {
  const { facts } = open.input;
  let byId: ReadonlyMap<string, Fact> | undefined;
  const known: Known = {
    situation: () => open.situationAt(deciding.today),
    todays: new Todays(facts, deciding.today),
    factOf: (id) => (byId ??= new Map(facts.map((fact) => [fact.id as string, fact]))).get(id),
  };
  return contextOf(known, deciding);
}
