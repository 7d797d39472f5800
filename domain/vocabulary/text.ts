/** A text in the two languages of the product. Both are written; neither is a translation of the other. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;
