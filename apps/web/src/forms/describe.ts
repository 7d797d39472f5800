/**
 * What a form asks, read off the schema of its command, so that a new field of an event is asked the day it is added and
 * no form can hand in what the schema refuses.
 */
import {
  actorIdSchema,
  agreementIdSchema,
  bilingualSchema,
  factIdSchema,
  filesSchema,
  governmentCodeSchema,
  isoDateSchema,
  obligationIdSchema,
  quantitySchema,
  topicIdSchema,
} from '@gongze/domain/events/schemas';

export type Field = { readonly name: string; readonly optional: boolean } & (
  | { readonly kind: 'bilingual' | 'date' | 'text' | 'boolean' | 'actor' | 'government' | 'shares' | 'files' | 'open' }
  /** An id of something in the case; `of` says of what. */
  | { readonly kind: 'id'; readonly of: string }
  | { readonly kind: 'number'; readonly integer: boolean; readonly min: number | undefined; readonly max: number | undefined }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | {
      readonly kind: 'group';
      readonly fields: readonly Field[] /** Members that are always the same. */;
      readonly constants: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'list'; readonly of: Field; readonly least: number }
  | { readonly kind: 'either'; readonly options: readonly Field[] }
);

interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly {
    readonly _zod: {
      readonly def: {
        readonly check: string;
        readonly value?: number;
        readonly minimum?: number;
        readonly format?: string;
        readonly inclusive?: boolean;
      };
    };
  }[];
  readonly format?: string;
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

const known = new Map<unknown, (name: string, optional: boolean) => Field>([
  [bilingualSchema, (name, optional) => ({ name, optional, kind: 'bilingual' })],
  [isoDateSchema, (name, optional) => ({ name, optional, kind: 'date' })],
  [actorIdSchema, (name, optional) => ({ name, optional, kind: 'actor' })],
  [governmentCodeSchema, (name, optional) => ({ name, optional, kind: 'government' })],
  [obligationIdSchema, (name, optional) => ({ name, optional, kind: 'id', of: 'obligation' })],
  [agreementIdSchema, (name, optional) => ({ name, optional, kind: 'id', of: 'agreement' })],
  [topicIdSchema, (name, optional) => ({ name, optional, kind: 'id', of: 'topic' })],
  [factIdSchema, (name, optional) => ({ name, optional, kind: 'id', of: 'fact' })],
  [filesSchema, (name, optional) => ({ name, optional, kind: 'files' })],
  [quantitySchema, (name, optional) => ({ name, optional, kind: 'number', integer: false, min: undefined, max: undefined })],
]);

/** Named things that are plain names to the schema. */
const namedThings = new Set([
  'meeting',
  'statement',
  'inspection',
  'intervention',
  'instrument',
  'conflict',
  'rule',
  'yardstick',
  'indicator',
  'clause',
  'replaces',
  'grounds',
  'power',
]);

function bounds({ checks = [] }: Definition): { min: number | undefined; max: number | undefined; integer: boolean } {
  const of = (check: string) => checks.map(({ _zod }) => _zod.def).find((def) => def.check === check);
  const integer = checks.some(({ _zod }) => _zod.def.format === 'safeint');
  return { min: of('greater_than')?.value, max: of('less_than')?.value, integer };
}

function leastOf({ checks = [] }: Definition): number {
  return checks.map(({ _zod }) => _zod.def).find((def) => def.check === 'min_length')?.minimum ?? 0;
}

function constantsOf(shape: Readonly<Record<string, Schema>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, { _zod }]) => (_zod.def.type === 'literal' ? [[name, _zod.def.values?.[0]] as const] : [])),
  );
}

/** The field of that name; `undefined` for what a person does not fill in (a constant). */
export function fieldOf(name: string, schema: unknown, optional = false): Field | undefined {
  const ready = known.get(schema);
  if (ready !== undefined) return ready(name, optional);
  const { def } = (schema as Schema)._zod;
  switch (def.type) {
    case 'optional':
      return fieldOf(name, def.innerType, true);
    case 'readonly':
    case 'nullable':
    case 'default':
      return fieldOf(name, def.innerType, optional);
    case 'pipe':
      return fieldOf(name, def.in, optional);
    case 'object':
      return { name, optional, kind: 'group', fields: fieldsOf(schema), constants: constantsOf(def.shape ?? {}) };
    case 'array': {
      const of = fieldOf(name, def.element);
      return of && { name, optional, kind: 'list', of, least: leastOf(def) };
    }
    case 'union':
      return {
        name,
        optional,
        kind: 'either',
        options: (def.options ?? []).flatMap((option, index) => fieldOf(String(index), option) ?? []),
      };
    case 'enum':
      return { name, optional, kind: 'choice', options: Object.values(def.entries ?? {}) };
    case 'boolean':
      return { name, optional, kind: 'boolean' };
    case 'number':
    case 'int':
      return { name, optional, kind: 'number', ...bounds(def), ...(def.format === 'safeint' && { integer: true }) };
    case 'record':
      return { name, optional, kind: name === 'shares' || name === 'provisions' ? 'shares' : 'open' };
    case 'literal':
      return undefined;
    case 'string':
      return namedThings.has(name) ? { name, optional, kind: 'id', of: name } : { name, optional, kind: 'text' };
    default:
      throw new Error(`bug: no form field for a schema of type ${def.type} (${name})`);
  }
}

/** The fields of an object schema, in its order. */
export function fieldsOf(schema: unknown): Field[] {
  const { def } = (schema as Schema)._zod;
  if (def.type === 'readonly' || def.type === 'pipe' || def.type === 'optional') return fieldsOf(def.innerType ?? def.in);
  return Object.entries(def.shape ?? {}).flatMap(([name, own]) => fieldOf(name, own) ?? []);
}
