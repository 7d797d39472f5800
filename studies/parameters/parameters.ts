/**
 * Named numbers with range, unit and source, and what is said to somebody who gives a wrong one. Every game and the
 * responsibility model take their parameters through here, so that a bad value is refused in one way, with its range.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export interface ParameterSpec {
  readonly name: string;
  readonly standard: number;
  readonly min: number;
  readonly max: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
  /** The lower bound itself is refused, e.g. a mutation rate of 0. */
  readonly aboveMin?: boolean;
  readonly meaning: Bilingual;
  /** Unit in words; empty for a pure number. */
  readonly unit?: string;
  readonly source?: string;
}

export type RefusalKind =
  | 'unknownParameter'
  | 'notANumber'
  | 'outOfRange'
  | 'notWhole'
  | 'inconsistent'
  | 'unknownModel'
  | 'badFile'
  | 'tooLarge';

/** Why an input was not taken: what is wrong and what would be right. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** Name of the parameter or path of the field. */
  readonly where: string;
  readonly message: Bilingual;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function refused(...refusals: readonly Refusal[]): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals };
}

export function refusal(kind: RefusalKind, where: string, zh: string, en: string): Refusal {
  return { kind, where, message: { zh, en } };
}

/** The range as one reads it, e.g. `0 < x ≤ 1`. */
export function rangeText({ name, min, max, aboveMin }: ParameterSpec): string {
  return `${min} ${aboveMin ? '<' : '≤'} ${name} ≤ ${max}`;
}

/** Why `value` is no value of the parameter; `undefined` if it is one. */
export function valueRefusal(spec: ParameterSpec, value: unknown, where: string = spec.name): Refusal | undefined {
  const range = rangeText(spec);
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const given = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return refusal(
      'notANumber',
      where,
      `${where} 应为有限数，得到 ${given}；范围：${range}`,
      `${where} is a finite number, got ${given}; range: ${range}`,
    );
  }
  if (value < spec.min || value > spec.max || (spec.aboveMin && value === spec.min)) {
    return refusal('outOfRange', where, `${where} = ${value} 超出范围：${range}`, `${where} = ${value} is out of range: ${range}`);
  }
  if (spec.whole && !Number.isInteger(value)) {
    return refusal(
      'notWhole',
      where,
      `${where} 应为整数，得到 ${value}；范围：${range}`,
      `${where} is a whole number, got ${value}; range: ${range}`,
    );
  }
  return undefined;
}

export function unknownParameter(name: string, known: readonly string[], where = name): Refusal {
  return refusal(
    'unknownParameter',
    where,
    `没有名为 ${name} 的参数；可用：${known.join('、')}`,
    `there is no parameter named ${name}; known are ${known.join(', ')}`,
  );
}

/** All values by name: the given ones, else the standard. */
export function readParameters<Name extends string>(
  specs: readonly (ParameterSpec & { readonly name: Name })[],
  given: Readonly<Record<string, unknown>>,
): Outcome<Readonly<Record<Name, number>>> {
  const byName = new Map<string, ParameterSpec>(specs.map((spec) => [spec.name, spec]));
  const known = [...byName.keys()];
  const refusals = Object.entries(given).flatMap(([name, value]) => {
    const spec = byName.get(name);
    const found = spec === undefined ? unknownParameter(name, known) : valueRefusal(spec, value);
    return found === undefined ? [] : [found];
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const values = specs.map(({ name, standard }) => [name, (given[name] as number | undefined) ?? standard] as const);
  return { ok: true, value: Object.fromEntries(values) as Record<Name, number> };
}
