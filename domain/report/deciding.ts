/** What a decision may look at, made from an opened case: the same on the server that decides and in the browser that asks first. */
import type { DecisionContext } from '../decisions/context.ts';
import { type Diagnosis, diagnose } from '../dilemmas/diagnose.ts';
import { judgePrinciples, type PrinciplesReport } from '../principles/principles.ts';
import type { Fact } from '../events/catalogue.ts';
import { countWorkingDays, type WorkCalendar } from '../vocabulary/calendars/calendar.ts';
import { computeDeadline } from '../vocabulary/calendars/deadlines.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import type { OpenCase } from './open.ts';

export interface Deciding {
  readonly today: IsoDate;
  /** Day on which it happened. Default: today. */
  readonly on?: IsoDate | undefined;
  readonly by: ActorId;
  readonly calendar: WorkCalendar;
}

/** The context of a decision on `today`. Diagnosis and principles are computed when a rule asks for them, once. */
export function decisionContextOf(open: OpenCase, { today, on = today, by, calendar }: Deciding): DecisionContext {
  const situation = open.situationAt(today);
  let diagnosis: Diagnosis | undefined;
  let principles: PrinciplesReport | undefined;
  const diagnosed = () => (diagnosis ??= diagnose(situation));
  const { facts } = open.input;
  let byId: ReadonlyMap<string, Fact> | undefined;
  return {
    situation,
    diagnosis: diagnosed,
    principles: () => (principles ??= judgePrinciples(situation, diagnosed())),
    todays: facts.filter((fact) => fact.occurred.last === today),
    factOf: (id) => (byId ??= new Map(facts.map((fact) => [fact.id as string, fact]))).get(id),
    today,
    on,
    by,
    computeDeadline: (rule) => computeDeadline(rule, calendar),
    workingDaysAfter: (from, count) => countWorkingDays(calendar, from, count).day,
  };
}
