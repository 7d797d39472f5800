/** What a form may offer to choose from, what its fields are called, and what every input of it is given. */
import { capitalised } from '@gongze/domain/stages/explain';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { choiceWords, fieldWords } from '../work/words.ts';
import type { Field } from './describe.ts';
import type { Typed } from './value.ts';

/** What a form may offer: things of the case by kind, and names. */
export interface Offers {
  readonly lang: Language;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  /** Parties of the case, among the actors. */
  readonly parties: ReadonlySet<string>;
  readonly governments: readonly { readonly id: string; readonly name: string }[];
  /** Things of the case that a field of this kind may name; `undefined` = a free name. */
  readonly things: (of: string) => readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly choice: (field: string, value: string) => string;
  /** Members of the group at that path that stand first, in their order; `undefined`: all of them as they come. */
  readonly first?: (path: string) => readonly string[] | undefined;
  /** What a new item of the list at that path holds from the start. */
  readonly blank?: (path: string) => Typed;
  /** Members of the group at that path that are asked at all; `undefined`: all of them. */
  readonly only?: (path: string) => readonly string[] | undefined;
  /** Fields that are marked as missing, by path. */
  readonly missing?: ReadonlySet<string>;
  /** Of the case; files are handed in to it. */
  readonly caseId?: string;
  /** Faults of the payload, by path. */
  readonly faults: ReadonlyMap<string, string>;
}

export interface InputProps<T extends Typed = Typed> {
  readonly field: Field;
  readonly path: string;
  readonly typed: T;
  readonly offers: Offers;
  readonly onType: (value: Typed) => void;
}

export function word(offers: Pick<Offers, 'lang'>, text: Bilingual | undefined, otherwise: string): string {
  return text?.[offers.lang] ?? otherwise;
}

/** A choice by its name, as it stands in a list to choose from. */
export function choiceOf({ choice }: Pick<Offers, 'choice'>, field: string, id: string): { readonly id: string; readonly name: string } {
  return { id, name: capitalised(choice(field, id)) };
}

/** Words of a choice that the forms know themselves. */
export function ownChoice(lang: Language, field: string, value: string): string {
  return choiceWords[field]?.[value]?.[lang] ?? value;
}

export function labelOf({ field, offers }: Pick<InputProps, 'field' | 'offers'>): string {
  return word(offers, fieldWords[field.name], field.name);
}
