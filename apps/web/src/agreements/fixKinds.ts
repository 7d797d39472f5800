/** What can be mended in a statement, and what a wording changes in the text. */

export type Fix =
  | { readonly kind: 'who'; readonly who: string }
  | { readonly kind: 'lead'; readonly who: string; readonly helpers: readonly string[] }
  | { readonly kind: 'date'; readonly date: string }
  | {
      readonly kind: 'indicator';
      readonly name: string;
      readonly comparator: '>=' | '<=' | '=';
      readonly value: number;
      readonly unit: string;
    }
  | { readonly kind: 'orElse'; readonly consequence: string }
  | { readonly kind: 'binding' }
  | { readonly kind: 'concrete'; readonly verb: string; readonly object: string };
export type FixKind = Fix['kind'];

/** Replaces `[start, end)` of the clause. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}
