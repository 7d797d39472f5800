/** A text in the two languages of the product. Both are written; neither is a translation of the other. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

/** The text in quotation marks, as a title within a sentence; marks within it become the inner ones, as both languages want it. */
export function quoted({ zh, en }: Bilingual): Bilingual {
  const within = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  return { zh: within(zh), en: within(en) };
}
