/** Cutting a text into words, as a port: the dictionary matcher of this package runs everywhere, a server may plug in another. */

/** v verb · w verb that is as often a noun · d adverb · a adjective · n noun and the rest · g government or place · m number · l Latin word · x single character · p mark */
export type WordKind = 'v' | 'w' | 'd' | 'a' | 'n' | 'g' | 'm' | 'l' | 'x' | 'p';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: WordKind;
}

/** Cuts the whole text: words follow one another without a gap. */
export type Segmenter = (text: string) => readonly Word[];
