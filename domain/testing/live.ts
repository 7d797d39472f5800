/** A live case for tests: commands are decided and recorded one after the other on a clock that the test moves. */
import { resolveHistory } from '../cases/corrections.ts';
import { inFoldOrder } from '../cases/order.ts';
import { fold } from '../cases/fold.ts';
import type { DecisionContext } from '../decisions/context.ts';
import { type CommandName, decide, type Decision } from '../decisions/decide.ts';
import type { Refusal } from '../decisions/refusal.ts';
import { schemaOf } from '../decisions/schemas.ts';
import { Todays } from '../decisions/todays.ts';
import { diagnose, type Diagnosis } from '../dilemmas/diagnose.ts';
import type { Fact } from '../events/catalogue.ts';
import { judgePrinciples, type PrinciplesReport } from '../principles/principles.ts';
import { situationOf, type Situation } from '../stages/situation.ts';
import { chineseCalendar } from '../vocabulary/calendars/calendar.ts';
import { computeDeadline } from '../vocabulary/calendars/deadlines.ts';
import { addDays, isoDateOf, type IsoDate } from '../vocabulary/dates.ts';
import type { GovernmentTree } from '../vocabulary/governments/tree.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { type Parameters, parametersWith } from '../vocabulary/parameters.ts';
import { factOf, testCaseId } from './facts.ts';
import { smallTree } from './situations.ts';

export interface LiveOptions {
  readonly governments?: GovernmentTree;
  readonly overrides?: Record<string, number>;
}

/** Monday to Friday: enough for a test that does not ask about holidays. */
function weekdaysAfter(from: IsoDate, count: number): IsoDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
}

export class LiveCase {
  readonly facts: Fact[] = [];
  readonly #governments: GovernmentTree;
  readonly #parameters: Parameters;

  constructor({ governments = smallTree, overrides = {} }: LiveOptions = {}) {
    this.#governments = governments;
    this.#parameters = parametersWith(overrides) as Parameters;
  }

  situation(today: string): Situation {
    const state = fold(testCaseId, inFoldOrder(resolveHistory(this.facts).facts));
    return situationOf({ state, asOf: isoDateOf(today), parameters: this.#parameters, governments: this.#governments, actors: {} });
  }

  context(today: string, by: string, on = today): DecisionContext {
    const situation = this.situation(today);
    let diagnosis: Diagnosis | undefined;
    let principles: PrinciplesReport | undefined;
    const diagnosed = () => (diagnosis ??= diagnose(situation));
    return {
      situation,
      diagnosis: diagnosed,
      principles: () => (principles ??= judgePrinciples(situation, diagnosed())),
      factOf: (id) => this.facts.find((fact) => fact.id === id),
      todays: new Todays(this.facts, isoDateOf(today)),
      today: isoDateOf(today),
      on: isoDateOf(on),
      by: by as ActorId,
      computeDeadline: (rule) => computeDeadline(rule, chineseCalendar),
      workingDaysAfter: weekdaysAfter,
    };
  }

  /** Decides without recording. */
  ask(today: string, by: string, command: CommandName, payload: object, on = today): Decision {
    return decide({ command, payload: schemaOf(command).parse(payload) }, this.context(today, by, on));
  }

  /** Decides and records. Throws what was refused. */
  do(today: string, by: string, command: CommandName, payload: object, on = today): Fact[] {
    const decision = this.ask(today, by, command, payload, on);
    if ('refusal' in decision)
      throw new Error(
        `${command} on ${today} by ${by} was refused: ${decision.refusal}: ${decision.text.en} ${decision.missing.map((own) => own.what.en).join('; ')}`,
      );
    const added = decision.events.map((event) =>
      factOf(event.type, event.payload as never, { on, ...(event.initiative && { initiative: event.initiative }) }),
    );
    this.facts.push(...added);
    return added;
  }

  /** The refusal, or an error if the command was accepted. */
  refused(today: string, by: string, command: CommandName, payload: object, on = today): Refusal {
    const decision = this.ask(today, by, command, payload, on);
    if ('refusal' in decision) return decision;
    throw new Error(`${command} on ${today} by ${by} was accepted`);
  }
}
