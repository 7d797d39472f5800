/** What a game brings to be asked by name: its parameters with ranges, its choices, its payoff file, and how it is solved. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import {
  type Outcome,
  type ParameterSpec,
  readParameters,
  type Refusal,
  refusal,
  refused,
  unknownParameter,
} from '../../parameters/parameters.ts';

/** A parameter that is one of a few words. */
export interface ChoiceSpec {
  readonly name: string;
  readonly options: readonly string[];
  readonly standard: string;
  readonly meaning: Bilingual;
}

export const yesOrNo = ['false', 'true'] as const;

export interface GameInput {
  readonly values: Readonly<Record<string, number>>;
  readonly choices: Readonly<Record<string, string>>;
  /** Content of the payoff file, parsed from JSON but not checked; absent without one. */
  readonly payoffs: unknown;
  /** Names of the parameters that were given, not taken from the standard. */
  readonly given: ReadonlySet<string>;
}

export interface GameModel {
  readonly name: string;
  readonly title: Bilingual;
  readonly source: string;
  readonly parameters: readonly ParameterSpec[];
  readonly choices: readonly ChoiceSpec[];
  readonly payoffs: 'none' | 'optional' | 'required';
  /** Other spellings: what may be written → the name. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly run: (input: GameInput) => Outcome<object>;
}

function readChoice({ name, options, standard }: ChoiceSpec, given: unknown): string | Refusal {
  if (given === undefined) return standard;
  const text = options.includes('true') && (given === 1 || given === 0) ? String(given === 1) : String(given);
  if (options.includes(text)) return text;
  return refusal(
    'outOfRange',
    name,
    `${name} 应为 ${options.join('、')} 之一，得到 ${text}`,
    `${name} is one of ${options.join(', ')}, got ${text}`,
  );
}

/** Numbers that came as text, as from a command line or a form. */
function asNumber(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}

/** Reads the parameters, refuses what is unknown or out of range, and solves the game. */
export function runModel(model: GameModel, given: Readonly<Record<string, unknown>>, payoffs?: unknown): Outcome<object> {
  // A name such as `constructor` is no alias, though every object answers to it.
  const aliases = new Map(Object.entries(model.aliases ?? {}));
  const named = Object.entries(given).map(([name, value]) => [aliases.get(name) ?? name, asNumber(value)] as const);
  const known = [...model.parameters, ...model.choices].map(({ name }) => name);
  const refusals: Refusal[] = named.filter(([name]) => !known.includes(name)).map(([name]) => unknownParameter(name, known));
  if (model.payoffs === 'required' && payoffs === undefined) {
    refusals.push(refusal('badFile', 'payoffs', '此模型需要支付表文件', 'this model needs a file of payoffs'));
  }
  if (model.payoffs === 'none' && payoffs !== undefined) {
    refusals.push(refusal('badFile', 'payoffs', '此模型不接受支付表文件', 'this model takes no file of payoffs'));
  }
  const numbers = new Set(model.parameters.map(({ name }) => name));
  const read = readParameters(model.parameters, Object.fromEntries(named.filter(([name]) => numbers.has(name))));
  if (!read.ok) refusals.push(...read.refusals);
  const choices: Record<string, string> = {};
  for (const spec of model.choices) {
    const choice = readChoice(spec, named.find(([name]) => name === spec.name)?.[1]);
    if (typeof choice === 'string') choices[spec.name] = choice;
    else refusals.push(choice);
  }
  if (refusals.length > 0 || !read.ok) return refused(...refusals);
  return model.run({ values: read.value, choices, payoffs, given: new Set(named.map(([name]) => name)) });
}

/** Refuses unless every condition holds; each says what would be right. */
export function consistent(...conditions: readonly (readonly [holds: boolean, where: string, zh: string, en: string])[]): Refusal[] {
  return conditions.filter(([holds]) => !holds).map(([, where, zh, en]) => refusal('inconsistent', where, zh, en));
}
