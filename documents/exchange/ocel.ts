/**
 * The facts of a case as an object-centric event log (OCEL 2.0, JSON), for process mining. Rules that readers of the format
 * were found to need: times in UTC with `Z`; every event has at least one object that exists; attribute values are texts;
 * years 1678–2262. A day is written as its midnight: what is known is the civil day, not a moment.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import { entryDate } from '@gongze/domain/cases/order';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { CaseSource } from '../source.ts';

interface Declared {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: 'string' }[];
}
interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}
interface Attribute {
  readonly name: string;
  readonly value: string;
}

export interface ObjectCentricLog {
  readonly eventTypes: readonly Declared[];
  readonly objectTypes: readonly Declared[];
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly time: string;
    readonly attributes: readonly Attribute[];
    readonly relationships: readonly Relationship[];
  }[];
  readonly objects: readonly {
    readonly id: string;
    readonly type: string;
    readonly attributes: readonly (Attribute & { readonly time: string })[];
    readonly relationships: readonly Relationship[];
  }[];
}

/** Fields that name an object, with the kind of object. Everything that is an actor by its form is one too. */
const objectFields: Readonly<Record<string, string>> = {
  topic: 'topic',
  topics: 'topic',
  agreement: 'agreement',
  obligation: 'obligation',
  obligations: 'obligation',
  verifies: 'obligation',
  meeting: 'meeting',
  statement: 'statement',
  instrument: 'instrument',
  intervention: 'intervention',
  inspection: 'inspection',
  conflict: 'conflict',
  indicator: 'indicator',
  rule: 'rule',
};

/** Fields that hold actors; a topic or a slug can look like one, so the form alone does not decide. */
const actorFields: ReadonlySet<string> = new Set(
  'actor actors among attendees beneficiaries body by cooperating from grades host invited issuers lead liable members objects over parties party receiver scope subject subjects targets tier to witnesses acceptedBy holder'.split(
    ' ',
  ),
);

export const LOG_YEARS = { first: 1678, last: 2262 } as const;
const STATIC_TIME = '1970-01-01T00:00:00Z';
const objectAttributes = ['name_zh', 'name_en'] as const;
const eventAttributes = ['first', 'last', 'precision', 'initiative', 'origin', 'verification', 'payload'] as const;

interface Found {
  readonly id: string;
  readonly type: string;
  readonly qualifier: string;
}

/** Objects that a fact names, each with the field as the qualifier; searched through all levels of its payload. */
function objectsIn({ type: event, payload }: Fact): Found[] {
  const found: Found[] = [];
  const visit = (value: unknown, field: string): void => {
    // A reply goes to a fact, not to an actor.
    if (event === 'replyMade' && field === 'to') return;
    if (Array.isArray(value)) for (const own of value) visit(own, field);
    else if (typeof value === 'object' && value !== null) for (const [key, own] of Object.entries(value)) visit(own, key);
    else if (typeof value === 'string' && Object.hasOwn(objectFields, field)) {
      const type = objectFields[field] as string;
      found.push({ id: `${type}:${value}`, type, qualifier: field });
    } else if (typeof value === 'string' && actorFields.has(field) && actorIdSchema.safeParse(value).success)
      found.push({ id: `actor:${value}`, type: 'actor', qualifier: field });
  };
  visit(payload, '');
  return found;
}

/** Names that facts give to what they bring into being. */
function titlesIn(facts: readonly Fact[]): Map<string, Bilingual> {
  const titles = new Map<string, Bilingual>();
  for (const { payload } of facts) {
    const fields = payload as Readonly<Record<string, unknown>>;
    const terms = (fields['terms'] ?? {}) as Readonly<Record<string, unknown>>;
    const title = (fields['title'] ?? fields['matter'] ?? terms['title']) as Bilingual | undefined;
    if (typeof title?.zh !== 'string') continue;
    for (const field of [
      'obligation',
      'agreement',
      'instrument',
      'intervention',
      'inspection',
      'meeting',
      'conflict',
      'rule',
      'indicator',
      'topic',
    ] as const) {
      const id = fields[field];
      if (typeof id !== 'string') continue;
      const key = `${objectFields[field]}:${id}`;
      if (!titles.has(key)) titles.set(key, title);
      break;
    }
  }
  return titles;
}

const inRange = (fact: Fact): boolean => {
  const year = Number(entryDate(fact).slice(0, 4));
  return year >= LOG_YEARS.first && year <= LOG_YEARS.last;
};

function eventOf(fact: Fact, caseObject: string): ObjectCentricLog['events'][number] {
  const { occurred, initiative, origin, verification, payload } = fact;
  const named = new Map<string, Relationship>();
  for (const { id, qualifier } of objectsIn(fact))
    if (!named.has(`${id} ${qualifier}`)) named.set(`${id} ${qualifier}`, { objectId: id, qualifier });
  const values: Readonly<Record<(typeof eventAttributes)[number], string>> = {
    first: occurred.first,
    last: occurred.last,
    precision: occurred.precision,
    initiative,
    origin,
    verification,
    payload: JSON.stringify(payload),
  };
  return {
    id: fact.id,
    type: fact.type,
    time: `${entryDate(fact)}T00:00:00Z`,
    attributes: eventAttributes.map((name) => ({ name, value: values[name] })),
    relationships: [{ objectId: caseObject, qualifier: 'case' }, ...named.values()],
  };
}

function declared(names: Iterable<string>, attributes: readonly string[]): Declared[] {
  return [...new Set(names)].sort().map((name) => ({ name, attributes: attributes.map((own) => ({ name: own, type: 'string' })) }));
}

/** The log, and the facts that lie outside the years that the format's readers know. */
export function objectCentricLog(source: CaseSource): { readonly log: ObjectCentricLog; readonly leftOut: readonly string[] } {
  const facts = source.facts.filter(inRange);
  const caseObject = `case:${source.caseId}`;
  const found = new Map<string, string>([[caseObject, 'case']]);
  for (const fact of facts) for (const { id, type } of objectsIn(fact)) found.set(id, type);
  const titles = titlesIn(facts).set(caseObject, source.title);
  const objects = [...found].map(([id, type]) => {
    const bare = id.slice(id.indexOf(':') + 1);
    const name = type === 'actor' ? source.situation.nameOf(bare as ActorId) : (titles.get(id) ?? { zh: bare, en: bare });
    return {
      id,
      type,
      attributes: objectAttributes.map((own) => ({ name: own, value: own === 'name_zh' ? name.zh : name.en, time: STATIC_TIME })),
      relationships: relationsOf(source, id, type, found),
    };
  });
  return {
    log: {
      eventTypes: declared(
        facts.map(({ type }) => type),
        eventAttributes,
      ),
      objectTypes: declared(found.values(), objectAttributes),
      events: facts.map((fact) => eventOf(fact, caseObject)),
      objects,
    },
    leftOut: source.facts.filter((fact) => !inRange(fact)).map(({ id }) => id),
  };
}

/** What a duty is about and where it comes from; nothing is pointed at that is not in the log. */
function relationsOf({ situation }: CaseSource, id: string, type: string, known: ReadonlyMap<string, string>): Relationship[] {
  if (type !== 'obligation') return [];
  const duty = situation.dutyById.get(id.slice('obligation:'.length) as never);
  if (duty === undefined) return [];
  const { topic, agreement, liable } = duty.obligation.terms;
  const wanted: Relationship[] = [
    ...(topic === undefined ? [] : [{ objectId: `topic:${topic}`, qualifier: 'topic' }]),
    ...(agreement === undefined ? [] : [{ objectId: `agreement:${agreement}`, qualifier: 'agreement' }]),
    ...liable.map((actor) => ({ objectId: `actor:${actor}`, qualifier: 'liable' })),
  ];
  return wanted.filter(({ objectId }) => known.has(objectId));
}
