/** From what stands in a form to the payload of a command. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Field } from './describe.ts';

/** What a form holds while somebody types: members by name, texts as typed. */
export type Typed = string | boolean | readonly Typed[] | { readonly [name: string]: Typed } | undefined;
export type TypedFields = { readonly [name: string]: Typed };

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((own) => own === undefined));

/** A text of which one language was typed stands for both: nobody is asked to translate before he may act. */
function bilingualOf(typed: Typed, lang: Language): Bilingual | undefined {
  const { zh = '', en = '' } = (typed ?? {}) as { zh?: string; en?: string };
  const main = (lang === 'zh' ? zh || en : en || zh).trim();
  return main === '' ? undefined : { zh: zh.trim() || main, en: en.trim() || main };
}

function numberOf(typed: Typed): number | string | undefined {
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  const number = Number(typed.trim().replace(/,/g, ''));
  return Number.isNaN(number) ? typed : number;
}

function sharesOf(typed: Typed): Record<string, unknown> | undefined {
  const shares = Object.entries((typed ?? {}) as TypedFields).flatMap(([actor, own]) => {
    const number = numberOf(own);
    return number === undefined ? [] : [[actor, number] as const];
  });
  return shares.length === 0 ? undefined : Object.fromEntries(shares);
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/;

/**
 * The id of what a person names in his own words and script: an id as it is, else one that the same words always give, so that
 * an indicator named again is the same one. FNV-1a over the code points, 52 bits of it.
 */
export function idOfName(text: string): string {
  if (ID.test(text)) return text;
  let hash = 0xcbf29ce484222325n;
  for (const sign of text.normalize('NFKC')) hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return `indicator-${(hash >> 12n).toString(36)}`;
}

/** The value a field stands for; `undefined` where nothing was typed. */
function fieldValue(field: Field, typed: Typed, lang: Language): unknown {
  switch (field.kind) {
    case 'bilingual':
      return bilingualOf(typed, lang);
    case 'number':
      return numberOf(typed);
    case 'shares':
      return sharesOf(typed);
    case 'boolean':
      return typeof typed === 'boolean' ? typed : field.optional ? undefined : false;
    case 'group': {
      if (typed === undefined && field.optional) return undefined;
      const members = payloadOf(field.fields, (typed ?? {}) as TypedFields, lang);
      return isEmpty(members) ? undefined : { ...field.constants, ...members };
    }
    case 'list': {
      const items = ((typed ?? []) as readonly Typed[]).map((own) => fieldValue(field.of, own, lang)).filter((own) => own !== undefined);
      // Left out where it may be; an empty list where the schema wants one.
      return items.length === 0 && (field.optional || field.least > 0) ? undefined : items;
    }
    case 'either': {
      const { option = '0', value } = (typed ?? {}) as { option?: string; value?: Typed };
      const chosen = field.options[Number(option)];
      return chosen === undefined ? undefined : fieldValue(chosen, value, lang);
    }
    case 'files': {
      const files = ((typed ?? []) as readonly TypedFields[]).map(({ bytes, ...file }) => ({ ...file, bytes: numberOf(bytes) }));
      return files.length === 0 ? undefined : files;
    }
    case 'open':
      return undefined;
    default: {
      const text = typeof typed === 'string' ? typed.trim() : '';
      if (text === '') return undefined;
      return field.kind === 'id' && field.of === 'indicator' ? idOfName(text) : text;
    }
  }
}

/** The payload that the fields stand for. What was left empty is left out, so that the schema can say what is needed. */
export function payloadOf(fields: readonly Field[], typed: TypedFields, lang: Language): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = fieldValue(field, typed[field.name], lang);
      return value === undefined ? [] : [[field.name, value] as const];
    }),
  );
}

function typedEither(options: readonly Field[], value: unknown, lang: Language): Typed {
  const of = (value ?? {}) as Record<string, unknown>;
  const option = options.findIndex(
    (own) => own.kind === 'group' && Object.entries(own.constants).every(([name, constant]) => of[name] === constant),
  );
  const chosen = options[Math.max(0, option)];
  return chosen === undefined ? undefined : { option: String(Math.max(0, option)), value: typedOf(chosen, value, lang) };
}

/** What a form holds for a value that stands already: `payloadOf` gives the value back. */
export function typedOf(field: Field, value: unknown, lang: Language): Typed {
  if (value === undefined || value === null) return undefined;
  switch (field.kind) {
    case 'bilingual': {
      const { zh, en } = value as Bilingual;
      // One text for both languages is one field.
      return zh === en ? { [lang]: zh } : { zh, en };
    }
    case 'boolean':
      return value === true;
    case 'group': {
      const members = value as Record<string, unknown>;
      return Object.fromEntries(field.fields.map((own) => [own.name, typedOf(own, members[own.name], lang)]));
    }
    case 'list':
      return (value as readonly unknown[]).map((own) => typedOf(field.of, own, lang));
    case 'files':
      return (value as readonly { readonly bytes: number }[]).map((file) => ({ ...file, bytes: String(file.bytes) }));
    case 'shares':
      return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([actor, own]) => [actor, String(own)]));
    case 'either':
      return typedEither(field.options, value, lang);
    case 'open':
      return undefined;
    default:
      return String(value);
  }
}
