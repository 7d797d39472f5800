/** Facts dated today that are on record already, found by what they are about: asked before every act of a request. */
import type { EventType, Fact } from '../events/catalogue.ts';
import type { IsoDate } from '../vocabulary/dates.ts';

/** The ids by which facts are about the same thing. */
const subjectFields = [
  'obligation',
  'topic',
  'meeting',
  'statement',
  'agreement',
  'inspection',
  'intervention',
  'instrument',
  'conflict',
  'body',
];

function subjectsOf(payload: unknown): string[] {
  const fields = payload as Record<string, unknown>;
  return subjectFields.flatMap((field) => (typeof fields[field] === 'string' ? [`${field} ${fields[field]}`] : []));
}

interface Placed {
  readonly fact: Fact;
  readonly at: number;
}

export class Todays {
  readonly #today: IsoDate;
  #count = 0;
  /** Of each subject the first fact of each type: no question asks for a second. */
  readonly #first = new Map<string, Map<EventType, Placed>>();

  constructor(facts: readonly Fact[], today: IsoDate) {
    this.#today = today;
    for (const fact of facts) this.add(fact);
  }

  add(fact: Fact): void {
    if (fact.occurred.last !== this.#today) return;
    const placed = { fact, at: this.#count++ };
    for (const subject of subjectsOf(fact.payload)) {
      const known = this.#first.get(subject);
      if (known === undefined) this.#first.set(subject, new Map([[fact.type, placed]]));
      else if (!known.has(fact.type)) known.set(fact.type, placed);
    }
  }

  /** The first of them that is about something that the payload is about, and of a type that is asked for. */
  firstAbout(payload: unknown, isAskedFor: (type: EventType) => boolean): Fact | undefined {
    let first: Placed | undefined;
    for (const subject of subjectsOf(payload)) {
      for (const [type, placed] of this.#first.get(subject) ?? [])
        if (isAskedFor(type) && (first === undefined || placed.at < first.at)) first = placed;
    }
    return first?.fact;
  }
}
