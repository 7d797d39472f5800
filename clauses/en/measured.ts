/** A quantity found in English text. */
import type { Comparator } from '../reading.ts';

export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly comparator: Comparator;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly name: { readonly start: number; readonly end: number } | null;
  readonly base?: string;
  readonly compared: boolean;
}
