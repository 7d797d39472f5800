/** Values by a JSON Schema, and what makes them wrong. The schema is the published one; another library judges by it. */
import { type Chance, hostileText, hostileValue } from './chance.ts';

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly minLength?: number;
}

const texts = ['610100', '610400', '2026-01-01', 'topic-1', 'river', 'body:one', 'https://example.com/'] as const;

/** A value that may well fit. */
export function sampleOf(schema: JsonSchema, components: Readonly<Record<string, JsonSchema>>, chance: Chance, depth = 0): unknown {
  if (schema.$ref !== undefined) return sampleOf(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, components, chance, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return chance.pick(schema.enum);
  const choice = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choice !== undefined) return sampleOf(chance.pick(choice), components, chance, depth);
  const type = typeof schema.type === 'string' ? schema.type : schema.properties === undefined ? 'string' : 'object';
  const inner = (own: JsonSchema): unknown => sampleOf(own, components, chance, depth + 1);
  switch (type) {
    case 'object': {
      const required = new Set(schema.required);
      const named = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name) || (depth < 6 && chance.is(0.4)));
      const value: Record<string, unknown> = Object.fromEntries(named.map(([name, own]) => [name, inner(own)]));
      if (typeof schema.additionalProperties === 'object' && chance.is(0.5)) value[chance.pick(texts)] = inner(schema.additionalProperties);
      return value;
    }
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, depth > 6 ? 0 : chance.below(3)) }, () => inner(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.min(schema.maximum ?? 100, Math.max(schema.minimum ?? 0, chance.below(10)));
    case 'boolean':
      return chance.is(0.5);
    case 'null':
      return null;
    default:
      return schema.pattern?.includes('\\d{4}') ? '2026-01-01' : chance.pick(texts);
  }
}

/** Changes a value in up to three places: takes away, adds, replaces, doubles. */
export function spoiled(value: unknown, chance: Chance): unknown {
  let result = value;
  for (let count = 1 + chance.below(3); count > 0; count--) result = spoiledOnce(result, chance);
  return result;
}

function spoiledOnce(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.is(0.15)) return hostileValue(chance);
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.is(0.2)) return [...value, hostileValue(chance)];
    const at = chance.below(value.length);
    if (chance.is(0.2)) return value.filter((_, index) => index !== at);
    return value.map((own, index) => (index === at ? spoiledOnce(own, chance) : own));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.is(0.2)) return Object.fromEntries([...entries, [hostileText(chance), hostileValue(chance)]]);
  const at = chance.below(entries.length);
  if (chance.is(0.3)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(entries.map(([name, own], index) => (index === at ? [name, spoiledOnce(own, chance)] : [name, own])));
}
