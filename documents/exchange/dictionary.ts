/** The data dictionary: every field of every kind of fact with its type and meaning, generated from the domain's schemas. */
import { type EventType, eventTypes, payloadSchemas } from '@gongze/domain/events/catalogue';
import { envelopeShape } from '@gongze/domain/events/envelope';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { z } from 'zod';
import { dutyColumns, powerColumns, yardstickColumns } from '../ledger/columns.ts';
import { eventGlosses, fieldGlosses } from './glosses.ts';

export interface DictionaryEntry {
  /** `fact` for the envelope, an event type for its payload, `ledger` for the columns of the ledger. */
  readonly table: string;
  /** `readings[].dueOn` */
  readonly field: string;
  readonly type: string;
  readonly required: boolean;
  /** Allowed values of a closed scale. */
  readonly values: readonly string[];
  readonly about: Bilingual;
}

/** The part of JSON Schema that the schemas of the domain come to. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
}

const unglossed: Bilingual = { zh: '', en: '' };

function typeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(' | ');
  if (isBilingual(schema)) return 'text {zh, en}';
  if (schema.type === 'array') return `${typeOf(schema.items ?? {})}[]`;
  return schema.type ?? 'any';
}

function isBilingual({ properties }: Schema): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'zh,en';
}

function valuesOf(schema: Schema): readonly string[] {
  const own = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])].map(String);
  return [...own, ...(schema.anyOf ?? []).flatMap(valuesOf), ...(schema.items === undefined ? [] : valuesOf(schema.items))];
}

function entriesOf(table: string, schema: Schema, path: string, required: boolean): DictionaryEntry[] {
  const name = path.split('.').at(-1)?.replaceAll('[]', '') ?? '';
  const about = fieldGlosses[`${name}.${table}`] ?? fieldGlosses[name] ?? unglossed;
  const entry: DictionaryEntry[] =
    path === '' ? [] : [{ table, field: path, type: typeOf(schema), required, values: valuesOf(schema), about }];
  return [...entry, ...inside(table, schema, path)];
}

/** Fields below one field: of an object, of the items of a list, of each alternative once. */
function inside(table: string, schema: Schema, path: string): DictionaryEntry[] {
  if (isBilingual(schema)) return [];
  if (schema.items !== undefined) return inside(table, schema.items, `${path}[]`);
  const found = new Map<string, DictionaryEntry>();
  for (const own of [schema, ...(schema.anyOf ?? [])])
    for (const [name, field] of Object.entries(own.properties ?? {}))
      for (const entry of entriesOf(table, field, path === '' ? name : `${path}.${name}`, own.required?.includes(name) === true))
        if (!found.has(entry.field)) found.set(entry.field, entry);
  return [...found.values()];
}

const jsonSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** What the event type tells of. */
export function eventGloss(type: EventType): Bilingual {
  return eventGlosses[type] ?? unglossed;
}

/** All entries: the envelope, every event type, and the three sheets of the ledger. */
export function dataDictionary(): readonly DictionaryEntry[] {
  const envelope = entriesOf('fact', jsonSchema(z.object(envelopeShape)), '', true);
  const payloads = eventTypes.flatMap((type) => entriesOf(type, jsonSchema(payloadSchemas[type]), '', true));
  const columns = [
    ['ledger', dutyColumns],
    ['ledger/yardsticks', yardstickColumns],
    ['ledger/powers', powerColumns],
  ] as const;
  const ledger = columns.flatMap(([table, all]) =>
    all.map(({ key, about, computed }) => ({
      table,
      field: key,
      type: computed ? 'computed' : 'cell',
      required: false,
      values: [],
      about,
    })),
  );
  return [...envelope, ...payloads, ...ledger];
}
