/** A case at a date, with what every rule needs computed once: duties, ladder, parties, parameters. */
import { type CaseState, currentParties } from '../cases/state.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { GovernmentTree } from '../vocabulary/governments/tree.ts';
import { type ActorId, type GovernmentCode, governmentOf, type ObligationId } from '../vocabulary/ids.ts';
import type { Parameters } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { type Duty, dutyOf } from './duties.ts';
import { individualisedDuties } from './individualised.ts';

export interface Situation {
  readonly state: CaseState;
  readonly asOf: IsoDate;
  readonly parameters: Parameters;
  readonly governments: GovernmentTree;
  readonly parties: readonly ActorId[];
  /** Superiors of all parties, nearest first. */
  readonly ladder: readonly GovernmentCode[];
  readonly duties: readonly Duty[];
  /** Duties that are individual, by themselves or through duties that split them up. */
  readonly individualised: ReadonlySet<Duty>;
  readonly dutyById: Pick<ReadonlyMap<ObligationId, Duty>, 'get' | 'has'>;
  /** Name of an actor or government in both languages; its id where none is known. */
  readonly nameOf: (id: string) => Bilingual;
  /** The name as it stands inside a sentence: English puts an article before the root (“the State Council”). */
  readonly namedInText: (id: string) => Bilingual;
}

export interface SituationInput {
  readonly state: CaseState;
  readonly asOf: IsoDate;
  readonly parameters: Parameters;
  readonly governments: GovernmentTree;
  readonly actors: Readonly<Record<string, Bilingual>>;
}

function governmentsOf(parties: readonly ActorId[]): GovernmentCode[] {
  return [...new Set(parties.map(governmentOf).filter((code) => code !== undefined))];
}

/** The duties of a state on a day, each computed when it is asked for, once. */
class Duties {
  readonly #state: CaseState;
  readonly #asOf: IsoDate;
  readonly #computed = new Map<ObligationId, Duty>();

  constructor(state: CaseState, asOf: IsoDate) {
    this.#state = state;
    this.#asOf = asOf;
  }

  has(id: ObligationId): boolean {
    return this.#state.obligations.has(id);
  }

  get(id: ObligationId): Duty | undefined {
    const obligation = this.#state.obligations.get(id);
    if (obligation === undefined) return undefined;
    const duty = this.#computed.get(id) ?? dutyOf(this.#state, obligation, this.#asOf);
    this.#computed.set(id, duty);
    return duty;
  }

  all(): Duty[] {
    return [...this.#state.obligations.keys()].map((id) => this.get(id) as Duty);
  }
}

/**
 * The situation. Duties are computed when they are asked for: one alone costs its own yardsticks, all of them cost those of all. Until
 * then the state may not change.
 */
export function situationOf({ state, asOf, parameters, governments, actors }: SituationInput): Situation {
  const parties = currentParties(state);
  const dutyById = new Duties(state, asOf);
  let duties: readonly Duty[] | undefined;
  let individualised: ReadonlySet<Duty> | undefined;
  const codes = governmentsOf(parties);
  const nameOf = (id: string): Bilingual =>
    actors[id] ?? governments.get(id as GovernmentCode)?.name ?? state.bodies.get(id as ActorId)?.title ?? { zh: id, en: id };
  return {
    state,
    asOf,
    parameters,
    governments,
    parties,
    ladder: codes.length === 0 ? [] : governments.ladder(codes, asOf),
    get duties() {
      return (duties ??= dutyById.all());
    },
    get individualised() {
      return (individualised ??= individualisedDuties(this.duties));
    },
    dutyById,
    nameOf,
    namedInText: (id) => {
      const name = nameOf(id);
      return id === governments.root && !name.en.startsWith('the ') ? { zh: name.zh, en: `the ${name.en}` } : name;
    },
  };
}

/** True if `code` stands above every party on the date of the situation. */
export function isSuperior(situation: Situation, code: GovernmentCode): boolean {
  return situation.ladder.includes(code);
}
