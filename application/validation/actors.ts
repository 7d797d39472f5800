/**
 * Which governments and actors a payload names, and where. Read off the event schemas themselves, so that a new
 * event type is covered the day it is added.
 */
import { type EventType, payloadSchemas } from '@gongze/domain/events/catalogue';
import { actorIdSchema, governmentCodeSchema } from '@gongze/domain/events/schemas';

export interface NamedActor {
  readonly id: string;
  readonly path: readonly (string | number)[];
  /** True where the actor is the name of a field, as in shares per party. */
  readonly atKey: boolean;
}

/** What of a schema matters here. */
interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}
interface Schema {
  readonly _zod: { readonly def: SchemaDefinition };
}

type Pattern =
  | { readonly kind: 'actor' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'elements'; readonly of: Pattern }
  | { readonly kind: 'fields'; readonly of: readonly (readonly [string, Pattern])[] };

/** Records from an actor to a share; their keys are plain text to the schema. */
const recordsByActor = new Set(['shares', 'provisions']);
const actorSchemas = new Set<unknown>([actorIdSchema, governmentCodeSchema]);

function patternOf(schema: Schema, name: string): Pattern | undefined {
  if (actorSchemas.has(schema)) return { kind: 'actor' };
  const { type, shape, element, innerType, options } = schema._zod.def;
  if (type === 'record') return recordsByActor.has(name) ? { kind: 'keys' } : undefined;
  if (innerType !== undefined) return patternOf(innerType, name);
  if (element !== undefined) {
    const of = patternOf(element, name);
    return of && { kind: 'elements', of };
  }
  if (options !== undefined) return options.map((option) => patternOf(option, name)).find((pattern) => pattern !== undefined);
  if (shape === undefined) return undefined;
  const of = Object.entries(shape).flatMap(([field, inner]) => {
    const pattern = patternOf(inner, field);
    return pattern === undefined ? [] : [[field, pattern] as const];
  });
  return of.length === 0 ? undefined : { kind: 'fields', of };
}

const patterns = new Map(Object.entries(payloadSchemas).map(([type, schema]) => [type, patternOf(schema as unknown as Schema, '')]));

function collect(pattern: Pattern, value: unknown, path: readonly (string | number)[], into: NamedActor[]): void {
  if (value === undefined || value === null) return;
  switch (pattern.kind) {
    case 'actor':
      into.push({ id: value as string, path, atKey: false });
      return;
    case 'keys':
      for (const id of Object.keys(value)) into.push({ id, path: [...path, id], atKey: true });
      return;
    case 'elements':
      for (const [index, element] of (value as readonly unknown[]).entries()) collect(pattern.of, element, [...path, index], into);
      return;
    case 'fields':
      for (const [field, inner] of pattern.of) collect(inner, (value as Record<string, unknown>)[field], [...path, field], into);
      return;
    default:
      pattern satisfies never;
  }
}

/** Actors and governments named by a valid payload of that type, in the order of the schema. */
export function actorsNamed(type: EventType, payload: unknown): readonly NamedActor[] {
  const pattern = patterns.get(type);
  if (pattern === undefined) return [];
  const named: NamedActor[] = [];
  collect(pattern, payload, [], named);
  return named;
}
