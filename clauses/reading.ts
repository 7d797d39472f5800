/**
 * What the reader of agreements returns. Every piece of text is a verbatim part of the clause and keeps its span;
 * the names of the parts are those of the Institutional Grammar (Frantz & Siddiki, IG 2.0 codebook).
 */
import type { Language } from '@gongze/domain/vocabulary/text';

/** Offsets in UTF-16 units, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A verbatim part of the source. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

export type Deontic = 'must' | 'may' | 'must_not' | null;
export type PartyType = 'individual' | 'closed_collective' | 'open_collective' | 'none';
export type AimClass = 'concrete' | 'mixed' | 'aspirational';

/** Last admissible day, or what stands in for one. ISO 8601 dates and durations. */
export type Deadline =
  | { readonly kind: 'date'; readonly date: string }
  | {
      readonly kind: 'duration';
      readonly duration: string;
      readonly from?: string;
      readonly unit?: 'workday';
      readonly before?: true;
    }
  | {
      readonly kind: 'recurrence';
      readonly recurrence: string;
      readonly day?: number;
      readonly monthDay?: string;
      readonly anchor?: 'start' | 'end';
      readonly times?: number;
    }
  | { readonly kind: 'period'; readonly period: string }
  | { readonly kind: 'standing'; readonly standing: string }
  | { readonly kind: 'unresolved'; readonly unresolved: string };

export type Comparator =
  | '<='
  | '>='
  | '<'
  | '>'
  | '='
  | 'between'
  | 'reduce_by'
  | 'reduce_by_at_least'
  | 'increase_by'
  | 'increase_by_at_least';

/** What is measured. `value` is in `unit` as written (20 万条 is 20, unit 万条). */
export interface Indicator {
  readonly name: Piece;
  readonly comparator: Comparator;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly base?: string;
}

/** One institutional statement. */
export interface Statement {
  readonly attribute: readonly Piece[];
  /** Members of an abbreviation that has one reading (双方, 京津冀三地). */
  readonly attributeResolved?: readonly string[];
  readonly lead: Piece | null;
  readonly cooperating: readonly Piece[];
  readonly deontic: Deontic;
  /** True if a hedge (力争, 原则上, endeavour) took the binding force away. */
  readonly hedged: boolean;
  readonly aim: Piece;
  readonly object: Piece | null;
  readonly deadline: (Deadline & { readonly source: Piece }) | null;
  readonly indicator: Indicator | null;
  readonly conditions: readonly Piece[];
  readonly orElse: Piece | null;
  readonly kind: 'regulative' | 'constitutive';
  readonly partyType: PartyType;
  readonly aimClass: AimClass;
  readonly span: Span;
  /** Traces of how the statement was read, from which the confidence is computed. */
  readonly evidence: Evidence;
}

/** How each part was found: the surer the way, the higher the confidence. */
export interface Evidence {
  /** The subject was named in its own chunk, carried over from an earlier one, or not named. */
  readonly subject: 'named' | 'carried' | 'none';
  /** The verb is one of the lexicon of aims, of the general dictionary, or a guess. */
  readonly verb: 'aim' | 'dictionary' | 'guess';
  /** The deadline was named in its own chunk, carried over, or is absent. */
  readonly deadline: 'named' | 'carried' | 'none';
  readonly orElse: 'named' | 'carried' | 'none';
}

export const vagueLabels = [
  'no_party',
  'collective_party_only',
  'no_deadline',
  'no_measure',
  'aspirational_verb',
  'no_consequence',
] as const;
export type VagueLabel = (typeof vagueLabels)[number];

/** A clause and what was read in it. Spans inside are offsets into `text`. */
export interface ClauseReading {
  readonly language: Language;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly vague: readonly VagueLabel[];
  /** 0–1; `null` where the text holds no statement. */
  readonly bindingScore: number | null;
  /** The text is the row of a table: its gaps are filled in its cells, not by words between them. */
  readonly row?: true;
}

/** What the reader may know beyond the text. */
export interface ReadingContext {
  /** Day of signature, `YYYY-MM-DD`: what 年底前 without a year counts from. */
  readonly signed?: string;
  /** Names of parties and of what they are called in the text: `甲方` → `临江市人民政府`. */
  readonly parties?: Readonly<Record<string, string>>;
  /** Who belongs to what the text calls several of them: `Councils` → Ashby, Harrow, Millbrook. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
}
